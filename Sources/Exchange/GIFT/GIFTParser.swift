import Decks

/// Reads one question of GIFT.
enum GIFTParser {
  enum Outcome {
    case success(GIFTQuestion)
    case failure(SkipReason)
  }

  /// Reads a question without its comments.
  static func question(_ text: Substring) -> Outcome {
    var rest = text.outerTrimmed
    var title: String?
    if rest.hasPrefix("::"), let end = rest.dropFirst(2).rangeOfUnescapedColons {
      title = GIFTText.unescaped(rest.dropFirst(2)[..<end.lowerBound]).trimmed
      rest = rest[end.upperBound...].drop { $0.isWhitespace }
    }
    let format = takeFormat(&rest)
    let read = { (text: Substring) -> String in
      let plain = GIFTText.unescaped(text)
      switch format {
      case .html: return html(plain)
      case .plain: return plain
      // Moodle's own form keeps the lines of a text.
      case nil: return plain.contains("<") ? html(plain.replacing("\n", with: "<br>")) : plain
      }
    }
    guard let open = rest.firstUnescaped(where: { $0 == "{" }) else {
      return .success(GIFTQuestion(title: title, stem: read(rest).trimmed, answer: .description))
    }
    let inside = rest[rest.index(after: open)...]
    guard let close = inside.firstUnescaped(where: { $0 == "}" }) else {
      return .failure(.openBrace)
    }
    let tail = inside[inside.index(after: close)...]
    guard tail.firstUnescaped(where: { $0 == "{" || $0 == "}" }) == nil else {
      return .failure(.badAnswer)
    }
    var question = GIFTQuestion(title: title, stem: read(rest[..<open]), answer: .essay)
    question.tail = tail.allSatisfy(\.isWhitespace) ? "" : read(tail)
    question.isPlain = format == .plain
    guard let answer = GIFTAnswer(inside[..<close], read: read) else {
      return .failure(.badAnswer)
    }
    question.answer = answer.answer
    question.feedback = answer.feedback
    question.hasPartialAnswers = answer.hasPartialAnswers
    return .success(question)
  }

  private enum Format {
    case html
    case plain
  }

  /// Takes `[html]`, `[plain]`, `[moodle]` or `[markdown]` before a text.
  private static func takeFormat(_ text: inout Substring) -> Format? {
    let formats: [(String, Format?)] = [
      ("[html]", .html), ("[plain]", .plain), ("[markdown]", .plain), ("[moodle]", nil),
    ]
    for (name, format) in formats where text.lowercased().hasPrefix(name) {
      text = text.dropFirst(name.count)
      return format
    }
    return nil
  }

  /// The text of HTML, with the spaces that part it from an answer.
  private static func html(_ text: String) -> String {
    let before = text.first?.isWhitespace == true ? " " : ""
    let after = text.last?.isWhitespace == true ? " " : ""
    return before + FieldText.plain(text) + after
  }
}

extension Substring {
  /// The first `::` without a backslash before it.
  fileprivate var rangeOfUnescapedColons: Range<Index>? {
    var rest = self
    while let colon = rest.firstUnescaped(where: { $0 == ":" }) {
      let next = index(after: colon)
      if next < endIndex, self[next] == ":" { return colon..<index(after: next) }
      rest = self[next...]
    }
    return nil
  }
}
