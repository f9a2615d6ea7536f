import Decks

/// What stands in the braces of a question.
struct GIFTAnswer {
  private(set) var answer: GIFTQuestion.Answer
  private(set) var feedback: String?
  private(set) var hasPartialAnswers = false

  /// Reads it; `nil` where it is none of GIFT's answers.
  ///
  /// - Parameters:
  ///   - braces: the text between the braces.
  ///   - read: makes plain text of a text within it.
  init?(_ braces: Substring, read: (Substring) -> String) {
    var content = braces.outerTrimmed
    if let general = content.firstRange(of: "####"),
      general.lowerBound == content.startIndex
        || content[content.index(before: general.lowerBound)] != "\\"
    {
      let text = read(content[general.upperBound...]).trimmed
      feedback = text.isEmpty ? nil : text
      content = content[..<general.lowerBound].outerTrimmed
    }
    if content.isEmpty {
      answer = .essay
      return
    }
    if content.first == "#" {
      guard let number = Self.number(content.dropFirst(), &hasPartialAnswers) else { return nil }
      answer = number
      return
    }
    let word = content.splitUnescaped(at: "#")[0].trimmed.uppercased()
    if ["T", "TRUE", "F", "FALSE"].contains(word) {
      answer = .truth(word.hasPrefix("T"))
      return
    }
    guard let items = Self.items(content, read: read) else { return nil }
    if items.contains(where: { $0.pair != nil }) {
      let pairs = items.compactMap(\.pair)
      guard pairs.count == items.count else { return nil }
      answer = .matching(pairs)
    } else if items.allSatisfy(\.isMarkedRight) {
      let right = items.filter { $0.share >= 100 }
      hasPartialAnswers = right.count < items.count
      answer = .short(right.map(\.text))
    } else {
      answer = .choice(Self.options(items))
    }
  }

  /// One answer of a list.
  private struct Item {
    /// Whether `=` stands before it, not `~`.
    var isMarkedRight: Bool
    /// How much of the marks it is worth, in percent.
    var share: Double
    var text: String
    var pair: GIFTQuestion.Pair?
  }

  /// Several right options share the marks; where none has all, those with a share are right.
  private static func options(_ items: [Item]) -> [GIFTQuestion.Option] {
    let isShared = !items.contains { $0.share >= 100 }
    return items.map { item in
      GIFTQuestion.Option(item.text, isRight: item.share >= 100 || isShared && item.share > 0)
    }
  }

  private static func items(_ content: Substring, read: (Substring) -> String) -> [Item]? {
    guard let first = content.first, first == "=" || first == "~" else { return nil }
    var items: [Item] = []
    var rest = content
    while let mark = rest.first {
      rest = rest.dropFirst()
      let end = rest.firstUnescaped { $0 == "=" || $0 == "~" } ?? rest.endIndex
      var text = rest[..<end].splitUnescaped(at: "#")[0].outerTrimmed
      rest = rest[end...]
      let share = takeShare(&text) ?? (mark == "=" ? 100 : 0)
      var item = Item(isMarkedRight: mark == "=", share: share, text: read(text).trimmed)
      if mark == "=", let arrow = text.firstRange(of: "->") {
        item.pair = GIFTQuestion.Pair(
          read(text[..<arrow.lowerBound]).trimmed, read(text[arrow.upperBound...]).trimmed)
      }
      items.append(item)
    }
    return items
  }

  /// Takes `%50%` before an answer.
  private static func takeShare(_ text: inout Substring) -> Double? {
    guard text.first == "%", let end = text.dropFirst().firstIndex(of: "%"),
      let share = Double(text[..<end].dropFirst())
    else { return nil }
    text = text[text.index(after: end)...].outerTrimmed
    return share
  }

  /// A number with its tolerance, a range, or a list of them of which the first with all marks counts.
  private static func number(_ content: Substring, _ isPartial: inout Bool)
    -> GIFTQuestion.Answer?
  {
    var found: [GIFTQuestion.Answer] = []
    let parts = content.outerTrimmed.splitUnescaped(at: "=").filter { !$0.outerTrimmed.isEmpty }
    for part in parts {
      let alternatives = part.splitUnescaped(at: "~")
      var text = alternatives[0].splitUnescaped(at: "#")[0].outerTrimmed
      let share = takeShare(&text) ?? 100
      guard share >= 100 else {
        isPartial = true
        continue
      }
      let plain = GIFTText.unescaped(text).trimmed
      if let dots = plain.firstRange(of: "..") {
        let (least, most) = (plain[..<dots.lowerBound].trimmed, plain[dots.upperBound...].trimmed)
        guard Double(least) != nil, Double(most) != nil else { return nil }
        found.append(.range(least, most))
      } else {
        let pieces = plain.split(separator: ":", omittingEmptySubsequences: false)
        guard let number = pieces.first.map({ $0.trimmed }), Double(number) != nil else {
          return nil
        }
        let tolerance = pieces.count > 1 ? pieces[1].trimmed : nil
        found.append(.number(number, tolerance: tolerance))
      }
    }
    return found.first
  }
}
