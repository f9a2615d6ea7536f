import Exchange

/// One side of a card's template, `{{#Hint}}…{{/Hint}} {{Front}}`, read once for all notes.
struct Template: Hashable {
  indirect enum Node: Hashable {
    case text([UInt8])
    /// A field by its place, and whether its text is left out of what is asked: a hint to be
    /// opened, speech, a box to type in.
    case field(Int, isAside: Bool)
    /// Shown where the field is empty or is not.
    case section(Int, isInverted: Bool, [Node])
    case frontSide
  }

  let nodes: [Node]

  /// Reads a side.
  ///
  /// - Parameters:
  ///   - source: its HTML.
  ///   - fields: the names of the fields; others are left out.
  init(_ source: String, fields: [String]) {
    var places: [String: Int] = [:]
    for (place, name) in fields.enumerated() where places[name] == nil { places[name] = place }
    var parser = TemplateParser(source: Array(source.utf8), places: places)
    nodes = parser.nodes(closing: nil, depth: 0)
  }

  private init(nodes: [Node]) { self.nodes = nodes }

  /// The side of an answer without what repeats the question: all after `<hr id=answer>`.
  var afterRule: Template {
    for (place, node) in nodes.enumerated() {
      guard case .text(let bytes) = node, let end = Template.ruleEnd(bytes) else { continue }
      return Template(nodes: [.text(Array(bytes[end...]))] + nodes[(place + 1)...])
    }
    return self
  }

  /// The HTML for a note.
  ///
  /// - Parameter fields: the note's fields.
  /// - Returns: the HTML.
  func html(_ fields: [ArraySlice<UInt8>]) -> [UInt8] {
    if nodes.count == 1, case .field(let place, false) = nodes[0], place < fields.count {
      return Array(fields[place])
    }
    var html: [UInt8] = []
    Template.write(nodes, fields, to: &html)
    return html
  }

  /// The places of the fields that the side shows for a note, in order, each once.
  func shownFields(_ fields: [ArraySlice<UInt8>]) -> [Int] {
    var shown: [Int] = []
    Template.visit(nodes, fields) { place, _ in
      if !shown.contains(place) { shown.append(place) }
    }
    return shown
  }

  private static func write(
    _ nodes: [Node], _ fields: [ArraySlice<UInt8>], to html: inout [UInt8]
  ) {
    for node in nodes {
      switch node {
      case .text(let bytes): html += bytes
      case .field(let place, let isAside):
        if !isAside, place < fields.count { html += fields[place] }
      case .section(let place, let isInverted, let content):
        if isEmpty(place, fields) == isInverted { write(content, fields, to: &html) }
      case .frontSide: break
      }
    }
  }

  private static func visit(
    _ nodes: [Node], _ fields: [ArraySlice<UInt8>], _ body: (Int, Bool) -> Void
  ) {
    for node in nodes {
      switch node {
      case .field(let place, let isAside): if place < fields.count { body(place, isAside) }
      case .section(let place, let isInverted, let content):
        if isEmpty(place, fields) == isInverted { visit(content, fields, body) }
      case .text, .frontSide: break
      }
    }
  }

  private static func isEmpty(_ place: Int, _ fields: [ArraySlice<UInt8>]) -> Bool {
    place >= fields.count || !fields[place].contains { $0 > 0x20 }
  }

  /// Where the rule between question and answer ends.
  private static func ruleEnd(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if let element = Element(bytes, at: start), element.name == "hr",
        element.attribute("id") == "answer"
      {
        return element.end
      }
      index = start + 1
    }
    return nil
  }
}

private struct TemplateParser {
  let source: [UInt8]
  let places: [String: Int]
  private var index = 0

  init(source: [UInt8], places: [String: Int]) {
    self.source = source
    self.places = places
  }

  /// The nodes up to the end of the section of a field, or of the source.
  mutating func nodes(closing: String?, depth: Int) -> [Template.Node] {
    var nodes: [Template.Node] = []
    var start = index
    func flush(_ end: Int) {
      if end > start { nodes.append(.text(Array(source[start..<end]))) }
    }
    while index + 1 < source.count {
      guard source[index] == UInt8(ascii: "{"), source[index + 1] == UInt8(ascii: "{"),
        let end = end(from: index + 2)
      else {
        index += 1
        continue
      }
      flush(index)
      let content = String(decoding: source[(index + 2)..<end], as: UTF8.self)
      index = end + 2
      start = index
      let name = String(content.dropFirst()).onOneLine
      switch content.first {
      case "#", "^":
        guard depth < 32 else { break }
        let inner = self.nodes(closing: name, depth: depth + 1)
        start = index
        // A field that is not there is empty.
        nodes.append(
          .section(places[name] ?? .max, isInverted: content.first == "^", inner))
      case "/":
        if closing == name { return nodes }
      case "!": break
      case _:
        if let node = field(content.onOneLine) { nodes.append(node) }
      }
    }
    index = source.count
    flush(index)
    return nodes
  }

  private func end(from start: Int) -> Int? {
    var place = start
    while place + 1 < source.count {
      if source[place] == UInt8(ascii: "}"), source[place + 1] == UInt8(ascii: "}") { return place }
      place += 1
    }
    return nil
  }

  private func field(_ content: String) -> Template.Node? {
    let parts = content.split(separator: ":").map { String($0).onOneLine }
    guard let name = parts.last else { return nil }
    if name == "FrontSide" { return .frontSide }
    let filters = parts.dropLast()
    guard let place = places[name] else { return nil }
    let isAside = filters.contains {
      $0 == "hint" || $0 == "type" || $0.hasPrefix("tts")
    }
    return .field(place, isAside: isAside)
  }
}
