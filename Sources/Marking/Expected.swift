import Decks

/// What a question expects.
package struct Expected: Hashable, Sendable {
  /// The answer, as the deck has it.
  package var answer: String
  /// Other answers that are as right.
  package var also: [String]
  /// The kind of the card; `nil` where it is to be inferred.
  package var kind: CardKind?
  /// The prompt; what it says need not be repeated in an answer.
  package var question: String

  package init(answer: String, also: [String] = [], kind: CardKind? = nil, question: String = "") {
    self.answer = answer
    self.also = also
    self.kind = kind
    self.question = question
  }

  /// What a card expects.
  package init(_ card: Card) {
    self.init(answer: card.answer, also: card.also, kind: card.kind, question: card.prompt)
  }
}

extension Expected {
  /// All right answers as written: the answer and its aliases, each also without a part in
  /// brackets and by that part alone, "Agence France-Presse (AFP)".
  var accepted: [String] {
    var all: [String] = []
    for text in [answer] + also {
      all.append(text)
      guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")"),
        open > text.startIndex
      else { continue }
      let inner = text[text.index(after: open)..<close]
      let outer = text[..<open] + text[text.index(after: close)...]
      if !Folded(String(outer)).isEmpty { all.append(String(outer)) }
      if isName(inner, of: String(outer)) { all.append(String(inner)) }
    }
    return all
  }

  /// Whether a part in brackets is another name, not a remark such as "(1969)".
  private func isName(_ inner: Substring, of outer: String) -> Bool {
    let letters = inner.filter(\.isLetter)
    return letters.count >= 2 && !inner.contains(where: \.isNumber)
      && letters.allSatisfy(\.isUppercase) && outer.contains(where: \.isLetter)
  }
}
