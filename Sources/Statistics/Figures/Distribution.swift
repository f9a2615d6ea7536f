/// How numbers are spread: how many lie between which bounds, and their middle.
package struct Distribution: Hashable, Sendable {
  /// The numbers above the upper bound of the bin before, up to this bin's own.
  package struct Bin: Hashable, Sendable {
    /// `nil` where there is none.
    package var upper: Double?
    package var count = 0
  }

  package private(set) var bins: [Bin]
  /// The middle number; the mean of the two middle ones where there are two; `nil` of none.
  package let median: Double?
  /// `nil` of none.
  package let mean: Double?
  /// How many numbers there are.
  package let count: Int

  /// Spreads numbers over bins.
  ///
  /// - Parameters:
  ///   - values: the numbers, in any order.
  ///   - bounds: the upper bounds of the bins, rising; another bin takes what is above the last.
  ///   - isOpen: whether there is that other bin; else the last bin takes it.
  init(_ values: [Double], bounds: [Double], isOpen: Bool) {
    var bins = bounds.map { Bin(upper: $0) }
    if isOpen { bins.append(Bin(upper: nil)) }
    for value in values {
      let bin = bounds.firstIndex { value <= $0 } ?? bins.count - 1
      bins[bin].count += 1
    }
    self.bins = bins
    count = values.count
    guard !values.isEmpty else {
      (median, mean) = (nil, nil)
      return
    }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    mean = values.reduce(0, +) / Double(values.count)
  }

  /// Bounds for days: a day, half a week, a week and so on to years.
  static let days: [Double] = [1, 3, 7, 14, 20, 60, 180, 365, 730]
  /// Bounds for difficulty, which runs from 1 to 10.
  static let difficulties: [Double] = [2, 3, 4, 5, 6, 7, 8, 9, 10]
  /// Bounds for a chance, in per cent.
  static let chances: [Double] = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
}
