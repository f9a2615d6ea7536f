extension JSONScanner {
  /// Reads a number: an integer where it is written as one and fits.
  ///
  /// - Returns: `.integer` or `.number`.
  /// - Throws: `JSONError`.
  package mutating func number() throws(JSONError) -> JSON {
    let token = try numberToken()
    if let integer = token.integer { return .integer(integer) }
    let text = String(decoding: bytes[token.range], as: UTF8.self)
    guard let value = Double(text) else {
      throw error(.malformedNumber, at: token.range.lowerBound)
    }
    guard value.isFinite else { throw error(.numberOutOfRange, at: token.range.lowerBound) }
    return .number(value)
  }

  /// A number as it stands in the text.
  package struct NumberToken {
    /// Where it stands.
    package var range: Range<Int>
    /// Its value where it is written without fraction and exponent, is not `-0` and fits.
    package var integer: Int64?
  }

  /// Steps over a number, checking its form.
  ///
  /// - Returns: where it stands, and its value if it is an integer.
  /// - Throws: `JSONError`.
  package mutating func numberToken() throws(JSONError) -> NumberToken {
    let byte = try peek()
    let start = position
    let negative = byte == UInt8(ascii: "-")
    if negative { position += 1 }
    let digits = position
    var magnitude: UInt64 = 0
    var overflow = false
    while position < bytes.count, case let digit = bytes[position] &- 0x30, digit <= 9 {
      let (product, lost) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(UInt64(digit))
      overflow = overflow || lost || carried
      magnitude = sum
      position += 1
    }
    guard position > digits else {
      if negative { throw error(.malformedNumber, at: start) }
      throw error(.unexpectedByte(byte), at: start)
    }
    if bytes[digits] == UInt8(ascii: "0"), position > digits + 1 {
      throw error(.malformedNumber, at: start)
    }
    var isInteger = !overflow && !(negative && magnitude == 0)
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try skipDigits(of: start)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      try skipDigits(of: start)
    }
    guard isInteger else { return NumberToken(range: start..<position, integer: nil) }
    let value: Int64? =
      if negative {
        magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
      } else {
        Int64(exactly: magnitude)
      }
    return NumberToken(range: start..<position, integer: value)
  }

  private mutating func skipDigits(of start: Int) throws(JSONError) {
    let digits = position
    while position < bytes.count, bytes[position] &- 0x30 <= 9 { position += 1 }
    guard position > digits else { throw error(.malformedNumber, at: start) }
  }
}
