/// A number as an answer states it: its value, how exactly, and of what.
struct Quantity: Hashable, Sendable {
  /// How the words before the number limit it.
  enum Bound: Hashable, Sendable {
    case exactly
    case about
    /// "more than", "at least", "over".
    case above
    /// "less than", "at most", "up to".
    case below
    /// "nearly", "almost": about, from below.
    case nearly
  }

  /// The values that the numeral can mean; two where the separator's convention is open.
  var values: [Double]
  /// The other end of a range, "10 to 15".
  var upper: [Double]?
  var bound: Bound = .exactly
  var unit: Unit?
  /// Nouns beside the number that are no unit we know: "students".
  var nouns: [String] = []
  /// Significant digits: 2 in 18,000,000 and in "18 million".
  var significant: Int
  /// Whether a scale word ("million") shows that the number was rounded on purpose.
  var isScaled: Bool
  /// Whether more numbers follow that are no range with this one.
  var hasOthers = false
  /// Whether it is below zero.
  var isNegative = false
}

extension Quantity {
  /// Reads the number in a text; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - text: as typed or expected.
  ///   - readsMetres: whether a lone "m" is metres, not millions.
  ///   - isTyped: whether number words may have a slip in them.
  init?(_ text: String, readsMetres: Bool = false, isTyped: Bool = false) {
    var reader = QuantityReader(
      tokens: numberTokens(text), readsMetres: readsMetres, isTyped: isTyped)
    guard var quantity = reader.read() else { return nil }
    quantity.isNegative = Quantity.isNegative(text)
    self = quantity
  }

  /// Whether a text puts its number below zero: "-30", "minus 30", "30 below zero".
  private static func isNegative(_ text: String) -> Bool {
    let start = text.drop { $0.isWhitespace }.prefix(2)
    if let sign = start.first, let digit = start.last, "-\u{2212}\u{2013}".contains(sign),
      digit.isNumber
    {
      return true
    }
    let words = Folded(text).words
    return words.contains("minus") || words.contains("negative")
      || zip(words, words.dropFirst()).contains { $0 == "below" && $1 == "zero" }
  }
}

private struct QuantityReader {
  let tokens: [NumberToken]
  let readsMetres: Bool
  let isTyped: Bool
  var index = 0
  var numbers: [Number] = []
  var words: [String] = []
  var separator: NumberToken?

  struct Number {
    var values: [Double]
    var significant: Int
    var isScaled: Bool
  }

  init(tokens: [NumberToken], readsMetres: Bool, isTyped: Bool) {
    self.tokens = tokens
    self.readsMetres = readsMetres
    self.isTyped = isTyped
  }

  /// The number word that a word is, with a slip where one may be.
  private func spelled(_ word: String) -> String? {
    if NumberWords.cardinals[word] != nil || NumberWords.scales[word] != nil { return word }
    return isTyped ? NumberWords.spelled(word) : nil
  }

  mutating func read() -> Quantity? {
    var unit: Unit?
    var isRange = false
    var ends: [Int] = []
    while index < tokens.count {
      // "30 below zero": the sign is read from the words, and the zero is no number.
      if case .word("zero") = tokens[index], words.last == "below" || words.last == "above" {
        words.removeLast()
        index += 1
        continue
      }
      let start = index
      if let number = readNumber() {
        if let last = ends.last, joinsRange(from: last, to: start) { isRange = true }
        numbers.append(number)
        ends.append(index)
        continue
      }
      if case .word(let word) = tokens[index] {
        if let (named, length) = readUnit(word) {
          unit = unit ?? named
          index += length - 1
        } else {
          words.append(word)
        }
      }
      index += 1
    }
    guard let first = numbers.first else { return nil }
    var quantity = Quantity(
      values: first.values, significant: first.significant, isScaled: first.isScaled)
    if isRange, numbers.count == 2 {
      // "10-15 million": the scale speaks of both ends.
      let last = numbers[1]
      quantity.upper = last.values
      if last.isScaled, !first.isScaled, let high = last.values.first, let low = first.values.first,
        low < high
      {
        let scale = scaleBefore(numbersEnd: ends[1])
        if low * scale < high { quantity.values = first.values.map { $0 * scale } }
      }
    } else {
      quantity.hasOthers = numbers.count > 1
    }
    quantity.unit = unit
    quantity.bound = bound()
    quantity.nouns = words.filter { !QuantityReader.fillers.contains($0) }
    return quantity
  }

