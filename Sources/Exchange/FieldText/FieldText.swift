import Decks

/// Makes readable text of the HTML of a field.
///
/// Blocks and line breaks become lines, items of lists get a hyphen or a number, cells of tables a
/// bar; pictures and sounds become Markdown images, or
/// their names; other marks of style go. White space is
/// collapsed as a browser does. `&#32;`, `&#9;` and `&#160;`, which nobody types, stand for
/// themselves: whoever makes HTML of a text can keep every space of it with them.
package struct FieldText {
  /// Where text of fields leads to files, what is found.
  package struct Media: Hashable, Sendable {
    /// The folder that is written before a file's name, with its slash; `nil` where files do not
    /// come along, and only their names are shown, in brackets.
    package var folder: String?
    /// The names of the files that were met, in order, as the field has them.
    package var names: [String] = []

    package init(folder: String? = "") { self.folder = folder }
  }

  package private(set) var media: Media
  private var text: [UInt8] = []
  /// Whether a space was read that is written if more follows on the line.
  private var hasSpace = false
  /// Whether what follows begins on a new line.
  private var needsLine = false
  /// Where each open `sup`, `sub` or `rt` begins in the text.
  private var raised: [(tag: Tag, start: Int)] = []
  /// The number of the next item of each open list; `nil` for one with hyphens.
  private var lists: [Int?] = []
  private var preformatted = 0

  package init(media: Media = Media()) { self.media = media }

  /// The text of a field, lines apart by line feeds, without blank lines at its ends.
  ///
  /// - Parameter html: the field in UTF-8; U+0001 and U+0002 pass through, other controls go.
  /// - Returns: the text.
  package mutating func convert(_ html: [UInt8]) -> String {
    if FieldText.isPlain(html) { return String(decoding: html, as: UTF8.self) }
    text = []
    text.reserveCapacity(html.count)
    (hasSpace, needsLine, raised, lists, preformatted) = (false, false, [], [], 0)
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"): index = markup(html, index)
      case UInt8(ascii: "&"): index = reference(html, index)
      case UInt8(ascii: "["): index = bracket(html, index)
      case 0x20, 0x09, 0x0a, 0x0c, 0x0d:
        space(html[index])
        index += 1
      case 0xc2 where index + 1 < html.count && html[index + 1] == 0xa0:
        hasSpace = true
        index += 2
      case 0x00, 0x03..<0x20, 0x7f: index += 1
      case let byte:
        put(byte)
        index += 1
      }
    }
    while let open = raised.popLast() { close(open) }
    return FieldText.trimmed(text)
  }

  /// Whether a field is its own text, as most are.
  private static func isPlain(_ html: [UInt8]) -> Bool {
    guard let first = html.first, let last = html.last, first != 0x20, last != 0x20 else {
      return html.isEmpty
    }
    var before: UInt8 = 0
    for byte in html {
      switch byte {
      case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "["), 0x7f, 0xa0:
        return false
      case 0x20 where before == 0x20: return false
      case _: before = byte
      }
    }
    // What is not UTF-8 goes through the long way.
    return true
  }

  /// The text of a field of a form that has no media, in lines without spaces at their ends, at
  /// most one empty line at a time.
  ///
  /// - Parameter html: the field; references to files become their names in brackets.
  /// - Returns: the text.
  package static func plain(_ html: String) -> String {
    var reader = FieldText(media: Media(folder: nil))
    let text = reader.convert(Array(html.utf8))
    guard text.utf8.contains(where: { $0 == .lineFeed || $0 == 0xc2 }) else { return text.trimmed }
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.replacing("\u{a0}", with: " ").trimmed
      if line.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(line)
    }
    return lines.joined(separator: "\n").trimmed
  }

  // MARK: Writing

  private mutating func put(_ byte: UInt8) {
    startLineIfNeeded()
    if hasSpace {
      hasSpace = false
      if let last = text.last, last != 0x0a { text.append(0x20) }
    }
    text.append(byte)
  }

  private mutating func put(_ string: some Sequence<UInt8>) {
    for byte in string { put(byte) }
  }

  private mutating func startLineIfNeeded() {
    guard needsLine else { return }
    needsLine = false
    hasSpace = false
    if let last = text.last, last != 0x0a { text.append(0x0a) }
  }

  private mutating func space(_ byte: UInt8) {
    if preformatted > 0 {
      if byte == 0x0a { lineBreak() } else if byte != 0x0d { put(0x20) }
    } else {
      hasSpace = true
    }
  }

  private mutating func lineBreak() {
    startLineIfNeeded()
    hasSpace = false
    text.append(0x0a)
  }

  private static func trimmed(_ text: [UInt8]) -> String {
    var slice = text[...]
    while slice.first == 0x0a { slice.removeFirst() }
    while slice.last == 0x0a { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }

  // MARK: Markup

  /// Reads what begins with `<`.
  ///
  /// - Returns: the index after it.
  private mutating func markup(_ html: [UInt8], _ start: Int) -> Int {
    if html[start...].starts(with: Array("<!--".utf8)) {
      return FieldText.find(Array("-->".utf8), html, start + 4) ?? html.count
    }
    guard let element = Element(html, at: start) else {
      // A sign that opens nothing is text.
      put(html[start])
      return start + 1
    }
    if element.isClosing {
      end(element.tag)
      return element.end
    }
    if element.tag == .hidden {
      let closing = Array("</\(element.name)".utf8)
      guard let end = FieldText.find(closing, html, element.end, folding: true) else {
        return html.count
      }
      return html[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
    }
    begin(element)
    return element.end
  }

  private mutating func begin(_ element: Element) {
    switch element.tag {
    case .lineBreak: lineBreak()
    case .block: needsLine = true
    case .preformatted:
      needsLine = true
      preformatted += 1
    case .list(let isNumbered):
      needsLine = true
      lists.append(isNumbered ? 1 : nil)
    case .item:
      needsLine = true
      if let last = lists.indices.last, let number = lists[last] {
        put("\(number).".utf8)
        lists[last] = number + 1
      } else {
        put(UInt8(ascii: "-"))
      }
      hasSpace = true
    case .cell:
      if let last = text.last, last != 0x0a, !needsLine {
        hasSpace = true
        put(UInt8(ascii: "|"))
        hasSpace = true
      }
    case .file:
      if let source = element.attribute("src"), !source.isEmpty {
        file(source, label: element.attribute("alt") ?? "")
      }
    case .superscript, .subscript, .reading: raised.append((element.tag, text.count))
    case .hidden, .other: break
    }
  }

  private mutating func end(_ tag: Tag) {
    switch tag {
    case .block, .item: needsLine = true
    case .preformatted:
      needsLine = true
      preformatted = max(0, preformatted - 1)
    case .list:
      needsLine = true
      _ = lists.popLast()
    case .superscript, .subscript, .reading:
      guard let index = raised.lastIndex(where: { $0.tag == tag }) else { return }
      close(raised[index])
      raised.removeSubrange(index...)
    case .lineBreak, .cell, .file, .hidden, .other: break
    }
  }

  /// Writes what stands since an element opened as raised, lowered or in brackets.
  private mutating func close(_ open: (tag: Tag, start: Int)) {
    guard open.start < text.count else { return }
    let content = String(decoding: text[open.start...], as: UTF8.self)
    let small: String
    switch open.tag {
    case .superscript: small = SmallDigits.superscript(content) ?? "^\(bracketed(content))"
    case .subscript: small = SmallDigits.subscripted(content) ?? "_\(bracketed(content))"
    case .reading: small = "(\(content))"
    case .lineBreak, .block, .preformatted, .list, .item, .cell, .file, .hidden, .other:
      small = content
    }
    text.replaceSubrange(open.start..., with: small.utf8)
  }

  private func bracketed(_ content: String) -> String {
    content.count == 1 ? content : "(\(content))"
  }

  // MARK: Files

  /// Reads what begins with `[`: a sound, or text.
  private mutating func bracket(_ html: [UInt8], _ start: Int) -> Int {
    let mark = Array("[sound:".utf8)
    guard html[start...].starts(with: mark),
      let end = html[start...].firstIndex(of: UInt8(ascii: "]")), end - start < 1024
    else {
      put(html[start])
      return start + 1
    }
    let name = String(decoding: html[(start + mark.count)..<end], as: UTF8.self)
    file(Entities.decoded(name), label: "")
    return end + 1
  }

  /// Writes a file as a Markdown image, where one of the network stays as it is, or by its name.
  private mutating func file(_ source: String, label: String) {
    let isRemote = source.contains("://") || source.hasPrefix("data:")
    if !isRemote { media.names.append(source) }
    guard let folder = media.folder else { return put("(\(source.filter { $0 != "\n" }))".utf8) }
    let path = isRemote ? source : folder + MediaName.safe(source)
    let label = label.filter { !"[]\n".contains($0) }
    guard !source.hasPrefix("data:") else { return put("![\(label)]()".utf8) }
    put("![\(label)](\(path.filter { !" ()\n".contains($0) }))".utf8)
  }

  // MARK: References

  private mutating func reference(_ html: [UInt8], _ start: Int) -> Int {
    guard let reference = Entities.read(html, at: start) else {
      put(html[start])
      return start + 1
    }
    switch (reference.scalar.value, reference.isNumber) {
    case (0xa0, false): hasSpace = true
    case (0x20, true), (0x09, true):
      // Written to stay, wherever it stands.
      startLineIfNeeded()
      if hasSpace, let last = text.last, last != 0x0a { text.append(0x20) }
      hasSpace = false
      text.append(UInt8(reference.scalar.value))
    case (0x0a, _), (0x0d, _), (0x20, _), (0x09, _): space(0x20)
    case (0x01..<0x20, _), (0x7f, _): break
    case _: put(String(reference.scalar).utf8)
    }
    return reference.end
  }

  /// Where a text begins that is searched from an index on, or ends where it is a mark of an end.
  private static func find(
    _ wanted: [UInt8], _ html: [UInt8], _ start: Int, folding: Bool = false
  ) -> Int? {
    guard let first = wanted.first, html.count >= wanted.count, start < html.count else {
      return nil
    }
    var index = start
    while index + wanted.count <= html.count {
      if html[index] == first,
        zip(html[index..<index + wanted.count], wanted).allSatisfy({ byte, wanted in
          byte == wanted || folding && (0x41...0x5a).contains(byte) && byte | 0x20 == wanted
        })
      {
        return folding ? index : index + wanted.count
      }
      index += 1
    }
    return nil
  }
}
