extension HistoricalDate {
  /// Reads EDTF (ISO 8601-2, level 2) with the conventions that ``edtf`` writes.
  ///
  /// Fails for what is not EDTF, and for the parts of EDTF that state no date of ours: a time of
  /// day, a missing digit elsewhere than at a year's end, significant digits.
  package init?(edtf text: String) {
    guard text.utf8.count <= DateTokens.maximumLength else { return nil }
    self.init(edtfBytes: Array(text.utf8))
  }

  init?(edtfBytes bytes: [UInt8]) {
    guard let first = bytes.first, EDTF.mayBegin(first), let last = bytes.last else { return nil }
    let isAll = first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
    let isOne = first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
    if isAll || isOne {
      guard let date = EDTF.set(bytes.dropFirst().dropLast(), isAll ? .all : .one) else {
        return nil
      }
      self = date
      return
    }
    let ends = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    switch ends.count {
    case 1:
      guard let point = EDTF.point(ends[0]), let period = point.period else { return nil }
      self.init(period)
    case 2:
      guard let date = EDTF.interval(ends[0], ends[1]) else { return nil }
      self = date
    default: return nil
    }
  }
}

/// The grammar of EDTF.
private enum EDTF {
  /// A stated unit with its signs: before the last component, and after it.
  struct Point {
    let unit: CalendarUnit
    let half: Period.Part?
    let mark: UInt8?
    let qualifier: UInt8?

    /// The period, a sign before a component meaning the same as one after it.
    var period: Period? {
      let signs = [mark, qualifier]
      let isBoth = signs.contains(UInt8(ascii: "%"))
      return Period(
        unit, part: half, isCirca: isBoth || signs.contains(UInt8(ascii: "~")),
        isUncertain: isBoth || signs.contains(UInt8(ascii: "?")))
    }

    /// The part of a longer unit that has this one as its first or last edge.
    func part(isFirst: Bool) -> Period? {
      guard let mark, mark != UInt8(ascii: "?"), qualifier == nil else { return nil }
      for whole in unit.wholes {
        for part in Period.Part.allCases where part.isHalf == (mark == UInt8(ascii: "%")) {
          guard let edges = whole.edges(of: part), (isFirst ? edges.first : edges.last) == unit
          else { continue }
          return Period(whole, part: part)
        }
      }
      return nil
    }
  }

