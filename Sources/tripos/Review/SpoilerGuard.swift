import Decks
import Study
import Terminal

extension Screen {
  /// Whether a card's answer can be read in the window now.
  func shows(_ card: Card) -> Bool {
    let visible = Spoken(recentLines.suffix(rows).joined(separator: " "))
    return card.spoilers.contains { visible.contains(Spoken($0)) }
  }

  /// Scrolls everything out of the window.
  func scrollAway() {
    for _ in 0..<rows { line() }
  }
}

extension Card {
  /// The texts that give the answer away: the answer, its other forms, and each item of a list.
  fileprivate var spoilers: [String] {
    let items = kind == .list ? listItems : []
    return ([answer] + also + items).filter { !Spoken($0).words.isEmpty }
  }

  /// Whether a text gives the answer away.
  func isGivenAway(by text: String) -> Bool {
    let spoken = Spoken(text)
    return spoilers.contains { spoken.contains(Spoken($0)) }
  }
}

/// A text as its words, whatever the case and punctuation.
private struct Spoken {
  let words: [Substring]
  private let joined: String

  init(_ text: String) {
    let lowered = text.lowercased()
    self.words = lowered.split { !$0.isLetter && !$0.isNumber }
    self.joined = " " + words.joined(separator: " ") + " "
  }

  func contains(_ other: Spoken) -> Bool {
    !other.words.isEmpty && joined.contains(other.joined)
  }
}
