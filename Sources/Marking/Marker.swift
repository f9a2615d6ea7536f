import Decks

/// Marks typed answers as a fair examiner does.
///
/// Built once for the decks at hand; marking is a pure function of what was typed and expected.
/// Without the shipped tables it still marks, but knows no other names than the deck's.
package struct Marker: Sendable {
  let deck: NameTable
  let states: StateTable?
  let known: NameTable?
  let words: WordList?
  /// The answers of all cards, as keys: no slip may land on another's.
  let answers: Set<String>
  let tokenizer: Tokenizer

  /// Makes a marker.
  ///
  /// - Parameters:
  ///   - actors: the actors of the decks at hand.
  ///   - states: the table of states.
  ///   - names: other well-known names.
  ///   - words: common words, on which no slip may land.
  ///   - cards: the cards at hand; no slip may land on the answer of another one.
  package init(
    actors: [Actor] = [], states: StateTable? = nil, names: NameTable? = nil,
    words: WordList? = nil, cards: [Card] = []
  ) {
    var answers: Set<String> = []
    for card in cards {
      for text in [card.answer] + card.also { answers.insert(Marker.key(text)) }
    }
    self.answers = answers
    self.deck = NameTable(actors: actors)
    self.states = states
    self.known = names
    self.words = words
    self.tokenizer = Tokenizer(states: states, places: names?.places ?? [:])
  }

  /// Text as it is compared where spaces, articles and fillers do not count.
  static func key(_ text: String) -> String {
    NameTable.key(Fillers.stripped(Folded(text).words))
  }

  /// Marks a typed answer.
  ///
  /// Any text gets a mark in bounded time: of a very long answer only the beginning is read.
  package func mark(_ typed: String, for expected: Expected) -> Verdict {
    let answer = TypedAnswer(typed)
    if answer.isBlank { return Verdict(.wrong, because: .blank) }
    if expected.accepted.contains(where: { isSameText($0, typed) }) { return Verdict(.correct) }
    let target = self.target(expected)
    if isEqual(answer, target) { return Verdict(.correct) }
    if answer.isNoAnswer { return Verdict(.wrong, because: .noAnswer) }
    if let verdict = hedge(answer, expected) { return verdict }
    return mark(answer, target)
  }

  /// The target with its kind settled.
  func target(_ expected: Expected) -> Target {
    let kind: CardKind
    if let given = expected.kind, given != .text {
      kind = given
    } else {
      kind = infer(expected)
    }
    let target = Target(
      forms: expected.accepted.map(Target.Form.init), kind: kind, question: expected.question,
      questionWords: Folded(expected.question).words)
    return kind == .date || kind == .number || kind == .list ? target : standingForState(target)
  }

  /// "The Chinese leadership", "the South Vietnamese" as the state that is meant, in all its names;
  /// a government goes by its capital too.
  private func standingForState(_ target: Target) -> Target {
    guard let states, let words = target.forms.first.map({ Folded($0.text).words }),
      deck.named(words).isEmpty
    else { return target }
    let bare = words.filter { !Marker.stateWords.contains($0) }
    let leads = words.contains { Marker.leading.contains($0) }
    guard !bare.isEmpty, leads || words.first == "the" && bare.count == words.count - 1,
      let found = states.lookup(bare[...]).first(where: { leads || $0.naming == .demonym }),
      found.naming == .name || found.naming == .demonym
    else { return target }
    var target = target
    target.kind = .state
    target.isGovernment = leads
    target.forms.append(Target.Form(states.states[found.state].name))
    return target
  }

  /// Equality after folding, where no digit, sign or negation is at stake.
  private func isEqual(_ answer: TypedAnswer, _ target: Target) -> Bool {
    if answer.folded.isEmpty || answer.folded.isCut { return false }
    switch target.kind {
    case .number, .date: return false
    case .person, .state, .organisation, .place, .term, .cause, .quotation, .list, .text: break
    }
    return target.forms.contains { form in
      form.words == answer.words && !form.words.isEmpty
        && contradiction(answer.folded.words, form, target)?.mark != .wrong
    }
  }

  /// Several answers for one: right only where each of them is.
  private func hedge(_ answer: TypedAnswer, _ expected: Expected) -> Verdict? {
    let alternatives = answer.alternatives
    guard !alternatives.isEmpty,
      !expected.accepted.contains(where: { Folded($0).words.contains("or") })
    else { return nil }
    let verdicts = alternatives.map { mark($0, for: expected) }
    if let first = verdicts.first, verdicts.allSatisfy({ $0.mark == .correct }) { return first }
    if verdicts.contains(where: { $0.mark != .wrong }) {
      return Verdict(.wrong, because: .hedged)
    }
    return nil
  }

  /// The best mark over all right answers.
  private func mark(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    if answer.folded.isEmpty, !hasDigits(answer.text) {
      return Verdict(.wrong, because: .unreadable)
    }
    if [.term, .text, .number].contains(target.kind), let typed = ClockTime(answer.text) {
      let times = target.forms.compactMap { ClockTime($0.text) }
      if times.contains(where: typed.agrees) { return Verdict(.correct) }
      if !times.isEmpty { return Verdict(.wrong, because: .otherNumber) }
    }
    switch target.kind {
    case .number: return markNumber(answer, target)
    case .date: return markDate(answer, target)
    case .list: return markList(answer, target)
    case .person, .state, .organisation, .place, .term: return markName(answer, target)
    case .cause, .quotation, .text: return markText(answer, target)
    }
  }

  /// Whether two texts are the same but for case and white space: right, whatever the kind.
  private func isSameText(_ accepted: String, _ typed: String) -> Bool {
    guard typed.utf8.count <= 2 * accepted.utf8.count + 64 else { return false }
    func bare(_ text: String) -> String {
      text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    // Most answers are other words from the first letter on.
    func firstByte(_ text: String) -> UInt8? {
      text.utf8.first { $0 > 0x20 }.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    }
    if let left = firstByte(accepted), let right = firstByte(typed), left != right,
      left < 0x80, right < 0x80
    {
      return false
    }
    return bare(accepted) == bare(typed)
  }

  private func hasDigits(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.numericType != nil }
  }
}

/// The better of two verdicts: the earlier one where both have the same mark.
func better(_ left: Verdict, _ right: Verdict) -> Verdict {
  func rank(_ verdict: Verdict) -> Int {
    switch verdict.mark {
    case .correct: 2
    case .almost: 1
    case .wrong: 0
    }
  }
  return rank(right) > rank(left) ? right : left
}
