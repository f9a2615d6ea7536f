/// A name as names are compared: lower case, white space collapsed.
func foldedName(_ name: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(name.utf8.count)
  var isApart = false
  for byte in name.utf8 {
    guard byte < 0x80 else {
      return name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    if byte.isASCIISpace {
      isApart = !bytes.isEmpty
    } else {
      if isApart { bytes.append(.space) }
      isApart = false
      bytes.append((0x41...0x5a).contains(byte) ? byte | 0x20 : byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension StringProtocol {
  /// Without Unicode white space at either end.
  package var trimmed: String {
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
