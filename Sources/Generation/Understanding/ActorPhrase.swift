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
  /// What a person is, in common words before the name: "Portuguese explorer".
  var role: String?
  /// What the text calls an organisation: "firm".
  var calledNoun: String?

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
    calledNoun
      ?? text.split(separator: " ").reversed().compactMap { OrganisationHead.word(for: String($0)) }
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
    guard let first = words.first, let last = words.last, words == Array(first...last),
      // "His Gramophone Company" is no name.
      tree.tokens[first].penn != .possessivePronoun
    else { return nil }
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
      let plain = withoutRole(text)
      let known = plain == text ? actor : Actor(name: plain, kind: actor.kind)
      return ActorPhrase(
        text: plain, actors: [known], kind: actor.kind, isPlural: false,
        calledNoun: noun(for: plain))
    }
    return behindRole(words, in: tree) ?? behindDescription(words, in: tree)
  }

  /// "Physicist Julius Lilienfeld" is Julius Lilienfeld; "King Leonidas" stays.
  private func withoutRole(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 2, PersonRole.contains(words[0].lowercased()) else { return name }
    return words.dropFirst().joined(separator: " ")
  }

  /// "Portuguese explorer Tristão da Cunha": the noun before a name says that it is a person's.
  private func behindRole(_ words: [Int], in tree: Sentence) -> ActorPhrase? {
    guard
      let role = words.lastIndex(where: {
        PersonRole.contains(tree.tokens[$0].form.lowercased())
      }),
      words[..<role].allSatisfy({
        tree.tokens[$0].universal == .adjective || tree.tokens[$0].universal.isNominal
          || tree.tokens[$0].penn == .possessiveEnding
      })
    else { return nil }
    let name = words[(role + 1)...]
    guard let first = name.first, tree.tokens[first].form.first?.isUppercase == true,
      name.count <= 5,
      name.allSatisfy({
        tree.tokens[$0].universal == .properNoun || tree.tokens[$0].name != .outside
      })
    else { return nil }
    let text = tree.text(Array(name))
    let isCommon = words[...role].allSatisfy { tree.tokens[$0].universal != .properNoun }
    return ActorPhrase(
      text: text, actors: [actor(named: text) ?? Actor(name: text, kind: .person)], kind: .person,
      isPlural: false, role: isCommon ? lowered(Array(words[...role]), tree) : nil)
  }

  /// "The priest, Guyard de Moulin", "President of the Assembly Kim Yong Nam".
  private func behindDescription(_ words: [Int], in tree: Sentence) -> ActorPhrase? {
    guard let first = words.first, let last = words.last,
      let name = tree.names.first(where: {
        $0.tokens.upperBound == last + 1 && $0.tokens.lowerBound > first && $0.kind == .person
      })
    else { return nil }
    let before = first..<name.tokens.lowerBound
    let isTitle = before.contains { PersonRole.contains(tree.tokens[$0].form.lowercased()) }
    let isPlain = before.allSatisfy { index in
      let token = tree.tokens[index]
      return token.universal == .noun || token.universal == .adjective
        || token.universal == .properNoun || token.penn == .possessiveEnding
        || token.penn == .comma && index == before.upperBound - 1
        || isTitle && ["of", "the"].contains(token.form)
    }
    let called = tree.text(Array(name.tokens))
    guard isPlain, let actor = actor(named: called), actor.kind == .person else { return nil }
    return ActorPhrase(text: called, actors: [actor], kind: .person, isPlural: false)
  }

  /// Words without the capital that only the start of a sentence gives them.
  private func lowered(_ words: [Int], _ tree: Sentence) -> String {
    let text = tree.text(words)
    guard words.first == 0, !states.isDemonym(tree.tokens[0].form),
      tree.tokens[0].universal != .properNoun
    else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
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
      let name = withoutArticle(part, tree)
      if let member = single(name, in: tree) {
        members.append(member)
      } else if members.first?.kind == .organisation,
        name.allSatisfy({ tree.tokens[$0].universal == .properNoun })
      {
        members.append(
          ActorPhrase(text: tree.text(name), actors: [], kind: .organisation, isPlural: false))
      } else {
        return nil
      }
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
