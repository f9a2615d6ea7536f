/// How far an interval is spread, so that cards learnt together do not stay together.
///
/// The widths are Anki's; the generator is SplitMix64's mixing step (Steele, Lea and Flood, 2014).
enum Fuzz {
  /// The first and last day that an interval of `days` may become.
  static func bounds(_ days: Double) -> (lower: Int, upper: Int) {
    guard days >= 2.5 else {
      let day = wholeDays(days)
      return (day, day)
    }
    let spread =
      1 + 0.15 * (min(days, 7) - 2.5) + 0.1 * max(0, min(days, 20) - 7) + 0.05 * max(0, days - 20)
    return (wholeDays(days - spread), wholeDays(days + spread))
  }

  /// A day among those that an interval may become, kept between `minimum` and `maximum`.
  ///
  /// - Parameters:
  ///   - days: the interval.
  ///   - minimum: the least day allowed, at most `maximum`.
  ///   - maximum: the greatest day allowed.
  ///   - fraction: what chooses among the days, 0 to below 1.
  /// - Returns: whole days.
  static func spread(_ days: Double, minimum: Int, maximum: Int, fraction: Double) -> Int {
    var (lower, upper) = bounds(min(max(days, Double(minimum)), Double(maximum)))
    lower = min(max(lower, minimum), maximum)
    upper = min(max(upper, minimum), maximum)
    return min(lower + Int(fraction * Double(1 + upper - lower)), upper)
  }

  /// A number from 0 to below 1 that follows from the seed alone.
  static func fraction(seed: UInt64) -> Double {
    var word = seed &+ 0x9e37_79b9_7f4a_7c15
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return Double((word ^ word >> 31) >> 11) * 0x1p-53
  }
}
