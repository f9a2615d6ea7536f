extension DateReading {
  /// Judges a typed text against this reading, the expected one, which may lack its year.
  ///
  /// An expected "25 July" takes its year from what was typed; where that has none either, any year
  /// will do. `nil` where the text is not a date and nothing else.
  package func judgement(of text: String) -> HistoricalDate.Judgement? {
    switch self {
    case .whole(let date): return date.judgement(of: text)
    case .partial(let form):
      var best: HistoricalDate.Judgement?
      for reading in HistoricalDate.readings(of: text) {
        guard let judged = reading.judged(against: form) else { continue }
        if let previous = best?.agreement,
          DateAgreement.nearest([previous, judged.agreement]) == previous
        {
          continue
        }
        best = judged
      }
      return best
    }
  }

  /// This reading, a typed one, judged against an expected form that lacks its year.
  private func judged(against expected: PartialForm) -> HistoricalDate.Judgement? {
    // The year 2000 has a 29 February.
    var unit = CalendarUnit.year(2000)
    if case .whole(let date) = self, case .single(let period) = date.form { unit = period.unit }
    guard let expected = expected.date({ $0.completed(from: unit).period }) else { return nil }
    switch self {
    case .whole(let date):
      return HistoricalDate.Judgement(
        reading: self, date: date, agreement: expected.agreement(with: date))
    case .partial(let form):
      guard let date = form.date({ $0.completed(from: unit).period }) else { return nil }
      return HistoricalDate.Judgement(
        reading: self, date: date, agreement: expected.agreement(with: date))
    }
  }
}
