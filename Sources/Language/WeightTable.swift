/// The weights of a linear classifier over hashed features.
///
/// A feature's row starts at its hash and holds one weight a class; rows overlap, so the table
/// is compact and a row contiguous. Sums are exact: 16 bits a weight, 32 a score.
package struct WeightTable: Sendable {
  /// How many classes are scored at once; rows may be read up to a multiple of it.
  package static let lanes = 16
  /// How many classes the table tells apart.
  package let classes: Int
  /// The base-2 logarithm of the number of rows.
  package let rowBits: Int
  /// The weights: 2^`rowBits` rows, and room behind the last one.
  package let weights: [Int16]

  /// The number of weights of a table.
  ///
  /// - Parameters:
  ///   - rowBits: the base-2 logarithm of the number of rows.
  ///   - classes: how many classes it tells apart.
  package static func size(rowBits: Int, classes: Int) -> Int {
    1 << rowBits + paddedClasses(classes)
  }

  /// The classes rounded up to whole lanes.
  package static func paddedClasses(_ classes: Int) -> Int {
    (classes + lanes - 1) / lanes * lanes
  }

  /// A table of given weights, or `nil` where their number is not `size(rowBits:classes:)`.
  package init?(classes: Int, rowBits: Int, weights: [Int16]) {
    guard classes > 0, (1...28).contains(rowBits),
      weights.count == Self.size(rowBits: rowBits, classes: classes)
    else { return nil }
    self.classes = classes
    self.rowBits = rowBits
    self.weights = weights
  }

  /// Adds up the rows of all features.
  ///
  /// - Parameters:
  ///   - features: the features.
  ///   - scores: room for `paddedClasses(classes)` scores; those behind the last class mean nothing.
  package func score(_ features: borrowing FeatureList, into scores: UnsafeMutablePointer<Int32>) {
    let mask = UInt32(1) << UInt32(rowBits) &- 1
    let rows = features.rows
    let count = features.count
    weights.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var first = 0
      while first < classes {
        let column = base + first &* 2
        var sum = SIMD16<Int32>.zero
        for index in 0..<count {
          let row = column + Int(rows[index] & mask) &* 2
          let weights = row.loadUnaligned(as: SIMD16<Int16>.self)
          sum &+= SIMD16<Int32>(truncatingIfNeeded: weights)
        }
        UnsafeMutableRawPointer(scores + first).storeBytes(of: sum, as: SIMD16<Int32>.self)
        first &+= Self.lanes
      }
    }
  }
}