  static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "."),
      UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "?"), UInt8(ascii: "%"),
      UInt8(ascii: "Y"):
      true
    default: false
    }
  }

  static func interval(_ start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>) -> HistoricalDate? {
    if let part = part(from: start, to: end) { return HistoricalDate(part) }
    guard let first = self.end(start, isFirst: true), let last = self.end(end, isFirst: false)
    else { return nil }
    return .range(from: first, to: last)
  }

  /// The part of a longer unit that lies between two edges.
  private static func part(from start: ArraySlice<UInt8>, to end: ArraySlice<UInt8>) -> Period? {
    guard let part = point(start)?.part(isFirst: true), part == point(end)?.part(isFirst: false)
    else { return nil }
    return part
  }

  private static func end(_ text: ArraySlice<UInt8>, isFirst: Bool) -> HistoricalDate.End? {
    if text.isEmpty { return .unknown }
    if text.elementsEqual("..".utf8) { return .open }
    guard let point = point(text), let period = point.part(isFirst: isFirst) ?? point.period else {
      return nil
    }
    return .period(period)
  }

  static func set(
    _ text: ArraySlice<UInt8>, _ conjunction: HistoricalDate.Conjunction
  ) -> HistoricalDate? {
    let elements = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { $0.drop { $0 == 0x20 } }
    if elements.count == 1, conjunction == .one {
      if text.starts(with: "..".utf8) { return relation(text.dropFirst(2), isBefore: true) }
      if text.suffix(2).elementsEqual("..".utf8) {
        return relation(text.dropLast(2), isBefore: false)
      }
    }
    var members: [Period] = []
    for element in elements {
      guard let added = consecutive(element), members.count + added.count <= 1000 else {
        return nil
      }
      members += added
    }
    return .set(members, conjunction)
  }

  /// What an open one-of set says: before or after the unit next to the one that is named.
  private static func relation(_ text: ArraySlice<UInt8>, isBefore: Bool) -> HistoricalDate? {
    guard let point = point(text) else { return nil }
    if let part = point.part(isFirst: isBefore) {
      return HistoricalDate(form: isBefore ? .before(part) : .after(part))
    }
    if let half = point.half {
      return Period(point.unit, part: half).map {
        HistoricalDate(form: isBefore ? .before($0) : .after($0))
      }
    }
    guard let unit = point.unit.moved(by: isBefore ? 1 : -1), let stated = point.period,
      let period = Period(unit, isCirca: stated.isCirca, isUncertain: stated.isUncertain)
    else { return nil }
    return HistoricalDate(form: isBefore ? .before(period) : .after(period))
  }

  /// The members that one element of a set stands for: itself, the part of a unit between two
  /// edges, or a run `1965..1968`.
  private static func consecutive(_ element: ArraySlice<UInt8>) -> [Period]? {
    let edges = element.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if edges.count == 2 { return part(from: edges[0], to: edges[1]).map { [$0] } }
    guard
      let dots = element.indices.dropLast().first(where: { index in
        element[index] == UInt8(ascii: ".") && element[index + 1] == UInt8(ascii: ".")
      })
    else {
      return point(element)?.period.map { [$0] }
    }
    guard let first = point(element[..<dots]), let last = point(element[(dots + 2)...]),
      first.unit.precision == last.unit.precision
    else { return nil }
    var members: [Period] = []
    var unit = first.unit
    while members.count < 1000 {
      guard let period = Period(unit), let next = unit.moved(by: 1) else { return nil }
      members.append(period)
      if unit == last.unit { return members }
      unit = next
    }
    return nil
  }

  /// One unit: `1969-07-25`, `1944-22`, `196X`, `-0043`, with its signs.
  static func point(_ text: ArraySlice<UInt8>) -> Point? {
    var text = text
    var qualifier: UInt8?
    if let last = text.last, isSign(last) {
      qualifier = last
      text = text.dropLast()
    }
    var mark: UInt8?
    var components: [ArraySlice<UInt8>] = []
    var isNegative = false
    if let first = text.first, isSign(first) {
      mark = first
      text = text.dropFirst()
    }
    let isLong = text.first == UInt8(ascii: "Y")
    if isLong { text = text.dropFirst() }
    if text.first == UInt8(ascii: "-") {
      isNegative = true
      text = text.dropFirst()
    }
    components = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    if components.count > 1, let first = components.last?.first, isSign(first), mark == nil {
      mark = first
      components[components.count - 1] = components[components.count - 1].dropFirst()
    } else if components.count > 1, mark != nil {
      return nil
    }
    guard let year = components.first else { return nil }
    guard isLong ? (5...6).contains(year.count) : year.count == 4 else { return nil }
    let unknown = year.reversed().prefix { $0 == UInt8(ascii: "X") }.count
    guard unknown <= 3, unknown < year.count,
      let number = decimal(year.dropLast(unknown))
    else { return nil }
    if unknown > 0 {
      guard components.count == 1, !isLong else { return nil }
      let unit: CalendarUnit =
        switch unknown {
        case 1: .decade(isNegative ? -number - 1 : number)
        case 2: .century(isNegative ? -number - 1 : number + 1)
        default: .millennium(isNegative ? -number - 1 : number + 1)
        }
      return Point(unit: unit, half: nil, mark: mark, qualifier: qualifier)
    }
    guard !isNegative || number > 0 else { return nil }
    return point(
      year: isNegative ? -number : number, components.dropFirst(), mark: mark, qualifier: qualifier
    )
  }

  private static func point(
    year: Int, _ rest: ArraySlice<ArraySlice<UInt8>>, mark: UInt8?, qualifier: UInt8?
  ) -> Point? {
    var numbers: [Int] = []
    for component in rest {
      guard component.count == 2, let number = decimal(component) else { return nil }
      numbers.append(number)
    }
    var half: Period.Part?
    let unit: CalendarUnit
    switch numbers.count {
    case 0: unit = .year(year)
    case 1:
      switch numbers[0] {
      case 1...12: unit = .month(year: year, month: numbers[0])
      case 21...24:
        guard let season = Period.Season(rawValue: numbers[0] - 21) else { return nil }
        unit = .season(year: year, season)
      case 40, 41:
        unit = .year(year)
        half = numbers[0] == 40 ? .firstHalf : .secondHalf
      default: return nil
      }
    case 2: unit = .day(year: year, month: numbers[0], day: numbers[1])
    default: return nil
    }
    guard unit.exists else { return nil }
    if case .day(let year, let month, let day) = unit,
      CivilDay(year: year, month: month, day: day) == nil
    {
      return nil
    }
    return Point(unit: unit, half: half, mark: mark, qualifier: qualifier)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "~") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "%")
  }
}
