extension HistoricalDate {
  /// What a prompt asks for where this date is the answer: "month and year", "years from-to".
  package var asked: String {
    switch form {
    case .single(let period), .before(let period), .after(let period),
      .range(.period(let period), .open), .range(.open, .period(let period)),
      .range(.period(let period), .unknown), .range(.unknown, .period(let period)):
      return period.asked
    case .range(.period(let start), .period(let end)):
      return "\(plural([start, end])) from-to"
    case .range: return "date"
    case .set(let members, .all): return plural(members)
    case .set(let members, .one): return members.first?.asked ?? "date"
    }
  }

  /// The plural of what several periods are, by the finest of them.
  private func plural(_ periods: [Period]) -> String {
    let finest = periods.map(\.components).flatMap { $0 }.filter { $0 != .part }.max()
    switch finest {
    case .day: return "dates"
    case .month: return "months and \(years(of: periods))"
    case .season: return "seasons and \(years(of: periods))"
    case .decade: return "decades"
    case .century: return "centuries"
    case .millennium: return "millennia"
    case .year, .era, .part, .weekday, .style, .start, .end, .relation, nil: return "years"
    }
  }

  /// Whether one year is asked or several.
  private func years(of periods: [Period]) -> String {
    let years = periods.map { period in
      switch period.unit {
      case .day(let year, _, _), .month(let year, _), .season(let year, _), .year(let year),
        .decade(let year), .century(let year), .millennium(let year):
        return year
      }
    }
    return Set(years).count == 1 ? "year" : "years"
  }
}

extension Period {
  /// What a prompt asks for where this period is the answer.
  fileprivate var asked: String {
    let whole =
      switch unit {
      case .day: "full date"
      case .month: "month and year"
      case .season: "season and year"
      case .year: "year"
      case .decade: "decade"
      case .century: "century"
      case .millennium: "millennium"
      }
    // The month alone is right where its middle is meant, so only longer units ask for a part.
    switch unit {
    case .day, .month, .season: return whole
    case .year, .decade, .century, .millennium:
      return part == nil ? whole : "which part of which \(whole)"
    }
  }
}
