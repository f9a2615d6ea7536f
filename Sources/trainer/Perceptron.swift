import Language

/// An averaged perceptron (Collins, 2002) over the rows of a hashed table.
///
/// All arithmetic is on integers, so that the same examples give the same weights everywhere.
final class Perceptron {
  private let classes: Int
  private let rowBits: Int
  private let size: Int
  /// Sixteen bits are enough: a weight moves by one at a time and not far.
  private let weights: UnsafeMutablePointer<Int16>
  /// Each change times the step at which it was made: the running-sum trick.
  private let sums: UnsafeMutablePointer<Int64>
  private var step: Int64 = 1
  /// Scores of the last call of `score`, with room up to whole lanes.
  let scores: UnsafeMutablePointer<Int32>

  init(classes: Int, rowBits: Int) {
    self.classes = classes
    self.rowBits = rowBits
    size = WeightTable.size(rowBits: rowBits, classes: classes)
    weights = .allocate(capacity: size)
    weights.initialize(repeating: 0, count: size)
    sums = .allocate(capacity: size)
    sums.initialize(repeating: 0, count: size)
    let room = WeightTable.paddedClasses(classes)
    scores = .allocate(capacity: room)
    scores.initialize(repeating: 0, count: room)
  }

  deinit {
    weights.deallocate()
    sums.deallocate()
    scores.deallocate()
  }

  /// Fills `scores` for one example, and counts it.
  func score(_ features: borrowing FeatureList) {
    step += 1
    let mask = UInt32(1) << UInt32(rowBits) &- 1
    // Touching all rows first waits for many at once, as `WeightTable.score` does.
    var touched: Int16 = 0
    for index in 0..<features.count {
      let row = weights + Int(features.rows[index] & mask)
      for place in stride(from: 0, to: classes, by: 32) { touched &+= row[place] }
    }
    scores[0] = Int32(touched)
    var first = 0
    while first < classes {
      let base = UnsafeRawPointer(weights + first)
      var even = SIMD8<Int32>.zero
      var odd = SIMD8<Int32>.zero
      for index in 0..<features.count {
        let row = base + Int(features.rows[index] & mask) &* 2
        let pairs = row.loadUnaligned(as: SIMD8<Int32>.self)
        even &+= (pairs &<< 16) &>> 16
        odd &+= pairs &>> 16
      }
      for lane in 0..<8 {
        scores[first + 2 * lane] = even[lane]
        scores[first + 2 * lane + 1] = odd[lane]
      }
      first += WeightTable.lanes
    }
  }

  /// Moves the weights of an example towards the right class and away from the wrong one.
  func update(_ features: borrowing FeatureList, right: Int, wrong: Int) {
    let mask = UInt32(1) << UInt32(rowBits) - 1
    for index in 0..<features.count {
      let row = Int(features.rows[index] & mask)
      weights[row + right] += 1
      sums[row + right] += step
      weights[row + wrong] -= 1
      sums[row + wrong] -= step
    }
  }

  /// Adds the mean of the weights over all steps to a total.
  func addMean(to total: inout [Double]) {
    if total.isEmpty { total = [Double](repeating: 0, count: size) }
    for index in 0..<size {
      total[index] += Double(Int64(weights[index]) * step - sums[index]) / Double(step)
    }
  }
}

/// A generator with a seed: SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  /// True in `share` of all cases.
  mutating func isTrue(_ share: Double) -> Bool {
    Double(next() >> 11) < share * Double(1 << 53)
  }
}
