/// The word that was probably meant: the one fewest slips away, if few enough.
///
/// - Parameters:
///   - word: what was typed.
///   - candidates: the words that exist.
/// - Returns: the nearest, or `nil` where none is near.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let typed = Array(word.lowercased())
  let limit = typed.count <= 4 ? 1 : 2
  return
    candidates
    .map { (candidate: $0, slips: slips(from: typed, to: Array($0.lowercased()))) }
    .filter { $0.slips <= limit }
    .min { ($0.slips, $0.candidate) < ($1.slips, $1.candidate) }?
    .candidate
}

/// Letters put in, left out, changed or swapped with their neighbour (Damerau and Levenshtein).
private func slips(from left: [Character], to right: [Character]) -> Int {
  var rows = [Array(0...right.count)]
  for i in 1..<(left.count + 1) {
    var row = [i]
    for j in 1..<(right.count + 1) {
      let change = rows[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
      var best = min(change, rows[i - 1][j] + 1, row[j - 1] + 1)
      if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
        best = min(best, rows[i - 2][j - 2] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
