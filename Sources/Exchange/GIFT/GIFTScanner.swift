import Decks

/// Cuts a GIFT file into its questions.
///
/// A blank line ends a question, so that a fault costs one question; braces that are open go on after
/// it, where they close before the next question.
struct GIFTScanner {
  /// What a file consists of.
  enum Item: Hashable {
    case category(String)
    case question(GIFTQuestion, line: Int)
    case fault(SkipReason, line: Int, text: String)
  }

  private struct Line {
    var text: Substring
    var number: Int

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
    var isComment: Bool { text.drop { $0.isWhitespace }.hasPrefix("//") }
    var isTitle: Bool { text.drop { $0.isWhitespace }.hasPrefix("::") }
    var opensBrace: Bool { text.firstUnescaped { $0 == "{" } != nil }
    var category: String? {
      let start = text.drop { $0.isWhitespace }
      guard start.hasPrefix("$CATEGORY:") else { return nil }
      return String(start.dropFirst("$CATEGORY:".count)).trimmed
    }
  }

  private let lines: [Line]
  private var index = 0
  private var comments: [String] = []

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { Line(text: $1, number: $0 + 1) }
  }

  /// The next item; `nil` at the end.
  mutating func next() -> Item? {
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        index += 1
        comments = []
      } else if line.isComment {
        index += 1
        comments.append(line.text.drop { $0.isWhitespace }.dropFirst(2).trimmed)
      } else if let category = line.category {
        index += 1
        return .category(category)
      } else {
        return question()
      }
    }
    return nil
  }

  private mutating func question() -> Item {
    let first = lines[index]
    var text = ""
    var depth = 0
    var isClosed = false
    while index < lines.count {
      let line = lines[index]
      if !text.isEmpty, line.isTitle || line.category != nil { break }
      if !text.isEmpty, depth == 0 {
        // A comment after the braces speaks of the question that follows.
        if line.isBlank || isClosed && line.isComment { break }
      }
      if depth == 1, !line.isComment, line.opensBrace { break }
      index += 1
      if line.isComment { continue }
      text += (text.isEmpty ? "" : "\n") + line.text
      var rest = line.text
      while let brace = rest.firstUnescaped(where: { $0 == "{" || $0 == "}" }) {
        depth = rest[brace] == "{" ? 1 : 0
        isClosed = depth == 0
        rest = rest[rest.index(after: brace)...]
      }
    }
    defer { comments = [] }
    guard depth == 0 else { return .fault(.openBrace, line: first.number, text: text) }
    switch GIFTParser.question(text[...]) {
    case .success(var question):
      question.comments = comments
      return .question(question, line: first.number)
    case .failure(let reason): return .fault(reason, line: first.number, text: text)
    }
  }
}
