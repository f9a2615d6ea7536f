import Language

/// Looks whether a whole sentence can stand alone.
struct ClozeCheck {
  private let sentence: SourceSentence
  private let words: [String]
  private let descriptions: Descriptions

  /// - Parameters:
  ///   - sentence: the sentence.
  ///   - words: its words as text.
  ///   - descriptions: what bare nouns can stand for.
  init(_ sentence: SourceSentence, words: [String], _ descriptions: Descriptions) {
    self.descriptions = descriptions
    self.sentence = sentence
    self.words = words
  }

  /// Whether it points to something outside of it, or is no whole statement.
  var pointsOutside: Bool {
    guard let first = sentence.text.first,
      first.isUppercase || first.isNumber || "\"“'".contains(first),
      let last = words.last, ".!\"”’'".contains(last)
    else { return true }
    if Self.openers.contains(words[0].lowercased()), sentence.standIns[0] == nil { return true }
    let opening = words.prefix(3).joined(separator: " ").lowercased()
    if Self.times.contains(where: opening.hasPrefix) { return true }
    guard let tree = sentence.tree else { return pointsOutsideByWords }
    if sentence.speaksOfItself { return true }
    // "The two men spent the winter there".
    if ["the two", "the three"].contains(words.prefix(2).joined(separator: " ").lowercased()),
      words.count > 2,
      ["men", "women", "brothers", "sisters", "friends", "others"].contains(words[2]),
      sentence.standIns[0] == nil
    {
      return true
    }
    // "Played for the Patriots in 1971": the subject is missing.
    if let first = tree.tokens.first, first.penn.isTensed || first.penn == .modal,
      first.universal == .auxiliary
        || !tree.tokens.dropFirst().contains(where: { $0.penn.isTensed })
    {
      return true
    }
    var hasPerson = false
    var hasNoun = false
    var hasMany = false
    for (index, token) in tree.tokens.enumerated() {
      let form = token.form.lowercased()
      let isOwner =
        index + 1 < tree.tokens.count && tree.tokens[index + 1].penn == .possessiveEnding
      if token.name.kind == .person, !isOwner { hasPerson = true }
      if token.universal == .properNoun, index > 0 || token.name != .outside { hasNoun = true }
      if token.penn == .pluralNoun || token.penn == .pluralName || form == "and" { hasMany = true }
      guard sentence.standIns[index] == nil else { continue }
      switch token.penn {
      case .pronoun, .possessivePronoun:
        switch form {
        case "her" where Referents.isObject(index, tree), "him": return true
        case "he", "she", "her", "his": if !hasPerson { return true }
        case "them", "their": if !hasMany { return true }
        case "its" where isOnlyPerson(before: index, tree): return true
        case "they", "its", "it": if !hasNoun { return true }
        case "himself", "herself", "itself", "themselves": break
        case _: return true
        }
      case .determiner:
        if ["this", "these", "those", "such"].contains(form) { return true }
        if form == "that", token.relation == .determiner { return true }
      case _: break
      }
      if ["former", "latter", "aforementioned", "same"].contains(form) { return true }
      if form == "both", token.relation.isSubject { return true }
      if ["it", "one"].contains(form), token.relation == .object { return true }
      // "Pope Pelagius died of it".
      if form == "it", index > 0, tree.tokens[index - 1].universal == .adposition,
        !tree.tokens[..<index].contains(where: { $0.universal == .noun })
      {
        return true
      }
    }
    // "Argentina followed in 1946": what?
    if let verb = tree.tokens.firstIndex(where: { $0.penn.isTensed }),
      tree.tokens[verb].form == "followed", verb + 1 < tree.tokens.count,
      tree.tokens[verb + 1].universal == .adposition
    {
      return true
    }
    let reference = Reference(sentence, tree, descriptions)
    if reference.hasBareRole(Array(tree.tokens.indices)) { return true }
    for clause in tree.clauses {
      if tree.tokens[clause.subject].relation.isSubject,
        tree.tokens[clause.subject].penn == .whDeterminer
          || tree.tokens[clause.subject].penn == .whPronoun
      {
        continue
      }
      let subject = Array(tree.span(of: clause.subject))
      let isOpen =
        reference.isOpen(
          subject.filter { tree.tokens[$0].penn != .pronoun }, hasSubject: hasNoun)
        && !(isExplained && reference.isOnlyBare(subject))
      if isOpen
        || clause.subject < tree.tokens.count
          && ["others", "both", "many", "some", "most", "one"].contains(
            tree.tokens[clause.subject].form.lowercased())
      {
        return true
      }
    }
    // A statement without a name says nothing to somebody who has not the text before him.
    return !tree.tokens.enumerated().contains { index, token in
      token.universal == .properNoun && token.form.count > 1
        && !sentence.times.contains { $0.range.overlaps(token.range) }
    }
      || !tree.tokens.contains {
        $0.penn == .pastTense || $0.penn == .thirdPersonPresent
          || $0.penn == .plainPresent || $0.penn == .modal
      }
  }

  /// Whether nothing but a person in full name stands before "its".
  private func isOnlyPerson(before index: Int, _ tree: Sentence) -> Bool {
    let before = tree.tokens[..<index].filter { $0.universal.isNominal }
    return before.count >= 2 && before.allSatisfy { $0.name.kind == .person }
  }

  /// Whether the sentence names two others, so that it says itself which warfare it speaks of.
  private var isExplained: Bool {
    guard let tree = sentence.tree else { return false }
    return tree.names.count { name in
      tree.tokens[name.tokens].contains { $0.form.first?.isUppercase == true }
    } >= 2
  }

  private var pointsOutsideByWords: Bool {
    let lower = words.map { $0.lowercased() }
    if lower.contains(where: Self.pointers.contains) { return true }
    if lower[0] == "the", words.count > 1, words[1].first?.isLowercase == true { return true }
    return !words.dropFirst().contains { $0.first?.isUppercase == true && $0.count > 1 }
  }

  private static let openers: Set<String> = [
    "but", "and", "or", "so", "then", "however", "thus", "therefore", "moreover", "furthermore",
    "instead", "nevertheless", "hence", "consequently", "this", "these", "those", "such", "it",
    "they", "both", "others", "besides", "additionally", "nonetheless", "yet", "still", "another",
    "here", "there", "also", "similarly", "meanwhile",
  ]

  /// Openings that say when by what was told before.
  private static let times = [
    "by then", "until then", "since then", "at that time", "at this time", "by this time",
    "by that time", "from then",
  ]

  private static let pointers: Set<String> = [
    "he", "she", "him", "her", "his", "they", "them", "their", "its", "it", "this", "these",
    "those", "such", "former", "latter", "we", "our", "us", "i", "you", "both", "same",
  ]
}
