/// A question as GIFT has it.
package struct GIFTQuestion: Hashable, Sendable {
  /// What the braces hold.
  package enum Answer: Hashable, Sendable {
    /// Any of these is typed.
    case short([String])
    /// One or several of these are chosen.
    case choice([Option])
    case truth(Bool)
    /// A number, and how far another may be from it.
    case number(String, tolerance: String?)
    /// Any number between two.
    case range(String, String)
    case matching([Pair])
    case essay
    /// No braces: a text that asks nothing.
    case description
  }

  /// One option of a choice.
  package struct Option: Hashable, Sendable {
    package var text: String
    package var isRight: Bool

    package init(_ text: String, isRight: Bool) {
      self.text = text
      self.isRight = isRight
    }
  }

  /// A pair of a matching; the left is empty where the right is there to mislead.
  package struct Pair: Hashable, Sendable {
    package var left: String
    package var right: String

    package init(_ left: String, _ right: String) {
      self.left = left
      self.right = right
    }
  }

  package var title: String?
  /// The text before the answer.
  package var stem: String
  package var answer: Answer
  /// The text after the answer: the answer is a missing word then.
  package var tail = ""
  /// What is said after any answer.
  package var feedback: String?
  /// What stands in comment lines before the question.
  package var comments: [String] = []
  /// Whether the answer is a word of the text, to be printed in its place and nowhere else.
  package var isMissingWord = false
  /// Whether the text says that it is no HTML.
  package var isPlain = false
  /// Whether answers worth part of the marks were left out.
  package var hasPartialAnswers = false

  package init(title: String? = nil, stem: String, answer: Answer) {
    self.title = title
    self.stem = stem
    self.answer = answer
  }

  /// The question in GIFT, ended by a line end.
  package var text: String {
    var text = comments.map { "// \($0)\n" }.joined()
    if let title { text += "::\(GIFTText.escaped(title))::" }
    if isPlain { text += "[plain]" }
    text += GIFTText.escaped(stem)
    guard let braces else { return text + "\n" }
    if !isMissingWord, tail.isEmpty, let last = stem.last, !last.isWhitespace { text += " " }
    return text + "{\(braces)}\(GIFTText.escaped(tail))\n"
  }

  /// What stands in the braces; `nil` where there are none.
  private var braces: String? {
    let end = feedback.map { "####\(GIFTText.escaped($0))" } ?? ""
    switch answer {
    case .short(let answers):
      return answers.map { "=\(Self.item($0))" }.joined(separator: " ") + end
    case .choice(let options):
      return "\n"
        + options.map { "\t\($0.isRight ? "=" : "~")\(Self.item($0.text))\n" }.joined() + end
    case .truth(let isTrue): return (isTrue ? "TRUE" : "FALSE") + end
    case .number(let number, let tolerance):
      return "#\(number)" + (tolerance.map { ":\($0)" } ?? "") + end
    case .range(let least, let most): return "#\(least)..\(most)" + end
    case .matching(let pairs):
      return "\n"
        + pairs.map { "\t=\(Self.item($0.left)) -> \(Self.item($0.right))\n" }.joined() + end
    case .essay: return end
    case .description: return nil
    }
  }

  /// An answer: an arrow within it would part a pair.
  private static func item(_ text: String) -> String {
    GIFTText.escaped(text).replacing("->", with: "→")
  }
}
