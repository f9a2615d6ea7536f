import Chronology
import Decks

/// What kind of thing is asked, where the deck does not say.
extension Marker {
  /// The kind by the deck's actors, the answer's form and the question's words.
  package func infer(_ expected: Expected) -> CardKind {
    let text = expected.answer
    let folded = Folded(text).words
    let question = Folded(expected.question).words
    let asksCount = Question.asksCount(question)
    if let actor = deck.named(folded).first { return CardKind(deck.entries[actor].kind) }
    if !asksCount, isDate(text, question) { return .date }
    if isQuoted(text) { return .quotation }
    if Question.asksWhy(question) { return .cause }
    if isList(text, question) { return .list }
    if isNumber(text, asksCount) { return .number }
    if let states, states.lookup(folded[...]).contains(where: { $0.naming == .name }) {
      return .state
    }
    if isSentence(folded) { return .text }
    if Question.asksPerson(question) { return isName(text) ? .person : .text }
    if let kind = Question.kind(question), isShort(folded) { return kind }
    if let known, let entry = known.named(folded).first {
      return CardKind(known.entries[entry].kind)
    }
    return isTerm(text, folded) ? .term : .text
  }

  /// A date, or a bare integer that can be a year and nothing says otherwise.
  private func isDate(_ text: String, _ question: [String]) -> Bool {
    let asksTime = Question.asksTime(question)
    if HistoricalDate(text) != nil {
      // "1950 metres" is a length, "two centuries" a number; the 19th century is a date.
      return asksTime || Quantity(text)?.unit == nil
        || Folded(text).words.contains { ["century", "decade", "millennium"].contains($0) }
    }
    return asksTime && !HistoricalDate.readings(of: text).isEmpty
  }

  private func isNumber(_ text: String, _ asksCount: Bool) -> Bool {
    guard let quantity = Quantity(text) else { return false }
    if asksCount { return true }
    // "fourteen", "50,000 rubles", "about 100": a number and hardly more.
    return quantity.nouns.count <= 2 && !quantity.hasOthers
      && (quantity.isNegative || numberTokens(text).first.map(isNumberStart) == true)
  }

  private func isNumberStart(_ token: NumberToken) -> Bool {
    switch token {
    case .numeral: true
    case .word(let word):
      NumberWords.cardinals[word] != nil || Unit.named(word)?.dimension == .currency
        || [
          "about", "approximately", "around", "over", "nearly", "almost", "some", "up", "half",
          "a", "more", "less", "at", "roughly",
        ].contains(word)
    case .dash, .slash, .stop: false
    }
  }

  private func isQuoted(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.count > 2 else { return false }
    return "\"\u{201c}\u{ab}".contains(first) && "\"\u{201d}\u{bb}".contains(last)
  }

  private func isList(_ text: String, _ question: [String]) -> Bool {
    let items = ListItems.split(text)
    guard items.count > 1, !HistoricalDate.isDate(text), !text.hasPrefix("to ") else {
      return false
    }
    if text.contains("\n") { return true }
    // "300,000 km/s" is one speed.
    if items.count == 2, text.contains("/"), Quantity(text)?.unit != nil { return false }
    let isKnown = !identities(Folded(text).words).isEmpty
    if isKnown { return false }
    // Long items are clauses of one sentence, not things in a list.
    guard items.allSatisfy({ Folded($0).words.count <= 6 }) else { return false }
    if items.count > 2 || Question.asksSeveral(question) { return true }
    if items.allSatisfy({ !identities(Folded($0).words).isEmpty }) { return true }
    return Question.asksPerson(question) && items.allSatisfy(isName)
  }

  /// Whether all words are capitalised but for those that names are held together by.
  private func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count <= 7
      && words.allSatisfy { word in
        word.first?.isLowercase == false || PersonName.joins.contains(Folded(String(word)).joined)
      }
  }

  /// Whether the answer tells what happened: "it was rejected".
  private func isSentence(_ words: [String]) -> Bool {
    words.count > 1 && ["it", "they", "he", "she"].contains(words[0])
  }

  private func isShort(_ words: [String]) -> Bool { words.count <= 7 }

  /// A name or a term: few words, or all of them capitalised.
  private func isTerm(_ text: String, _ words: [String]) -> Bool {
    // "To withdraw from Vietnam" tells something, as few words as it has.
    let isPhrase = text.first?.isLowercase == true && words.dropFirst().contains("to")
    if tokenizer.tokens(words).all.count <= 3 { return !isPhrase }
    let capitals = text.split(separator: " ").filter { $0.first?.isUppercase == true }
    return words.count <= 8 && capitals.count * 2 > words.count
  }
}

extension HistoricalDate {
  fileprivate static func isDate(_ text: String) -> Bool { HistoricalDate(text) != nil }
}

