import Decks
import Language

/// Who acts in a text: each actor with its kind and the names that the text gives it.
struct ActorTable {
  /// The names of states.
  let states: StateNames
  private var persons: [String: Person] = [:]

  private var organisations: Set<String> = []
  /// What the text calls organisations: "company", "firm".
  private var nouns: [String: String] = [:]

  private struct Person {
    var name: String
  }

  /// Collects the persons that a text names in full, under their names and their surnames.
  init(_ sentences: [SourceSentence], states: StateNames) {
    self.states = states
    var places: [String: Int] = [:]
    var votes: [String: (persons: Int, organisations: Int, all: Int)] = [:]
    for sentence in sentences {
      guard let tree = sentence.tree else { continue }
      for name in tree.names {
        let text = ActorTable.text(of: name.tokens, in: sentence)
        if places[text] == nil { places[text] = places.count }
        var vote = votes[text] ?? (0, 0, 0)
        vote.all += 1
        if name.kind == .person { vote.persons += 1 }
        if name.kind == .organisation { vote.organisations += 1 }
        votes[text] = vote
      }
    }
    // One word is an organisation only if the text names it so again and again.
    for (name, vote) in votes
    where vote.organisations >= 3 && vote.organisations * 4 >= vote.all * 3 && !name.contains(" ")
      && states.state(named: name) == nil && !states.isDemonym(name)
    {
      organisations.insert(name)
    }
    let speaksOfFirm = sentences.contains { sentence in
      sentence.tree?.tokens.contains { ["company", "firm"].contains($0.form) } == true
    }
    var surnames: [String: [String]] = [:]
    // A single word is a person only as the surname of one who is named in full.
    for (name, vote) in votes where name.contains(" ") {
      let isCalled = GivenNames.gender(of: String(name.prefix { $0 != " " })) != nil
      guard vote.persons * 2 > vote.all || isCalled, isPlausiblePerson(name) else { continue }
      persons[name] = Person(name: name)
      let words = name.split(separator: " ")
      if words.count > 1, let last = words.last { surnames[String(last), default: []].append(name) }
    }
    for (surname, names) in surnames {
      // "Jean-Baptiste Lully" and "Lully" are one; of two persons of a name the surname alone is
      // the one whom the text names first.
      let own = votes[surname] ?? (0, 0, 0)
      // A firm may bear its founder's name.
      let most = speaksOfFirm ? 0 : own.all / 2
      if speaksOfFirm, isAttributive(surname, in: sentences) { continue }
      guard own.organisations <= most else { continue }
      let full = names.min { places[$0] ?? 0 < places[$1] ?? 0 }
      persons[surname] = full.map { Person(name: $0) }
    }
  }

  /// Whether a text uses a name as only a firm's is used: "Ericsson engineers".
  private func isAttributive(_ name: String, in sentences: [SourceSentence]) -> Bool {
    sentences.contains { sentence in
      guard let tokens = sentence.tree?.tokens else { return false }
      return tokens.indices.dropLast().contains {
        // A plural behind a name may look like a verb.
        tokens[$0].form == name
          && [.pluralNoun, .thirdPersonPresent].contains(tokens[$0 + 1].penn)
      }
    }
  }

  /// Whether a name says what sort of organisation it names: "the Bank of England", "Bell Labs".
  private func isOrganisation(_ name: String) -> Bool {
    let words = name.split(separator: " ").map(String.init)
    guard (2...7).contains(words.count),
      words.allSatisfy({ word in
        word.first?.isUppercase == true || ["of", "for", "and", "the", "&"].contains(word)
      })
    else { return false }
    let core = words.prefix { $0 != "of" && $0 != "for" }
    return core.last.map { OrganisationHead.word(for: $0) != nil } == true
      || words.last.map { OrganisationHead.word(for: $0) != nil } == true
        && core.count == words.count
  }

  /// What the text calls an organisation, if it says so.
  func noun(for organisation: String) -> String? { nouns[organisation] }

