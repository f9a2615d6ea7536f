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

extension SourceSentence {
  /// All sentences of a text outside of headings and quotations, in order.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - models: the models; without them the sentences have no trees.
  ///   - progress: told after each block how much is done, 0–1.
  /// - Returns: the sentences.
  static func all(
    in text: SourceText, models: LanguageModels?, progress: (Double) -> Void = { _ in }
  ) -> [SourceSentence] {
    var times: [Int: [TimeExpression]] = [:]
    for time in TimeTagger.expressions(in: text) { times[time.block, default: []].append(time) }
    var sentences: [SourceSentence] = []
    var section: [(level: Int, title: String)] = []
    for (index, block) in text.blocks.enumerated() {
      progress(Double(index) / Double(text.blocks.count))
      switch block.kind {
      case .heading(let level):
        section.removeAll { $0.level >= level }
        section.append((level, block.text))
        continue
      case .quotation: continue
      case .paragraph, .listItem: break
      }
      let bytes = block.content.bytes
      let own = times[index] ?? []
      func add(_ words: [Range<Int>], _ tree: Sentence?, _ fronted: TimeExpression? = nil) {
        guard let first = words.first, let last = words.last else { return }
        let start = fronted?.phrase.lowerBound ?? first.lowerBound
        let range = min(start, first.lowerBound)..<last.upperBound
        sentences.append(
          SourceSentence(
            block: index, bytes: bytes, section: section.map(\.title), words: words, tree: tree,
            fronted: fronted, times: own.filter { $0.range.overlaps(range) }))
      }
      let dateline = dateline(of: bytes)
      let plain = Document.sentenceWords(of: bytes, in: dateline..<bytes.count)
      guard let models else {
        for words in plain { add(words, nil) }
        continue
      }
      var masked = bytes
      for index in 0..<dateline { masked[index] = 0x20 }
      var fronted: [TimeExpression] = []
      for words in plain {
        guard let start = words.first?.lowerBound,
          let time = own.first(where: { $0.phrase.lowerBound == start && $0.date != nil }),
          mask(time, of: words, in: &masked)
        else { continue }
        fronted.append(time)
      }
      for tree in Document(masked, blocks: [0..<masked.count], models: models).sentences {
        guard let first = tree.tokens.first else { continue }
        // Only white space stands between the date and the words that are left.
        let date = fronted.last { time in
          time.phrase.upperBound <= first.range.lowerBound
            && masked[time.phrase.lowerBound..<first.range.lowerBound].allSatisfy { $0 == 0x20 }
        }
        add(tree.tokens.map(\.range), tree, date)
      }
    }
    return sentences
  }

  /// Where a newspaper's place name ends that stands before the text: "BETHPAGE, New York — ".
  private static func dateline(of bytes: [UInt8]) -> Int {
    let start = bytes.prefix(60)
    let capitals = start.prefix { (0x41...0x5a).contains($0) }.count
    guard capitals >= 3,
      let dash = start.firstRange(of: " — ".utf8) ?? start.firstRange(of: " – ".utf8)
    else { return 0 }
    let words = start[..<dash.lowerBound].split(whereSeparator: { $0 == 0x20 || $0 == 0x2c })
    let isPlace = words.count <= 5 && words.allSatisfy { $0.first.map { $0 < 0x61 } == true }
    return isPlace ? dash.upperBound : 0
  }

  /// Takes the date that a sentence begins with out of the text that the models read: they were
  /// trained on few sentences of that kind and take "In 1833" for the predicate.
  private static func mask(
    _ time: TimeExpression, of words: [Range<Int>], in text: inout [UInt8]
  ) -> Bool {
    guard var next = words.first(where: { $0.lowerBound >= time.phrase.upperBound }) else {
      return false
    }
    var end = time.phrase.upperBound
    if text[next].elementsEqual(",".utf8) {
      end = next.upperBound
      guard let after = words.first(where: { $0.lowerBound >= end }) else { return false }
      next = after
    }
    let initial = text[next.lowerBound]
    // A sign or a second date goes on with the first.
    guard (0x41...0x5a).contains(initial) || (0x61...0x7a).contains(initial) else { return false }
    guard
      !["and", "to", "or", "when", "until", "through"].contains(
        String(decoding: text[next], as: UTF8.self))
    else { return false }
    for index in time.phrase.lowerBound..<end { text[index] = 0x20 }
    if initial >= 0x61 { text[next.lowerBound] = initial - 0x20 }
    return true
  }
}
