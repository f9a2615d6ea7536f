/// Shares of a whole in whole numbers, by the largest remainder (Hamilton's method).
///
/// Each share is its exact quota rounded down or up; of equal remainders the first wins, so that
/// the result depends on nothing but the weights.
///
/// - Parameters:
///   - total: what is shared out; at least 0.
///   - weights: finite, none negative, not all 0 (then nothing is shared out).
/// - Returns: one share a weight; they add up to the total.
package func largestRemainder(_ total: Int, by weights: [Double]) -> [Int] {
  let largest = weights.max() ?? 0
  guard largest > 0, total > 0 else { return weights.map { _ in 0 } }
  // Scaled first, so that the sum of huge weights stays finite.
  let scaled = weights.map { $0 / largest }
  let sum = scaled.reduce(0, +)
  let quotas = scaled.map { Double(total) * $0 / sum }
  var shares = quotas.map { Int($0.rounded(.down)) }
  // Remainders that differ by rounding only count as equal.
  let remainders = zip(quotas, shares).map { (($0 - Double($1)) * 1e9).rounded() }
  let order = weights.indices.filter { weights[$0] > 0 }.sorted { left, right in
    remainders[left] == remainders[right] ? left < right : remainders[left] > remainders[right]
  }
  let rest = total - shares.reduce(0, +)
  for index in order.prefix(max(0, rest)) { shares[index] += 1 }
  return shares
}