  /// The unit that begins here and how many tokens it takes: "square miles", "km/h", "°C".
  private func readUnit(_ word: String) -> (unit: Unit, length: Int)? {
    func following(_ offset: Int) -> String? {
      if case .word(let word)? = token(index + offset) { word } else { nil }
    }
    let next = following(1)
    if word == "per", let next {
      if next == "cent" { return Unit.named("percent").map { ($0, 2) } }
      if ["mille", "mill", "mil", "thousand"].contains(next) {
        return Unit.named("permille").map { ($0, 2) }
      }
    }
    if ["°", "degree", "degrees", "deg"].contains(word), let next {
      let scale = Unit.named("°\(next.prefix(1))")
      if scale != nil, next.utf8.count == 1 || Unit.named(next) == scale {
        return scale.map { ($0, 2) }
      }
    }
    if index > 0, case .numeral = tokens[index - 1], word == "c" || word == "f" {
      return Unit.named("°\(word)").map { ($0, 1) }
    }
    if ["square", "sq", "cubic", "cu"].contains(word), let next, let length = Unit.named(next) {
      return (word.hasPrefix("s") ? length.squared : length.cubed).map { ($0, 2) }
    }
    if word == "nautical", next == "mile" || next == "miles" {
      return (Unit(name: "nautical miles", dimension: .length, factor: 1852), 2)
    }
    guard let named = Unit.named(word == "m" ? "metre" : word) else { return nil }
    if next == "squared" || next == "cubed" {
      return (next == "squared" ? named.squared : named.cubed).map { ($0, 2) }
    }
    let isPer = token(index + 1) == .slash || next == "per" || next == "an"
    if isPer, let time = following(2) {
      let unit = ["h": "hour", "s": "sec", "second": "sec"][time] ?? time
      if let speed = Unit.named(unit).flatMap(named.per) { return (speed, 3) }
    }
    return (named, 1)
  }

  /// Whether what stands between two numbers makes them the ends of a range.
  private func joinsRange(from end: Int, to start: Int) -> Bool {
    for token in tokens[end..<start] {
      switch token {
      case .dash: return true
      case .word("to"), .word("through"), .word("till"): return true
      case .word("and"): return words.contains("between")
      case .word, .numeral, .slash, .stop: continue
      }
    }
    return false
  }

  private func scaleBefore(numbersEnd end: Int) -> Double {
    if case .word(let word) = tokens[end - 1] { return NumberWords.scales[word] ?? 1 }
    return 1
  }

  /// Reads one number in digits or words with its scales; moves on only where there is one.
  private mutating func readNumber() -> Number? {
    guard index < tokens.count else { return nil }
    switch tokens[index] {
    case .numeral(let text): return readNumeral(text)
    case .word(let word): return readWords(word)
    case .dash, .slash, .stop: return nil
    }
  }

  private mutating func readNumeral(_ text: String) -> Number? {
    var (values, significant) = readings(ofNumeral: text)
    index += 1
    // A fraction: "2/3", but not the second number of a date or a hedge.
    if index + 1 < tokens.count, tokens[index] == .slash,
      case .numeral(let below) = tokens[index + 1],
      let divisor = Double(below), let top = values.first, divisor > top, divisor <= 100
    {
      index += 2
      return Number(values: [top / divisor], significant: 15, isScaled: false)
    }
    // "5 1/2".
    if index + 2 < tokens.count, case .numeral(let above) = tokens[index],
      tokens[index + 1] == .slash, case .numeral(let below) = tokens[index + 2],
      let part = Double(above), let divisor = Double(below), divisor > part, divisor <= 16,
      values.count == 1, let whole = values.first
    {
      index += 3
      return Number(values: [whole + part / divisor], significant: 15, isScaled: false)
    }
    if case .word(let word)? = token(index), ["st", "nd", "rd", "th"].contains(word) { index += 1 }
    if case .word(let word)? = token(index), let part = NumberWords.fractions[word],
      word.hasSuffix("s"), let top = values.first
    {
      index += 1
      return Number(values: [top * part], significant: 15, isScaled: false)
    }
    let scale = readScales()
    if scale != 1 { values = values.map { $0 * scale } }
    // "1.500 million" is one and a half, never fifteen hundred.
    if scale != 1, values.count > 1 { values.removeLast() }
    significant = max(1, significant)
    return Number(values: values, significant: significant, isScaled: scale != 1)
  }

  /// The product of the scale words from here on: "hundred thousand", "k", "million".
  private mutating func readScales() -> Double {
    var scale = 1.0
    while case .word(let word)? = token(index), let factor = scaleFactor(word) {
      scale *= factor
      index += 1
    }
    return scale
  }

  private func scaleFactor(_ word: String) -> Double? {
    if word == "m", readsMetres { return nil }
    if let factor = NumberWords.scales[word] { return factor }
    return spelled(word).flatMap { NumberWords.scales[$0] }
  }

