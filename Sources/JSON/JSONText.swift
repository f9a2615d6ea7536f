extension [UInt8] {
  /// Appends `text` as a JSON string in quotation marks that is safe to show on a terminal.
  ///
  /// Escaped are all controls (C0, DEL, C1), line and paragraph separators, bidirectional controls,
  /// invisible spaces and tag characters; everything else stands as it is.
  package mutating func appendJSON(_ text: String) {
    var text = text
    append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      var plain = 0
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if needsNoEscape[Int(byte)] {
          index += 1
          continue
        }
        let scalar = scalar(utf8, at: index)
        let length = UTF8.width(scalar)
        if mustBeEscaped(scalar) {
          append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain..<index]))
          appendEscape(scalar)
          plain = index + length
        }
        index += length
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain...]))
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends an integer in decimal.
  package mutating func appendJSON(_ value: Int64) {
    guard value < 0 || value > 9 else { return append(0x30 + UInt8(value)) }
    var magnitude = value.magnitude
    var start = count
    if value < 0 {
      append(UInt8(ascii: "-"))
      start += 1
    }
    while magnitude > 0 {
      append(0x30 + UInt8(magnitude % 10))
      magnitude /= 10
    }
    self[start...].reverse()
  }

  /// Appends the shortest decimal that reads back as the same number; `null` for infinity and NaN.
  package mutating func appendJSON(_ value: Double) {
    guard value.isFinite else { return append(contentsOf: "null".utf8) }
    append(contentsOf: value.description.utf8)
  }

  /// Appends a member's name and its colon, after a comma unless the object was just opened.
  package mutating func appendJSONName(_ name: StaticString) {
    if last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
    append(UInt8(ascii: "\""))
    append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    append(UInt8(ascii: "\""))
    append(UInt8(ascii: ":"))
  }

  private mutating func appendEscape(_ scalar: Unicode.Scalar) {
    append(UInt8(ascii: "\\"))
    switch scalar {
    case "\"", "\\": append(UInt8(ascii: scalar))
    case "\n": append(UInt8(ascii: "n"))
    case "\t": append(UInt8(ascii: "t"))
    case "\r": append(UInt8(ascii: "r"))
    default:
      var first = true
      for unit in String(scalar).utf16 {
        if !first { append(UInt8(ascii: "\\")) }
        first = false
        append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] as [UInt16] {
          append(hexadecimalDigits[Int(unit >> shift & 15)])
        }
      }
    }
  }
}

private let hexadecimalDigits = Array("0123456789abcdef".utf8)

/// For each byte, whether no character that starts with it is ever escaped.
private let needsNoEscape: [Bool] = (0..<256).map { byte in
  switch UInt8(byte) {
  case 0..<0x20, 0x7f, UInt8(ascii: "\""), UInt8(ascii: "\\"): false
  // The lead bytes of C1, U+061C, U+200B…2069, U+FEFF and the tags.
  case 0xc2, 0xd8, 0xe2, 0xef, 0xf3: false
  default: true
  }
}

private func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x22, 0x5c, 0x7f...0x9f: true
  case 0x061c, 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060, 0x2066...0x2069, 0xfeff: true
  case 0xe_0000...0xe_007f: true
  default: false
  }
}

/// The character at `index` of UTF-8 that is known to be well-formed.
private func scalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar {
  var decoder = UTF8()
  var rest = UnsafeBufferPointer(rebasing: utf8[index...]).makeIterator()
  if case .scalarValue(let scalar) = decoder.decode(&rest) { return scalar }
  return "\u{fffd}"
}
