import Chronology

/// What an ordering of events is worth (exams.md, section 4).
///
/// Pairs that cannot be told apart at the stated precision count as right either way, in the manner
/// of Kendall's tau-b.
package struct OrderScore: Hashable, Sendable {
  /// Kendall's tau, −1 to 1: 1 less twice the share of pairs in the wrong order.
  package let tau: Double
  /// The share of the longest run that is in order: (LIS − 1) / (n − 1) (Amma 2022).
  package let mrs: Double
  /// The events that stand in the longest run, as indices of the given order.
  package let inOrder: [Int]
  /// The first event outside the longest run, and whether it should come earlier.
  package let misplaced: (index: Int, isTooLate: Bool)?

  /// The marks, 0–1: tau, where it is not below 0.
  package var credit: Double { max(0, tau) }

  package static func == (left: Self, right: Self) -> Bool {
    left.tau == right.tau && left.mrs == right.mrs && left.inOrder == right.inOrder
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(tau)
    hasher.combine(inOrder)
  }

  /// Scores an order.
  ///
  /// - Parameter dates: the events' dates in the order that was given.
  package init(_ dates: [HistoricalDate]) {
    let count = dates.count
    guard count > 1 else {
      tau = 1
      mrs = 1
      inOrder = Array(dates.indices)
      misplaced = nil
      return
    }
    func isAfter(_ left: Int, _ right: Int) -> Bool {
      dates[left].order(to: dates[right]) == .after
    }
    var inversions = 0
    for left in 0..<count {
      for right in (left + 1)..<count where isAfter(left, right) { inversions += 1 }
    }
    tau = 1 - 4 * Double(inversions) / Double(count * (count - 1))
    // Ties are not transitive, so the run must hold for all its pairs; n is at most 7.
    var best: [Int] = []
    for subset in 1..<(1 << min(count, 12)) {
      let members = (0..<count).filter { subset >> $0 & 1 == 1 }
      guard members.count > best.count else { continue }
      let isRun = members.indices.allSatisfy { place in
        members[(place + 1)...].allSatisfy { !isAfter(members[place], $0) }
      }
      if isRun { best = members }
    }
    mrs = Double(best.count - 1) / Double(count - 1)
    inOrder = best
    misplaced = (0..<count).first { !best.contains($0) }.map { index in
      let isTooLate = best.contains { $0 < index && isAfter($0, index) }
      return (index, isTooLate)
    }
  }

  /// The right order of events: indices, the earliest first; ties as they are shown.
  package static func sorted(_ events: [DatedEvent]) -> [Int] {
    let dates = events.map { HistoricalDate($0.date) }
    var left = Array(events.indices)
    var sorted: [Int] = []
    // A partial order is no order to sort by: take what nothing left comes before.
    while !left.isEmpty {
      let next =
        left.first { candidate in
          !left.contains { other in
            guard let first = dates[other], let second = dates[candidate] else { return false }
            return first.order(to: second) == .before
          }
        } ?? left[0]
      sorted.append(next)
      left.removeAll { $0 == next }
    }
    return sorted
  }
}
