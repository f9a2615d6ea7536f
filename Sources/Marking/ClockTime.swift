/// A time of day, as an answer states it: "8:15 a.m.", "quarter past eight", "0545 hours".
struct ClockTime: Hashable, Sendable {
  /// Minutes since midnight, or since noon where nothing says which half of the day is meant.
  let minutes: Int
  /// Whether it is known which half of the day is meant.
  let isWhole: Bool

  /// Reads a text that is a time of day and nothing else; `nil` for any other.
  init?(_ text: String) {
    let parted = String(text.prefix(64).map { ":.".contains($0) ? " " : $0 })
    var words = Folded(parted).words.filter { !ClockTime.fillers.contains($0) }
    var half: Int?
    for (marks, hours) in ClockTime.halves where words.suffix(marks.count).elementsEqual(marks) {
      half = hours
      words.removeLast(marks.count)
      break
    }
    if words == ["noon"] || words == ["midday"] { (half, words) = (12, ["12"]) }
    if words == ["midnight"] { (half, words) = (0, ["12"]) }
    guard let (hour, minute, isClear) = ClockTime.read(words, hasHalf: half != nil),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      minutes = (hour % 12 + half) * 60 + minute
      isWhole = true
    } else {
      isWhole = isClear || hour > 12 || hour == 0
      minutes = (isWhole ? hour : hour % 12) * 60 + minute
    }
  }

  /// Whether both may be one time.
  func agrees(with other: ClockTime) -> Bool {
    isWhole && other.isWhole ? minutes == other.minutes : minutes % 720 == other.minutes % 720
  }

  /// Hour and minute, and whether the clock is clearly one of twenty-four hours.
  private static func read(
    _ words: [String], hasHalf: Bool
  ) -> (hour: Int, minute: Int, isClear: Bool)? {
    let number = { (word: String) in Int(word) ?? NumberWords.cardinals[word] }
    switch words.count {
    case 1:
      // "8 a.m.", "0545 hours"; a bare number is no time.
      if words[0].utf8.count == 4, let value = Int(words[0]), !hasHalf {
        return words[0].hasPrefix("0") ? (value / 100, value % 100, true) : nil
      }
      return hasHalf ? number(words[0]).map { ($0, 0, false) } : nil
    case 2:
      guard words[1].utf8.count == 2 || Int(words[1]) == nil, let hour = number(words[0]),
        let minute = number(words[1]), hasHalf || Int(words[0]) != nil
      else { return nil }
      return (hour, minute, false)
    case 3:
      guard words[1] == "past" || words[1] == "to", let hour = number(words[2]),
        let minute = ["quarter": 15, "half": 30][words[0]] ?? number(words[0])
      else { return nil }
      return words[1] == "past"
        ? (hour, minute, false) : minute == 0 ? nil : ((hour + 11) % 12, 60 - minute, false)
    default: return nil
    }
  }

  private static let fillers: Set<String> = [
    "at", "about", "around", "exactly", "oclock", "clock", "o", "hours", "hrs", "h", "minutes",
    "the", "in",
  ]

  private static let halves: [(marks: [String], hours: Int)] = [
    (["a", "m"], 0), (["am"], 0), (["p", "m"], 12), (["pm"], 12), (["morning"], 0),
    (["afternoon"], 12), (["evening"], 12), (["night"], 12),
  ]
}
