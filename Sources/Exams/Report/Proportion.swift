/// A share of a number of questions, never without its uncertainty.
package struct Proportion: Hashable, Sendable {
  /// Credit in all, partial credit included.
  package var credit: Double
  /// Of how many.
  package var count: Int

  package init(credit: Double = 0, count: Int = 0) {
    self.credit = credit
    self.count = count
  }

  /// The share, 0–1; 0 of nothing.
  package var share: Double { count == 0 ? 0 : credit / Double(count) }

  /// The 95 % interval of Wilson (1927); the whole range for nothing.
  package var interval: ClosedRange<Double> {
    guard count > 0 else { return 0...1 }
    let z = 1.959963984540054
    let n = Double(count)
    let p = min(1, max(0, share))
    let center = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, center - half)...min(1, center + half)
  }

  /// `30 of 40, 75 % (60–86 %)`.
  package var words: String {
    let credit = Proportion.number(credit)
    guard count > 0 else { return "0 of 0" }
    return "\(credit) of \(count), \(Proportion.percent(share)) %"
      + " (\(Proportion.percent(interval.lowerBound))–\(Proportion.percent(interval.upperBound)) %)"
  }

  /// A share in whole per cent.
  package static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  /// A number with at most one decimal.
  package static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, tenth) = (abs(tenths) / 10, abs(tenths) % 10)
    return tenth == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(tenth)"
  }

  static func += (left: inout Self, right: Double) {
    left.credit += right
    left.count += 1
  }
}
