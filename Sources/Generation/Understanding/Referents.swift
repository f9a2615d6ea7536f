import Decks
import Language

/// Follows from sentence to sentence whom and what pronouns and short descriptions stand for.
///
/// A pronoun gets a meaning only where one candidate is left: the one person of the right gender
/// before it in its sentence or in the sentence before; for "it" and "they" the subject before.
struct Referents {
  let actors: ActorTable
  let descriptions: Descriptions
  /// The person whom the story is about at the moment.
  var person: String? {
    didSet {
      silence = 0
      if oldValue != person { former = oldValue }
    }
  }
  /// The person whom the whole text is about, if it is about one.
  var protagonist: String?
  /// The two whose marriage the text has told: "Marie Curie and Pierre Curie".
  var couple: String?
  /// The person before that one.
  var former: String?
  /// For how many sentences that person has not been spoken of.
  var silence = 0
  /// The persons of the sentence before.
  var persons: [String] = []
  /// How often a pronoun stood for a person so far.
  var pronouns: [String: Int] = [:]
  /// All persons so far.
  var seen: Set<String> = []
  /// What pronouns have shown of persons.
  var genders: [String: GivenNames.Gender] = [:]
  /// The states of the sentence before.
  var countries: [String] = []
  var subject: Subject?
  var block: Int?
  /// The sentences before, the last one last.
  var recent: [String] = []

  /// What a sentence is about.
  struct Subject {
    let text: String
    let isPlural: Bool
    /// `nil` where it may be a person or a thing.
    let isPerson: Bool?
  }

  init(actors: ActorTable, descriptions: Descriptions) {
    self.actors = actors
    self.descriptions = descriptions
  }

  // MARK: - What words stand for

  /// What the words of the next sentence stand for, by what came before it.
  mutating func standIns(in sentence: SourceSentence) -> [Int: StandIn] {
    guard let tree = sentence.tree else { return [:] }
    if block != sentence.block { subject = nil }
    block = sentence.block
    var found: [Int: StandIn] = [:]
    var here: [String] = []
    let starts = persons(named: tree, sentence)
    for index in tree.tokens.indices {
      if let name = starts[index] {
        let text = ActorTable.text(of: name, in: sentence)
        let known = actors.actor(named: text)?.name ?? fullName(of: text) ?? text
        if !here.contains(known), !Self.ownsThing(name, tree) { here.append(known) }
      }
      let form = tree.tokens[index].form.lowercased()
      switch form {
      case "he", "him", "his", "she", "her":
        let isObject = form == "him" || form == "her" && Self.isObject(index, tree)
        guard !isCountry(before: index, tree), !Self.waits(index, tree),
          !(here.isEmpty && Self.hasOwner(index, tree)),
          let name =
            isObject && (isOwnObject(index, tree, found) || Self.isInOwnClause(index, starts, tree))
            ? object(form, behind: here)
            : person(for: form, among: here, isOpening: Self.opens(index, sentence, tree))
        else { continue }
        if !here.contains(name) { here.append(name) }
        pronouns[name, default: 0] += 1
        let isPossessive = tree.tokens[index].penn == .possessivePronoun
        found[index] = StandIn(name, isPossessive: isPossessive)
      case "it", "its", "they", "their":
        if form == "it", Self.isAnnounced(index, tree) {
          found[index] = StandIn("it", isPossessive: false)
        } else if let subject, Self.fits(form, subject),
          Self.opens(index, sentence, tree)
            || form == "it" && Self.isOnlyThing(index, sentence, tree)
        {
          found[index] = StandIn(subject.text, isPossessive: ["its", "their"].contains(form))
        }
      case "whose":
        // "Dunant, whose company failed": Dunant's company.
        if let name = here.last,
          let owner = starts.values.first(where: { $0.upperBound == index - 1 }),
          tree.tokens[index - 1].penn == .comma,
          tree.text(Array(owner)) == name
            || actors.actor(named: tree.text(Array(owner)))?.name == name
        {
          found[index] = StandIn(tree.text(Array(owner)), isPossessive: true)
        }
      case "the" where index + 1 < tree.tokens.count && tree.tokens[index + 1].form == "couple":
        // A marriage in the same sentence makes another couple.
        if let couple, !tree.tokens.contains(where: { $0.form == "married" }),
          index + 2 >= tree.tokens.count || tree.tokens[index + 2].form != "'s"
        {
          found[index] = StandIn(couple, isPossessive: false)
          found[index + 1] = StandIn(within: couple)
        }
      case "the":
        if !Self.pick(index, tree, &found), !pair(index, tree, &found) {
          describe(index, tree, sentence, &found)
        }
      case _: break
      }
    }
    countries = []
    for name in tree.names {
      let text = ActorTable.text(of: name.tokens, in: sentence)
      if actors.states.state(named: text) != nil, !countries.contains(text) {
        countries.append(text)
      }
    }
    persons = here
    seen.formUnion(here)
    silence = person.map(here.contains) == true ? 0 : silence + 1
    recent = recent.suffix(5) + [sentence.text]
    return found
  }

