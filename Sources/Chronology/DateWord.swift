/// A word that dates are made of.
enum DateWord: Hashable, Sendable {
  case month(Int)
  case season(Period.Season)
  case weekday(Period.Weekday)
  case part(Period.Part)
  case half
  case latter
  case circa
  /// "c.": circa, or a century after its number.
  case initialC
  case perhaps
  case era(PartialDate.Era)
  case century
  case millennium
  case decade
  case from
  case to
  case between
  case and
  case or
  case since
  case until
  case before
  case after
  case onwards
  case present
  case unknown
  /// "Old" and "new", before "style".
  case styleAdjective(Period.Style)
  case styleNoun
  case style(Period.Style)
  /// "in", "on", "the", "sometime": they change nothing.
  case filler
  /// "year", "month", "day", "part": they change nothing before what they name.
  case noun
  /// One to nineteen.
  case cardinal(Int)
  /// Twenty to ninety.
  case tens(Int)
  /// Twenties to nineties.
  case tensPlural(Int)
  /// First to nineteenth, twentieth to ninetieth.
  case ordinal(Int)
  case hundred
  case hundreds
  case thousand
  /// The zero in "nineteen oh five".
  case oh
}

/// The English words of dates.
enum DateLexicon {
  /// A word packed into sixteen bytes, to be looked up without making a string.
  struct Key: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var count = 0

    /// Adds a lower-case letter; a word of more than sixteen never matches.
    mutating func append(_ byte: UInt8) {
      if count < 8 {
        low = low << 8 | UInt64(byte)
      } else {
        high = high << 8 | UInt64(byte)
      }
      count += 1
    }

    init() {}

    init(_ word: String) {
      for byte in word.utf8 { append(byte) }
    }
  }

  /// The meaning of a word.
  static func meaning(of key: Key) -> DateWord? {
    key.count > 16 ? nil : words[key]
  }

  private static let words: [Key: DateWord] = {
    var table: [Key: DateWord] = [:]
    for (words, meaning) in entries {
      for word in words.split(separator: " ") { table[Key(String(word))] = meaning }
    }
    for (index, name) in MonthNames.full.enumerated() { table[Key(name)] = .month(index + 1) }
    for (name, month) in MonthNames.abbreviations { table[Key(name)] = .month(month) }
    for (index, word) in Numerals.units.enumerated() { table[Key(word)] = .cardinal(index + 1) }
    for (index, word) in Numerals.unitOrdinals.enumerated() {
      table[Key(word)] = .ordinal(index + 1)
    }
    for (index, word) in Numerals.tens.enumerated() {
      let value = (index + 2) * 10
      table[Key(word)] = .tens(value)
      table[Key(String(word.dropLast()) + "ies")] = .tensPlural(value)
      table[Key(String(word.dropLast()) + "ieth")] = .ordinal(value)
    }
    return table
  }()

  private static let entries: [(String, DateWord)] = [
    ("spring springtime", .season(.spring)),
    ("summer summertime", .season(.summer)),
    ("autumn fall", .season(.autumn)),
    ("winter wintertime", .season(.winter)),
    ("monday mon", .weekday(.monday)),
    ("tuesday tue tues", .weekday(.tuesday)),
    ("wednesday wed", .weekday(.wednesday)),
    ("thursday thu thur thurs", .weekday(.thursday)),
    ("friday fri", .weekday(.friday)),
    ("saturday sat", .weekday(.saturday)),
    ("sunday sun", .weekday(.sunday)),
    ("early beginning beginnings start opening", .part(.early)),
    ("mid middle midst", .part(.mid)),
    ("late end ending close", .part(.late)),
    ("turn", .part(.turn)),
    ("half", .half),
    ("latter last", .latter),
    ("c", .initialC),
    ("ca cca circa cir about around approximately approx roughly", .circa),
    ("possibly probably perhaps maybe", .perhaps),
    ("bc bce", .era(.beforeChrist)),
    ("ad ce", .era(.ofChrist)),
    ("century centuries cent", .century),
    ("millennium millenium millennia", .millennium),
    ("decade", .decade),
    ("from", .from),
    ("to through thru", .to),
    ("between", .between),
    ("and", .and),
    ("or", .or),
    ("since", .since),
    ("until till", .until),
    ("before", .before),
    ("after", .after),
    ("onward onwards", .onwards),
    ("present now today", .present),
    ("unknown", .unknown),
    ("old", .styleAdjective(.old)),
    ("new", .styleAdjective(.new)),
    ("style calendar", .styleNoun),
    ("os julian", .style(.old)),
    ("ns gregorian", .style(.new)),
    ("in on at the of during by throughout up sometime some towards toward very it was", .filler),
    ("year years month date day part time", .noun),
    ("hundred", .hundred),
    ("hundreds", .hundreds),
    ("thousand", .thousand),
    ("oh", .oh),
  ]
}
