import Decks

/// Papers in Moodle's GIFT format, which other programs import.
///
/// Escaped are `~ = # { } :` and the backslash; a line end within a text is `\n`.
enum GIFT {
  /// A whole paper, one question after another, apart by empty lines.
  static func text(_ paper: Paper, title: String) -> String {
    var text = "// \(plain(title))\n\n$CATEGORY: \(plain(title))\n"
    for (index, question) in paper.questions.enumerated() {
      text += "\n::Q\(index + 1)::\(body(question))\n"
    }
    return text
  }

  private static func body(_ question: PaperQuestion) -> String {
    let wording = QuestionWording(question)
    let stem = [wording.instruction, wording.stem].filter { !$0.isEmpty }.joined(separator: "\n")
    switch question.task {
    case .typed:
      // A space inside a fill-in text marks the blank; GIFT has no blank but the answer's place.
      let answers = ([question.card.answer] + question.card.also).map { "=\(escaped($0))" }
      return "\(escaped(blanked(stem))) {\(answers.joined(separator: " "))}"
    case .choice(_, let options, let key):
      let list = options.enumerated().map { index, option in
        "\t\(index == key ? "=" : "~")\(escaped(option.text))\n"
      }
      return "\(escaped(blanked(stem))) {\n\(list.joined())}"
    case .truth(let statement):
      return "\(escaped(stem)) {\(statement.isTrue ? "TRUE" : "FALSE")}"
    case .order(let events):
      // An order is a matching of events with places.
      let sorted = OrderScore.sorted(events)
      let pairs = events.enumerated().map { index, event in
        let place = (sorted.firstIndex(of: index) ?? 0) + 1
        return "\t=\(escaped(event.phrase)) -> \(place)\n"
      }
      return "\(escaped(stem)) {\n\(pairs.joined())}"
    case .match(let matching):
      var pairs = zip(matching.left, matching.key).map { left, partner in
        "\t=\(escaped(blanked(left))) -> \(escaped(matching.right[partner]))\n"
      }
      for (index, spare) in matching.right.enumerated() where !matching.key.contains(index) {
        pairs.append("\t= -> \(escaped(spare))\n")
      }
      return "\(escaped(stem)) {\n\(pairs.joined())}"
    }
  }

  private static func blanked(_ text: String) -> String {
    text.replacing(Cloze.mark, with: "_____")
  }

  /// Text without meaning as GIFT.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", "~", "=", "#", "{", "}", ":": escaped += "\\\(character)"
      case "\n", "\r\n", "\r": escaped += "\\n"
      case "\t": escaped += " "
      case _: escaped.append(character)
      }
    }
    // An arrow within a text would part a pair.
    return escaped.replacing("->", with: "→")
  }

  private static func plain(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