  /// Takes a name for that of an organisation, as the text calls it "the company".
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - noun: what the text calls it.
  mutating func note(organisation name: String, as noun: String) {
    organisations.insert(name)
    nouns[name] = noun
    if let person = persons[name], person.name == name { persons[name] = nil }
  }

  private func isPlausiblePerson(_ name: String) -> Bool {
    let words = name.split(separator: " ").map(String.init)
    guard let last = words.last, (1...5).contains(words.count) else { return false }
    if states.state(named: name) != nil || words.contains(where: states.isDemonym) { return false }
    if words.contains(where: { OrganisationHead.word(for: $0) != nil }) { return false }
    // A case at law: Marbury v Madison.
    if words.contains(where: ["v", "v.", "vs", "vs."].contains) { return false }
    if PlaceHead.contains(last.lowercased()) { return false }
    // Plurals and acronyms are groups: "Huguenots", "FAPLA".
    if words.count == 1, last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("us") {
      return false
    }
    return last.contains(where: \.isLowercase) || last.allSatisfy { "IVX".contains($0) }
  }

  static func text(of tokens: Range<Int>, in sentence: SourceSentence) -> String {
    sentence.text(
      sentence.words[tokens.lowerBound]
        .lowerBound..<sentence.words[tokens.upperBound - 1].upperBound
    )
  }

  /// The actor that a name stands for; `nil` where its kind is not certain.
  ///
  /// - Parameter name: the name without an article.
  /// - Returns: the actor.
  func actor(named name: String) -> Actor? {
    if let state = states.state(named: name) {
      return Actor(
        name: name, kind: .state,
        also: state.names.filter { $0 != name && $0.lowercased() != name.lowercased() })
    }
    if let person = persons[name] {
      let surname = person.name.split(separator: " ").last.map(String.init)
      let isShared = surname.map { persons[$0]?.name != person.name } ?? true
      let also = isShared || surname == person.name ? [] : [surname].compactMap(\.self)
      return Actor(name: person.name, kind: .person, also: also)
    }
    if organisations.contains(name) { return Actor(name: name, kind: .organisation) }
    return isOrganisation(name) ? Actor(name: name, kind: .organisation) : nil
  }
}

/// Words that make a name the name of an organisation.
enum OrganisationHead {
  /// The common noun for it, as a question uses it; `nil` for any other word.
  static func word(for word: String) -> String? { words[word] }

  private static let words: [String: String] = [
    "Company": "company", "Corporation": "company", "Inc": "company", "Ltd": "company",
    "Party": "party", "University": "university", "College": "college", "Bank": "bank",
    "Committee": "committee", "Commission": "commission", "Ministry": "ministry",
    "Department": "department", "Agency": "agency", "Institute": "institute",
    "Association": "association", "Union": "union", "League": "league", "Society": "society",
    "Council": "council", "Court": "court", "Senate": "body", "Parliament": "body",
    "Assembly": "body", "Congress": "body", "Army": "army", "Navy": "navy",
    "Foundation": "foundation", "Organisation": "organisation", "Organization": "organisation",
    "Laboratories": "laboratory", "Labs": "laboratory", "Group": "group", "Front": "organisation",
  ]
}

/// Last words of the names of places.
enum PlaceHead {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = [
    "river", "island", "islands", "sea", "ocean", "lake", "mountain", "mountains", "street",
    "road", "city", "town", "village", "county", "province", "state", "states", "kingdom",
    "empire", "republic", "cape", "bay", "war", "wars", "treaty", "edict", "massacre", "act",
    "revolution", "crisis", "church", "bible", "castle", "palace", "bridge", "fort", "valley",
    "prize", "award", "accord", "accords", "agreement", "conference", "protocol", "railway",
    "land", "strait", "gulf", "peninsula", "desert", "pass", "canal",
    "hospital", "museum", "school", "house", "hall", "cathedral", "abbey", "park", "gate",
  ]
}