  /// What "it" and "they" stand for where they begin a second clause: the subject of the first.
  static func standIns(
    in sentence: SourceSentence, behind main: Predication?
  ) -> [Int: StandIn] {
    guard let tree = sentence.tree, let main, let subject = subject(of: main, in: sentence) else {
      return [:]
    }
    var found: [Int: StandIn] = [:]
    // "Nebraska ratified it, and it came into force": that is not Nebraska.
    let isTaken = tree.tokens.indices.contains { index in
      ["it", "them"].contains(tree.tokens[index].form.lowercased())
        && sentence.standIns[index] == nil && !isBehindConjunction(index, sentence, tree)
    }
    // "After his defeat, Harold fled": what comes before the subject waits for it.
    for index in tree.tokens.indices where index < main.subject.first ?? 0 {
      let form = tree.tokens[index].form.lowercased()
      guard tree.tokens[index].penn == .possessivePronoun, sentence.standIns[index] == nil,
        fits(form, subject),
        // "When AirBridge could not pay its debts, the state …": that is AirBridge.
        !tree.tokens[..<index].contains(where: { $0.penn.isTensed || $0.penn == .modal })
      else { continue }
      found[index] = StandIn(subject.text, isPossessive: true)
    }
    guard !isTaken else { return found }
    for index in tree.tokens.indices where index > main.predicate {
      let form = tree.tokens[index].form.lowercased()
      guard ["it", "its", "they", "their"].contains(form), sentence.standIns[index] == nil,
        fits(form, subject), isBehindConjunction(index, sentence, tree),
        !hasOtherClause(main.predicate + 1..<index, tree)
      else { continue }
      found[index] = StandIn(subject.text, isPossessive: ["its", "their"].contains(form))
    }
    return found
  }

  /// Whether "his" stands in a phrase before the subject, whom it may mean: "In his prime, Bobick".
  private static func waits(_ index: Int, _ tree: Sentence) -> Bool {
    guard tree.tokens[index].penn == .possessivePronoun, index > 0 else { return false }
    let before = tree.tokens[..<index]
    let rest = tree.tokens[index...].prefix { !$0.penn.isTensed && $0.penn != .modal }
    return before.contains { $0.universal == .adposition } && rest.contains { $0.penn == .comma }
      && !before.contains { $0.penn.isTensed || $0.penn == .modal }
  }

  /// Whether "his" is that of the name before "and": "Chao and his wife".
  private static func isJoined(_ index: Int, _ tree: Sentence) -> Bool {
    index > 1 && tree.tokens[index].penn == .possessivePronoun
      && tree.tokens[index - 1].form == "and" && tree.tokens[index - 2].universal == .properNoun
  }

  /// Whether an unknown name before "his" may be the one whom it means.
  private static func hasOwner(_ index: Int, _ tree: Sentence) -> Bool {
    tree.tokens[index].penn == .possessivePronoun
      && tree.tokens[..<index].contains { token in
        token.universal == .properNoun && token.name.kind != .place && token.form.count > 2
      } && tree.tokens[..<index].contains { $0.penn.isTensed }
  }

  /// Whether the subject of a pronoun's verb is a person: nobody is the object of his own act.
  private func isOwnObject(_ index: Int, _ tree: Sentence, _ found: [Int: StandIn]) -> Bool {
    guard var verb = tree.tokens[..<index].lastIndex(where: { $0.universal == .verb }) else {
      return false
    }
    while verb > 0,
      tree.tokens[verb - 1].universal == .auxiliary || tree.tokens[verb - 1].universal == .adverb
    {
      verb -= 1
    }
    guard verb > 0 else { return false }
    let before = tree.tokens[verb - 1]
    return found[verb - 1] != nil || before.name.kind == .person
      || before.universal == .properNoun && before.name.kind != .place
  }

  /// Whether "her" is no possessive, whatever the tagger says: "presented her with a book".
  static func isObject(_ index: Int, _ tree: Sentence) -> Bool {
    guard tree.tokens[index].penn != .pronoun, index + 1 < tree.tokens.count else { return true }
    let next = tree.tokens[index + 1].universal
    return next == .adposition || next == .punctuation || next == .determiner
  }

