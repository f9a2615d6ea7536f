/// The sentence of a `C:` note, cut at its blanks.
package struct Cloze: Hashable, Sendable {
  /// A piece of the sentence.
  package struct Blank: Hashable, Sendable {
    /// The sentence from the blank before, or its beginning, to this blank.
    package let before: String
    /// What the blank hides.
    package let answer: String
    /// Whether `(` follows at once, as after the text of a Markdown link.
    package let isLink: Bool
  }

  package let blanks: [Blank]
  /// The sentence after the last blank.
  package let tail: String

  /// What stands where the asked blank is.
  package static let mark = "[…]"

  /// The sentence with every blank filled.
  package var sentence: String { text { _ in nil } }

  /// The sentence in which only the blank with the given index, counted from 0, is open.
  package func prompt(asking index: Int) -> String { text { $0 == index ? Cloze.mark : nil } }

  /// The sentence with some blanks replaced.
  package func text(replacing replacement: (Int) -> String?) -> String {
    var text = ""
    for (index, blank) in blanks.enumerated() {
      text += blank.before
      text += replacement(index) ?? blank.answer
    }
    return text + tail
  }

  /// Why a sentence is no cloze.
  enum Fault: Error, Hashable {
    case noBlank
    /// A bracket without its partner, or one within another, at an offset of the text.
    case unbalanced(offset: Int)
    case nested(offset: Int)
    case empty(offset: Int)
    case tooMany
  }

  /// Reads a sentence: `[…]` is a blank, `\[`, `\]` and images (`![…](…)`) are text.
  init(_ text: [UInt8]) throws(Fault) {
    var blanks: [Blank] = []
    var before: [UInt8] = []
    var answer: [UInt8] = []
    var opening: Int?
    var index = 0
    func peek(_ ahead: Int) -> UInt8? { index + ahead < text.count ? text[index + ahead] : nil }
    func take(_ range: Range<Int>) {
      if opening == nil {
        before += text[range]
      } else {
        answer += text[range]
      }
      index = range.upperBound
    }
    while index < text.count {
      switch text[index] {
      case .backslash where peek(1) == .openBracket || peek(1) == .closeBracket:
        take(index + 1..<index + 2)
      case .exclamationMark where peek(1) == .openBracket:
        take(index..<Cloze.endOfImage(text, from: index))
      case .openBracket:
        guard opening == nil else { throw .nested(offset: index) }
        opening = index
        index += 1
      case .closeBracket:
        guard let start = opening else { throw .unbalanced(offset: index) }
        let hidden = answer[...].text.trimmed
        guard !hidden.isEmpty else { throw .empty(offset: start) }
        guard blanks.count < Deck.Limit.blanks else { throw .tooMany }
        let isLink = peek(1) == .openParenthesis
        blanks.append(Blank(before: before[...].text, answer: hidden, isLink: isLink))
        before = []
        answer = []
        opening = nil
        index += 1
      case _:
        var end = index + 1
        while end < text.count, !text[end].mayMatterInCloze { end += 1 }
        take(index..<end)
      }
    }
    if let opening { throw .unbalanced(offset: opening) }
    guard !blanks.isEmpty else { throw .noBlank }
    self.blanks = blanks
    self.tail = before[...].text
  }

  /// Where the image that begins at `start` ends.
  ///
  /// Without a `]` only the `![` is taken, so that the rest is read as usual. The text and the
  /// address of an image are looked for within a kilobyte, so that no note takes long to read.
  private static func endOfImage(_ text: [UInt8], from start: Int) -> Int {
    let label = text[(start + 2)...].prefix(1024)
    guard let close = label.firstIndex(of: .closeBracket) else { return start + 2 }
    guard close + 1 < text.count, text[close + 1] == .openParenthesis else { return close + 1 }
    var depth = 0
    for index in close + 1..<min(text.count, close + 1024) {
      switch text[index] {
      case .openParenthesis: depth += 1
      case .closeParenthesis:
        depth -= 1
        if depth == 0 { return index + 1 }
      case .lineFeed: return close + 1
      case _: break
      }
    }
    return close + 1
  }
}

extension UInt8 {
  fileprivate var mayMatterInCloze: Bool {
    self == .backslash || self == .exclamationMark || self == .openBracket || self == .closeBracket
  }
}
