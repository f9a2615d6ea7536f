import Chronology
import Decks

/// A card as it is put to the student.
package struct Question: Hashable, Sendable {
  /// The card's position in the library.
  package var entry: Int
  package var card: Card
  /// Whether the student meets it for the first time.
  package var isNew: Bool
  /// Whether it was asked in this session before.
  package var isReturn: Bool
  /// Whether its answer may still stand above: a screen is scrolled first.
  package var isFromMemory: Bool
  /// Whether a hint was given, so that a right answer counts as hard.
  package var hasHint = false
  /// Whether it is a draft that nobody has settled yet.
  package var isDraft = false

  package init(
    entry: Int, card: Card, isNew: Bool = false, isReturn: Bool = false, isFromMemory: Bool = false
  ) {
    self.entry = entry
    self.card = card
    self.isNew = isNew
    self.isReturn = isReturn
    self.isFromMemory = isFromMemory
  }
}

extension Card {
  /// What is wanted, in the words of the prompt: `month and year`, `person`, `list of 5`.
  ///
  /// Names the precision asked and nothing more.
  package var wanted: String {
    switch kind {
    case .date: HistoricalDate(answer)?.asked ?? "date"
    case .person: "person"
    case .state: "state"
    case .organisation: "organisation"
    case .place: "place"
    case .number: "number"
    case .list: "list of \(listItems.count)"
    case .term, .cause, .quotation, .text: "answer"
    }
  }

  /// The items of a list's answer.
  package var listItems: [String] {
    let lines = answer.split(whereSeparator: \.isNewline).map { line in
      line.drop { $0 == "-" || $0 == "*" || $0 == "+" || $0 == " " }
    }
    if lines.count > 1 { return lines.map(String.init) }
    return
      answer
      .replacing(", and ", with: ",").replacing(" and ", with: ",").replacing(";", with: ",")
      .split(separator: ",").map { item in
        String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      .filter { !$0.isEmpty }
  }

  /// A little help that does not give the answer away: the shape of a date or number, the initials
  /// of a name.
  package var hint: String {
    switch kind {
    case .date:
      guard let date = HistoricalDate(answer), let first = date.bounds.first else { return shape }
      let year = first.components.year
      guard year > 0 else { return "before our era" }
      return date.precision == .decade || date.precision == .century
        ? "the \(ordinal(of: (year + 99) / 100)) century" : "the \(year / 10 * 10)s"
    case .number: return "\(answer.filter(\.isNumber).count) digits"
    case .list: return listItems.map { "\($0.prefix(1))…" }.joined(separator: ", ")
    case .person, .state, .organisation, .place, .term, .cause, .quotation, .text: return shape
    }
  }

  /// The first letter of each word.
  private var shape: String {
    answer.split(separator: " ").prefix(8).map { "\($0.prefix(1))…" }.joined(separator: " ")
  }
}

private func ordinal(of number: Int) -> String {
  switch (number % 10, number % 100) {
  case (1, let rest) where rest != 11: "\(number)st"
  case (2, let rest) where rest != 12: "\(number)nd"
  case (3, let rest) where rest != 13: "\(number)rd"
  case _: "\(number)th"
  }
}
