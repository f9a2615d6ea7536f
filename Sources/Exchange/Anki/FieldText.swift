import Decks

/// Readable text of the small HTML that flashcard fields hold.
package enum FieldText {
  /// The text: tags are gone, `<br>` and blocks end lines, list items have a dash, character
  /// references are characters, and pictures and sounds leave their file's name in brackets.
  ///
  /// - Parameter html: the field.
  /// - Returns: the text, without white space at its ends, at most one empty line at a time.
  package static func plain(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return tidied(html)
    }
    var text = ""
    var rest = html[...]
    while let next = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      text += rest[..<next]
      rest = rest[next...]
      if rest.first == "<", let tag = Tag(rest) {
        let isDouble = tag.isBlock && (text.isEmpty || text.hasSuffix("\n"))
        text += isDouble ? tag.text.drop { $0 == "\n" } : tag.text[...]
        rest = rest[tag.end...]
      } else if rest.first == "&", let (character, after) = reference(rest) {
        text += character
        rest = rest[after...]
      } else {
        text.append(rest.removeFirst())
      }
    }
    return tidied(text + rest)
  }

  /// One tag, comment or the like.
  private struct Tag {
    var end: Substring.Index
    /// What stands in its place.
    var text = ""
    /// Whether it begins or ends a block: a line end before it is enough for both.
    var isBlock = false

    /// The tag at the beginning of a text; `nil` where its `<` is text.
    init?(_ html: Substring) {
      if html.hasPrefix("<!--") {
        end = html.firstRange(of: "-->")?.upperBound ?? html.endIndex
        return
      }
      let isClosing = html.hasPrefix("</")
      let inside = html.dropFirst(isClosing ? 2 : 1)
      guard let first = inside.first, first.isASCII, first.isLetter,
        let close = inside.firstIndex(of: ">")
      else { return nil }
      let name = inside.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
      end = inside.index(after: close)
      switch name {
      case "br": text = "\n"
      case "div", "p", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table",
        "blockquote", "pre":
        text = "\n"
        isBlock = true
      case "li":
        text = isClosing ? "" : "\n- "
        isBlock = true
      case "td", "th": text = isClosing ? " " : ""
      case "img", "audio", "video":
        if let file = Tag.attribute("src", in: inside[..<close]) { text = "(\(file))" }
      case "script", "style":
        guard !isClosing else { break }
        let stop = html[end...].firstRange(of: "</\(name)")?.lowerBound ?? html.endIndex
        end = html[stop...].firstIndex(of: ">").map { html.index(after: $0) } ?? html.endIndex
      case _: break
      }
    }

    private static func attribute(_ name: String, in tag: Substring) -> String? {
      guard let range = tag.firstRange(of: "\(name)=") else { return nil }
      let value = tag[range.upperBound...]
      guard let quote = value.first, quote == "\"" || quote == "'" else {
        return String(value.prefix { !$0.isWhitespace && $0 != "/" })
      }
      return String(value.dropFirst().prefix { $0 != quote })
    }
  }

  private static func reference(_ html: Substring) -> (String, Substring.Index)? {
    let inside = html.dropFirst().prefix(10)
    guard let semicolon = inside.firstIndex(of: ";") else { return nil }
    let name = inside[..<semicolon]
    let after = html.index(after: semicolon)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let scalar = value.flatMap({ Unicode.Scalar($0) }) else { return nil }
      return (String(scalar), after)
    }
    return named[String(name)].map { ($0, after) }
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
    "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "laquo": "«", "raquo": "»", "times": "×", "deg": "°", "middot": "·", "bull": "•",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
    "eacute": "é", "egrave": "è", "agrave": "à", "aacute": "á", "ccedil": "ç", "ntilde": "ñ",
    "rarr": "→", "larr": "←", "euro": "€", "pound": "£", "sect": "§", "copy": "©",
  ]

  /// Lines without spaces at their ends, at most one empty one at a time.
  private static func tidied(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == .lineFeed || $0 == .return || $0 == 0xc2 }) else {
      return text.trimmed
    }
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = line.replacing("\u{a0}", with: " ").trimmed
      if line.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(line)
    }
    return lines.joined(separator: "\n").trimmed
  }
}
