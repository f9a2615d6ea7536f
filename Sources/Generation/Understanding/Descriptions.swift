import Decks
import Language

/// What "the company", "the treaty" and the like can stand for in a text.
struct Descriptions {
  /// The names that end in a noun or begin with it before "of", by the noun in lower case.
  private var names: [String: Set<String>] = [:]
  /// In how many ways the text describes things that a noun names.
  private var described: [String: Set<String>] = [:]
  private let lexicon: Lexicon?
  /// The words that the text writes with a small letter.
  private var common: Set<String> = []
  /// The organisation that the text speaks of most, where none comes near it.
  private(set) var organisation: String?
  /// The title and the first sentence.
  private var topics: [String] = []
  /// What the text calls that organisation.
  private(set) var organisationNoun = "organisation"

  /// Reads the names and descriptions of a text.
  ///
  /// - Parameters:
  ///   - sentences: the sentences.
  ///   - actors: who acts in them.
  ///   - lexicon: the words that there are.
  init(_ sentences: [SourceSentence], actors: ActorTable, lexicon: Lexicon? = nil) {
    self.lexicon = lexicon
    let states = actors.states
    var organisations: [String: Int] = [:]
    // A founder's surname is not the firm's name.
    let surnames = Set(
      sentences.flatMap { sentence in
        sentence.tree.map { tree in
          tree.names.filter { $0.kind == .person && $0.tokens.count > 1 }
            .map { tree.tokens[$0.tokens.upperBound - 1].form }
        } ?? []
      })
    for sentence in sentences {
      guard let tree = sentence.tree else { continue }
      for name in tree.names where name.kind != .place {
        let text = ActorTable.text(of: name.tokens, in: sentence)
        guard states.state(named: text) == nil, !states.isDemonym(text),
          actors.actor(named: text)?.kind != .person, !surnames.contains(text)
        else { continue }
        organisations[text, default: 0] += 1
      }
      for index in tree.tokens.indices {
        let token = tree.tokens[index]
        let noun = token.form.lowercased()
        if token.form == noun { common.insert(noun) }
        if token.universal == .properNoun || token.form.first?.isUppercase == true && index > 0 {
          if let name = Self.name(around: index, in: tree) { names[noun, default: []].insert(name) }
        } else if token.universal == .noun {
          let words = Self.modifiers(of: index, in: tree)
          if !words.isEmpty { described[noun, default: []].insert(words) }
        }
      }
    }
    for title in Set(sentences.flatMap(\.section)) {
      let runs = title.split(separator: " ").split { $0.first?.isUppercase != true }
      for run in runs {
        let name = run.drop { ["the", "a", "an"].contains($0.lowercased()) }
        // What the text itself names so needs no title, and a title in capitals names nothing.
        guard name.count > 1, let noun = name.last?.lowercased(), names[noun] == nil,
          name.contains(where: { $0.contains(where: \.isLowercase) })
        else { continue }
        names[noun, default: []].insert(name.joined(separator: " "))
      }
    }
    let ranked = organisations.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let opening = sentences.prefix(3).map(\.text) + (sentences.first?.section ?? [])
    topics = (sentences.first?.section ?? []) + sentences.prefix(1).map(\.text)
    // Without "the company" in it the text may be about a person of whom it gives one name.
    let speaksOfOne = !common.isDisjoint(with: Descriptions.companies)
    // "The Laverna Glass Company was founded in 1891".
    let named = sentences.first?.tree.flatMap { tree in
      tree.tokens.indices.first { OrganisationHead.word(for: tree.tokens[$0].form) == "company" }
        .flatMap { Self.name(around: $0, in: tree) }
    }
    if let first = ranked.first, first.value >= 2, speaksOfOne,
      ranked.dropFirst().allSatisfy({
        $0.key.contains(first.key) || first.key.contains($0.key) || first.value * 2 >= $0.value * 3
      }), opening.contains(where: { $0.contains(first.key) })
    {
      organisation = first.key
      organisationNoun =
        ["company", "firm", "corporation"].first(where: common.contains) ?? organisationNoun
    } else if let named, speaksOfOne {
      organisation = named
      organisationNoun = "company"
    }
  }

  /// The only name of the text that a bare noun can be short for: "the league" for "the Delian
  /// League".
  func name(for noun: String) -> String? {
    guard let all = names[noun.lowercased()], all.count == 1 else { return nil }
    return all.first
  }

  /// Whether a name is what the text is about: its title, or the subject of its first sentence.
  func isTopic(_ name: String) -> Bool {
    topics.contains { $0.hasPrefix(name) || $0.hasPrefix("The " + name) }
  }

  /// Whether a text is the life of a person: its title is the name, or its first sentence tells
  /// of the birth or says who it was.
  func isProtagonist(_ name: String) -> Bool {
    topics.contains { topic in
      topic == name
        || topic.hasPrefix(name)
          && [" was born", " (", " was a ", " was an ", " was the "].contains {
            topic.dropFirst(name.count).hasPrefix($0)
          }
    }
  }

  /// Whether a word is no name alone: the text has it with a small letter, or the dictionary.
  func isCommon(_ word: String) -> Bool {
    let word = word.lowercased()
    return common.contains(word) || lexicon?.isCommonWord(word) == true
  }

  /// Whether a bare noun with its article can be one thing only in the text.
  func isPlain(_ noun: String) -> Bool {
    let noun = noun.lowercased()
    return (described[noun]?.count ?? 0) + (names[noun]?.count ?? 0) <= 1
  }

  /// Nouns that stand for the organisation that a text is about.
  static let companies: Set<String> = [
    "company", "firm", "corporation", "business", "manufacturer", "conglomerate", "retailer",
    "airline", "brewery",
  ]

  /// The words before a noun that tell it from others of its kind.
  private static func modifiers(of noun: Int, in tree: Sentence) -> String {
    var start = noun
    while start > 0 {
      let before = tree.tokens[start - 1]
      guard
        before.universal == .adjective || before.universal.isNominal
          || before.universal == .numeral || before.penn == .hyphen
      else { break }
      start -= 1
    }
    return tree.text(Array(start..<noun)).lowercased()
  }

  /// The capitalised name of two words or more whose noun stands at an index.
  private static func name(around index: Int, in tree: Sentence) -> String? {
    func isPart(_ index: Int) -> Bool {
      guard tree.tokens.indices.contains(index) else { return false }
      let token = tree.tokens[index]
      return token.form.first?.isUppercase == true && token.universal != .determiner
        && token.universal != .adposition && token.universal != .pronoun
        && token.penn != .conjunction && token.universal != .punctuation
    }
    if index + 2 < tree.tokens.count, tree.tokens[index + 1].form == "of" {
      let next = tree.tokens[index + 2].form.lowercased() == "the" ? index + 3 : index + 2
      guard isPart(next) else { return nil }
      var end = next
      while isPart(end + 1) { end += 1 }
      var start = index
      while start > 1, isPart(start - 1) { start -= 1 }
      return tree.text(Array(start...end))
    }
    var start = index
    while start > 0, isPart(start - 1) { start -= 1 }
    // The first word of a sentence has a capital anyway.
    if start == 0, tree.tokens[0].universal != .properNoun { start = 1 }
    guard start < index, !isPart(index + 1) else { return nil }
    return tree.text(Array(start...index))
  }
}
