/// A number as an answer writes it: what stands before it, its digits, what stands after it.
struct Figure: Hashable {
  var prefix: String
  /// The value without the decimal point: 3.5 is 35.
  var value: Int
  /// How many of the digits are decimals.
  var decimals: Int
  /// Whether thousands are parted by commas.
  var isGrouped: Bool
  /// What follows, the unit included: " million US dollars".
  var suffix: String

  /// Reads an answer that has exactly one number, in digits.
  init?(_ text: String) {
    guard let start = text.firstIndex(where: \.isASCIIDigit) else { return nil }
    let number = text[start...].prefix { $0.isASCIIDigit || $0 == "," || $0 == "." }
    let trimmed = number.last?.isASCIIDigit == false ? number.dropLast() : number
    let rest = text[trimmed.endIndex...]
    guard !rest.contains(where: \.isASCIIDigit), rest.first?.isLetter != true else { return nil }
    let parts = trimmed.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups[0].count <= 3 || groups.count == 1
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard let value = Int(groups.joined() + fraction), value > 0, !fraction.contains(",") else {
      return nil
    }
    self.prefix = String(text[..<start])
    self.value = value
    self.decimals = fraction.count
    self.isGrouped = groups.count > 1
    self.suffix = String(rest)
  }

  private init(like other: Figure, value: Int) {
    self = other
    self.value = value
  }

  /// The number as the answer would write it.
  var text: String {
    var digits = String(value)
    var fraction = ""
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      fraction = "." + digits.suffix(decimals)
      digits = String(digits.dropLast(decimals))
    }
    if isGrouped || digits.count > 4 {
      var grouped = ""
      for (index, digit) in digits.reversed().enumerated() {
        if index > 0, index % 3 == 0 { grouped.append(",") }
        grouped.append(digit)
      }
      digits = String(grouped.reversed())
    }
    return prefix + digits + fraction + suffix
  }

  /// Whether two numbers count the same thing in the same way.
  func hasUnit(of other: Figure) -> Bool {
    suffix == other.suffix && prefix == other.prefix && decimals == other.decimals
  }

  /// Numbers of the same shape around this one, in an order by chance.
  func variants(using draw: inout SeededDraw) -> [Figure] {
    var scale = 1
    var lead = value
    while lead % 10 == 0 {
      lead /= 10
      scale *= 10
    }
    // 100 becomes 10 tens, so that there is something below it.
    if lead < 3, scale > 1 {
      lead *= 10
      scale /= 10
    }
    // Of a long number only the first two digits change.
    var tail = 0
    while lead > 99 {
      tail += (lead % 10) * scale
      lead /= 10
      scale *= 10
    }
    let reach = max(3, lead * 6 / 10)
    let step = max(1, lead / 8)
    let leads = stride(from: step, through: reach, by: step).flatMap { [lead - $0, lead + $0] }
    let isShare = suffix.contains("%") || suffix.contains("percent") || suffix.contains("per cent")
    return draw.shuffled(leads).compactMap { lead in
      let number = lead * scale + tail
      guard lead > 0, number > 1, !(isShare && number > 100 && value <= 100) else { return nil }
      return Figure(like: self, value: number)
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
