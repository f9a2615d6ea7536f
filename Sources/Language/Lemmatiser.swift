/// Finds the base forms of words: "visited" is a form of "visit", "made" of "make".
///
/// Irregular forms come from a table, regular ones from spelling rules that are checked against
/// the lexicon's verbs and nouns, so that "hoped" gives "hope" and "hopped" gives "hop".
package struct Lemmatiser: Sendable {
  private let lexicon: Lexicon?

  /// A lemmatiser that checks its guesses.
  ///
  /// - Parameter lexicon: the words that there are; without one the spelling alone decides.
  package init(lexicon: Lexicon? = nil) { self.lexicon = lexicon }

  /// The base form of a word in its sentence; names keep their capitals.
  package func lemma(of token: Token) -> String { lemma(of: token.form, token.penn) }

  /// The base form of a word with a tag; names keep their capitals.
  ///
  /// - Parameters:
  ///   - form: the word.
  ///   - tag: its tag.
  /// - Returns: the base form, in lower case but for names.
  package func lemma(of form: String, _ tag: PennTag) -> String {
    switch tag {
    case .pastTense, .pastParticiple, .gerund, .plainPresent, .thirdPersonPresent, .modal:
      return verb(form)
    case .verbBase: return form == "’s" || form == "'s" ? "be" : form.lowercased()
    case .pluralNoun: return noun(form)
    case .singularName, .pluralName: return form
    case .address, .affix, .cardinal, .closingBracket, .closingQuote, .colon, .comma,
      .comparativeAdjective, .comparativeAdverb, .conjunction, .currency, .determiner,
      .existential, .foreign, .fragment, .fullStop, .hyphen, .interjection, .listMark, .ornament,
      .adjective, .adverb, .openingBracket, .openingQuote, .particle, .possessivePronoun,
      .possessiveWh, .possessiveEnding, .predeterminer, .preposition, .pronoun, .singularNoun,
      .superlativeAdjective, .superlativeAdverb, .symbol, .to, .whAdverb, .whDeterminer,
      .whPronoun:
      return form.lowercased()
    }
  }

  /// Whether a noun in any form is a common word and no name; all are without a lexicon.
  package func isCommonNoun(_ form: String) -> Bool {
    guard let lexicon else { return true }
    return [form.lowercased(), noun(form)].allSatisfy { word in
      isListed(word, .noun) != true || lexicon.isCommonWord(word)
    }
  }

  /// The base form of any form of a verb.
  package func verb(_ form: String) -> String {
    let word = form.lowercased().replacing("’", with: "'")
    if let base = IrregularVerbs.bases[word] { return base }
    // "overthrew", "rewrote", "undertook", "misled".
    for prefix in ["over", "under", "re", "with", "mis", "out", "fore", "up", "un", "inter"]
    where word.hasPrefix(prefix) {
      if let base = IrregularVerbs.bases[String(word.dropFirst(prefix.count))],
        base != "be", isListed(prefix + base, .verb) ?? true
      {
        return prefix + base
      }
    }
    if word.hasSuffix("ied"), word.count > 3 { return afterI(String(word.dropLast(3))) }
    if word.hasSuffix("ies"), word.count > 3 { return afterI(String(word.dropLast(3))) }
    if word.hasSuffix("ed"), word.count > 3 { return stem(String(word.dropLast(2))) }
    if word.hasSuffix("ing"), word.count > 4 {
      let stem = stem(String(word.dropLast(3)))
      return isListed(stem, .verb) ?? true ? stem : word
    }
    return withoutS(word, .verb)
  }

  /// The singular of a noun.
  package func noun(_ form: String) -> String {
    let word = form.lowercased()
    if let base = IrregularVerbs.singulars[word] { return base }
    if word.hasSuffix("men"), word.count > 4 { return "\(word.dropLast(3))man" }
    if word.hasSuffix("ies"), word.count > 4 {
      let base = "\(word.dropLast(3))y"
      if isListed(base, .noun) ?? true { return base }
    }
    return withoutS(word, .noun)
  }

  private enum WordClass: Int {
    case noun = 1
    case verb = 2
  }

  /// Whether the lexicon lists the word in a class; `nil` without a lexicon.
  private func isListed(_ word: String, _ wordClass: WordClass) -> Bool? {
    lexicon.map { $0.wordClasses[Hashing.bytes(word.utf8)] & wordClass.rawValue > 0 }
  }

  /// "carri" is "carry", "di" is "die".
  private func afterI(_ stem: String) -> String {
    let isShort = stem.count < 2
    if let isVerb = isListed(stem + "y", .verb) { return stem + (isVerb ? "y" : "ie") }
    return stem + (isShort ? "ie" : "y")
  }

  private func withoutS(_ word: String, _ wordClass: WordClass) -> String {
    guard word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 2 else { return word }
    let bare = String(word.dropLast())
    let shorter = String(word.dropLast(2))
    guard word.hasSuffix("es") else {
      return isListed(word, wordClass) == true && isListed(bare, wordClass) == false ? word : bare
    }
    if let isWord = isListed(bare, wordClass) {
      return isWord || isListed(shorter, wordClass) == false ? bare : shorter
    }
    let isHissing = ["s", "x", "z", "ch", "sh"].contains { shorter.hasSuffix($0) }
    return isHissing && !shorter.hasSuffix("us") ? shorter : bare
  }

  /// The verb for what stands before -ed or -ing: itself, with e, or with one letter fewer.
  private func stem(_ stem: String) -> String {
    let letters = Array(stem)
    let bare = stem
    let withE = stem + "e"
    let last = letters.last ?? " "
    let isDoubled = letters.count > 2 && letters[letters.count - 2] == last && !Self.isVowel(last)
    guard lexicon != nil else {
      if isDoubled { return "lsz".contains(last) ? bare : String(bare.dropLast()) }
      return Self.wantsE(letters) ? withE : bare
    }
    if isDoubled, isListed(bare, .verb) == false { return String(bare.dropLast()) }
    // A short verb would have doubled its consonant: "hoped" is no form of "hop".
    if Self.isShortSyllable(letters), isListed(withE, .verb) == true { return withE }
    if isListed(bare, .verb) == true { return bare }
    if isListed(withE, .verb) == true { return withE }
    return Self.wantsE(letters) ? withE : bare
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  /// One vowel between consonants, and no other vowel: hop, plan, star.
  private static func isShortSyllable(_ letters: [Character]) -> Bool {
    guard letters.count > 1, let last = letters.last, !isVowel(last), !"wxy".contains(last) else {
      return false
    }
    return isVowel(letters[letters.count - 2]) && letters.count(where: isVowel) == 1
  }

  /// Whether a stem is spelt as one that has lost an e.
  private static func wantsE(_ letters: [Character]) -> Bool {
    guard letters.count > 1, let last = letters.last else { return false }
    let before = letters[letters.count - 2]
    if "cgvuz".contains(last) { return !(last == "g" && before == "n") || letters.count > 4 }
    if last == "s" { return before != "s" && before != "u" }
    if last == "l" { return !isVowel(before) && before != "l" && before != "r" && before != "w" }
    if last == "t", before == "a", letters.count > 3 {
      return !isVowel(letters[letters.count - 3]) || letters[letters.count - 3] == "i"
    }
    return isShortSyllable(letters)
  }
}
