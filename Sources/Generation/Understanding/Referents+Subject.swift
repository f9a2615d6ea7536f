import Decks
import Language

/// What a sentence is about, noted for the pronouns of the next one.
extension Referents {
  /// Notes what a sentence was about, for the pronouns of the next one.
  mutating func note(_ sentence: SourceSentence, _ predications: [Predication]) {
    guard let tree = sentence.tree else { return }
    defer {
      if protagonist == nil, let person, descriptions.isProtagonist(person) { protagonist = person }
    }
    if tree.tokens.contains(where: { $0.form == "married" }) {
      couple = marriage(predications) ?? joined(tree)
    }
    guard let main = Referents.main(predications) else {
      subject = nil
      // Whom an unread sentence begins with is whom the story goes on with; else somebody else may
      // be "he" now.
      let first = tree.names.first { $0.kind == .person && $0.tokens.lowerBound < 4 }
        .map { ActorTable.text(of: $0.tokens, in: sentence) }
      if let first, person != nil {
        person = actors.actor(named: first)?.name ?? first
      } else if person != protagonist, persons.contains(where: { $0 != person }) {
        person = nil
      }
      if person == nil, persons.count == 1 { person = persons.first }
      return
    }
    subject = Referents.subject(of: main, in: sentence)
    // "The cabinet made it a museum": the next "it" is the museum, not the cabinet.
    let hasOther = tree.tokens.indices.contains { index in
      index > main.predicate && tree.tokens[index].form == "it"
        && tree.tokens[index].penn == .pronoun && sentence.standIns[index] == nil
        && tree.tokens[index - 1].universal == .verb
    }
    if hasOther, subject?.isPlural == false { subject = nil }
    if main.subject.count > 1, let first = main.subject.first,
      tree.tokens[first].penn == .possessivePronoun,
      PersonRole.isKin(tree.tokens[first + 1].form.lowercased())
    {
      // "His father Johann was his teacher" is still about him; "his son Maurice took over" may
      // be about either.
      subject = nil
      let isDescription =
        main.auxiliaries.contains(main.predicate)
        || !tree.dependents(of: main.predicate, .copula).isEmpty
      person = isDescription ? sentence.standIns[first]?.name ?? person : nil
      return
    }
    // "His heir Octavian crossed the sea".
    if main.subject.count > 1, let named = actors.phrase(main.subject, in: tree),
      named.kind == .person, !named.isPlural
    {
      let name = named.actors.first?.name ?? named.text
      person = name
      subject = Subject(text: name, isPlural: false, isPerson: true)
      return
    }
    if let known = subject, known.isPerson == false, isPersonal(known.text) {
      subject = Subject(text: known.text, isPlural: known.isPlural, isPerson: true)
      if known.text.first?.isUppercase == true { person = known.text }
      return
    }
    if let name = nameBehindRole(main.subject, tree, sentence) {
      person = name
      subject = Subject(text: name, isPlural: false, isPerson: true)
      return
    }
    if let only = subject?.text, let first = main.subject.first {
      let known = actors.actor(named: only)
      let isGuessed =
        !main.isPlural && tree.tokens[first].name.kind == .person
        && main.subject.allSatisfy { tree.tokens[$0].universal == .properNoun }
      if known?.kind == .person || genders[only] != nil {
        let name = known?.name ?? only
        person = name
        subject = Subject(text: name, isPlural: false, isPerson: true)
        return
      }
      let isName =
        main.subject.count == 1 && tree.tokens[first].universal == .properNoun
        && tree.tokens[first].name.kind != .place && !main.isPlural
        && (person == nil || tree.tokens[first].name.kind == .person)
      if isGuessed || isName || persons.contains(only) {
        if only != descriptions.organisation, !isThing(behind: first, tree) { person = only }
        subject = Subject(
          text: only, isPlural: false, isPerson: only == descriptions.organisation ? false : nil)
        return
      }
    }
    if person == nil, persons.count == 1 { person = persons.first }
  }

  /// Whether a name is that of a thing by what is said right behind it: "Grameenphone, a joint
  /// venture".
  private func isThing(behind name: Int, _ tree: Sentence) -> Bool {
    guard name + 2 < tree.tokens.count, tree.tokens[name + 1].penn == .comma,
      ["a", "an", "the"].contains(tree.tokens[name + 2].form)
    else { return false }
    return tree.tokens[(name + 3)...].prefix { $0.universal != .adposition && $0.penn != .comma }
      .contains { Self.things.contains($0.form) }
  }

