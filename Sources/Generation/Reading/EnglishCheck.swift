/// What speaks for or against a text being English.
package struct LanguageEvidence: Hashable, Sendable {
  /// How many words were looked at.
  package let words: Int
  /// The share of English function words, 0–1; English prose has about 0.4.
  package let english: Double
  /// The language whose function words are the most frequent, where that is another one.
  package let likely: Language?
  /// The share of letters outside the Latin script, 0–1.
  package let otherScript: Double

  package enum Language: String, Hashable, Sendable, CaseIterable {
    case french
    case german
    case spanish
    case italian
    case portuguese
    case dutch
    case swedish
    case polish
    case latin
    case indonesian
    case vietnamese
  }
}

extension LanguageEvidence {
  /// Counts function words in the blocks of a text, headings apart.
  package init(of blocks: [TextBlock]) {
    var words = 0
    var english = 0
    var others: [Language: Int] = [:]
    var (letters, foreign) = (0, 0)
    let bodies = blocks.filter { block in
      if case .heading = block.kind { return false }
      return true
    }
    for block in bodies.isEmpty ? blocks : bodies {
      guard words < 2000 else { break }
      for scalar in block.text.unicodeScalars where scalar.properties.isAlphabetic {
        letters += 1
        if scalar.value >= 0x370, !(0x1e00..<0x1f00).contains(scalar.value) { foreign += 1 }
      }
      let separated = block.text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
      for word in separated {
        words += 1
        let word = String(word)
        if FunctionWords.english.contains(word) { english += 1 }
        for (language, list) in FunctionWords.others where list.contains(word) {
          others[language, default: 0] += 1
        }
      }
    }
    let best = others.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
    self.words = words
    self.english = words == 0 ? 0 : Double(english) / Double(words)
    self.likely = best.flatMap { $0.value > english ? $0.key : nil }
    self.otherScript = letters == 0 ? 0 : Double(foreign) / Double(letters)
  }

  /// Whether the text passes for English.
  ///
  /// Lists of names come down to 0.2; other languages stay below 0.12. Fewer than twelve words say
  /// little, so only another script or another language's words speak against them.
  package var isEnglish: Bool {
    if otherScript > 0.3 { return false }
    if words < 12 { return likely == nil }
    return english >= 0.17 && likely == nil
  }
}

/// The commonest words that carry grammar, by language.
private enum FunctionWords {
  static let english: Set<String> = set(
    """
    the of and to in a is was that for it on as with by he be at from his are were which this but \
    not had an or have their they its has been who one all also into after when more would there \
    during her she first other than most between them can only while under these over such about \
    him will some so no then until both those however because through where may we you i our my \
    if what each many before being did since against out up
    """)

  static let others: [(LanguageEvidence.Language, Set<String>)] = [
    (
      .french,
      set(
        """
        le la les de des du et en un une est que qui dans pour par sur au aux avec ce cette ne pas \
        il elle plus se sont son sa ses été mais ou où comme
        """)
    ),
    (
      .german,
      set(
        """
        der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es \
        an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum
        """)
    ),
    (
      .spanish,
      set(
        """
        el la los las de del y en un una es que por con para se su al lo como más fue pero sus le \
        ya o este entre cuando muy sin sobre también era
        """)
    ),
    (
      .italian,
      set(
        """
        il lo la i gli le di del della dei e in un una è che per con si su al alla da come più non \
        sono nel nella anche ma fu delle suo sua
        """)
    ),
    (
      .portuguese,
      set(
        """
        o a os as de do da dos das e em um uma é que por com para se no na ao como mais foi mas seu \
        sua pelo pela não também entre
        """)
    ),
    (
      .dutch,
      set(
        """
        de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij door naar \
        uit werd tot over zij hij deze wordt
        """)
    ),
    (
      .swedish,
      set(
        "och i att det som en på är av för med till den har de inte om ett men var sig från så vid")
    ),
    (
      .polish,
      set("i w na z do się że nie jest o jak po co to przez od dla był oraz za przy ale być został")
    ),
    (
      .latin,
      set("et in est non ad cum ut sed quod qui quae ex ab sunt esse hoc per autem enim atque eius")
    ),
    (
      .indonesian,
      set(
        "yang dan di dengan untuk pada dari ini dalam adalah itu tidak oleh ke sebagai telah akan")
    ),
    (
      .vietnamese,
      set("và của là các trong được có cho một những không với người đã này để từ vào khi năm")
    ),
  ]

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}