  private mutating func readWords(_ first: String) -> Number? {
    var total = 0.0
    var current = 0.0
    var seen = false
    var lastScale = Double.infinity
    var isScaled = false
    var position = index
    scan: while case .word(let raw)? = token(position) {
      guard let word = raw == "a" || raw == "an" ? raw : spelled(raw) else {
        // "one hundred and five": an "and" inside a number.
        if raw == "and", seen, let (part, length) = halfOrQuarter(after: position) {
          current += part
          position += length
          continue
        }
        if raw == "and", seen, current >= 100 || total > 0,
          case .word(let next)? = token(position + 1), NumberWords.cardinals[next] != nil
        {
          position += 1
          continue
        }
        if let part = NumberWords.fractions[raw] {
          let isPart = raw == "half" || raw == "quarter" || raw.hasSuffix("s") || seen
          guard isPart else { break scan }
          index = position + 1
          var value = (seen ? current : 1) * part
          // "half a million", "half a dozen".
          if case .word("a")? = token(index), case .word(let next)? = token(index + 1),
            let factor = scaleFactor(next)
          {
            value *= factor
            index += 2
          }
          return Number(values: [value], significant: 15, isScaled: false)
        }
        break scan
      }
      if word == "a" || word == "an" {
        guard !seen, case .word(let next)? = token(position + 1),
          NumberWords.scales[next] != nil || NumberWords.fractions[next] != nil,
          next.utf8.count > 2
        else { break scan }
        current = 1
        position += 1
        if NumberWords.fractions[next] != nil { seen = true }
        continue
      }
      if let value = NumberWords.cardinals[word] {
        // Two numbers in a row are no one number: "sixty four" is, "four sixty" is not.
        if seen,
          !(value < 10 && Int(current) % 10 == 0 && Int(current) % 100 >= 20)
            && !(Int(current) % 100 == 0 && value < 100)
        {
          break scan
        }
        current += Double(value)
        seen = true
      } else if let factor = NumberWords.scales[word] {
        guard seen || current == 1 || word.utf8.count > 2 && !word.hasSuffix("s") else {
          break scan
        }
        if current == 0 { current = 1 }
        current *= factor
        seen = true
        if factor >= 1000 {
          guard factor < lastScale || total == 0 else { break scan }
          total += current
          current = 0
          lastScale = factor
          isScaled = true
        }
      }
      position += 1
      // "twenty-four", "two-thirds": the hyphen belongs to the number.
      if token(position) == .dash, case .word(let next)? = token(position + 1),
        spelled(next) != nil || NumberWords.fractions[next] != nil
      {
        position += 1
      }
    }
    guard seen else { return nil }
    index = position
    let value = total + current
    return Number(values: [value], significant: significantDigits(value), isScaled: isScaled)
  }

  /// The part and the tokens of "and a half", "and three quarters" from an "and" on.
  private func halfOrQuarter(after position: Int) -> (part: Double, length: Int)? {
    guard case .word(let count)? = token(position + 1), case .word(let part)? = token(position + 2),
      let factor = NumberWords.fractions[part], part.hasPrefix("half") || part.hasPrefix("quarter")
    else { return nil }
    let times = count == "a" ? 1 : NumberWords.cardinals[count] ?? 0
    return times > 0 ? (Double(times) * factor, 3) : nil
  }

  private func token(_ position: Int) -> NumberToken? {
    position < tokens.count ? tokens[position] : nil
  }

  private func significantDigits(_ value: Double) -> Int {
    guard value >= 1, value < 1e15, let whole = Int(exactly: value) else { return 1 }
    let digits = String(whole)
    return digits.count - digits.reversed().prefix { $0 == "0" }.count
  }

  private func bound() -> Quantity.Bound {
    for (index, word) in words.enumerated() {
      switch word {
      case "about", "approximately", "approx", "around", "circa", "ca", "roughly", "some", "c",
        "estimated", "roundabout", "approximatly", "aproximately", "say":
        return .about
      case "over", "above", "exceeding": return .above
      case "more", "greater": return .above
      case "nearly", "almost": return .nearly
      case "under", "below", "fewer": return .below
      case "less": return index + 1 < words.count && words[index + 1] == "than" ? .below : .exactly
      case "up": return .below
      case "least": return .above
      case "most": return index > 0 && words[index - 1] == "at" ? .below : .exactly
      default: continue
      }
    }
    return .exactly
  }

  private static let fillers: Set<String> = [
    "about", "approximately", "approx", "around", "circa", "ca", "roughly", "some", "c", "over",
    "above", "more", "than", "under", "below", "nearly", "almost", "fewer", "less", "up", "to",
    "at", "least", "most", "the", "a", "an", "of", "in", "it", "was", "were", "is", "there",
    "exactly", "just", "only", "and", "us", "u", "s", "american", "metric", "or", "so", "total",
    "altogether", "i", "think", "between", "from", "for", "estimated", "them", "per", "minus",
    "negative", "zero", "degree", "degrees", "°", "cost", "worth", "price", "number", "had", "has",
    "they", "he", "she",
    "by", "on", "probably", "maybe", "perhaps", "guess", "believe",
  ]
}
