/// The weights of a linear classifier over hashed features.
///
/// A feature's row starts at its hash and holds one weight a class; rows overlap, so the table
/// is compact and a row contiguous. Sums are exact: 16 bits a weight, 32 a score.
package struct WeightTable: Sendable, Equatable {
  /// How the weights are kept.
  package enum Precision: UInt8, Sendable {
    /// Square roots with their sign, in 8 bits: small weights, which are the many, keep their
    /// differences, and the table takes half the memory, which is what reading it costs.
    case companded = 8
    /// As they are, in 16 bits, little-endian.
    case plain = 16
  }

  /// How many classes are scored at once; rows may be read up to a multiple of it.
  package static let lanes = 16
  /// How many classes the table tells apart.
  package let classes: Int
  /// The base-2 logarithm of the number of rows.
  package let rowBits: Int
  /// How the weights are kept.
  package let precision: Precision
  /// The weights: 2^`rowBits` rows, and room behind the last one.
  package let bytes: ArraySlice<UInt8>

  /// The number of weights of a table.
  ///
  /// - Parameters:
  ///   - rowBits: the base-2 logarithm of the number of rows.
  ///   - classes: how many classes it tells apart.
  /// - Returns: the number, room behind the last row included.
  package static func size(rowBits: Int, classes: Int) -> Int {
    1 << rowBits + paddedClasses(classes)
  }

  /// The classes rounded up to whole lanes.
  package static func paddedClasses(_ classes: Int) -> Int {
    (classes + lanes - 1) / lanes * lanes
  }

  /// A table of weights as they are kept, or `nil` where their number does not fit.
  package init?(classes: Int, rowBits: Int, precision: Precision, bytes: ArraySlice<UInt8>) {
    guard classes > 0, (1...28).contains(rowBits),
      bytes.count
        == Self.size(rowBits: rowBits, classes: classes) * Int(precision.rawValue / 8)
    else { return nil }
    self.classes = classes
    self.rowBits = rowBits
    self.precision = precision
    self.bytes = bytes
  }

  /// A table of weights as learnt; the largest magnitude gets the largest number.
  ///
  /// - Parameters:
  ///   - learnt: `size(rowBits:classes:)` weights.
  ///   - classes: how many classes it tells apart.
  ///   - rowBits: the base-2 logarithm of the number of rows.
  ///   - precision: how the weights are kept.
  package init?(_ learnt: [Double], classes: Int, rowBits: Int, precision: Precision) {
    let largest = max(learnt.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(learnt.count * Int(precision.rawValue / 8))
    for weight in learnt {
      switch precision {
      case .companded:
        let root = (127 * (abs(weight) / largest).squareRoot()).rounded()
        bytes.append(UInt8(bitPattern: Int8(weight < 0 ? -root : root)))
      case .plain:
        let number = UInt16(bitPattern: Int16((weight / largest * 32_767).rounded()))
        bytes.append(UInt8(truncatingIfNeeded: number))
        bytes.append(UInt8(truncatingIfNeeded: number >> 8))
      }
    }
    self.init(classes: classes, rowBits: rowBits, precision: precision, bytes: bytes[...])
  }

  /// The weight at a place.
  package subscript(place: Int) -> Int32 {
    switch precision {
    case .companded:
      let code = Int32(Int8(bitPattern: bytes[bytes.startIndex + place]))
      return code * abs(code)
    case .plain:
      let low = UInt16(bytes[bytes.startIndex + 2 * place])
      let high = UInt16(bytes[bytes.startIndex + 2 * place + 1])
      return Int32(Int16(bitPattern: high << 8 | low))
    }
  }

  /// Adds up the rows of all features.
  ///
  /// - Parameters:
  ///   - features: the features.
  ///   - scores: room for `paddedClasses(classes)` scores; those behind the last class mean nothing.
  ///   - end: how many classes need a score, from the first; all where it is `nil`.
  package func score(
    _ features: borrowing FeatureList, into scores: UnsafeMutablePointer<Int32>,
    upTo end: Int? = nil
  ) {
    let end = min(classes, end ?? classes)
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      switch precision {
      case .companded: scoreCompanded(base, features, into: scores, upTo: end)
      case .plain: scorePlain(base, features, into: scores, upTo: end)
      }
    }
  }

  private func scorePlain(
    _ base: UnsafeRawPointer, _ features: borrowing FeatureList,
    into scores: UnsafeMutablePointer<Int32>, upTo end: Int
  ) {
    let mask = UInt32(1) << UInt32(rowBits) &- 1
    let rows = features.rows
    let count = features.count
    var first = 0
    while first < end {
      let column = base + first &* 2
      var even = SIMD8<Int32>.zero
      var odd = SIMD8<Int32>.zero
      for index in 0..<count {
        let row = column + Int(rows[index] & mask) &* 2
        let pairs = row.loadUnaligned(as: SIMD8<Int32>.self)
        even &+= (pairs &<< 16) &>> 16
        odd &+= pairs &>> 16
      }
      for lane in 0..<8 {
        scores[first &+ 2 &* lane] = even[lane]
        scores[first &+ 2 &* lane &+ 1] = odd[lane]
      }
      first &+= Self.lanes
    }
  }

  private func scoreCompanded(
    _ base: UnsafeRawPointer, _ features: borrowing FeatureList,
    into scores: UnsafeMutablePointer<Int32>, upTo end: Int
  ) {
    let mask = UInt32(1) << UInt32(rowBits) &- 1
    let rows = features.rows
    let count = features.count
    // Rows lie anywhere in memory. To touch them all first waits for many at once, where the
    // sums below would wait for a few. The sum keeps the compiler from dropping the loads.
    var touched: UInt8 = 0
    for index in 0..<count {
      let row = base + Int(rows[index] & mask)
      touched &+= row.load(as: UInt8.self)
      touched &+= row.load(fromByteOffset: end &- 1, as: UInt8.self)
    }
    scores[0] = Int32(touched)
    var first = 0
    while first < end {
      let column = base + first
      // The sums of every fourth class; a vector of eight 16-bit numbers is read as four of 32.
      var sums = (SIMD4<Int32>.zero, SIMD4<Int32>.zero, SIMD4<Int32>.zero, SIMD4<Int32>.zero)
      var index = 0
      while index < count {
        var (even, odd) = Self.squares(column + Int(rows[index] & mask))
        if index &+ 1 < count {
          // Two squares of seven bits fit in sixteen.
          let next = Self.squares(column + Int(rows[index &+ 1] & mask))
          even &+= next.even
          odd &+= next.odd
        }
        let evens = unsafeBitCast(even, to: SIMD4<Int32>.self)
        let odds = unsafeBitCast(odd, to: SIMD4<Int32>.self)
        sums.0 &+= (evens &<< 16) &>> 16
        sums.1 &+= (odds &<< 16) &>> 16
        sums.2 &+= evens &>> 16
        sums.3 &+= odds &>> 16
        index &+= 2
      }
      for lane in 0..<4 {
        scores[first &+ 4 &* lane] = sums.0[lane]
        scores[first &+ 4 &* lane &+ 1] = sums.1[lane]
        scores[first &+ 4 &* lane &+ 2] = sums.2[lane]
        scores[first &+ 4 &* lane &+ 3] = sums.3[lane]
      }
      first &+= Self.lanes
    }
  }

  /// The weights of sixteen codes, those at even and those at odd places.
  @inline(__always)
  private static func squares(
    _ row: UnsafeRawPointer
  ) -> (even: SIMD8<Int16>, odd: SIMD8<Int16>) {
    let codes = row.loadUnaligned(as: SIMD8<Int16>.self)
    return (signedSquare((codes &<< 8) &>> 8), signedSquare(codes &>> 8))
  }

  @inline(__always)
  private static func signedSquare(_ codes: SIMD8<Int16>) -> SIMD8<Int16> {
    codes &* pointwiseMax(codes, SIMD8<Int16>.zero &- codes)
  }
}
