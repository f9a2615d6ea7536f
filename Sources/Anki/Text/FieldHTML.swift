import Exchange

/// Makes the HTML of a field of a text, from which `FieldText` makes the same text again.
enum FieldHTML {
  /// The HTML of a text.
  ///
  /// - Parameters:
  ///   - text: lines apart by line feeds.
  ///   - folder: the folder of media with its slash, as it stands before names in the text.
  ///   - media: called with the name of each file in that folder that the text shows.
  /// - Returns: the HTML.
  static func make(
    _ text: String, mediaFolder folder: String = "", media: (String) -> Void = { _ in }
  ) -> String {
    if isPlain(text) { return text }
    var html: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if let image = Image(bytes, at: index), let name = image.name(in: folder) {
        media(name)
        let escaped = make(name)
        html +=
          (MediaName.isSound(name) ? "[sound:\(escaped)]" : "<img src=\"\(escaped)\">").utf8
        index = image.end
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "&"): html += "&amp;".utf8
      case UInt8(ascii: "<"): html += "&lt;".utf8
      case UInt8(ascii: ">"): html += "&gt;".utf8
      case UInt8(ascii: "\""): html += "&quot;".utf8
      case 0x0a: html += "<br>".utf8
      case 0x0d: break
      case 0x09: html += "&#9;".utf8
      case 0x20:
        let isKept =
          index == 0 || index + 1 == bytes.count || isSpace(bytes[index - 1])
          || isSpace(bytes[index + 1])
        html += (isKept ? "&#32;" : " ").utf8
      case 0xc2 where index + 1 < bytes.count && bytes[index + 1] == 0xa0:
        html += "&#160;".utf8
        index += 1
      case UInt8(ascii: "["):
        // A sound is one only where the text shows a file.
        html += (bytes[index...].starts(with: Array("[sound:".utf8)) ? "&#91;" : "[").utf8
      case let byte: html.append(byte)
      }
      index += 1
    }
    return String(decoding: html, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d) ~= byte }

  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      switch byte {
      case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\""), UInt8(ascii: "["), 0xa0:
        return false
      case 0x20 where before == 0x20: return false
      case _: before = byte
      }
    }
    return before != 0x20 || text.isEmpty
  }
}

/// A Markdown image in a text: `![label](path)`.
struct Image {
  let path: String
  /// The index after it.
  let end: Int

  /// Reads an image; `nil` where none begins at the index.
  init?(_ text: [UInt8], at start: Int) {
    guard start + 4 < text.count, text[start] == UInt8(ascii: "!"),
      text[start + 1] == UInt8(ascii: "["),
      let close = text[(start + 2)...].prefix(512).firstIndex(of: UInt8(ascii: "]")),
      close + 1 < text.count, text[close + 1] == UInt8(ascii: "("),
      let end = text[(close + 2)...].prefix(1024).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    path = String(decoding: text[(close + 2)..<end], as: UTF8.self)
    self.end = end + 1
  }

  /// The file's name, where it lies in a folder.
  func name(in folder: String) -> String? {
    guard !folder.isEmpty, path.hasPrefix(folder) else { return nil }
    let name = String(path.dropFirst(folder.count))
    return name.isEmpty || name.contains("/") ? nil : name
  }
}
