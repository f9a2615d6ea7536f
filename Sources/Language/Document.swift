/// A text with its sentences, read by the models.
package struct Document: Sendable {
  /// The text in UTF-8; every range of a token counts its bytes.
  package let text: [UInt8]
  /// The sentences in the order of the text.
  package let sentences: [Sentence]

  /// Reads a text whose paragraphs are apart by blank lines.
  ///
  /// - Parameters:
  ///   - text: the text; single line breaks are spaces.
  ///   - models: the models.
  package init(_ text: String, models: LanguageModels) {
    let bytes = Array(text.utf8)
    self.init(bytes, blocks: Self.paragraphs(of: bytes), models: models)
  }

  /// Reads a text in blocks, which no sentence crosses: headings, paragraphs, quotations.
  ///
  /// - Parameters:
  ///   - text: the text in UTF-8; faulty bytes do no harm.
  ///   - blocks: ranges of bytes in rising order, none over another.
  ///   - models: the models.
  package init(_ text: [UInt8], blocks: [Range<Int>], models: LanguageModels) {
    self.text = text
    sentences = blocks.flatMap { block in
      UnreadSentence.all(of: text, in: block).map { $0.read(by: models) }
    }
  }

  /// The ranges between blank lines.
  package static func paragraphs(of text: [UInt8]) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start: Int?
    var end = 0
    var breaks = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): breaks += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      case _:
        if let first = start, breaks > 1 {
          paragraphs.append(first..<end)
          start = nil
        }
        if start == nil { start = index }
        (end, breaks) = (index + 1, 0)
      }
    }
    if let start { paragraphs.append(start..<end) }
    return paragraphs
  }
}

extension LanguageModels {
  /// Tags, trees and names of one sentence.
  func read(_ raw: [RawToken], of text: [UInt8]) -> Sentence {
    let reading = read(WordFeatures.words(raw.lazy.map { text[$0.range] }, lexicon: lexicon))
    return Sentence(
      tokens: raw.indices.map { index in
        Token(
          form: String(decoding: text[raw[index].range], as: UTF8.self),
          range: raw[index].range,
          hasSpaceBefore: !raw[index].isGlued,
          universal: reading.tags[index].universal,
          penn: reading.tags[index].penn,
          arc: reading.forward[index],
          reverse: reading.backward[index],
          name: reading.names[index]
        )
      })
  }
}
