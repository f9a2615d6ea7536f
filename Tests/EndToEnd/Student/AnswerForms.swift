import Chronology
import Decks
import Proving

/// The ways in which a person types an answer that is known.
enum AnswerForms {
  /// One of the ways, each of which is right.
  static func right(_ card: Card, using random: inout SplitMix64) -> String {
    let answer = card.shownInOneLine
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return answer.lowercased()
    case 1: return answer.uppercased()
    case 2: return answer + "."
    case 3: return "  " + answer + " "
    case 4, 5: return card.also.randomElement(using: &random) ?? answer
    case 6, 7: return card.kind == .date ? dateForms(answer, using: &random) : answer
    default: return answer
    }
  }

  /// An answer that lacks the finest part of a date; `nil` where there is none to leave out.
  static func almost(_ card: Card) -> String? {
    guard card.kind == .date, let date = parts(card.answer), date.month != nil else { return nil }
    return date.year
  }

  /// Something that is wrong.
  static func wrong(_ card: Card, using random: inout SplitMix64) -> String {
    switch card.kind {
    case .date, .number: String(Int.random(in: 1300...1399, using: &random))
    case .person: "Otto von Bismarck"
    case .state: "Iceland"
    case .organisation, .place, .term, .cause, .quotation, .list, .text: "zebra"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `20 July 1957` or `July 1957` by its parts.
  private static func parts(
    _ text: String
  ) -> (day: Int?, month: Int?, year: String)? {
    let words = text.split(separator: " ")
    guard let year = words.last, year.count == 4, year.allSatisfy(\.isNumber), words.count <= 3
    else { return nil }
    if words.count == 1 { return (nil, nil, String(year)) }
    guard let month = months.firstIndex(where: { $0 == words[words.count - 2] }) else { return nil }
    if words.count == 2 { return (nil, month + 1, String(year)) }
    return Int(words[0]).map { ($0, month + 1, String(year)) }
  }

  private static func dateForms(_ answer: String, using random: inout SplitMix64) -> String {
    guard let (day, number, year) = parts(answer), let number else { return answer }
    let month = months[number - 1]
    let two = number < 10 ? "0\(number)" : "\(number)"
    let forms: [String]
    if let day {
      let twoOfDay = day < 10 ? "0\(day)" : "\(day)"
      forms = [
        "\(month) \(day), \(year)", "\(day) \(month.prefix(3)) \(year)",
        "\(year)-\(two)-\(twoOfDay)", "\(day).\(number).\(year)",
      ]
    } else {
      forms = ["\(month.prefix(3)) \(year)", "\(number)/\(year)", "\(year)-\(two)"]
    }
    return forms.randomElement(using: &random) ?? answer
  }
}

extension Card {
  /// The answer as it is typed: a list's items with commas between them.
  var shownInOneLine: String {
    answer.split(whereSeparator: \.isNewline)
      .map { $0.trimmingPrefix { $0 == "-" || $0 == "*" || $0 == " " } }
      .joined(separator: ", ")
  }

  /// What is the same of a card before and after an edit of its words.
  var place: String { "\(note).\(blank ?? 0)" }
}
