import Decks
import Generation
import Terminal

/// What generation shows before it asks: counts, what was left out, and samples.
struct GenerationReport {
  /// What to call the text.
  let name: String
  let result: Generator.Result
  let target: GenerationTarget
  let offer: GenerationOffer
  /// Whether everything left out is listed.
  let isFull: Bool

  private var cards: [GeneratedCard] { offer.cards.map(\.card) }

  func show(on screen: Screen) {
    if target.isNew { showNew(screen) } else { showUpdate(screen) }
    showMemory(screen)
    showOmitted(screen)
    guard !samples.isEmpty else { return }
    // Without empty lines between them counts and samples fit into one window.
    screen.line()
    for card in samples {
      screen.line("\(card.prompt.replacing(GeneratedCard.blank, with: Cloze.mark))")
      screen.line("    \(card.answer)", indent: 4)
    }
    screen.line()
  }

  private func showNew(_ screen: Screen) {
    screen.line(
      "\(ReviewWording.count(result.cards.count, "card")) from \(name)\(forms(result.cards)).")
    if !result.cards.isEmpty, !result.cards.contains(where: { $0.kind == .date }) {
      screen.line("The text has no fact with a date that could be asked for.")
    }
  }

  private func showUpdate(_ screen: Screen) {
    let update = target.update
    screen.line(
      "\(target.path) was made from this text before: \(ReviewWording.count(update.unchanged, "fact")) of it known, \(cards.count) new\(forms(cards))."
    )
    if !update.reworded.isEmpty {
      screen.line(
        "\(ReviewWording.count(update.reworded.count, "fact")) told in other words now; the question stays, and the source becomes the new sentence."
      )
    }
    guard !update.vanished.isEmpty else { return }
    screen.line(
      "\(ReviewWording.count(update.vanished.count, "note")) from sentences that the text no longer has, left alone:"
    )
    let shown = isFull ? update.vanished[...] : update.vanished.prefix(5)
    for vanished in shown { screen.line(line(of: vanished), indent: 4) }
    let rest = update.vanished.count - shown.count
    if rest > 0 { screen.line("  and \(rest) more; --explain lists them") }
  }

  private func line(of vanished: DeckUpdate.Vanished) -> SafeText {
    let card = target.existing?.deck.cards(of: vanished.note).first
    let now: SafeText = vanished.answerNow.map { " · the text says now: \($0)" } ?? ""
    return "  line \(vanished.note.line): \(card?.prompt ?? "") \(card?.answer ?? "")" + now
  }

  /// `: 8 questions for dates, 6 questions for actors`; nothing where there are no cards.
  private func forms(_ cards: [GeneratedCard]) -> String {
    let counts = GeneratedCard.Form.allCases.compactMap { form in
      let count = cards.count { $0.form == form }
      return count > 0 ? "\(count) \(count == 1 ? form.noun : form.plural)" : nil
    }
    return counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
  }

  private func showMemory(_ screen: Screen) {
    for (count, words) in [
      (offer.rejected, "rejected before: not offered again"),
      (offer.takenOut, "taken out of the deck by hand: not offered again"),
      (offer.elsewhere, "asked in another deck already"),
    ] where count > 0 {
      screen.line("\(count) \(words).")
    }
  }

  private func showOmitted(_ screen: Screen) {
    if result.omitted.isEmpty { return }
    let reasons = Veto.allCases
      .map { veto in (veto, result.omitted.count { $0.veto == veto }) }
      .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
    let shown = isFull ? reasons[...] : reasons.prefix(3)
    screen.line("\(ReviewWording.count(result.omitted.count, "fact")) left out:")
    for (veto, count) in shown { screen.line("  \(count): \(veto.words)", indent: 4) }
    let rest = reasons.dropFirst(shown.count).reduce(0) { $0 + $1.1 }
    if rest > 0 { screen.line("  \(rest) for other reasons; --explain lists all") }
    guard isFull else { return }
    for fact in result.omitted {
      screen.line()
      screen.line("\(fact.answer): \(fact.veto.words)")
      screen.line("  \(fact.sentence)", indent: 2)
    }
  }

  /// Five cards from all over the text.
  private var samples: [GeneratedCard] {
    guard cards.count > 5 else { return cards }
    return (0..<5).map { cards[$0 * (cards.count - 1) / 4] }
  }
}
