import Decks
import Glibc

/// A window of a session, read as a student reads it: by what it shows.
struct StudyWindow {
  let screen: VirtualScreen

  /// What the prompt wants.
  enum Wanted: Hashable {
    case answer
    /// One more try after an answer that was almost right.
    case secondTry
    case enter
    case yesOrNo
    case wereYouRight
    case home
    case ended
  }

  /// What stands on the cursor's line.
  var prompt: String { screen.cursorLine }

  var wanted: Wanted {
    if !screen.isPromptOpen { return .ended }
    if prompt == "tripos>" { return .home }
    if prompt.hasPrefix("Enter: ") { return .enter }
    if prompt == "Were you right? y/n" { return .wereYouRight }
    if prompt.hasSuffix("y/n") || prompt.hasSuffix("show") || prompt.hasSuffix("y/N") {
      return .yesOrNo
    }
    let lastMark = block.last { StudyWindow.isMark($0) }
    return lastMark?.hasPrefix("Almost:") ?? false ? .secondTry : .answer
  }

  /// Whether a line says what an answer was worth.
  static func isMark(_ line: String) -> Bool {
    ["Right:", "Right at the second try:", "Almost:", "Wrong:", "New:", "Not sure:"]
      .contains { line.hasPrefix($0) }
  }

  /// The lines from the last empty one to the prompt, without the prompt.
  var block: ArraySlice<String> {
    let above = screen.lines[..<screen.row]
    let empty = above.lastIndex { $0.isEmpty }
    return above[(empty.map { $0 + 1 } ?? 0)...]
  }

  /// The card whose question stands above the prompt.
  func card(among cards: [AskedCard]) -> Card? {
    // By the C library, since a student asks often.
    let text = collapsed(block.joined(separator: " "))
    return cards.filter { strstr(text, $0.question) != nil }
      .max { $0.question.count < $1.question.count }?.card
  }

  /// What of a card's answer can be read anywhere but in the question; `nil` where nothing can.
  func spoiler(of card: Card) -> String? {
    var text = collapsed(screen.lines.joined(separator: " "))
    let question = collapsed(card.prompt)
    if let range = text.ranges(of: question).last { text.replaceSubrange(range, with: " ") }
    let seen = Words(text)
    return ([card.answer] + card.also).first { seen.contains(Words($0)) }
  }
}

/// A card with its question as it can be found in a window.
struct AskedCard {
  let card: Card
  let question: String

  init(_ card: Card) {
    self.card = card
    self.question = collapsed(card.prompt)
  }
}

private func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A text as a row of words, whatever the case and the signs between them.
private struct Words {
  private let words: [Substring]

  init(_ text: String) {
    words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  func contains(_ other: Words) -> Bool {
    !other.words.isEmpty && words.firstRange(of: other.words) != nil
  }
}
