/// Mends tags that the spelling of a verb rules out: "shrank" is no participle, "taken" no past
/// tense.
enum TagRepair {
  /// The tag of a word, mended where its form allows only the other one.
  static func mended(_ tag: TagLabel, _ word: WordFeatures) -> TagLabel {
    switch tag.penn {
    case .pastParticiple where pasts.contains(word.word): TagLabel(.verb, .pastTense)
    case .pastTense where participles.contains(word.word): TagLabel(.verb, .pastParticiple)
    case _: tag
    }
  }

  /// Past tenses that are no participles.
  private static let pasts = Set(
    (IrregularVerbs.distinct.map(\.past) + ["became", "came", "ran", "overcame"])
      .map { Hashing.bytes($0.utf8) })

  /// Participles that are no past tenses.
  private static let participles = Set(
    IrregularVerbs.distinct.map(\.participle).map { Hashing.bytes($0.utf8) })
}
