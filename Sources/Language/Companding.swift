/// Weights in 8 bits: the code is the square root of the weight, so that small weights, which
/// are the many, keep their differences.
package enum Companding {
  /// The weights for codes: the code's square with its sign.
  static func decode(_ codes: ArraySlice<UInt8>) -> [Int16] {
    codes.withUnsafeBufferPointer { codes in
      [Int16](unsafeUninitializedCapacity: codes.count) { weights, count in
        for index in codes.indices {
          let code = Int16(Int8(bitPattern: codes[index]))
          weights[index] = code &* (code < 0 ? 0 &- code : code)
        }
        count = codes.count
      }
    }
  }

  /// The codes of weights, or `nil` where a weight is not the square of a code.
  static func encode(_ weights: [Int16]) -> [UInt8]? {
    var codes: [UInt8] = []
    codes.reserveCapacity(weights.count)
    for weight in weights {
      let code = Int(Double(weight.magnitude).squareRoot().rounded())
      guard code <= 127, code * code == Int(weight.magnitude) else { return nil }
      codes.append(UInt8(bitPattern: Int8(weight < 0 ? -code : code)))
    }
    return codes
  }

  /// The nearest weight that 8 bits can hold, for a weight as learnt.
  ///
  /// - Parameters:
  ///   - weight: the weight.
  ///   - largest: the largest magnitude in the table, above 0.
  package static func round(_ weight: Double, largest: Double) -> Int16 {
    let code = Int16((127 * (abs(weight) / largest).squareRoot()).rounded())
    return weight < 0 ? -code * code : code * code
  }
}
