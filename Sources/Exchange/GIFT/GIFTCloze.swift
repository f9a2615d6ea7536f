import Decks

/// A sentence with one missing word, as a question of GIFT has it.
struct GIFTCloze {
  var before: String
  var answer: String
  var tail: String

  /// The sentence in the form of a deck.
  var source: String { "\(escaped(before))[\(escaped(answer))]\(escaped(tail))" }

  /// The sentence that a deck has, with this blank after its last one.
  ///
  /// - Parameter source: a sentence in the form of a deck.
  /// - Returns: the sentence in the form of a deck; `nil` where it is another sentence, or the blank
  ///   is not after the last.
  func joined(to source: String) -> String? {
    guard let cloze = Cloze(source: source), cloze.sentence == before + answer + tail else {
      return nil
    }
    let open = cloze.sentence.utf8.count - cloze.tail.utf8.count
    guard before.utf8.count >= open,
      before.utf8.count + answer.utf8.count <= cloze.sentence.utf8.count
    else { return nil }
    let between = String(decoding: before.utf8.dropFirst(open), as: UTF8.self)
    let start = source.utf8.dropLast(escaped(cloze.tail).utf8.count)
    return String(decoding: Array(start), as: UTF8.self)
      + "\(escaped(between))[\(escaped(answer))]\(escaped(tail))"
  }

  /// How many blanks a sentence in the form of a deck has.
  static func blankCount(_ source: String) -> Int { Cloze(source: source)?.blanks.count ?? 0 }

  private func escaped(_ text: String) -> String {
    text.replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}
