/// Brings a word into the forms that features are made of.
///
/// Typographic quotes and dashes become ASCII and every digit becomes 0. A value is used for
/// many words, so that its buffers are made once.
package struct Normaliser {
  /// The word with its capitals.
  package private(set) var cased: [UInt8] = []
  /// The word in lower case.
  package private(set) var lower: [UInt8] = []
  /// The kinds of its characters, runs cut to one: `X` capital, `x` small, `0` digit.
  package private(set) var shape: [UInt8] = []
  /// Whether the first character is a capital.
  package private(set) var isCapitalised = false

  package init() {}

  /// Takes in a word.
  ///
  /// - Parameter form: its UTF-8 bytes; bytes that are no UTF-8 count as replacement characters.
  package mutating func read(_ form: some Collection<UInt8>) {
    cased.removeAll(keepingCapacity: true)
    lower.removeAll(keepingCapacity: true)
    shape.removeAll(keepingCapacity: true)
    guard form.allSatisfy({ $0 < 0x80 }) else {
      for scalar in String(decoding: form, as: UTF8.self).unicodeScalars { take(scalar) }
      isCapitalised = shape.first == UInt8(ascii: "X")
      return
    }
    for byte in form { take(ascii: byte) }
    isCapitalised = shape.first == UInt8(ascii: "X")
  }

  private mutating func take(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      append(UInt8(ascii: "0"), shape: UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      cased.append(byte)
      lower.append(byte | 0x20)
      extendShape(UInt8(ascii: "X"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      append(byte, shape: UInt8(ascii: "x"))
    default:
      append(byte, shape: byte)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80: take(ascii: UInt8(truncatingIfNeeded: scalar.value))
    case 0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0x2bc: take(ascii: UInt8(ascii: "'"))
    case 0x201c, 0x201d, 0x201e, 0x201f, 0x2033, 0xab, 0xbb: take(ascii: UInt8(ascii: "\""))
    case 0x2010...0x2015, 0x2212: take(ascii: UInt8(ascii: "-"))
    case 0x2026: for _ in 0..<3 { take(ascii: UInt8(ascii: ".")) }
    default:
      cased.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      let properties = scalar.properties
      if properties.isUppercase {
        lower.append(contentsOf: properties.lowercaseMapping.utf8)
        extendShape(UInt8(ascii: "X"))
      } else {
        lower.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        extendShape(properties.isAlphabetic ? UInt8(ascii: "x") : UInt8(ascii: "?"))
      }
    }
  }

  private mutating func append(_ byte: UInt8, shape kind: UInt8) {
    cased.append(byte)
    lower.append(byte)
    extendShape(kind)
  }

  private mutating func extendShape(_ kind: UInt8) {
    if shape.last != kind { shape.append(kind) }
  }
}
