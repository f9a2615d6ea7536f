/// A sentence that was found in a text and that the models have not read yet.
///
/// Sentences know nothing of each other, so several threads may read them.
package struct UnreadSentence: Sendable {
  private let text: [UInt8]
  private let tokens: [RawToken]

  /// The sentences of a block, in order.
  ///
  /// - Parameters:
  ///   - text: the text in UTF-8; faulty bytes do no harm.
  ///   - block: the bytes of the block.
  /// - Returns: the sentences; none is empty.
  package static func all(of text: [UInt8], in block: Range<Int>) -> [UnreadSentence] {
    let tokens = Tokeniser.tokens(of: text, in: block)
    return SentenceSplitter.sentences(of: tokens, in: text).map {
      UnreadSentence(text: text, tokens: Array(tokens[$0]))
    }
  }

  /// The sentence with its tags, trees and names.
  package func read(by models: LanguageModels) -> Sentence { models.read(tokens, of: text) }
}
