import Exchange

/// The text of a cloze field, `{{c1::Paris::city}} is …`, with its blanks.
struct ClozeText: Hashable {
  /// A stretch of the text.
  indirect enum Piece: Hashable {
    case text(String)
    /// What a card asks; the numbers of the cards that ask it, a hint, and what it hides.
    case blank(numbers: [Int], hint: String?, [Piece])
  }

  let pieces: [Piece]

  /// Reads a field.
  ///
  /// - Parameters:
  ///   - html: the field.
  ///   - converter: makes text of HTML.
  init(_ html: [UInt8], _ converter: inout FieldText) {
    // Marks that no text holds survive the conversion, which may cross the borders of blanks.
    var marked: [UInt8] = []
    marked.reserveCapacity(html.count)
    var heads: [[Int]] = []
    var open = 0
    var index = 0
    while index < html.count {
      if let head = ClozeText.head(html, at: index) {
        heads.append(head.numbers)
        marked.append(ClozeText.opening)
        open += 1
        index = head.end
      } else if open > 0, html[index] == ClozeText.brace,
        index + 1 < html.count, html[index + 1] == ClozeText.brace
      {
        marked.append(ClozeText.closing)
        open -= 1
        index += 2
      } else {
        if html[index] != ClozeText.opening && html[index] != ClozeText.closing {
          marked.append(html[index])
        }
        index += 1
      }
    }
    // A blank that never ends is one to the end of the text.
    marked += repeatElement(ClozeText.closing, count: open)
    let text = Array(converter.convert(marked).utf8)
    var parser = ClozeParser(text: text, heads: heads)
    pieces = parser.pieces()
  }

  /// The numbers of the cards that the text makes, in the order of their blanks.
  var numbers: [Int] { ClozeText.numbers(pieces) }

  /// Each blank's card, where each card has one blank of its own and none lies within another: then
  /// the text can be a `C:` note.
  var simpleNumbers: [Int]? {
    var numbers: [Int] = []
    for case .blank(let own, _, let content) in pieces {
      guard own.count == 1, let number = own.first, !numbers.contains(number),
        ClozeText.numbers(content).isEmpty, !ClozeText.plain(content).isEmpty
      else { return nil }
      numbers.append(number)
    }
    return numbers.isEmpty ? nil : numbers
  }

  /// The sentence of a `C:` note: blanks in brackets, hints after them.
  var sentence: String {
    var sentence = ""
    for piece in pieces {
      switch piece {
      case .text(let text): sentence += ClozeText.escaped(text)
      case .blank(_, let hint, let content):
        sentence += "[\(ClozeText.escaped(ClozeText.line(content)))]"
        if let hint, !hint.isEmpty { sentence += " (\(ClozeText.escaped(hint)))" }
      }
    }
    return sentence
  }

  /// What one card asks, and what it expects: a line for each of its blanks.
  func question(_ number: Int) -> (prompt: String, answer: String) {
    var answers: [String] = []
    func write(_ pieces: [Piece]) -> String {
      pieces.map { piece in
        switch piece {
        case .text(let text): return text
        case .blank(let numbers, let hint, let content):
          guard numbers.contains(number) else { return write(content) }
          let answer = ClozeText.line(content)
          if !answers.contains(answer) { answers.append(answer) }
          return "[…]" + (hint.map { $0.isEmpty ? "" : " (\($0))" } ?? "")
        }
      }.joined()
    }
    let prompt = write(pieces)
    return (prompt, answers.joined(separator: "\n"))
  }

  static let opening: UInt8 = 1
  static let closing: UInt8 = 2
  private static let brace = UInt8(ascii: "}")

  private static func numbers(_ pieces: [Piece]) -> [Int] {
    pieces.flatMap { piece -> [Int] in
      switch piece {
      case .text: []
      case .blank(let numbers, _, let content): numbers + self.numbers(content)
      }
    }
  }

  private static func plain(_ pieces: [Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .blank(_, _, let content): plain(content)
      }
    }.joined()
  }

  /// What a blank hides, on one line.
  private static func line(_ pieces: [Piece]) -> String {
    let text = plain(pieces)
    return text.utf8.contains(0x0a) ? text.onOneLine : text
  }

  /// Plain brackets of a cloze sentence; images stay images.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x5b || $0 == 0x5d }) else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let image = Image(bytes, at: index) {
        escaped += bytes[index..<image.end]
        index = image.end
        continue
      }
      if bytes[index] == 0x5b || bytes[index] == 0x5d { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(bytes[index])
      index += 1
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Reads `{{c1::` or `{{c1,2::`.
  private static func head(_ html: [UInt8], at start: Int) -> (numbers: [Int], end: Int)? {
    guard start + 6 < html.count, html[start] == UInt8(ascii: "{"),
      html[start + 1] == UInt8(ascii: "{"), html[start + 2] == UInt8(ascii: "c")
    else { return nil }
    var numbers: [Int] = []
    var number = 0
    var digits = 0
    for index in (start + 3)..<min(html.count, start + 40) {
      switch html[index] {
      case 0x30...0x39:
        digits += 1
        guard digits <= 4 else { return nil }
        number = number * 10 + Int(html[index] - 0x30)
      case UInt8(ascii: ",") where digits > 0:
        numbers.append(number)
        (number, digits) = (0, 0)
      case UInt8(ascii: ":") where digits > 0 && index + 1 < html.count && html[index + 1] == 0x3a:
        return (numbers + [number], index + 2)
      case _: return nil
      }
    }
    return nil
  }
}

/// Takes a text with marks apart.
private struct ClozeParser {
  let text: [UInt8]
  var heads: [[Int]]
  private var index = 0
  private var blank = 0

  init(text: [UInt8], heads: [[Int]]) {
    self.text = text
    self.heads = heads
  }

  /// The pieces up to the end of the blank that is open, or of the text.
  mutating func pieces(depth: Int = 0) -> [ClozeText.Piece] {
    var pieces: [ClozeText.Piece] = []
    var start = index
    func flush(_ end: Int) {
      if end > start { pieces.append(.text(String(decoding: text[start..<end], as: UTF8.self))) }
    }
    while index < text.count {
      switch text[index] {
      case ClozeText.opening:
        flush(index)
        index += 1
        let numbers = blank < heads.count ? heads[blank] : [0]
        blank += 1
        // Deeper than anyone writes, the marks are passed over.
        if depth < 16 {
          let (content, hint) = withoutHint(self.pieces(depth: depth + 1))
          pieces.append(.blank(numbers: numbers, hint: hint, content))
        }
        start = index
      case ClozeText.closing:
        flush(index)
        index += 1
        if depth > 0 { return pieces }
        start = index
      case _: index += 1
      }
    }
    flush(index)
    return pieces
  }

  /// The content of a blank and what stands after `::` in it.
  private func withoutHint(_ pieces: [ClozeText.Piece]) -> ([ClozeText.Piece], String?) {
    for (place, piece) in pieces.enumerated() {
      guard case .text(let text) = piece else { continue }
      let parts = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let before = parts[0].isEmpty ? [] : [ClozeText.Piece.text(String(parts[0]))]
      return (Array(pieces[..<place]) + before, String(parts[1]).onOneLine)
    }
    return (pieces, nil)
  }
}

extension String {
  /// The text with every run of white space, line ends included, made one space.
  var onOneLine: String {
    let bytes = utf8
    if !bytes.contains(where: { $0 <= 0x20 && $0 != 0x20 }), !contains("  "), bytes.first != 0x20,
      bytes.last != 0x20
    {
      return self
    }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
