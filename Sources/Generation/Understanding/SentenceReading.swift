import Files
import Language

extension SourceSentence {
  /// All sentences of a text outside of headings and quotations, in order.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - models: the models; without them the sentences have no trees.
  ///   - threads: how many threads may read; the sentences are the same for any number.
  ///   - progress: told now and then how much is done, 0–1.
  /// - Returns: the sentences.
  static func all(
    in text: SourceText, models: LanguageModels?, threads: Int = 1,
    progress: (Double) -> Void = { _ in }
  ) -> [SourceSentence] {
    let blocks = ReadableBlock.all(of: text)
    guard let models else { return blocks.flatMap(\.unread) }
    let prepared = blocks.map { $0.prepared() }
    let unread = prepared.flatMap(\.sentences)
    var trees: [Sentence] = []
    while trees.count < unread.count {
      progress(Double(trees.count) / Double(unread.count))
      let start = trees.count
      let count = min(Self.batch, unread.count - start)
      trees += inParallel(count: count, threads: threads) { unread[start + $0].read(by: models) }
    }
    var sentences: [SourceSentence] = []
    var next = 0
    for (block, preparation) in zip(blocks, prepared) {
      let end = next + preparation.sentences.count
      sentences += trees[next..<end].compactMap { block.sentence($0, preparation) }
      next = end
    }
    return sentences
  }

  /// How many sentences are read between two reports of progress.
  private static let batch = 512
}

/// A block of the text with what its sentences need to know of the rest.
private struct ReadableBlock: Sendable {
  /// Its place in the text.
  let index: Int
  let bytes: [UInt8]
  /// The headings that it stands under, the highest first.
  let section: [String]
  /// The expressions of time in it.
  let times: [TimeExpression]

  /// The paragraphs and list items of a text, in order.
  static func all(of text: SourceText) -> [ReadableBlock] {
    var times: [Int: [TimeExpression]] = [:]
    for time in TimeTagger.expressions(in: text) { times[time.block, default: []].append(time) }
    var blocks: [ReadableBlock] = []
    var section: [(level: Int, title: String)] = []
    for (index, block) in text.blocks.enumerated() {
      switch block.kind {
      case .heading(let level):
        section.removeAll { $0.level >= level }
        section.append((level, block.text))
      case .quotation: continue
      case .paragraph, .listItem:
        blocks.append(
          ReadableBlock(
            index: index, bytes: block.content.bytes, section: section.map(\.title),
            times: times[index] ?? []))
      }
    }
    return blocks
  }

  /// What the models read of a block.
  struct Preparation: Sendable {
    /// The text without what stands before its sentences' first clauses.
    let masked: [UInt8]
    /// The dates that were taken out.
    let fronted: [TimeExpression]
    /// The sentences of the text without them.
    let sentences: [UnreadSentence]
  }

  /// The text as the models read it, without a dateline and without the dates that sentences
  /// begin with.
  func prepared() -> Preparation {
    let dateline = ReadableBlock.dateline(of: bytes)
    var masked = bytes
    for index in 0..<dateline { masked[index] = 0x20 }
    var fronted: [TimeExpression] = []
    for words in Document.sentenceWords(of: bytes, in: dateline..<bytes.count) {
      guard let start = words.first?.lowerBound,
        let time = times.first(where: { $0.phrase.lowerBound == start && $0.date != nil }),
        ReadableBlock.mask(time, of: words, in: &masked)
      else { continue }
      fronted.append(time)
    }
    return Preparation(
      masked: masked, fronted: fronted,
      sentences: UnreadSentence.all(of: masked, in: 0..<masked.count))
  }

  /// Its sentences without trees.
  var unread: [SourceSentence] {
    let dateline = ReadableBlock.dateline(of: bytes)
    return Document.sentenceWords(of: bytes, in: dateline..<bytes.count).compactMap {
      sentence($0, nil)
    }
  }

  /// A sentence that was read, with the date that it begins with.
  func sentence(_ tree: Sentence, _ preparation: Preparation) -> SourceSentence? {
    guard let first = tree.tokens.first else { return nil }
    // Only white space stands between the date and the words that are left.
    let date = preparation.fronted.last { time in
      time.phrase.upperBound <= first.range.lowerBound
        && preparation.masked[time.phrase.lowerBound..<first.range.lowerBound]
          .allSatisfy { $0 == 0x20 }
    }
    return sentence(tree.tokens.map(\.range), tree, date)
  }

  private func sentence(
    _ words: [Range<Int>], _ tree: Sentence?, _ fronted: TimeExpression? = nil
  ) -> SourceSentence? {
    guard let first = words.first, let last = words.last else { return nil }
    let start = fronted?.phrase.lowerBound ?? first.lowerBound
    let range = min(start, first.lowerBound)..<last.upperBound
    return SourceSentence(
      block: index, bytes: bytes, section: section, words: words, tree: tree, fronted: fronted,
      times: times.filter { $0.range.overlaps(range) })
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
    // A colon stands behind the date of a timeline's entry.
    let isEntry = time.range.lowerBound == time.phrase.lowerBound
    if text[next].elementsEqual(",".utf8) || isEntry && text[next].elementsEqual(":".utf8) {
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
