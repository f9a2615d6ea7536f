import Chronology
import Decks

/// A question in words, as the terminal and the printed paper show it.
package struct QuestionWording: Hashable, Sendable {
  /// One line that can be chosen or numbered.
  package struct Line: Hashable, Sendable {
    package var label: String
    package var text: String
  }

  /// What is to be done; empty where the question itself says it.
  package var instruction: String
  /// The question, perhaps of several lines; empty where the instruction is enough.
  package var stem: String
  /// What is chosen from, ordered or matched: `a`, `b` … for options and partners.
  package var lines: [Line]
  /// For a matching: the left column, numbered from 1.
  package var left: [Line]
  /// What the prompt asks for: `month and year`, `a, b or c`.
  package var wanted: String

  package init(_ question: PaperQuestion) {
    instruction = ""
    stem = ""
    lines = []
    left = []
    let card = question.card
    switch question.task {
    case .typed:
      instruction = card.isCloze ? "Fill the blank." : ""
      stem = card.prompt
      wanted = card.wantedAnswer
    case .choice(let stem, let options, _):
      instruction = question.type == .choice && card.isCloze ? "Choose what fills the blank." : ""
      self.stem = stem
      lines = QuestionWording.lettered(options.map(\.text))
      wanted = QuestionWording.choices(lines.map(\.label))
    case .truth(let statement):
      wanted = "true or false"
      switch statement.form {
      case .sentence(let sentence):
        instruction = "True or false?"
        stem = sentence
      case .event(let event, let date):
        instruction = "True or false: is this event dated rightly?"
        stem = "\(event): \(date)"
      case .answer(let question, let answer):
        instruction = "True or false: is this answer right?"
        stem = "Question: \(question)\nAnswer: \(answer)"
      }
    case .order(let events):
      instruction = "Put these events in order, the earliest first."
      lines = QuestionWording.lettered(events.map(\.phrase))
      wanted = "order of \(events.count) letters"
    case .match(let matching):
      let spare = matching.right.count > matching.left.count
      let what =
        switch matching.subject {
        case .dates: "Match each event with its date"
        case .persons: "Match each question with the person who answers it"
        case .states: "Match each question with the state that answers it"
        case .organisations: "Match each question with the organisation that answers it"
        }
      instruction = what + (spare ? "; one letter is left over." : ".")
      left = matching.left.enumerated().map { Line(label: "\($0 + 1)", text: $1) }
      lines = QuestionWording.lettered(matching.right)
      wanted = "a letter for each of 1 to \(left.count)"
    }
  }

  /// The letter of an option, from a on.
  package static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(97 + index))) : "\(index + 1)"
  }

  private static func lettered(_ texts: [String]) -> [Line] {
    texts.enumerated().map { Line(label: letter($0), text: $1) }
  }

  private static func choices(_ labels: [String]) -> String {
    guard let last = labels.last, labels.count > 1 else { return labels.first ?? "" }
    return "\(labels.dropLast().joined(separator: ", ")) or \(last)"
  }
}

extension QuestionWording {
  /// The right answer in words, as a key gives it.
  package static func key(of question: PaperQuestion) -> String {
    switch question.task {
    case .typed: return question.card.answer
    case .choice(_, let options, let key):
      guard options.indices.contains(key) else { return question.card.answer }
      return "\(letter(key)). \(options[key].text)"
    case .truth(let statement):
      if statement.isTrue { return "true" }
      return "false; right is \(question.card.answer)"
    case .order(let events):
      return OrderScore.sorted(events).map { letter($0) }.joined(separator: " ")
    case .match(let matching):
      return matching.key.enumerated().map { "\($0 + 1)\(letter($1))" }.joined(separator: " ")
    }
  }
}

extension Card {
  /// What is wanted, in the words of a prompt: names the precision asked and nothing more.
  package var wantedAnswer: String {
    switch kind {
    case .date: HistoricalDate(answer)?.asked ?? "date"
    case .person, .state, .organisation, .place, .number: kind.rawValue
    case .list: "list of \(listedItems.count)"
    case .term, .cause, .quotation, .text: "answer"
    }
  }

  /// The items of a list's answer.
  private var listedItems: [Substring] {
    let lines = answer.split(whereSeparator: \.isNewline)
    if lines.count > 1 { return lines }
    return answer.replacing(", and ", with: ",").replacing(" and ", with: ",")
      .split { $0 == "," || $0 == ";" }
  }
}