  private static let things: Set<String> = [
    "venture", "company", "firm", "programme", "program", "network", "service", "band", "group",
    "organisation", "organization", "ship", "system", "operator", "subsidiary", "product", "brand",
    "bank", "newspaper", "magazine", "language", "satellite", "spacecraft", "project",
  ]

  /// Whether words are somebody's title, with or without his name: "St Cyprian", "the emperor".
  private func isPersonal(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    if ["St", "Saint", "Sir", "Pope", "King", "Queen", "Emperor", "Lord", "Lady"].contains(first) {
      return actors.actor(named: text)?.kind != .organisation
    }
    return first == "the" && words.count < 4 && PersonRole.contains(last)
  }

  /// "Octavian" in "his heir Octavian", who is nowhere named in full.
  private func nameBehindRole(
    _ subject: [Int], _ tree: Sentence, _ sentence: SourceSentence
  ) -> String? {
    guard let last = subject.last,
      let name = tree.names.first(where: {
        $0.kind == .person && $0.tokens.upperBound == last + 1
      }), name.tokens.lowerBound > subject.first ?? 0,
      tree.tokens[name.tokens.lowerBound - 1].universal == .noun,
      // "The talks between X and the member Y" are not Y.
      !subject.contains(where: {
        tree.tokens[$0].universal == .adposition || tree.tokens[$0].penn == .conjunction
      })
    else { return nil }
    return ActorTable.text(of: name.tokens, in: sentence)
  }

  /// The statement that a sentence makes first.
  static func main(_ predications: [Predication]) -> Predication? {
    let stated = predications.filter { predication in
      // "With Oliver Tambo he founded the league".
      let first = predication.subject.first ?? 0
      return !predication.isParticiple
        && (first == 0 || predication.tree.tokens[first - 1].universal != .adposition)
    }
    // The order of words is surer about where a subject begins.
    let ordered = stated.filter { $0.clauseStart != nil }
    return (ordered.isEmpty ? stated : ordered).min {
      ($0.subject.first ?? 0) < ($1.subject.first ?? 0)
    }
  }

  static func subject(of main: Predication, in sentence: SourceSentence) -> Subject? {
    let tree = main.tree
    guard let first = main.subject.first else { return nil }
    if let name = main.resolvedSubject {
      let isPerson = ["he", "she"].contains(tree.tokens[first].form.lowercased())
      return Subject(text: name, isPlural: main.isPlural, isPerson: isPerson)
    }
    // A short name in brackets says nothing new.
    let open = main.subject.firstIndex { tree.tokens[$0].penn == .openingBracket }
    let hasOnlyBracket = main.subject.last.map { tree.tokens[$0].penn == .closingBracket } == true
    var words =
      open.map { hasOnlyBracket ? Array(main.subject[..<$0]) : main.subject } ?? main.subject
    // "The bridge, opened in 1937, links": the bridge.
    if let comma = words.firstIndex(where: { tree.tokens[$0].penn == .comma }),
      comma + 1 < words.count, tree.tokens[words[comma + 1]].penn == .pastParticiple
    {
      words = Array(words[..<comma])
    }
    guard words.count <= 8,
      !words.contains(where: {
        tree.tokens[$0].universal == .pronoun || tree.tokens[$0].penn == .comma
          || ["this", "these", "that", "such", "another", "other", "both", "all", "some", "many"]
            .contains(tree.tokens[$0].form.lowercased())
          || tree.tokens[$0].universal == .numeral
      })
    else { return nil }
    if words.count == 2, Reference.partial.contains(tree.tokens[words[1]].form.lowercased()) {
      return nil
    }
    let isIndefinite = ["a", "an"].contains(tree.tokens[first].form.lowercased())
    if isIndefinite { words.removeFirst() }
    let text = tree.text(words)
    let hasArticle = tree.tokens[first].form.lowercased() == "the"
    let shown = isIndefinite ? "the " + text : hasArticle ? "the" + text.dropFirst(3) : text
    // A bare common noun at the start has lost its small letter.
    guard isIndefinite || hasArticle || tree.tokens[first].universal == .properNoun else {
      return nil
    }
    // "The band were dropped" speaks of many.
    let verb = main.auxiliaries.first ?? main.predicate
    let isMany = ["were", "are", "have"].contains(tree.tokens[verb].form.lowercased())
    return Subject(text: shown, isPlural: main.isPlural || isMany, isPerson: false)
  }
}
