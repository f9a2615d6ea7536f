/// Writing EDTF (ISO 8601-2:2019, level 2).
///
/// Where EDTF has no form of its own, these conventions hold, which ``HistoricalDate/init(edtf:)``
/// reads back:
/// - **Parts** are intervals whose edges are approximate in their last component, with the sign
///   before it: mid-February 1983 is `1983-02-~10/1983-02-~20`, the mid-1960s `~1963/~1967`, the
///   early 19th century `~180X/~183X`. Halves have `%` there, but those of a year are EDTF's own
///   `1965-40` and `1965-41`. As one end of a longer interval a part is its outer edge.
/// - **Before and after** are one-of sets open at one side, ending with the period before or after,
///   `[..1974]`; a part is its outer edge again.
/// - Decades BC keep the digits of their English name: the 440s BC are `-044X`.
/// - An Old Style day is written as the Gregorian day it is; a wrong weekday and the part of a
///   season are left out.
extension HistoricalDate {
  /// The EDTF form (ISO 8601-2): `1969-07-25`, `196X`, `1965/1968`.
  package var edtf: String {
    switch form {
    case .single(let period): period.edtf
    case .before(let period): "[..\(period.neighbour(isBefore: true))]"
    case .after(let period): "[\(period.neighbour(isBefore: false))..]"
    case .range(let start, let end): HistoricalDate.edtf(from: start, to: end)
    case .set(let members, let conjunction):
      HistoricalDate.edtf(members, conjunction)
    }
  }

  /// The EDTF form of a range; two units that EDTF cannot tell apart are no range: of seasons it
  /// has no parts.
  private static func edtf(from start: End, to end: End) -> String {
    let (first, last) = (start.edtf(isFirst: true), end.edtf(isFirst: false))
    guard case .period(let one) = start, case .period(let other) = end,
      one.part == nil || one.isSeason, other.part == nil || other.isSeason, first == last
    else { return "\(first)/\(last)" }
    return first
  }

  /// The EDTF form of a set; what EDTF cannot tell apart stands there once.
  private static func edtf(_ members: [Period], _ conjunction: Conjunction) -> String {
    var texts: [String] = []
    for text in members.map(\.edtf) where !texts.contains(text) { texts.append(text) }
    if texts.count == 1 { return texts[0] }
    let list = texts.joined(separator: ",")
    return conjunction == .all ? "{\(list)}" : "[\(list)]"
  }
}

extension HistoricalDate.End {
  fileprivate func edtf(isFirst: Bool) -> String {
    switch self {
    case .period(let period): period.edtfEdge(isFirst: isFirst)
    case .open: ".."
    case .unknown: ""
    }
  }
}

extension Period {
  /// The EDTF form of the period by itself.
  package var edtf: String {
    guard part != nil, !isSeason else { return plainEDTF }
    let (first, last) = (edtfEdge(isFirst: true), edtfEdge(isFirst: false))
    return first == last ? first : "\(first)/\(last)"
  }

  private var plainEDTF: String {
    var unit = unit
    if style == .old, case .day = unit {
      let (year, month, day) = span.lowerBound.components
      unit = .day(year: year, month: month, day: day)
    }
    return unit.edtf(mark: "") + qualifier
  }

  private var qualifier: String {
    switch (isCirca, isUncertain) {
    case (false, false): ""
    case (true, false): "~"
    case (false, true): "?"
    case (true, true): "%"
    }
  }

  /// The period as one end of an interval.
  fileprivate func edtfEdge(isFirst: Bool) -> String {
    guard let part, !isSeason, let edges = unit.edges(of: part) else { return plainEDTF }
    if case .year(let year) = unit, part.isHalf {
      return "\(edtfYear(year))-\(part == .firstHalf ? "40" : "41")"
    }
    return (isFirst ? edges.first : edges.last).edtf(mark: part.isHalf ? "%" : "~")
  }

  /// The EDTF form of the unit just before or after the period.
  fileprivate func neighbour(isBefore: Bool) -> String {
    if part != nil, !isYearHalf, !isSeason {
      // The edge itself, which belongs to the part, is told from a neighbour by its sign.
      return edtfEdge(isFirst: isBefore)
    }
    let step = isBefore ? -1 : 1
    guard part == nil || isSeason, let neighbour = unit.moved(by: step) else {
      return edtfEdge(isFirst: isBefore)
    }
    return neighbour.edtf(mark: "") + qualifier
  }

  fileprivate var isSeason: Bool {
    if case .season = unit { true } else { false }
  }

  private var isYearHalf: Bool {
    if case .year = unit, let part { part.isHalf } else { false }
  }
}

extension CalendarUnit {
  /// The unit as many steps later.
  func moved(by steps: Int) -> CalendarUnit? {
    switch self {
    case .day:
      let (year, month, day) = CivilDay(number: firstDay().number + steps).components
      return .day(year: year, month: month, day: day)
    case .month(let year, let month):
      let index = year * 12 + month - 1 + steps
      let moved = index >= 0 ? index / 12 : (index - 11) / 12
      return .month(year: moved, month: index - moved * 12 + 1)
    case .season(let year, let season):
      let index = year * 4 + season.rawValue + steps
      let moved = index >= 0 ? index / 4 : (index - 3) / 4
      return Period.Season(rawValue: index - moved * 4).map { .season(year: moved, $0) }
    case .year(let year): return .year(year + steps)
    case .decade(let number): return .decade(number + steps)
    case .century(let number):
      let moved = (number > 0 ? number - 1 : number) + steps
      return .century(moved >= 0 ? moved + 1 : moved)
    case .millennium(let number):
      let moved = (number > 0 ? number - 1 : number) + steps
      return .millennium(moved >= 0 ? moved + 1 : moved)
    }
  }

  /// The EDTF form with a sign before the last component.
  func edtf(mark: String) -> String {
    switch self {
    case .day(let year, let month, let day):
      return "\(edtfYear(year))-\(twoDigits(month))-\(mark)\(twoDigits(day))"
    case .month(let year, let month): return "\(edtfYear(year))-\(mark)\(twoDigits(month))"
    case .season(let year, let season):
      return "\(edtfYear(year))-\(mark)\(21 + season.rawValue)"
    case .year(let year): return mark + edtfYear(year)
    case .decade(let number):
      return number >= 0
        ? mark + padded(number, 3) + "X" : "\(mark)-\(padded(-number - 1, 3))X"
    case .century(let number):
      return number > 0
        ? mark + padded(number - 1, 2) + "XX" : "\(mark)-\(padded(-number - 1, 2))XX"
    case .millennium(let number):
      return number > 0
        ? mark + padded(number - 1, 1) + "XXX" : "\(mark)-\(padded(-number - 1, 1))XXX"
    }
  }
}

/// An astronomical year with at least four digits; more of them need a `Y`.
private func edtfYear(_ year: Int) -> String {
  if abs(year) > 9999 { return "Y\(year)" }
  return (year < 0 ? "-" : "") + padded(abs(year), 4)
}

private func twoDigits(_ number: Int) -> String { padded(number, 2) }
