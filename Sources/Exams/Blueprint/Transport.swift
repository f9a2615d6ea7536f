/// Fills a table so that its rows and columns get their quotas as nearly as the cells allow.
///
/// A transport problem of small whole numbers, solved by augmenting paths (Ford and Fulkerson,
/// 1956), so that the total is the greatest possible.
struct Transport {
  private(set) var amounts: [[Int]]
  private let capacity: [[Int]]

  /// Fills the table.
  ///
  /// - Parameters:
  ///   - rows: the quota of each row.
  ///   - columns: the quota of each column.
  ///   - capacity: the most that each cell takes, rows first.
  ///   - draw: where the places come from that are filled first.
  init(rows: [Int], columns: [Int], capacity: [[Int]], using draw: inout SeededDraw) {
    self.capacity = capacity
    amounts = capacity.map { $0.map { _ in 0 } }
    var rowLeft = rows
    var columnLeft = columns
    let units = rows.indices.flatMap { row in
      Array(repeating: row, count: min(rows[row], capacity[row].reduce(0, +)))
    }
    for row in draw.shuffled(units) where rowLeft[row] > 0 {
      var visited = Set<Int>()
      let order = draw.shuffled(Array(columns.indices))
      if place(row, &columnLeft, order, &visited) { rowLeft[row] -= 1 }
    }
  }

  /// Puts one more unit into a row, moving others to make room.
  private mutating func place(
    _ row: Int, _ columnLeft: inout [Int], _ order: [Int], _ visited: inout Set<Int>
  ) -> Bool {
    let open = order.filter { amounts[row][$0] < capacity[row][$0] }
    // Where most is free comes first, so that no column is bled dry by chance.
    if let column = open.filter({ columnLeft[$0] > 0 }).max(by: {
      columnLeft[$0] < columnLeft[$1]
    }) {
      amounts[row][column] += 1
      columnLeft[column] -= 1
      return true
    }
    for column in open where visited.insert(column).inserted {
      for other in amounts.indices where other != row && amounts[other][column] > 0 {
        amounts[other][column] -= 1
        amounts[row][column] += 1
        if place(other, &columnLeft, order, &visited) { return true }
        amounts[other][column] += 1
        amounts[row][column] -= 1
      }
    }
    return false
  }
}
