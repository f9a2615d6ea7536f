import Decks
import Marking
import Memory

/// What a session came to.
package struct SessionSummary: Hashable, Sendable {
  /// A card that was not known.
  package struct Missed: Hashable, Sendable {
    package var card: Card
    package var typed: String
  }

  /// The answers given, repeats included.
  package var answered: Int
  /// The cards whose first answer was right.
  package var rightFirstTime: Int
  /// The cards asked, without those that were new and not known.
  package var asked: Int
  /// The cards that the student met for the first time.
  package var new: Int
  /// The cards that were not known, new ones left out.
  package var missed: [Missed]
  /// The cards that were new and not known.
  package var introduced: [Missed]
  /// The cards left for later.
  package var left: Int
  /// How long it took.
  package var seconds: Int

  /// Sums up a session's answers.
  package init(_ answers: [Given], left: Int, seconds: Int) {
    let first = answers.filter(\.isFirst)
    let known = first.filter { !$0.isFirstMeeting }
    self.answered = answers.count
    self.rightFirstTime = known.count { $0.verdict.mark == .correct }
    self.asked = known.count
    self.new = first.count { $0.question.isNew }
    func list(_ answers: [Given]) -> [Missed] {
      answers.map { Missed(card: $0.question.card, typed: $0.typed) }
    }
    self.missed = list(known.filter { $0.verdict.mark != .correct })
    self.introduced = list(first.filter(\.isFirstMeeting))
    self.left = left
    self.seconds = seconds
  }
}
