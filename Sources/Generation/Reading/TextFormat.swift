/// How a text is written.
package enum TextFormat: String, Hashable, Sendable {
  case plain
  case markdown
  case html
  case pdf
}

/// What a file holds, by its content first and its name second.
enum ContentKind: Equatable {
  case text(TextFormat)
  case binary(BinaryKind)
}

extension ContentKind {
  /// Looks at the first bytes of a file and, where they leave it open, at its name.
  init(of bytes: [UInt8], name: String?) {
    if bytes.firstFolded("%pdf-", in: 0..<min(1024, bytes.count)) != nil {
      self = .text(.pdf)
    } else if let kind = BinaryKind(of: bytes) {
      self = .binary(kind)
    } else if ContentKind.isHTML(bytes) {
      self = .text(.html)
    } else if ContentKind.isMarkdown(bytes, name: name?.lowercased() ?? "") {
      self = .text(.markdown)
    } else {
      self = .text(.plain)
    }
  }

  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    var start = bytes.has("\u{feff}", at: 0) ? 3 : 0
    while start < bytes.count, bytes[start].isASCIISpace { start += 1 }
    guard start < bytes.count else { return false }
    if bytes.hasFolded("<!doctype html", at: start) || bytes.hasFolded("<html", at: start) {
      return true
    }
    let head = start..<min(bytes.count, start + 4096)
    // A page may begin with a comment or an XML declaration, a fragment with any block element.
    guard bytes[start] == UInt8(ascii: "<") else { return false }
    let tags: [StaticString] = ["<html", "</p>", "</div>", "</h1>", "</head>", "</title>"]
    return tags.contains { bytes.firstFolded($0, in: head) != nil }
  }

  /// Whether the text has what only Markdown has: headings, links, emphasis, quotation signs.
  private static func isMarkdown(_ bytes: [UInt8], name: String) -> Bool {
    var marks = name.hasSuffix(".md") || name.hasSuffix(".markdown") ? 2 : 0
    var index = 0
    var lineStart = 0
    let end = min(bytes.count, 65_536)
    while index < end, marks < 2 {
      if index == lineStart {
        var hashes = index
        while hashes < end, bytes[hashes] == UInt8(ascii: "#") { hashes += 1 }
        if (1...6).contains(hashes - index), hashes < end, bytes[hashes] == 0x20 { marks += 2 }
        if bytes.has("> ", at: index) { marks += 1 }
        if bytes.has("```", at: index) { marks += 1 }
      }
      if bytes.has("](", at: index) || bytes.has("**", at: index) { marks += 1 }
      if bytes[index] == 0x0a { lineStart = index + 1 }
      index += 1
    }
    return marks >= 2
  }
}

/// Files that are no text, as far as their first bytes tell.
package enum BinaryKind: String, Hashable, Sendable {
  /// ZIP, and so Word, OpenDocument and EPUB.
  case archive
  case compressed
  case image
  case program
  /// The old Word, Excel and PowerPoint.
  case office
  case rtf
  /// Zero bytes or control characters that no text has.
  case unknown
}

extension BinaryKind {
  fileprivate init?(of bytes: [UInt8]) {
    let starts: [([UInt8], BinaryKind)] = [
      ([0x50, 0x4b, 0x03, 0x04], .archive), ([0x1f, 0x8b], .compressed),
      ([0x42, 0x5a, 0x68], .compressed), ([0xfd, 0x37, 0x7a, 0x58, 0x5a], .compressed),
      ([0x28, 0xb5, 0x2f, 0xfd], .compressed), ([0x89, 0x50, 0x4e, 0x47], .image),
      ([0xff, 0xd8, 0xff], .image), ([0x47, 0x49, 0x46, 0x38], .image),
      ([0x7f, 0x45, 0x4c, 0x46], .program), ([0x4d, 0x5a, 0x90], .program),
      ([0xd0, 0xcf, 0x11, 0xe0], .office), (Array("{\\rtf".utf8), .rtf),
    ]
    for (start, kind) in starts where bytes.starts(with: start) {
      self = kind
      return
    }
    guard ByteOrderMark(of: bytes) == nil || ByteOrderMark(of: bytes) == .utf8 else { return nil }
    let head = bytes.prefix(65_536)
    let controls = head.count { $0 < 0x20 && !$0.isASCIISpace && $0 != 0x1b || $0 == 0x7f }
    guard head.contains(0) || controls * 50 > head.count else { return nil }
    self = .unknown
  }
}

/// The mark at the beginning of a file that names its encoding.
enum ByteOrderMark: Equatable {
  case utf8
  case utf16BigEndian
  case utf16LittleEndian

  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      self = .utf8
    } else if bytes.starts(with: [0xfe, 0xff]) {
      self = .utf16BigEndian
    } else if bytes.starts(with: [0xff, 0xfe]) {
      self = .utf16LittleEndian
    } else {
      return nil
    }
  }
}
