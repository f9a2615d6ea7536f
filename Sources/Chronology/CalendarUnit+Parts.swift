/// Where the parts of a unit begin and end.
///
/// Early, mid and late overlap on purpose: 1964 is early as well as mid-1960s. For decades the
/// bounds are those that time taggers use (years 0–4, 3–7, 5–9).
extension CalendarUnit {
  /// The first and the last of the next smaller units that a part consists of.
  ///
  /// A part of a month is made of days, of a season or a year of months, of a decade of years, of a
  /// century of decades, and of a millennium of centuries. `nil` where the unit has no such part.
  func edges(of part: Period.Part) -> (first: CalendarUnit, last: CalendarUnit)? {
    switch self {
    case .day: return nil
    case .season(let year, let season):
      let offsets: (Int, Int)
      switch part {
      case .early: offsets = (0, 1)
      case .mid: offsets = (1, 2)
      case .late: offsets = (2, 3)
      case .turn, .firstHalf, .secondHalf: return nil
      }
      let months = (season.months.lowerBound + offsets.0, season.months.lowerBound + offsets.1)
      return (
        .month(year: months.0 > 12 ? year + 1 : year, month: (months.0 - 1) % 12 + 1),
        .month(year: months.1 > 12 ? year + 1 : year, month: (months.1 - 1) % 12 + 1)
      )
    case .month(let year, let month):
      let length = CivilDay.length(ofMonth: month, year: year)
      let days: (Int, Int)
      switch part {
      case .early: days = (1, 10)
      case .mid: days = (10, 20)
      case .late: days = (20, length)
      case .firstHalf: days = (1, 15)
      case .secondHalf: days = (16, length)
      case .turn: return nil
      }
      return (
        .day(year: year, month: month, day: days.0), .day(year: year, month: month, day: days.1)
      )
    case .year(let year):
      let months: (Int, Int)
      switch part {
      case .early: months = (1, 4)
      case .mid: months = (4, 9)
      case .late: months = (9, 12)
      case .firstHalf: months = (1, 6)
      case .secondHalf: months = (7, 12)
      case .turn: return nil
      }
      return (.month(year: year, month: months.0), .month(year: year, month: months.1))
    case .decade(let number):
      let tenths: (Int, Int)
      switch part {
      case .early, .firstHalf: tenths = (0, 4)
      case .mid: tenths = (3, 7)
      case .late, .secondHalf: tenths = (5, 9)
      case .turn: return nil
      }
      let zero = number >= 0 ? number * 10 : (number + 1) * 10 - 8
      let span = yearSpan
      return (
        .year(max(span.lowerBound, zero + tenths.0)), .year(min(span.upperBound, zero + tenths.1))
      )
    case .century(let number):
      let zero = number > 0 ? number * 10 - 10 : number * 10
      guard let tenths = CalendarUnit.tenths(of: part) else {
        return (.decade(zero - 1), .decade(zero))
      }
      return (.decade(zero + tenths.0), .decade(zero + tenths.1))
    case .millennium(let number):
      guard let tenths = CalendarUnit.tenths(of: part) else { return nil }
      let zero = number > 0 ? number * 10 - 9 : number * 10
      return (.century(zero + tenths.0), .century(zero + tenths.1))
    }
  }

  /// The tenths (0–9) of a century or millennium that a part covers; `nil` for its turn.
  private static func tenths(of part: Period.Part) -> (Int, Int)? {
    switch part {
    case .early: (0, 3)
    case .mid: (3, 6)
    case .late: (6, 9)
    case .firstHalf: (0, 4)
    case .secondHalf: (5, 9)
    case .turn: nil
    }
  }

  /// The units that have this one as an edge of their parts: the month of a day, and so on.
  var wholes: [CalendarUnit] {
    switch self {
    case .day(let year, let month, _): return [.month(year: year, month: month)]
    case .month(let year, _): return [.year(year)]
    case .season, .millennium: return []
    case .year: return decade.map { [.decade($0)] } ?? []
    case .decade:
      guard let century else { return [] }
      return [.century(century), .century(century == -1 ? 1 : century + 1)]
    case .century: return [.millennium(millennium)]
    }
  }
}