  /// Whether a name stands there as the owner of a thing only: "an injection of Collip's material
  /// helped him" is not Collip.
  private static func ownsThing(_ name: Range<Int>, _ tree: Sentence) -> Bool {
    guard name.upperBound + 1 < tree.tokens.count, name.lowerBound > 0,
      tree.tokens[name.upperBound].penn == .possessiveEnding
    else { return false }
    return tree.tokens[name.lowerBound - 1].form == "of"
  }

  /// Whom "him" or "her" stands for behind a person who acts: the one whom the story is about, where
  /// no other can be meant.
  private func object(_ pronoun: String, behind here: [String]) -> String? {
    guard here.count == 1, let person, person != here[0],
      gender(of: person) == GivenNames.gender(ofPronoun: pronoun)
    else { return nil }
    let others = persons.filter { $0 != person && $0 != here[0] && genders[$0] != nil }
    return others.isEmpty ? person : nil
  }

  /// Whether the first person of a sentence does what "her" is part of: "Anna Banti, his wife,
  /// published a novel about her".
  private static func isInOwnClause(
    _ index: Int, _ starts: [Int: Range<Int>], _ tree: Sentence
  ) -> Bool {
    guard starts[0] != nil else { return false }
    let before = tree.tokens[..<index]
    return before.count { $0.penn.isTensed } == 1
      && !before.contains { $0.penn == .gerund || $0.penn == .to || $0.penn == .conjunction }
  }

  /// Whether the last name before "her" is a country's: old prose speaks of countries as women.
  private func isCountry(before index: Int, _ tree: Sentence) -> Bool {
    guard tree.tokens[index].form.lowercased() == "her" else { return false }
    let last = tree.names.last { $0.tokens.upperBound <= index }
    return last.map { $0.kind == .place } == true
  }

  /// The names of persons, by their first words: those of the name tagger, and names that are
  /// known from elsewhere in the text.
  private func persons(named tree: Sentence, _ sentence: SourceSentence) -> [Int: Range<Int>] {
    var starts: [Int: Range<Int>] = [:]
    for name in tree.names where name.kind == .person {
      let text = tree.text(Array(name.tokens))
      // "Team" and "Russia" are no persons, whatever the name tagger says.
      guard actors.states.state(named: text) == nil,
        name.tokens.count > 1 || !descriptions.isCommon(text), text != descriptions.organisation,
        // "The Old Lady" is a title.
        name.tokens.lowerBound == 0
          || tree.tokens[name.tokens.lowerBound - 1].universal != .determiner
      else { continue }
      starts[name.tokens.lowerBound] = name.tokens
    }
    var index = 0
    while index < tree.tokens.count {
      let run = tree.tokens[index...].prefix { $0.universal == .properNoun }.indices
      defer { index = max(index + 1, run.upperBound) }
      guard !run.isEmpty, run.allSatisfy({ tree.tokens[$0].name.kind != .person }),
        actors.actor(named: tree.text(Array(run)))?.kind == .person
      else { continue }
      starts[run.lowerBound] = run
    }
    return starts
  }

  /// Whom "he" or "she" stands for.
  ///
  /// - Parameters:
  ///   - pronoun: the pronoun in lower case.
  ///   - here: the persons before it in its sentence.
  ///   - isOpening: whether it is the subject of the first clause, so that names before it stand
  ///     in something that only introduces it.
  /// - Returns: the name, or `nil` where it may be more than one.
  mutating func person(
    for pronoun: String, among here: [String], isOpening: Bool
  ) -> String? {
    let gender = GivenNames.gender(ofPronoun: pronoun)
    // Where the text knows a woman, "she" is nobody whose name does not tell.
    let isStrict =
      gender == .female
      && (!women.isEmpty || here.contains { self.gender(of: $0) == .female })
    func fits(_ name: String) -> Bool {
      guard let known = self.gender(of: name) else { return !isStrict }
      return known == gender
    }
    let isProtagonist = protagonist != nil && protagonist.flatMap { self.gender(of: $0) } == gender
    if gender == .female, here.isEmpty, !isOpening, subject == nil, !hasOneWoman, !isProtagonist {
      return nil
    }
    let near = isOpening && person.map(fits) == true ? [] : here.filter(fits)
    if !near.isEmpty {
      guard near.count == 1 else { return nil }
      genders[near[0]] = gender
      return near[0]
    }
    if let subject, subject.isPerson != false, let person, fits(person),
      subject.isPerson == true || subject.text == person
    {
      // "Lafayette asked L'Enfant to paint him. He …": which of the two?
      if let former, former != person, persons.contains(former), fits(former) {
        return self.gender(of: person) == nil && genders[former] == gender ? former : nil
      }
      genders[person] = gender
      return person
    }
    let candidates = persons.filter(fits)
    // Somebody who is only mentioned does not take over from whom the story is about, but who holds
    // an opinion does.
    if candidates.count == 1,
      silence > 1 || recent.last?.hasPrefix("In \(candidates[0])") == true
        || person.map({ !fits($0) || $0 == candidates[0] }) ?? true
    {
      genders[candidates[0]] = gender
      return candidates[0]
    }
    // The one whom the text is about comes back where nobody else can be meant.
    if let protagonist, person != protagonist, person.map({ !fits($0) }) ?? true,
      candidates.isEmpty, (genders[protagonist] ?? GivenNames.gender(of: protagonist)) == gender
    {
      genders[protagonist] = gender
      return protagonist
    }
    guard let person, fits(person) else { return gender == .female ? onlyWoman : nil }
    // Somebody who was left behind long ago does not come back as "he".
    if silence > 3, person != protagonist { return nil }
    return candidates.isEmpty || candidates.contains(person) ? person : nil
  }

