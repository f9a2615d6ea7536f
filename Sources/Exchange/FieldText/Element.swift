/// What an element of HTML means for a text.
enum Tag: Hashable {
  case lineBreak
  /// Its content stands on lines of its own.
  case block
  case preformatted
  case list(isNumbered: Bool)
  case item
  case cell
  /// A picture, sound or film, which its source names.
  case file
  case superscript
  case `subscript`
  /// The reading above a Chinese character.
  case reading
  /// Its content is not for readers.
  case hidden
  case other

  private static let byName: [String: Tag] = {
    var tags: [String: Tag] = [
      "br": .lineBreak, "pre": .preformatted, "ul": .list(isNumbered: false),
      "ol": .list(isNumbered: true), "li": .item, "td": .cell, "th": .cell, "img": .file,
      "audio": .file, "video": .file, "sup": .superscript, "sub": .subscript, "rt": .reading,
    ]
    for name in [
      "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
      "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main",
      "nav", "p", "section", "summary", "table", "tr",
    ] { tags[name] = .block }
    for name in ["script", "style", "title", "rp", "noscript", "template", "iframe", "object"] {
      tags[name] = .hidden
    }
    return tags
  }()

  fileprivate init(_ name: String) { self = Tag.byName[name] ?? .other }
}

/// One tag of HTML, `<name attribute="value">` or `</name>`.
package struct Element {
  /// In small letters.
  package let name: String
  let tag: Tag
  let isClosing: Bool
  /// The index after its `>`.
  package let end: Int
  private let attributes: ArraySlice<UInt8>

  /// Reads a tag; `nil` where `<` begins none.
  package init?(_ html: [UInt8], at start: Int) {
    var index = start + 1
    isClosing = index < html.count && html[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let isDeclaration = index < html.count && [0x21, 0x3f].contains(html[index])
    let nameEnd =
      html[index...].firstIndex { byte in
        !(0x61...0x7a).contains(byte | 0x20) && !(0x30...0x39).contains(byte) && byte != 0x2d
      } ?? html.count
    guard isDeclaration || index < nameEnd && (0x61...0x7a).contains(html[index] | 0x20) else {
      return nil
    }
    name = String(decoding: html[index..<nameEnd], as: UTF8.self).lowercased()
    tag = isDeclaration ? .other : Tag(name)
    var quote: UInt8?
    var close = nameEnd
    while close < html.count {
      let byte = html[close]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      close += 1
    }
    // Without its end it is no tag.
    guard close < html.count else { return nil }
    attributes = html[nameEnd..<close]
    end = close + 1
  }

  /// The value of an attribute, its references resolved.
  package func attribute(_ wanted: String) -> String? {
    var rest = attributes
    func skip(_ condition: (UInt8) -> Bool) { rest = rest.drop(while: condition) }
    while !rest.isEmpty {
      skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") }
      guard !name.isEmpty || !rest.isEmpty else { return nil }
      rest = rest.dropFirst(name.count)
      skip { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "=") else {
        if name.isEmpty { return nil }
        continue
      }
      rest = rest.dropFirst()
      skip { $0 <= 0x20 }
      var value = rest.prefix { $0 > 0x20 }
      if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        value = rest.dropFirst().prefix { $0 != quote }
        rest = rest.dropFirst(value.count + 2)
      } else {
        rest = rest.dropFirst(value.count)
      }
      if String(decoding: name, as: UTF8.self).lowercased() == wanted {
        return Entities.decoded(String(decoding: value, as: UTF8.self))
      }
    }
    return nil
  }
}
