/// English words for numbers.
enum NumberWords {
  /// Cardinals from zero to ninety, by word.
  static let cardinals: [String: Int] = [
    "zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  /// Ordinals whose word is not a cardinal with `th`.
  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "hundredth": 100,
  ]

  /// Words that multiply what stands before them.
  static let scales: [String: Double] = [
    "dozen": 12, "dozens": 12, "score": 20, "hundred": 100, "hundreds": 100, "thousand": 1000,
    "thousands": 1000, "k": 1000, "million": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6,
    "mln": 1e6, "mio": 1e6, "mil": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "b": 1e9,
    "bln": 1e9, "milliard": 1e9, "milliards": 1e9, "trillion": 1e12, "tn": 1e12, "lakh": 1e5,
    "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
  ]

  /// Parts of one, by word.
  static let fractions: [String: Double] = [
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4,
    "quarters": 1 / 4, "fourth": 1 / 4, "fourths": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5,
    "sixth": 1 / 6, "sixths": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8, "tenth": 1 / 10,
    "tenths": 1 / 10, "hundredth": 1 / 100,
  ]

  /// A number word with at most one slip in it: `fourten` is fourteen.
  ///
  /// Returns `nil` where no number word is near, or two are as near.
  static func spelled(_ word: String) -> String? {
    if cardinals[word] != nil || scales[word] != nil { return word }
    let length = word.utf8.count
    guard (4...12).contains(length) else { return nil }
    var found: String?
    for candidate in spellable
    where abs(candidate.utf8.count - length) <= 1
      && (candidate.utf8.first == word.utf8.first || candidate.utf8.last == word.utf8.last)
      && Slip.distance(word, candidate, limit: 1) != nil
    {
      if found != nil { return nil }
      found = candidate
    }
    return found
  }

  private static let spellable =
    cardinals.keys.filter { $0.utf8.count >= 5 && $0 != "fourty" }
    + ["hundred", "thousand", "million", "billion", "trillion", "dozen"]

  /// The number of an ordinal or a Roman numeral or digits, as in regnal numbers: `II`, `2nd`.
  static func ordinal(_ word: String) -> Int? {
    if let value = ordinals[word] { return value }
    if let value = Int(word) { return value }
    for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) {
      if let value = Int(word.dropLast(2)) { return value }
    }
    return nil
  }

  /// The value of a well-formed Roman numeral up to 39 in lower case, as rulers and wars have.
  static func roman(_ word: String) -> Int? {
    romans[word]
  }

  private static let romans: [String: Int] = {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    var table: [String: Int] = [:]
    for value in 1...39 {
      table[String(repeating: "x", count: value / 10) + ones[value % 10]] = value
    }
    return table
  }()
}
