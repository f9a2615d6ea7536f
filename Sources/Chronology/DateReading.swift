/// One way of understanding a typed text as a date.
package enum DateReading: Hashable, Sendable {
  /// A date that needs nothing to complete it.
  case whole(HistoricalDate)
  /// Components of a date; the question has to say the rest.
  case partial(PartialForm)
}

extension HistoricalDate {
  /// Reads a date that stands alone: English in the forms people write, or EDTF.
  ///
  /// Fails where any word is left over that a date does not have, where the year or its century is
  /// missing, for a bare integer outside 1000 to 2100, and for EDTF that ends in `%`. Where a form has two meanings, the
  /// commoner one is taken; ``readings(of:)`` has them all.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= DateTokens.maximumLength else { return nil }
    let bytes = Array(text.utf8)
    if let tokens = DateTokens.all(of: bytes, isTolerant: false) {
      var reader = DateReader(tokens)
      if let form = reader.read() {
        if form.isBareNumber, bytes.first != UInt8(ascii: "0") { return nil }
        if !form.isBareNumber, let date = form.wholeDate {
          self = date
          return
        }
      }
    }
    // "1500%" is a share of something, though it is EDTF.
    if bytes.last == UInt8(ascii: "%") { return nil }
    self.init(edtfBytes: bytes)
  }

  /// All ways of understanding a typed text as a date, the commoner first, nothing left over.
  ///
  /// 3/4/1969 has two, 25/7/1969 one, "not 1978" none.
  package static func readings(of text: String) -> [DateReading] {
    guard !text.isEmpty, text.utf8.count <= DateTokens.maximumLength else { return [] }
    let bytes = Array(text.utf8)
    var readings: [DateReading] = []
    if let tokens = DateTokens.all(of: bytes, isTolerant: true) {
      var pending: [DateReader.Choices] = [[]]
      var tried: Set<DateReader.Choices> = []
      while let choices = pending.popLast() {
        guard tried.insert(choices).inserted else { continue }
        var reader = DateReader(tokens, choices: choices)
        if let form = reader.read(), let reading = form.reading, !readings.contains(reading) {
          readings.append(reading)
        }
        for choice in DateReader.Choices.all.reversed()
        where reader.met.contains(choice) && !choices.contains(choice) {
          pending.append(choices.union(choice))
        }
      }
    }
    if let date = HistoricalDate(edtfBytes: bytes), !readings.contains(.whole(date)) {
      readings.append(.whole(date))
    }
    return readings
  }
}

extension PartialForm {
  /// The date that the form states by itself.
  fileprivate var wholeDate: HistoricalDate? {
    members.contains(where: \.lacksCentury) ? nil : date(\.period)
  }

  /// The form as a reading; `nil` where it can never be a date.
  fileprivate var reading: DateReading? {
    if let wholeDate { return .whole(wholeDate) }
    // What is complete, but not a date (30 February 1969), stays none.
    let isIncomplete = members.contains { member in
      member.lacksCentury || !member.hasYears || member.day != nil && member.month == nil
    }
    return isIncomplete ? .partial(self) : nil
  }

  /// Whether the text is a number outside 1000 to 2100, for which nothing says that it is a year.
  fileprivate var isBareNumber: Bool {
    guard case .single(let partial) = self, partial.month == nil, partial.season == nil,
      partial.part == nil, partial.era == nil, let year = partial.year
    else { return false }
    return !(1000...2100).contains(year)
  }
}
