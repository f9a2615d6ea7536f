import Chronology

/// A word that expressions of time are made of.
enum TimeWord: Equatable, Sendable {
  case month(Int, isShort: Bool)
  case season(Period.Season)
  case weekday(Period.Weekday)
  case era(PartialDate.Era)
  case unit(TimeUnit, isPlural: Bool)
  /// Morning, night: a part of a day, which names the day.
  case partOfDay
  /// "Early", "late", "mid".
  case part(Period.Part)
  /// "Beginning", "end", "middle": a part before "of".
  case partOf(Period.Part)
  case half
  case quarter
  case turn
  /// "Opening", "closing", "final": the first or last units of a longer one.
  case edge(Period.Part)
  case circa
  case number(Int)
  /// "Several", "few": a number that nobody knows.
  case someNumber
  case article
  case indefinite
  case possessive
  case same
  case that
  case this
  case following
  case next
  case previous
  case last
  case first
  case later
  case earlier
  case ago
  case preposition(Preposition)
  case and
  case or
  case than
  case asWord
  case exactly
  case roughly
  case bound
  case fiscal
  /// "Q3", "H1": months of a year.
  case monthsOfYear(first: Int, last: Int)
  case holiday(month: Int, day: Int)
  /// Easter and the like: the year only.
  case movableFeast
  /// Nowadays, presently.
  case vague
  case recent
  /// Born, died, founded: a bare year may follow.
  case yearTaker
  /// Was, he, when: no noun, so that the number before it counts nothing.
  case function
  /// Men, miles, pounds: what a number before them counts.
  case counted
  /// Rose, fell: numbers after it are quantities.
  case change
  case present
  case onwards
  case hundred

  enum Preposition: Equatable, Sendable {
    case `in`
    case on
    case at
    case during
    case throughout
    case through
    case by
    case since
    case until
    case before
    case after
    case from
    case to
    case between
    case of
    case around
    case `for`
    case into
    case over
  }
}

/// A unit of time that is counted.
enum TimeUnit: Equatable, Sendable {
  case moment
  case day
  case week
  case month
  case year
  case decade
  case century
  case millennium
}

/// The words of time, looked up without making a string.
enum TimeLexicon {
  /// A word packed into sixteen bytes; longer words never match.
  struct Key: Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var count = 0

    init() {}

    init(_ word: some Sequence<UInt8>) {
      for byte in word { append(byte) }
    }

