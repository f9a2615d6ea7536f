import Decks
import Language

/// Words that name who acted: one actor, several of one kind, or a group of people.
struct ActorPhrase {
  /// The answer: the names as the text has them, without titles.
  let text: String
  /// The actors that are named; none for a group without a name of its own.
  let actors: [Actor]
  let kind: Actor.Kind
  let isPlural: Bool

  /// The words that ask for them: "Who", "Which country", "Which companies".
  var asking: String {
    switch kind {
    case .person, .group: "Who"
    case .state: isPlural ? "Which countries" : "Which country"
    case .organisation: isPlural ? "Which organisations" : "Which \(noun ?? "organisation")"
    case .place: "Which place"
    }
  }

  /// The same behind a preposition: "whom", "which country".
  var oblique: String {
    switch kind {
    case .person, .group: "whom"
    case .state, .organisation, .place: asking.prefix(1).lowercased() + asking.dropFirst()
    }
  }

  /// The kind of a card that asks for them.
  var cardKind: CardKind {
    switch kind {
    case .person: isPlural ? .text : .person
    case .state: isPlural ? .text : .state
    case .organisation: isPlural ? .text : .organisation
    case .group: .text
    case .place: .place
    }
  }

  /// What sort of organisation it is, if its name says so.
  private var noun: String? {
    text.split(separator: " ").reversed().compactMap { OrganisationHead.word(for: String($0)) }
      .first
  }
}

extension ActorTable {
  /// Whom words name; `nil` where that is not certain.
  ///
  /// - Parameters:
  ///   - words: the words, in order and without a gap.
  ///   - tree: their sentence.
  /// - Returns: the actors.
  func phrase(_ words: [Int], in tree: Sentence) -> ActorPhrase? {
    let words = withoutArticle(words, tree)
    guard let first = words.first, let last = words.last, words == Array(first...last) else {
      return nil
    }
    if let single = single(words, in: tree) { return single }
    return several(words, in: tree) ?? group(words, in: tree)
  }

  private func withoutArticle(_ words: [Int], _ tree: Sentence) -> [Int] {
    guard let first = words.first,
      ["the", "a", "an", "then"].contains(tree.tokens[first].form.lowercased())
    else { return words }
    return withoutArticle(Array(words.dropFirst()), tree)
  }

  private func single(_ words: [Int], in tree: Sentence) -> ActorPhrase? {
    let text = tree.text(words)
    if let actor = actor(named: text) {
      return ActorPhrase(text: text, actors: [actor], kind: actor.kind, isPlural: false)
    }
    guard let first = words.first, let last = words.last else { return nil }
    if let named = named(words, in: tree) { return named }
    // "The priest, Guyard de Moulin": the name is behind its description.
    let names = tree.names.filter { $0.tokens.upperBound == last + 1 && $0.tokens.lowerBound > first }
    guard let name = names.first, name.kind == .person,
      tree.tokens[first..<name.tokens.lowerBound].enumerated().allSatisfy({ index, token in
        token.universal == .noun || token.universal == .adjective
          || token.universal == .properNoun || token.penn == .possessiveEnding
          || ["of", "the"].contains(token.form)
          || token.penn == .comma && first + index == name.tokens.lowerBound - 1
      })
    else { return nil }
    let called = tree.text(Array(name.tokens))
    guard let actor = actor(named: called), actor.kind == .person else { return nil }
    return ActorPhrase(text: called, actors: [actor], kind: .person, isPlural: false)
  }

  /// "Portuguese explorer Tristão da Cunha": the noun before an unknown name says that it is a
  /// person's.
  private func named(_ words: [Int], in tree: Sentence) -> ActorPhrase? {
    guard
      let role = words.lastIndex(where: {
        PersonRole.contains(tree.tokens[$0].form.lowercased())
      })
    else { return nil }
    let name = words[(role + 1)...]
    guard let first = name.first, tree.tokens[first].form.first?.isUppercase == true, name.count <= 5,
      name.allSatisfy({ tree.tokens[$0].universal == .properNoun || tree.tokens[$0].name != .outside })
    else { return nil }
    let text = tree.text(Array(name))
    return ActorPhrase(
      text: text, actors: [actor(named: text) ?? Actor(name: text, kind: .person)], kind: .person,
      isPlural: false)
  }

  /// "Bardeen and Brattain", "Shell, Cosan and Eni".
  private func several(_ words: [Int], in tree: Sentence) -> ActorPhrase? {
    guard words.contains(where: { tree.tokens[$0].form == "and" }) else { return nil }
    let parts = words.split {
      tree.tokens[$0].penn == .comma || tree.tokens[$0].form == "and"
    }.map(Array.init)
    guard parts.count > 1, parts.count <= 5 else { return nil }
    var members: [ActorPhrase] = []
    for part in parts {
      guard let member = single(withoutArticle(part, tree), in: tree) else { return nil }
      members.append(member)
    }
    guard let kind = members.first?.kind, members.allSatisfy({ $0.kind == kind }) else {
      return nil
    }
    var texts = members.map(\.text)
    let end = texts.removeLast()
    return ActorPhrase(
      text: texts.joined(separator: ", ") + " and " + end, actors: members.flatMap(\.actors),
      kind: kind, isPlural: true)
  }

  /// "Argentine forces", "Catholics".
  private func group(_ words: [Int], in tree: Sentence) -> ActorPhrase? {
    guard let last = words.last, words.count <= 4 else { return nil }
    let head = tree.tokens[last]
    let isPeople =
      head.penn == .pluralNoun && Self.peoples.contains(head.form.lowercased()) && words.count > 1
      || (head.penn == .pluralName || head.penn == .pluralNoun) && last > 0
        && head.form.first?.isUppercase == true && states.isDemonym(head.form)
    guard isPeople,
      words.dropLast().allSatisfy({
        tree.tokens[$0].universal == .adjective || tree.tokens[$0].universal.isNominal
      }),
      words.contains(where: { tree.tokens[$0].form.first?.isUppercase == true })
    else { return nil }
    return ActorPhrase(text: tree.text(words), actors: [], kind: .group, isPlural: true)
  }

  private static let peoples: Set<String> = [
    "troops", "forces", "soldiers", "settlers", "colonists", "voters", "rebels", "sailors",
    "workers", "students", "farmers", "peasants", "miners", "scientists", "physicists",
    "engineers", "chemists", "astronomers", "researchers", "merchants", "traders", "bankers",
    "pirates", "guerrillas", "militants", "revolutionaries", "police", "pilots", "explorers",
    "missionaries", "monks", "nobles", "knights", "refugees", "immigrants", "officers",
    "delegates", "deputies", "lawyers", "doctors", "archaeologists", "historians",
  ]
}