extension CardKind {
  /// The kind of card that asks for an actor of some kind.
  fileprivate init(_ kind: Actor.Kind) {
    switch kind {
    case .person: self = .person
    case .state: self = .state
    case .organisation: self = .organisation
    case .group: self = .term
    case .place: self = .place
    }
  }
}

/// What a question's words ask for.
enum Question {
  /// Whether a word of a question asks for a length.
  static func asksLength(_ word: String) -> Bool {
    [
      "tall", "high", "wide", "deep", "far", "length", "height", "width", "depth", "distance",
      "metres",
      "meters",
    ].contains(word)
  }

  /// Whether a word of a question asks for a weight.
  static func asksWeight(_ word: String) -> Bool {
    ["heavy", "weigh", "weighed", "weighs", "weight", "mass"].contains(word)
  }

  /// Whether a word of a question asks for money.
  static func asksPrice(_ word: String) -> Bool {
    [
      "much", "cost", "costs", "price", "pay", "paid", "debt", "worth", "expensive", "money",
      "loan",
      "fine", "salary", "budget",
    ].contains(word)
  }

  /// Whether a word of a question asks for a part of a whole.
  static func asksShare(_ word: String) -> Bool {
    [
      "percent", "percentage", "share", "proportion", "fraction", "rate", "cent", "part", "portion",
    ].contains(word)
  }

  static func asksCount(_ words: [String]) -> Bool {
    pair(words, "how", ["many", "much", "long", "far", "old", "tall", "high", "large", "big"])
      || words.contains("percentage") || words.contains("proportion") || words.contains("fraction")
      || pair(words, "what", ["number", "share", "percent", "distance", "population"])
  }

  static func asksWhy(_ words: [String]) -> Bool {
    words.first == "why" || words.starts(with: ["for", "what", "reason"])
  }

  static func asksTime(_ words: [String]) -> Bool {
    words.contains("when") || words.contains("date")
      || pair(words, "which", ["year", "years", "month", "decade", "century", "day"])
      || pair(words, "what", ["year", "years", "month", "decade", "century", "day"])
  }

  static func asksPerson(_ words: [String]) -> Bool {
    if words.contains(where: { ["who", "whom", "whose"].contains($0) }) { return true }
    return head(words).map(persons.contains) ?? false
  }

  static func asksSeveral(_ words: [String]) -> Bool {
    words.contains {
      ["two", "three", "four", "five", "six", "seven", "list", "both"].contains($0)
    }
      || pair(words, "who", ["were"])
      || words.starts(with: ["name", "the"])
      || head(words).map { $0.hasSuffix("s") && !$0.hasSuffix("ss") && !persons.contains($0) }
        ?? false
  }

  static func kind(_ words: [String]) -> CardKind? {
    if words.first == "where" || words.last == "where" { return .place }
    guard let head = head(words) else { return nil }
    if states.contains(head) { return .state }
    if places.contains(head) { return .place }
    if organisations.contains(head) { return .organisation }
    return nil
  }

  /// The noun after "which" or "what": among the next words, the first that we know.
  private static func head(_ words: [String]) -> String? {
    guard let start = words.firstIndex(where: { $0 == "which" || $0 == "what" }) else { return nil }
    let next = words[(start + 1)...].prefix(4)
    return next.first {
      persons.contains($0) || states.contains($0) || places.contains($0)
        || organisations.contains($0)
    } ?? next.first
  }

  private static func pair(_ words: [String], _ first: String, _ second: Set<String>) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == first && second.contains($1) }
  }

  private static let persons: Set<String> = [
    "king", "queen", "president", "leader", "general", "emperor", "empress", "pope", "minister",
    "politician", "scientist", "philosopher", "writer", "author", "explorer", "tsar", "prince",
    "princess", "chancellor", "ruler", "dictator", "admiral", "inventor", "physicist", "chemist",
    "statesman", "revolutionary", "monarch", "sultan", "expert", "person", "man", "woman",
    "painter", "composer", "poet", "economist", "diplomat", "commander", "premier", "secretary",
    "navigator", "astronomer", "mathematician", "historian", "reformer", "pharaoh", "caliph",
    "engineer", "founder", "businessman", "industrialist", "journalist", "artist", "astronaut",
    "cosmonaut", "prophet", "saint", "cardinal", "archbishop", "governor", "senator", "marshal",
  ]

  private static let states: Set<String> = [
    "country", "state", "nation", "power", "republic", "kingdom", "empire", "ally", "countries",
    "states", "government",
  ]

  private static let places: Set<String> = [
    "city", "town", "province", "river", "island", "place", "village", "capital", "port", "region",
    "mountain", "sea", "strait", "palace", "fortress", "county", "district", "continent", "colony",
    "territory", "canal", "harbour", "harbor", "lake", "desert", "peninsula",
  ]

  private static let organisations: Set<String> = [
    "organisation", "organization", "agency", "party", "company", "newspaper", "movement", "league",
    "alliance", "union", "bank", "firm", "corporation", "institution", "group", "order", "body",
  ]
}
