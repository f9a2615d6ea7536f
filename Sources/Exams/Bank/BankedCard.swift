import Chronology
import Decks

/// A card with what setting a paper needs to know about it.
package struct BankedCard: Hashable, Sendable {
  package let card: Card
  /// The card's position in the bank.
  package let index: Int
  /// A number that the cards of one note share.
  let note: Int
  /// The index of the section among the bank's topics.
  let section: Int
}

extension Card {
  /// Whether the prompt has a blank to fill.
  var isCloze: Bool { blank != nil }

  /// The event without a year in it that would give its date away; `nil` where there is none.
  var datelessEvent: String? {
    guard kind == .date, let event, event.utf8.count <= 160, !event.contains("\n") else {
      return nil
    }
    return event.namesYear ? nil : event
  }

  /// Whether the event is a clause ("The ship sailed"), not a noun phrase ("Sailing of the ship").
  ///
  /// An event taken from a cloze is its sentence without the date, so its words stand in the prompt.
  var isEventClause: Bool {
    guard let event, isCloze else { return false }
    var words = Words.all(prompt)[...]
    for word in Words.all(event) {
      guard let found = words.firstIndex(of: word) else { return false }
      words = words[(found + 1)...]
    }
    return true
  }
}

extension String {
  /// Whether a word of the text reads as a year, a decade or a century.
  var namesYear: Bool {
    let words = lowercased().split { !($0.isLetter || $0.isNumber || $0 == ",") }
    return words.contains { word in
      let digits = word.prefix { $0.isNumber }
      guard !digits.isEmpty, !word.contains(",") else { return false }
      let rest = word.dropFirst(digits.count)
      return digits.count == 4 && (rest.isEmpty || rest == "s")
    } || words.contains("century") || words.contains("bc") || words.contains("ad")
  }
}