    /// Adds a letter in lower case.
    mutating func append(_ byte: UInt8) {
      if count < 8 { low = low << 8 | UInt64(byte) } else { high = high << 8 | UInt64(byte) }
      count += 1
    }
  }

  static func meaning(of key: Key) -> TimeWord? {
    key.count > 16 ? nil : words[key]
  }

  /// Whether a word is the name of a month, as it stands in a text.
  static func isMonth(_ word: ArraySlice<UInt8>) -> Bool {
    let letters = word.prefix { $0.isASCIILetter }.map(\.lowercasedASCII)
    if case .month = meaning(of: Key(letters)) { return true }
    return false
  }

  private static let words: [Key: TimeWord] = {
    var table: [Key: TimeWord] = [:]
    for (words, meaning) in entries {
      for word in words.split(separator: " ") { table[Key(word.utf8)] = meaning }
    }
    let months =
      "january february march april may june july august september october november december"
    for (index, name) in months.split(separator: " ").enumerated() {
      table[Key(name.utf8)] = .month(index + 1, isShort: name == "may")
      if name.utf8.count > 4 {
        table[Key(name.utf8.prefix(3))] = .month(index + 1, isShort: true)
      }
    }
    table[Key("sept".utf8)] = .month(9, isShort: true)
    let numbers = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for (index, name) in numbers.enumerated() { table[Key(name.utf8)] = .number(index + 1) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, name) in tens.enumerated() { table[Key(name.utf8)] = .number((index + 2) * 10) }
    return table
  }()

  private static let entries: [(String, TimeWord)] = [
    ("spring", .season(.spring)), ("summer", .season(.summer)),
    ("autumn fall", .season(.autumn)), ("winter", .season(.winter)),
    ("monday", .weekday(.monday)), ("tuesday", .weekday(.tuesday)),
    ("wednesday", .weekday(.wednesday)), ("thursday", .weekday(.thursday)),
    ("friday", .weekday(.friday)), ("saturday", .weekday(.saturday)),
    ("sunday", .weekday(.sunday)),
    ("bc bce", .era(.beforeChrist)), ("ad ce", .era(.ofChrist)),
    ("hour minute moment", .unit(.moment, isPlural: false)),
    ("hours minutes seconds moments", .unit(.moment, isPlural: true)),
    ("day", .unit(.day, isPlural: false)), ("days", .unit(.day, isPlural: true)),
    ("week", .unit(.week, isPlural: false)), ("weeks", .unit(.week, isPlural: true)),
    ("month", .unit(.month, isPlural: false)), ("months", .unit(.month, isPlural: true)),
    ("year", .unit(.year, isPlural: false)), ("years", .unit(.year, isPlural: true)),
    ("decade", .unit(.decade, isPlural: false)), ("decades", .unit(.decade, isPlural: true)),
    ("century", .unit(.century, isPlural: false)),
    ("centuries", .unit(.century, isPlural: true)),
    ("millennium", .unit(.millennium, isPlural: false)),
    ("millennia", .unit(.millennium, isPlural: true)),
    ("morning night evening afternoon dawn nightfall noon midnight", .partOfDay),
    ("early", .part(.early)), ("mid", .part(.mid)), ("late", .part(.late)),
    ("beginning start outset", .partOf(.early)), ("middle", .partOf(.mid)),
    ("end close", .partOf(.late)), ("half", .half), ("quarter", .quarter),
    ("turn", .turn), ("opening", .edge(.early)), ("closing final", .edge(.late)),
    ("circa ca c", .circa), ("several few many numerous countless couple dozen", .someNumber),
    ("the", .article), ("a an", .indefinite), ("its his her their our my your", .possessive),
    ("same", .same), ("that", .that), ("this", .this),
    ("following ensuing subsequent succeeding", .following), ("next", .next),
    ("previous preceding", .previous), ("last latter", .last), ("first", .first),
    ("later afterwards afterward thereafter", .later), ("earlier previously", .earlier),
    ("ago", .ago), ("in within", .preposition(.in)), ("on", .preposition(.on)),
    ("at", .preposition(.at)), ("during", .preposition(.during)),
    ("throughout", .preposition(.throughout)), ("through", .preposition(.through)),
    ("by", .preposition(.by)), ("since", .preposition(.since)), ("pre", .preposition(.before)),
    ("post", .preposition(.after)),
    ("until till", .preposition(.until)), ("before", .preposition(.before)),
    ("after", .preposition(.after)), ("from", .preposition(.from)), ("to", .preposition(.to)),
    ("between", .preposition(.between)), ("of", .preposition(.of)),
    ("around about", .preposition(.around)), ("for", .preposition(.for)),
    ("into", .preposition(.into)), ("over", .preposition(.over)), ("and", .and), ("or", .or),
    ("than", .than), ("as", .asWord), ("just only exactly barely", .exactly),
    ("nearly almost some roughly approximately", .roughly), ("more less fewer least", .bound),
    ("fiscal fy", .fiscal), ("christmas", .holiday(month: 12, day: 25)),
    ("easter lent ramadan passover pentecost thanksgiving", .movableFeast),
    ("presently nowadays today currently recently lately yesterday tomorrow tonight", .vague),
    ("recent", .recent),
    ("born died dated founded established published built opened completed signed est", .yearTaker),
    ("present", .present), ("onwards onward", .onwards), ("hundred", .hundred),
    (
      """
      is was were are be been being has had have having did does do would will could should may \
      might must can he she it they we i you who whom whose which what when where while why how if \
      because although though but nor so then there not no with without against under also only \
      these those both each all another him them us me one's perhaps always besides near upon toward towards despite \
      saw marked brought became began came proved witnessed ended
      """, .function
    ),
    (
      """
      men people soldiers troops inhabitants prisoners casualties civilians refugees members \
      workers employees students families households houses homes villages ships vessels planes \
      aircraft tanks guns horses cattle miles mile kilometres kilometers km metres meters feet \
      foot ft m acres hectares tons tonnes kilograms kg pounds dollars euros francs marks rubles \
      roubles yen rupees livres ducats crowns copies pages words lines items species votes seats \
      delegates percent million billion thousand trillion cc hp rpm mph degrees volts watts kw mw \
      mg ml litres liters gallons barrels bushels times others knights archers cavalry infantry \
      settlers slaves ad-hoc passengers patients shares stores branches stations
      """, .counted
    ),
    (
      """
      rose rises risen rising grew grown growing increased increasing increases fell fallen falling \
      dropped declined decreased expanded shrank climbed jumped ranged ranging numbered totalled
      """, .change
    ),
  ]
}
