import Decks
import Language

/// Cards that ask whose words the text quotes in a block of their own.
extension CardMaker {
  /// Asks for the speaker of the quotation that a sentence announces: "Kim answered in these
  /// words:".
  func quotationCard(
    _ sentence: SourceSentence, _ predications: [Predication]
  ) -> GeneratedCard? {
    guard sentence.text.last == ":", let tree = sentence.tree,
      sentence.block + 1 < text.blocks.count,
      text.blocks[sentence.block + 1].kind == .quotation,
      let words = quotedWords(text.blocks[sentence.block + 1].text),
      let end = tree.tokens.lastIndex(where: { $0.form == "words" }), end >= 2,
      tree.tokens[end - 1].form == "these", end + 2 >= tree.tokens.count,
      // The verb right before "in these words" is the speaker's.
      let verb = tree.tokens.lastIndex(where: { $0.penn == .pastTense }),
      let predication = predications.first(where: {
        $0.predicate == verb && !$0.isPassive && !$0.isParticiple
      })
    else { return nil }
    let name = predication.resolvedSubject ?? tree.text(predication.subject)
    guard let actor = actors.actor(named: name), actor.kind == .person else { return nil }
    let question = "Whose words are these: “\(words)”?"
    guard check.veto(question, answer: actor.name) == nil, !question.contains(name) else {
      return nil
    }
    return card(.quotationQuestion, question, actor.name, .person, sentence, actor: actor)
  }

  /// The first sentence of a quotation that is clear by itself, without its marks.
  private func quotedWords(_ quotation: String) -> String? {
    let bytes = Array(quotation.utf8)
    for sentence in Document.sentenceWords(of: bytes, in: 0..<bytes.count) {
      guard let first = sentence.first, let last = sentence.last else { continue }
      var text = String(decoding: bytes[first.lowerBound..<last.upperBound], as: UTF8.self)
      while let mark = text.last, ".”\"".contains(mark) { text.removeLast() }
      var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      if let first = words.first { words[0] = first.filter { !"“\"‘".contains($0) } }
      text = words.joined(separator: " ")
      guard (9...26).contains(words.count), let first = words.first,
        first.first?.isUppercase == true, !Self.loose.contains(first.lowercased()),
        !text.contains(where: { "“”\"[]()…".contains($0) })
      else { continue }
      return text
    }
    return nil
  }

  /// First words that point to what was said before.
  private static let loose: Set<String> = [
    "this", "it", "they", "these", "those", "he", "she", "but", "and", "so", "because", "then",
    "therefore", "thus", "however", "such", "also", "in", "moreover", "furthermore", "besides",
  ]
}
