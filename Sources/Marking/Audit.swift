import Decks

/// An answer that the marker takes for right where another card's is expected.
///
/// It is an error of the marker or of the deck: two cards that cannot be told apart.
package struct AuditFinding: Hashable, Sendable {
  /// The card that was asked, by its position in the cards audited.
  package let asked: Int
  /// The card whose answer was given.
  package let given: Int
  /// The answer or alias that was given.
  package let text: String
}

extension Marker {
  /// Gives every answer and alias of every card to every other card of its kind.
  ///
  /// Cards that expect the same are no findings: there the answer is right for both. Cards whose
  /// expected answers overlap by an alias that both list are none either, nor are numbers of one
  /// value.
  ///
  /// - Parameter cards: the cards of a deck or of several.
  /// - Returns: what is marked correct though another card's answer, in deck order.
  package func audit(_ cards: [Card]) -> [AuditFinding] {
    let expected = cards.map(Expected.init)
    let forms = cards.map { card in
      Set(([card.answer] + card.also).map(Marker.key))
    }
    let identities = cards.map { self.identities(of: target(Expected($0))) }
    var findings: [AuditFinding] = []
    for (asked, card) in cards.enumerated() {
      for (given, other) in cards.enumerated() where other.kind == card.kind && given != asked {
        if !forms[asked].isDisjoint(with: forms[given]) { continue }
        if identities[asked].overlaps(identities[given]) { continue }
        if card.kind == .number, isSameNumber(card.answer, other.answer) { continue }
        for text in [other.answer] + other.also
        where mark(text, for: expected[asked]).mark == .correct {
          findings.append(AuditFinding(asked: asked, given: given, text: text))
        }
      }
    }
    return findings
  }

  /// Whether two numbers are one value, which is right for both where a unit may be left out.
  private func isSameNumber(_ left: String, _ right: String) -> Bool {
    guard let one = Quantity(left), let other = Quantity(right) else { return false }
    return one.values.contains(where: other.values.contains)
  }
}
