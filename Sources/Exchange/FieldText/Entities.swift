import CXML

/// Character references of HTML: `&amp;`, `&#8211;`, `&#x2013;`.
enum Entities {
  /// A reference that was read.
  struct Reference {
    var scalar: Unicode.Scalar
    /// Whether it is given by its number.
    var isNumber: Bool
    /// The index after it.
    var end: Int
  }

  /// Reads a reference; `nil` where `&` begins none.
  static func read(_ html: [UInt8], at start: Int) -> Reference? {
    let limit = min(html.count, start + 12)
    guard let semicolon = html[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = html[(start + 1)..<semicolon]
    if name.first == UInt8(ascii: "#") {
      let isHexadecimal = name.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
      let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
      guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
      let scalar = number == 0 ? "\u{fffd}" : Unicode.Scalar(number) ?? "\u{fffd}"
      return Reference(scalar: scalar, isNumber: true, end: semicolon + 1)
    }
    guard let scalar = scalar(named: name) else { return nil }
    return Reference(scalar: scalar, isNumber: false, end: semicolon + 1)
  }

  /// A text with its references resolved.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let reference = read(bytes, at: index) {
        decoded += String(reference.scalar).utf8
        index = reference.end
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    if name.elementsEqual("nbsp".utf8) { return "\u{a0}" }
    if name.elementsEqual("amp".utf8) { return "&" }
    if name.elementsEqual("lt".utf8) { return "<" }
    if name.elementsEqual("gt".utf8) { return ">" }
    if name.elementsEqual("quot".utf8) { return "\"" }
    if name.elementsEqual("apos".utf8) { return "'" }
    guard !name.isEmpty, !name.contains(0) else { return nil }
    let number = tripos_html_entity(String(decoding: name, as: UTF8.self))
    return number == 0 ? nil : Unicode.Scalar(number)
  }
}
