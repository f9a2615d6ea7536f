/// One of the answers to choose from.
package struct AnswerOption: Hashable, Sendable {
  package var text: String
  /// The key of the card whose answer or event it is; `nil` where no card has it.
  package var card: String?

  package init(_ text: String, card: String? = nil) {
    self.text = text
    self.card = card
  }
}

/// The options of a question in the order in which they are shown.
struct OptionSet: Hashable {
  var options: [AnswerOption]
  /// The index of the right one.
  var key: Int
}
