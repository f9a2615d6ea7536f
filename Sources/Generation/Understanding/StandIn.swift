import Language

/// What a pronoun or a short description stands for, so that a card can say it in full.
struct StandIn: Hashable {
  /// The name or description that it stands for.
  let name: String
  /// What is written in its place; empty for a word that the one before it has taken in, as
  /// "company" in "the company".
  let text: String

  /// What a pronoun or an article with its noun stands for.
  init(_ name: String, isPossessive: Bool) {
    self.name = name
    text = isPossessive ? name + (name.hasSuffix("s") ? "'" : "'s") : name
  }

  /// A word that belongs to the one before it.
  init(within name: String) {
    self.name = name
    text = ""
  }
}

extension SourceSentence {
  /// The words that a card about some of the sentence's words shows otherwise than they stand.
  ///
  /// Only the first word that stands for somebody is written in full; the others are clear by it.
  ///
  /// - Parameters:
  ///   - words: the words of the card, in its order.
  ///   - asked: whom the card asks for, who must not be named in it.
  ///   - hasFullDates: whether dates that only the context gives are written in full.
  /// - Returns: what to write, by word.
  func shown(
    for words: [Int], asked: String? = nil, hasFullDates: Bool = false
  ) -> [Int: String] {
    guard let tree else { return [:] }
    var shown: [Int: String] = hasFullDates ? fullDates(in: words) : [:]
    guard !standIns.isEmpty else { return shown }
    var named: Set<String> = []
    if let asked { named.insert(asked) }
    var before = " "
    for word in words {
      if let standIn = standIns[word] {
        if standIn.text.isEmpty {
          if shown[word - 1] != nil {
            shown[word] = ""
          } else if !words.contains(word - 1), asked != standIn.name {
            // "The latter" without its article.
            shown[word] = standIn.name
          }
        } else if !named.contains(standIn.name), !isNamed(standIn.name, in: before) {
          shown[word] = standIn.text
          named.insert(standIn.name)
        }
      }
      before += tree.tokens[word].form + " "
    }
    return shown
  }

  /// Dates in full, by their words.
  private func fullDates(in card: [Int]) -> [Int: String] {
    var shown: [Int: String] = [:]
    for time in times where time.isDerived {
      let words = words(in: time.phrase)
      guard let full = time.fullPhrase, !words.isEmpty, words.allSatisfy(card.contains) else {
        continue
      }
      for word in words { shown[word] = word == words.lowerBound ? full : "" }
    }
    return shown
  }

  /// The sentence's text at bytes of the block, with pronouns in full where a card about the whole
  /// sentence would not tell whom they mean.
  ///
  /// - Parameters:
  ///   - range: the bytes of the block.
  ///   - part: the bytes that the card shows, if it is a part of the sentence.
  /// - Returns: the text.
  func toldText(_ range: Range<Int>, of part: Range<Int>? = nil) -> String {
    guard let tree else { return text(range) }
    let shown = shown(
      for: tree.tokens.indices.filter { word in
        part.map { $0.overlaps(tree.tokens[word].range) } ?? true
      })
    var told = ""
    var place = range.lowerBound
    for index in shown.keys.sorted() {
      let word = tree.tokens[index].range
      guard word.lowerBound >= place, word.upperBound <= range.upperBound, let name = shown[index]
      else { continue }
      // The space before a word that is left out goes with it.
      let end = name.isEmpty ? max(place, word.lowerBound - 1) : word.lowerBound
      told += text(place..<end)
      let isFirst = word.lowerBound == (part ?? self.range).lowerBound
      told += isFirst ? name.prefix(1).uppercased() + name.dropFirst() : name
      place = word.upperBound
    }
    return told + text(place..<range.upperBound)
  }

  /// Whether a text names somebody in full or by the last word of his name.
  private func isNamed(_ name: String, in text: String) -> Bool {
    text.contains(name) || name.split(separator: " ").last.map { text.contains(" \($0) ") } == true
  }
}
