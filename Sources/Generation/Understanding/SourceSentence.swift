import Language

/// A sentence of the text with what was read in it.
struct SourceSentence {
  /// The index of its block.
  let block: Int
  /// The block's text.
  let bytes: [UInt8]
  /// The headings that it stands under, the highest first.
  let section: [String]
  /// Its words and marks, as bytes of the block.
  let words: [Range<Int>]
  /// Its tree, without the date that it begins with; `nil` without models.
  let tree: Sentence?
  /// The date that it begins with, which is no part of its words and its tree.
  let fronted: TimeExpression?
  /// The expressions of time in it.
  let times: [TimeExpression]
  /// What its pronouns and short descriptions stand for, by word.
  var standIns: [Int: StandIn] = [:]

  /// Its bytes in the block.
  var range: Range<Int> {
    let start = words.first?.lowerBound ?? 0
    return min(start, fronted?.phrase.lowerBound ?? start)..<(words.last?.upperBound ?? start)
  }

  /// The sentence as it stands.
  var text: String { text(range) }

  /// How many words it has, marks and numbers left out.
  var wordCount: Int { words.count { text($0).contains(where: \.isLetter) } }

  /// Whether it speaks of the text that it stands in: "The article will analyse".
  var speaksOfItself: Bool {
    guard let tree,
      let subject = tree.tokens.prefix(4).firstIndex(where: {
        ["article", "paper", "chapter", "section", "essay", "study"].contains($0.form.lowercased())
      }), subject + 1 < tree.tokens.count
    else { return false }
    return tree.tokens[subject + 1].penn == .modal
  }

  /// Whether an expression of time says when something happened: also where a name follows that
  /// begins the clause, as in "in October 1950 United Nations forces pushed north".
  func isAdverbial(_ time: TimeExpression) -> Bool {
    guard time.role == .attributive, time.phrase.lowerBound < time.range.lowerBound,
      [.during, .by, .span].contains(time.relation), let tree
    else { return time.role == .adverbial }
    let end = words(in: time.phrase).upperBound
    return end < tree.tokens.count && tree.tokens[end].universal == .properNoun
      && !text(time.range).lowercased().hasPrefix("the 1")
      && !text(time.range).lowercased().hasPrefix("the 2")
  }

  /// Whether nothing but a comma stands between two expressions of time: "a week later, on 6
  /// October".
  func isBesides(_ first: TimeExpression, _ second: TimeExpression) -> Bool {
    let (early, late) =
      first.range.lowerBound < second.range.lowerBound ? (first, second) : (second, first)
    guard early.range.upperBound <= late.phrase.lowerBound else { return false }
    return text(early.range.upperBound..<late.phrase.lowerBound)
      .allSatisfy { $0 == "," || $0.isWhitespace }
  }

  /// The text at bytes of the block.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The words that a range of bytes touches.
  func words(in range: Range<Int>) -> Range<Int> {
    let first = words.firstIndex { $0.upperBound > range.lowerBound } ?? words.count
    let end = words.firstIndex { $0.lowerBound >= range.upperBound } ?? words.count
    return first..<max(first, end)
  }
}
