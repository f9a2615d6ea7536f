/// The bytes that the text forms give a meaning.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0a
  static let `return`: UInt8 = 0x0d
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22

  var isSpace: Bool { self == .space || (0x09...0x0d).contains(self) }
}

extension Collection where Element == UInt8 {
  /// The text of the bytes, U+FFFD for what is not UTF-8.
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension ArraySlice<UInt8> {
  /// Without ASCII white space at either end.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isSpace { slice.removeFirst() }
    while let last = slice.last, last.isSpace { slice.removeLast() }
    return slice
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    let scalars = unicodeScalars
    if let first = scalars.first, let last = scalars.last, first.isPlainEdge, last.isPlainEdge {
      return String(self)
    }
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}

extension UnicodeScalar {
  /// An ASCII character that is no white space.
  fileprivate var isPlainEdge: Bool { isASCII && value > 0x20 }
}
