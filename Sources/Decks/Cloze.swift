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
    var images = ImageFinder(text: text)
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
        take(index..<images.end(from: index))
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
}

/// Finds where images end, from left to right.
private struct ImageFinder {
  let text: [UInt8]
  /// The next `]` and `)` that are known: nothing is searched twice.
  private var bracket = -1
  private var parenthesis = -1

  init(text: [UInt8]) { self.text = text }

  /// Where the image whose `![` is at `start` ends.
  ///
  /// Without a `]` only the `![` is taken, so that the rest is read as usual.
  mutating func end(from start: Int) -> Int {
    let label = ImageFinder.next(.closeBracket, in: text, from: start + 2, known: &bracket)
    guard let label else { return start + 2 }
    guard label + 1 < text.count, text[label + 1] == .openParenthesis else { return label + 1 }
    let address = ImageFinder.next(.closeParenthesis, in: text, from: label, known: &parenthesis)
    return (address ?? label) + 1
  }

  private static func next(
    _ byte: UInt8, in text: [UInt8], from start: Int, known: inout Int
  ) -> Int? {
    if known < start { known = text[min(start, text.count)...].firstIndex(of: byte) ?? text.count }
    return known < text.count ? known : nil
  }
}

extension UInt8 {
  fileprivate var mayMatterInCloze: Bool {
    self == .backslash || self == .exclamationMark || self == .openBracket || self == .closeBracket
  }
}

extension Cloze {
  /// Reads a sentence in the form of a deck; `nil` where it is no cloze.
  package init?(source: String) {
    guard let cloze = try? Cloze(Array(source.utf8)) else { return nil }
    self = cloze
  }

  /// The sentence before and after one of its blanks, counted from 0, with the others filled.
  package func parts(asking index: Int) -> (before: String, after: String) {
    var (before, after) = ("", "")
    for (place, blank) in blanks.enumerated() {
      if place <= index {
        before += blank.before + (place < index ? blank.answer : "")
      } else {
        after += blank.before + blank.answer
      }
    }
    return (before, after + tail)
  }
}
