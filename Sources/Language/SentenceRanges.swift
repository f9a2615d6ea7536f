extension Document {
  /// The sentences of a block as ranges of its words, found without the models.
  ///
  /// - Parameters:
  ///   - text: the text in UTF-8.
  ///   - block: the bytes of the block.
  /// - Returns: for each sentence the bytes of its tokens.
  package static func sentenceWords(of text: [UInt8], in block: Range<Int>) -> [[Range<Int>]] {
    let tokens = Tokeniser.tokens(of: text, in: block)
    return SentenceSplitter.sentences(of: tokens, in: text).map { sentence in
      tokens[sentence].map(\.range)
    }
  }
}
