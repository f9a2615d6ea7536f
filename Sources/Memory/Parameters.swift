import Glibc

/// The 21 parameters of FSRS-6, w0 to w20, each finite and within its bounds.
package struct Parameters: Hashable, Sendable {
  /// w0..w20.
  package let values: [Double]

  /// The parameters in a list of 21, or of an older version's 19 or 17.
  ///
  /// FSRS-5 (19) had no w19 and a fixed decay of 0.5; FSRS-4.5 (17) measured difficulty on another
  /// scale besides. The conversion is that of fsrs-rs.
  ///
  /// - Throws: `SettingError` for another count, or for the first value out of its bounds.
  package init(_ values: [Double]) throws(SettingError) {
    let values = try Parameters.converted(values)
    for (index, (value, bounds)) in zip(values, Parameters.bounds).enumerated()
    where !bounds.contains(value) {
      throw .parameter(index: index, value: value, bounds: bounds)
    }
    self.values = values
  }

  private init(published: [Double]) { self.values = published }

  /// The defaults published with FSRS-6, fitted to the reviews of about 10,000 learners.
  package static let published = Parameters(published: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ])

  /// What each of w0..w20 may be, ends included.
  package static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100,  // stability after the first rating
    1...10, 0.001...4, 0.001...4, 0.001...0.75,  // difficulty
    0...4.5, 0...0.8, 0.001...3.5,  // growth of stability
    0.001...5, 0.001...0.25, 0.001...0.9, 0...4,  // stability after a lapse
    0...1, 1...6,  // hard and easy
    0...2, 0...2, 0...0.8,  // reviews on the same day
    0.1...0.8,  // decay
  ]

  private static func converted(_ values: [Double]) throws(SettingError) -> [Double] {
    switch values.count {
    case 21: return values
    case 19: return values + [0, 0.5]
    case 17:
      var values = values
      let slope = values[5]
      values[4] += 2 * slope
      values[5] = log(3 * slope + 1) / 3
      values[6] += 0.5
      return values + [0, 0, 0, 0.5]
    case let count: throw .parameterCount(count)
    }
  }
}
