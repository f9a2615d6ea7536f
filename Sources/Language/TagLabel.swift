/// A word's part of speech in both tag sets: what the tagger decides on at once.
package struct TagLabel: Hashable, Sendable {
  /// The universal part of speech.
  package let universal: PartOfSpeech
  /// The Penn tag.
  package let penn: PennTag
  /// The hash that stands for both in features.
  let hash: UInt64
  /// The hash of the universal part of speech alone.
  let universalHash: UInt64

  package init(_ universal: PartOfSpeech, _ penn: PennTag) {
    self.universal = universal
    self.penn = penn
    universalHash = Hashing.bytes(universal.rawValue.utf8)
    hash = Hashing.pair(universalHash, Hashing.bytes(penn.rawValue.utf8))
  }

  /// Whether it stands for something named elsewhere: a pronoun or a determiner alone.
  package var isPronoun: Bool { universal == .pronoun || universal == .determiner }

  /// What stands outside of a sentence.
  static let outsideHash: UInt64 = 8
}
