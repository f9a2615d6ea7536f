import Proving

@testable import Chronology

/// Makes random dates for the laws.
struct DateMaker {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A year in antiquity, the Middle Ages or modern times.
  mutating func year() -> Int {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: Int.random(in: -3000...0, using: &random)
    case 1: Int.random(in: 1...999, using: &random)
    case 2: Int.random(in: -12_000...12_000, using: &random)
    default: Int.random(in: 1000...2100, using: &random)
    }
  }

  mutating func unit() -> CalendarUnit {
    let year = year()
    let month = Int.random(in: 1...12, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1:
      let length = CivilDay.length(ofMonth: month, year: year)
      return .day(year: year, month: month, day: Int.random(in: 1...length, using: &random))
    case 2, 3: return .month(year: year, month: month)
    case 4:
      return .season(year: year, Period.Season.allCases.randomElement(using: &random) ?? .spring)
    case 5: return .decade(Int.random(in: -300...210, using: &random))
    case 6:
      let number = Int.random(in: 1...30, using: &random)
      return .century(number <= 21 && Bool.random(using: &random) ? number : -number)
    case 7:
      let number = Int.random(in: 1...9, using: &random)
      return .millennium(number <= 3 && Bool.random(using: &random) ? number : -number)
    default: return .year(year)
    }
  }

  /// A period without calendar style or wrong weekday, which EDTF does not have.
  mutating func period() -> Period {
    while true {
      let part =
        Bool.random(using: &random) ? Period.Part.allCases.randomElement(using: &random) : nil
      let period = Period(
        unit(), part: part, isCirca: Int.random(in: 0..<4, using: &random) == 0,
        isUncertain: Int.random(in: 0..<4, using: &random) == 0)
      // EDTF has no parts of seasons.
      if let period, period.part == nil || period.unit.precision != .season { return period }
    }
  }

  mutating func date() -> HistoricalDate {
    while true {
      let date: HistoricalDate?
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1: date = .range(from: .period(period()), to: .period(period()))
      case 2:
        date = .range(from: .period(period()), to: Bool.random(using: &random) ? .open : .unknown)
      case 3:
        date = .range(from: Bool.random(using: &random) ? .open : .unknown, to: .period(period()))
      case 4: date = HistoricalDate(form: .before(period()))
      case 5: date = HistoricalDate(form: .after(period()))
      case 6: date = set()
      default: date = HistoricalDate(period())
      }
      if let date { return date }
    }
  }

  /// A set of periods that have no parts, as EDTF's sets.
  private mutating func set() -> HistoricalDate? {
    var members: [Period] = []
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      let period = period()
      if period.part == nil { members.append(period) }
    }
    return .set(members, Bool.random(using: &random) ? .all : .one)
  }
}