  /// Reads "the two countries" as the two that the sentence before names.
  private func pair(_ index: Int, _ tree: Sentence, _ found: inout [Int: StandIn]) -> Bool {
    guard index + 2 < tree.tokens.count, tree.tokens[index + 1].form == "two",
      ["countries", "nations", "states"].contains(tree.tokens[index + 2].form),
      countries.count == 2
    else { return false }
    let name = countries.joined(separator: " and ")
    found[index] = StandIn(name, isPossessive: false)
    found[index + 1] = StandIn(within: name)
    found[index + 2] = StandIn(within: name)
    return true
  }

  /// Reads "the company" and the like as the name that they are short for.
  private func describe(
    _ index: Int, _ tree: Sentence, _ sentence: SourceSentence, _ found: inout [Int: StandIn]
  ) {
    guard index + 2 < tree.tokens.count else { return }
    let noun = tree.tokens[index + 1]
    let next = tree.tokens[index + 2]
    guard noun.universal == .noun, noun.penn == .singularNoun, noun.form.first?.isLowercase == true,
      !next.universal.isNominal, next.form != "of", next.penn != .hyphen, next.form != "-",
      next.penn != .openingBracket, next.universal != .numeral
    else { return }
    let form = noun.form.lowercased()
    let name: String
    if form == "country", let only = country(before: index, tree, sentence) {
      name = only
    } else if Descriptions.companies.contains(form) {
      guard let organisation = descriptions.organisation, isAlone(organisation, index, tree) else {
        return
      }
      let last = organisation.split(separator: " ").last.map(String.init) ?? ""
      let isDescribed = OrganisationHead.word(for: last) != nil
      name = isDescribed ? "the " + organisation : organisation
    } else {
      guard let only = descriptions.name(for: form),
        descriptions.isTopic(only)
          || (recent + [tree.text(Array(0..<index))]).contains(where: { $0.contains(only) })
      else { return }
      name = "the " + only
    }
    found[index] = StandIn(name, isPossessive: false)
    found[index + 1] = StandIn(within: name)
  }

  /// The state that "the country" means: the only one of the sentence before, where this one names
  /// another as its subject or none.
  private func country(
    before index: Int, _ tree: Sentence, _ sentence: SourceSentence
  ) -> String? {
    let here = tree.names.filter { $0.tokens.upperBound <= index }
      .map { ActorTable.text(of: $0.tokens, in: sentence) }
      .filter { actors.states.state(named: $0) != nil }
    let others = countries.filter { !here.contains($0) }
    return here.count <= 1 && others.count == 1 && countries.count == 1 ? others[0] : nil
  }

  /// Whether no other organisation is meant in the sentence so far or in the one before.
  private func isAlone(_ organisation: String, _ end: Int, _ tree: Sentence) -> Bool {
    let isOther = tree.names.contains { name in
      guard name.tokens.upperBound <= end, name.kind == .organisation else { return false }
      let text = tree.text(Array(name.tokens))
      return !text.contains(organisation) && !organisation.contains(text)
    }
    guard !isOther else { return false }
    guard let subject, subject.isPerson != true, subject.text.first?.isUppercase == true else {
      return true
    }
    return subject.text.contains(organisation)
  }
}
