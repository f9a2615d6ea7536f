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
  /// Its tree; `nil` without models.
  let tree: Sentence?
  /// The expressions of time in it.
  let times: [TimeExpression]

  /// Its bytes in the block.
  var range: Range<Int> { (words.first?.lowerBound ?? 0)..<(words.last?.upperBound ?? 0) }

  /// The sentence as it stands.
  var text: String { text(range) }

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
  static func all(in text: SourceText, models: LanguageModels?) -> [SourceSentence] {
    var times: [Int: [TimeExpression]] = [:]
    for time in TimeTagger.expressions(in: text) { times[time.block, default: []].append(time) }
    var sentences: [SourceSentence] = []
    var section: [(level: Int, title: String)] = []
    for (index, block) in text.blocks.enumerated() {
      switch block.kind {
      case .heading(let level):
        section.removeAll { $0.level >= level }
        section.append((level, block.text))
        continue
      case .quotation: continue
      case .paragraph, .listItem: break
      }
      let bytes = block.content.bytes
      func add(_ words: [Range<Int>], _ tree: Sentence?) {
        guard let first = words.first, let last = words.last else { return }
        let range = first.lowerBound..<last.upperBound
        sentences.append(
          SourceSentence(
            block: index, bytes: bytes, section: section.map(\.title), words: words, tree: tree,
            times: (times[index] ?? []).filter { $0.range.overlaps(range) }))
      }
      if let models {
        for tree in Document(bytes, blocks: [0..<bytes.count], models: models).sentences {
          add(tree.tokens.map(\.range), tree)
        }
      } else {
        for words in Document.sentenceWords(of: bytes, in: 0..<bytes.count) { add(words, nil) }
      }
    }
    return sentences
  }
}
