import Testing

@testable import Language

@Suite struct LemmatiserTests {
  private static let verbs = [
    "visit", "reject", "found", "create", "hope", "hop", "plan", "star", "stare", "pass", "control",
    "agree", "free", "die", "tie", "carry", "use", "make", "limit", "refer", "travel", "go", "sign",
    "establish", "propose", "unite", "cause", "focus", "bathe", "rewrite", "overthrow", "lie",
  ]

  /// A lexicon of these verbs alone.
  private static let lexicon = Lexicon(
    wordClasses: WordTable(
      (verbs.map { ($0, 2) } + [("bus", 1), ("house", 1), ("box", 1), ("country", 1), ("gas", 1)])
        .map { (hash: Hashing.bytes($0.0.utf8), value: $0.1) }),
    names: WordTable([])
  )

  @Test(arguments: [
    ("visited", "visit"), ("was", "be"), ("made", "make"), ("founded", "found"), ("found", "find"),
    ("created", "create"), ("hoped", "hope"), ("hopped", "hop"), ("planned", "plan"),
    ("stared", "stare"), ("starred", "star"), ("passed", "pass"), ("controlled", "control"),
    ("agreed", "agree"), ("freed", "free"), ("died", "die"), ("tied", "tie"), ("carried", "carry"),
    ("used", "use"), ("limited", "limit"), ("referred", "refer"), ("travelled", "travel"),
    ("rewrote", "rewrite"), ("overthrew", "overthrow"), ("united", "unite"), ("dying", "die"),
    ("making", "make"), ("Making", "make"), ("causing", "cause"), ("goes", "go"),
    ("passes", "pass"), ("carries", "carry"), ("makes", "make"), ("’re", "be"), ("Signed", "sign"),
  ])
  func findsTheBaseOfVerbs(form: String, base: String) {
    #expect(Lemmatiser(lexicon: Self.lexicon).verb(form) == base)
  }

  @Test(arguments: [
    ("visited", "visit"), ("rejected", "reject"), ("established", "establish"),
    ("proposed", "propose"), ("stopped", "stop"), ("passed", "pass"), ("carried", "carry"),
    ("wrote", "write"), ("liberated", "liberate"), ("ended", "end"), ("signed", "sign"),
  ])
  func guessesWithoutALexicon(form: String, base: String) {
    #expect(Lemmatiser().verb(form) == base)
  }

  @Test(arguments: [
    ("countries", "country"), ("women", "woman"), ("statesmen", "statesman"), ("buses", "bus"),
    ("houses", "house"), ("boxes", "box"), ("crises", "crisis"), ("gas", "gas"),
  ])
  func findsTheSingularOfNouns(form: String, base: String) {
    #expect(Lemmatiser(lexicon: Self.lexicon).noun(form) == base)
  }

  @Test func theTagDecides() {
    let lemmatiser = Lemmatiser(lexicon: Self.lexicon)
    #expect(lemmatiser.lemma(of: "found", .verbBase) == "found")
    #expect(lemmatiser.lemma(of: "found", .pastTense) == "find")
    #expect(lemmatiser.lemma(of: "Houses", .pluralName) == "Houses")
    #expect(lemmatiser.lemma(of: "The", .determiner) == "the")
  }

  @Test(arguments: ["", "s", "es", "ed", "ing", "ied", "'s", "é", "ssing"])
  func survivesScraps(form: String) {
    for tag in PennTag.allCases { _ = Lemmatiser(lexicon: Self.lexicon).lemma(of: form, tag) }
  }
}
