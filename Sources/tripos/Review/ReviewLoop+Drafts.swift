import Decks
import Study
import Terminal

extension ReviewLoop {
  /// Shows what a draft was made from and, once, how it is settled.
  func explainDraft(_ card: Card) {
    if let source = card.source { screen.line("Source: \(source)") }
    guard session.isDraft(card) else {
      screen.line("Right on \(DraftMark.daysToKeep) days: kept. It is no draft any more.")
      return
    }
    guard !hasExplainedDrafts else { return }
    hasExplainedDrafts = true
    screen.line(
      "A draft, made from a text. :keep, :edit or :reject settles it; right on \(DraftMark.daysToKeep) days keeps it."
    )
  }

  /// What follows an answer: the next question, or a wait where a draft can be judged by its source.
  func goOn(after given: Given) throws -> Next {
    let question = given.question
    return question.isDraft && session.isDraft(question.card) ? try pause() : .goOn
  }

  /// Keeps the draft that is asked or was just marked.
  func keep(_ question: inout Question, isOpen: Bool) throws -> Next? {
    guard question.isDraft else { return sayNoDraft(question) }
    try session.keep(question.card, at: world.clock.now())
    question.isDraft = false
    screen.line("Kept: no draft any more.")
    return isOpen ? nil : .goOn
  }

  /// Rejects the draft that is asked or was just marked.
  func reject(_ question: Question) throws -> Next? {
    guard question.isDraft else { return sayNoDraft(question) }
    try session.reject(question, at: world.clock.now())
    screen.line("Rejected: not asked any more. :undo takes it back.")
    return .goOn
  }

  private func sayNoDraft(_ question: Question) -> Next? {
    screen.line("This card is no draft. :suspend takes it out of the reviews.")
    return nil
  }
}
