import Decks
import Exchange

/// Papers in Moodle's GIFT format, which other programs import.
enum GIFT {
  /// A whole paper, one question after another, apart by empty lines.
  static func text(_ paper: Paper, title: String) -> String {
    var text = "// \(plain(title))\n\n$CATEGORY: \(plain(title))\n"
    for (index, question) in paper.questions.enumerated() {
      text += "\n" + gift(question, title: "Q\(index + 1)").text
    }
    return text
  }

  private static func gift(_ question: PaperQuestion, title: String) -> GIFTQuestion {
    let wording = QuestionWording(question)
    let stem = [wording.instruction, wording.stem].filter { !$0.isEmpty }.joined(separator: "\n")
    let answer: GIFTQuestion.Answer
    switch question.task {
    case .typed: answer = .short([question.card.answer] + question.card.also)
    case .choice(_, let options, let key):
      answer = .choice(
        options.enumerated().map { GIFTQuestion.Option($1.text, isRight: $0 == key) })
    case .truth(let statement): answer = .truth(statement.isTrue)
    case .order(let events):
      // An order is a matching of events with places.
      let sorted = OrderScore.sorted(events)
      answer = .matching(
        events.enumerated().map { index, event in
          GIFTQuestion.Pair(event.phrase, String((sorted.firstIndex(of: index) ?? 0) + 1))
        })
    case .match(let matching):
      let pairs = zip(matching.left, matching.key).map { left, partner in
        GIFTQuestion.Pair(blanked(left), matching.right[partner])
      }
      let spare = matching.right.indices.filter { !matching.key.contains($0) }
      answer = .matching(pairs + spare.map { GIFTQuestion.Pair("", matching.right[$0]) })
    }
    return GIFTQuestion(title: title, stem: blanked(stem), answer: answer)
  }

  // GIFT has no blank but the answer's place.
  private static func blanked(_ text: String) -> String {
    text.replacing(Cloze.mark, with: "_____")
  }

  private static func plain(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
