import Language

/// What a pronoun can stand for, and where it stands for nothing.
extension Referents {
  /// Whether "it" or "they" can stand for a subject.
  static func fits(_ pronoun: String, _ subject: Subject) -> Bool {
    switch pronoun {
    case "it", "its": !subject.isPlural && subject.isPerson != true
    case "they", "their": subject.isPlural
    case _: false
    }
  }

  /// Whether a pronoun is the first noun of its sentence, or stands right behind what introduces
  /// its clause.
  static func opens(_ index: Int, _ sentence: SourceSentence, _ tree: Sentence) -> Bool {
    guard !isExpletive(index, tree) else { return false }
    guard index > 0 else { return true }
    let before = tree.tokens[..<index]
    guard
      !before.contains(where: { $0.penn.isTensed || $0.penn == .modal || $0.form == ";" })
    else { return false }
    return tree.tokens[index - 1].penn == .comma || isDate(index - 1, sentence)
      || (tree.tokens[0].universal == .adposition
        || ["Together", "Along"].contains(tree.tokens[0].form))
        && index < 8
  }

  /// Whether a clause with another subject stands among words: "William offered the town a
  /// university, and it opened" is not about the town.
  static func hasOtherClause(_ words: Range<Int>, _ tree: Sentence) -> Bool {
    words.contains { index in
      guard tree.tokens[index].penn.isTensed, tree.tokens[index].universal == .verb else {
        return false
      }
      let before = tree.tokens[index - 1]
      return before.universal.isNominal && before.universal != .pronoun
    }
  }

  static func isBehindConjunction(
    _ index: Int, _ sentence: SourceSentence, _ tree: Sentence
  ) -> Bool {
    guard !isExpletive(index, tree) else { return false }
    var start = index
    while start > 0, isDate(start - 1, sentence) || tree.tokens[start - 1].universal == .adverb {
      start -= 1
    }
    guard start > 0 else { return false }
    return [";", "and", "but", ","].contains(tree.tokens[start - 1].form.lowercased())
  }

  /// The two of whom a sentence tells that they married.
  func marriage(_ predications: [Predication]) -> String? {
    for predication in predications where !predication.isPassive {
      let tree = predication.tree
      guard tree.tokens[predication.predicate].form == "married" else { continue }
      let name = tree.names.first { name in
        name.kind == .person && name.tokens.lowerBound > predication.predicate
          && name.tokens.allSatisfy(predication.body.contains)
          && !(predication.predicate + 1..<name.tokens.lowerBound).contains { word in
            tree.tokens[word].universal == .adposition
          }
      }
      let second =
        name.map { tree.text(Array($0.tokens)) }
        ?? predication.sentence.standIns[predication.predicate + 1]?.name
      guard let second else { continue }
      let isNamed = predication.subject.allSatisfy { tree.tokens[$0].universal == .properNoun }
      guard
        let first = predication.resolvedSubject ?? (isNamed ? tree.text(predication.subject) : nil),
        first.first?.isUppercase == true
      else { return nil }
      return first + " and " + second
    }
    return nil
  }

  /// The two persons of a sentence that tells that "they married".
  func joined(_ tree: Sentence) -> String? {
    guard
      tree.tokens.indices.dropLast().contains(where: {
        tree.tokens[$0].form.lowercased() == "they" && tree.tokens[$0 + 1].form == "married"
      }), persons.count == 2
    else { return nil }
    return persons.joined(separator: " and ")
  }

  private static func isDate(_ word: Int, _ sentence: SourceSentence) -> Bool {
    sentence.times.contains { sentence.words(in: $0.phrase).contains(word) }
  }

  /// "It was announced that": a subject that stands for nothing.
  static func isAnnounced(_ index: Int, _ tree: Sentence) -> Bool {
    guard index + 3 < tree.tokens.count, tree.tokens[index + 1].form == "was",
      tree.tokens[index + 2].penn == .pastParticiple
    else { return false }
    return tree.tokens[index + 3].form == "that"
  }

  /// Whether "it" as an object has nothing before it in its sentence that it could stand for.
  static func isOnlyThing(
    _ index: Int, _ sentence: SourceSentence, _ tree: Sentence
  ) -> Bool {
    guard index > 0, tree.tokens[index - 1].universal == .verb else { return false }
    return !tree.tokens[..<index].indices.contains { word in
      let token = tree.tokens[word]
      return token.universal.isNominal && token.penn != .pluralNoun && token.penn != .pluralName
        && token.name.kind != .person && !isDate(word, sentence)
    }
  }

  /// "It was clear that", "it took years to".
  private static func isExpletive(_ index: Int, _ tree: Sentence) -> Bool {
    guard tree.tokens[index].form.lowercased() == "it" else { return false }
    let rest = tree.tokens[(index + 1)...].prefix { $0.penn != .comma && $0.form != ";" }
    let verbs: Set<String> = [
      "was", "is", "took", "takes", "seems", "seemed", "appears", "appeared", "fell", "became",
      "remains", "would", "has",
    ]
    guard let verb = rest.first(where: { $0.universal != .adverb }),
      verbs.contains(verb.form.lowercased())
    else { return false }
    return rest.contains { ["that", "to", "who", "which", "for"].contains($0.form.lowercased()) }
  }

  /// Reads "the former" and "the latter" where exactly two names stand before them.
  static func pick(
    _ index: Int, _ tree: Sentence, _ found: inout [Int: StandIn]
  ) -> Bool {
    guard index + 1 < tree.tokens.count else { return false }
    let word = tree.tokens[index + 1].form.lowercased()
    guard ["former", "latter"].contains(word),
      index + 2 >= tree.tokens.count || !tree.tokens[index + 2].universal.isNominal
    else { return false }
    var names: [String] = []
    for name in tree.names where name.tokens.upperBound <= index {
      let text = tree.text(Array(name.tokens))
      if !names.contains(text) { names.append(text) }
    }
    guard names.count == 2 else { return false }
    let name = word == "former" ? names[0] : names[1]
    found[index] = StandIn(name, isPossessive: false)
    found[index + 1] = StandIn(within: name)
    return true
  }
}
