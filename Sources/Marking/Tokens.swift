/// The content of a phrase for comparing: stems, states, numbers, without the words that only
/// hold it together.
///
/// A token is a stem (`reform`), a state (`@deu`), or a number (`#6`), so that "Sixth Congress",
/// "6th congress" and "Congress VI" agree, and "Korean Workers' Party" with "Workers' Party of
/// Korea".
struct Tokens: Hashable, Sendable {
  var all: [String]
  /// The folded word or words behind each token.
  var sources: [String]
}

/// Makes tokens of folded words.
struct Tokenizer: Sendable {
  let states: StateTable?
  /// One key for the names of a place that has several, by folded name.
  let places: [String: String]

  func tokens(_ words: [String]) -> Tokens {
    var tokens = Tokens(all: [], sources: [])
    var index = 0
    while index < words.count {
      if let (token, length) = state(words, at: index) {
        tokens.all.append(token)
        tokens.sources.append(words[index..<(index + length)].joined(separator: " "))
        index += length
        continue
      }
      let word = words[index]
      index += 1
      if index < words.count, let verb = PhrasalVerbs.verb(word, words[index]) {
        tokens.all.append(verb)
        tokens.sources.append(word)
        index += 1
        continue
      }
      // The first word "I" is the writer, a later one a number: "World War I".
      if Stopwords.all.contains(word) || word == "i" && index == 1 { continue }
      tokens.all.append(token(word))
      tokens.sources.append(word)
    }
    return tokens
  }

  /// The token that begins at a word and how many words it takes; no token for a word without
  /// content.
  func item(_ words: [String], at index: Int) -> (token: String?, length: Int) {
    if let (token, length) = state(words, at: index) { return (token, length) }
    return (Stopwords.all.contains(words[index]) ? nil : token(words[index]), 1)
  }

  private func token(_ word: String) -> String {
    if let value = NumberWords.cardinals[word] ?? NumberWords.ordinal(word) { return "#\(value)" }
    if let value = NumberWords.roman(word) { return "#\(value)" }
    return places[word] ?? Synonyms.canonical(Stem.of(word))
  }

  /// The longest run of words from `index` on that names one state as such or by its demonym.
  private func state(_ words: [String], at index: Int) -> (token: String, length: Int)? {
    guard let states else { return nil }
    for length in stride(from: min(8, words.count - index), through: 1, by: -1) {
      if length == 1, words[index].utf8.count < 2 { return nil }
      let found = states.lookup(words[index..<(index + length)])
        .filter { $0.naming == .name || $0.naming == .demonym }
      if let first = found.first { return ("@\(states.states[first.state].id)", length) }
    }
    return nil
  }
}

/// Verbs of two words, as the one word that says the same.
enum PhrasalVerbs {
  /// The token of the verb that two words make; `nil` where they make none.
  static func verb(_ word: String, _ particle: String) -> String? {
    guard particles.contains(particle) else { return nil }
    return table["\(Stem.of(word)) \(particle)"]
  }

  private static let particles: Set<String> = [
    "out", "off", "up", "back", "over", "down", "for", "home",
  ]

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for line in verbs.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for verb in words[2...] {
        table["\(Stem.of(verb)) \(words[1])"] = Synonyms.canonical(Stem.of(words[0]))
      }
    }
    return table
  }()

  /// The one word, the particle, and the forms of the verb before it.
  private static let verbs = """
    withdraw out pull
    begin out break broke broken
    begin off kick
    cancel off call
    establish up set
    abandon up give gave given
    return back come came go went gone turn
    return home come came go went gone
    seize over take took taken
    reject down turn
    destroy up blow blew blown
    demand for call
    """
}

/// Words that carry no content of their own.
enum Stopwords {
  static let all: Set<String> = Set(
    """
    a an the of in on at by to for from with and as into its it is was were are be been being \
    that this these those which who whom whose what when where had has have having do does did \
    he she they them their his her him him we our us i my would should could will shall may might \
    can so such also very just too because since due there then than upon onto through during de \
    la le des du et und der die das von called known named s t between among
    """.split(separator: " ").map(String.init))
}

/// Light stemming: number, tense and spelling, not the part of speech.
enum Stem {
  static func of(_ word: String) -> String {
    var stem = word
    guard stem.utf8.count > 3, stem.utf8.allSatisfy({ (0x61...0x7a).contains($0) }) else {
      return stem
    }
    func cut(_ suffix: String, _ replacement: String = "", least: Int) -> Bool {
      guard stem.hasSuffix(suffix), stem.utf8.count - suffix.utf8.count >= least else {
        return false
      }
      stem = String(stem.dropLast(suffix.utf8.count)) + replacement
      return true
    }
    if !cut("ies", "y", least: 2), !cut("ied", "y", least: 3), !cut("sses", "ss", least: 2),
      !cut("ches", "ch", least: 2),
      !cut("shes", "sh", least: 2), !cut("xes", "x", least: 2),
      !stem.hasSuffix("ss"), !stem.hasSuffix("us"), !stem.hasSuffix("is")
    {
      _ = cut("s", least: 3)
    }
    if cut("ing", least: 3) || cut("ed", least: 3) {
      let bytes = Array(stem.utf8)
      if bytes[bytes.count - 1] == bytes[bytes.count - 2],
        !"lsz".utf8.contains(bytes[bytes.count - 1])
      {
        stem.removeLast()
      }
    }
    _ = cut("ly", least: 4) || cut("ion", least: 5)
    _ =
      cut("isation", "iz", least: 3) || cut("ization", "iz", least: 3)
      || cut("ise", "iz", least: 4) || cut("ize", "iz", least: 4) || cut("is", "iz", least: 5)
    _ =
      cut("our", "or", least: 3) || cut("tre", "ter", least: 2) || cut("ence", "ens", least: 3)
      || cut("ense", "ens", least: 3)
    if stem.utf8.count > 4 { _ = cut("e", least: 3) }
    return stem
  }

