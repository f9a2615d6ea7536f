/// The number of letters to insert, delete, replace or swap with a neighbour to make one text of
/// the other (optimal string alignment, Damerau 1964).
///
/// - Parameters:
///   - left: a text.
///   - right: another.
///   - limit: the most that matters.
/// - Returns: the distance, `nil` where it is above `limit`.
package func editDistance(
  _ left: some StringProtocol, _ right: some StringProtocol, limit: Int
) -> Int? {
  let left = Array(left)
  let right = Array(right)
  guard abs(left.count - right.count) <= limit else { return nil }
  var twoAgo: [Int] = []
  var ago = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var best = min(ago[j + 1], row[j]) + 1
      best = min(best, ago[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, twoAgo[j - 1] + 1)
      }
      row.append(best)
    }
    guard row.contains(where: { $0 <= limit }) else { return nil }
    (twoAgo, ago) = (ago, row)
  }
  return ago[right.count] <= limit ? ago[right.count] : nil
}

/// The candidates nearest to what was typed, for "did you mean", nearest first; at most three.
package func nearest(to typed: String, among candidates: some Sequence<String>) -> [String] {
  let wanted = foldedName(typed)
  let limit = max(1, wanted.count / 3)
  let scored = candidates.compactMap { candidate -> (String, Int)? in
    let name = foldedName(candidate)
    if !wanted.isEmpty, name.hasPrefix(wanted) { return (candidate, 0) }
    return editDistance(wanted, name, limit: limit).map { (candidate, $0) }
  }
  return scored.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
}