  /// What a noun and its adjective have in common: culture and cultural, revolution and
  /// revolutionary, equal and equality.
  ///
  /// Words for a doctrine and its followers keep their endings: a nationalist is more than national.
  static func root(_ word: String) -> String {
    let stem = of(word)
    for ending in endings where stem.hasSuffix(ending) {
      let root = String(stem.dropLast(ending.utf8.count))
      if root.utf8.count >= 5 { return of(root) }
    }
    return stem.hasSuffix("e") ? String(stem.dropLast()) : stem
  }

  private static let endings = [
    "ical", "ial", "ual", "al", "ary", "ous", "ic", "ity", "ness", "ment", "ens", "anc", "at", "y",
  ]
}

/// Words of history that mean the same, under one stem.
enum Synonyms {
  static func canonical(_ stem: String) -> String { table[stem] ?? stem }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for group in groups.split(separator: "\n") {
      let stems = group.split(separator: " ").map { Stem.of(String($0)) }
      for stem in stems { table[stem] = stems[0] }
    }
    return table
  }()

  private static let groups = """
    treaty pact agreement accord accords
    rebellion revolt uprising insurrection rising
    reject refuse refusal rejection decline dismiss rebuff
    famine starvation hunger
    newspaper paper daily
    help aid assist assistance assistances support backing
    ally alliance allied
    begin began begun start commence launch initiate
    end finish cease conclude
    organisation organization organise organize
    invasion invade
    collapse fall fell fallen downfall breakdown
    kill murder slay slain assassinate assassination
    defeat beat beaten vanquish
    decide decision choose chose chosen
    withdraw withdrew withdrawn withdrawal leave leaving
    independence independent
    industrialisation industrialise industrial
    unify unification unite reunification reunify
    reform reformation
    buy bought purchase
    cost costly expensive
    brother bros
    deteriorate worsen sour
    big large huge great
    army troop soldier
    ship vessel
    monarch ruler
    defend defense defence
    emancipation emancipate free freed liberate liberation
    abolition abolish
    edict decree
    discovery discover
    explore exploration explorer
    nationalise nationalize nationalisation
    secession secede
    give gave given
    take took taken
    write wrote written
    overthrow overthrew overthrown
    ammunition ammo munition
    sell sold
    send sent
    build built construct construction
    lead led
    fight fought
    hold held
    exile banish banishment
    execute execution behead
    annex annexation annexe
    succeed succeeded succession follow
    win won victory triumph victorious
    fail failure
    oppose opposition resist resistance
    equal equality
    intervene intervention
    pure clean
    contaminate dirty pollute
    prevent avoid avert
    rich wealth wealthy
    increase rise rose risen grow grew grown growth
    cooperate cooperation collaborate collaboration
    approve approval
    arrive arrival
    propose proposal
    destroy destruction
    marry marriage wedding
    conquer conquest
    resign resignation
    declare declaration proclaim proclamation
    occupy occupation
    die died death
    reduce reduction
    produce production
    establish establishment found create
    sink sank sunk
    expel expulsion
    divide division partition
    elect election
    trade commerce
    protect protection
    negotiate negotiation
    recognise recognition
    migrate migration
    expand expansion
    explode explosion
    persuade persuasion
    no not non
    employment job
    nation country
    agriculture agricultural farming
    suppress suppression crush repress repression quash quell
    think thought believe belief consider
    fear afraid fearful
    attempt try
    attack assault raid
    capture seize seizure
    weapon arm
    peasant farmer
    spread transmit carry
    tilt lean
    ban prohibit prohibition forbid forbidden outlaw
    rule govern reign
    man men
    woman women
    child children
    fraternity brotherhood fraternal
    abroad overseas
    depend rely
    need require necessary
    lack shortage scarcity
    allow permit permission
    lose lost
    make made
    autarkic autarchic autarky autarchy
    route way path
    nobility noble aristocracy aristocrat
    pay paid
    see saw seen
    speak spoke spoken speech
    steal stole stolen
    throw threw thrown
    bring brought
    drive drove driven
    shoot shot
    strike struck
    know knew known
    become became
    flee fled flight
    resent resentment
    pass passed enact
    storm stormed
    return returned
    liberty freedom
    fund finance financial money
    worker labourer laborer
    politburo politbureau politbyuro
    wound injure
    fast quick rapid
    """
}
