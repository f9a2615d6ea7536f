import Chronology

extension Statistics {
  /// Answers a day, as a year's calendar.
  var calendarChart: Chart {
    let calendar = ActivityCalendar(days, today: today, since: since)
    let title = "Answers a day"
    let shown = days.filter { $0.day.number >= calendar.firstMonday.number }
    guard let busiest = shown.max(by: { $0.answers < $1.answers }) else {
      return Statistics.nothing(
        title, "Nothing was answered since \(Words.day(calendar.firstMonday)).")
    }
    let total = shown.reduce(0) { $0 + $1.answers }
    let lastDays = (0..<7).reversed().map { back in
      let index = calendar.counts.count - 1 - back
      return calendar.counts.indices.contains(index) ? Words.number(calendar.counts[index]) : "0"
    }
    var byMonth: [(name: String, answers: Int)] = []
    for day in shown {
      let (year, month, _) = day.day.components
      let name = "\(Words.shortMonth(month)) \(year)"
      if byMonth.last?.name == name {
        byMonth[byMonth.count - 1].answers += day.answers
      } else {
        byMonth.append((name, day.answers))
      }
    }
    let monthly = byMonth.map { "\($0.name) \(Words.number($0.answers))" }
    let sentence =
      "\(Words.count(total, "answer")) on \(Words.count(shown.count, "day"))"
      + " since \(Words.day(calendar.firstMonday)); the most,"
      + " \(Words.number(busiest.answers)), on \(Words.day(busiest.day));"
      + " the last seven days \(lastDays.joined(separator: ", "))."
      + " By month: \(monthly.joined(separator: ", "))."
    return Chart(title: title, sentence: sentence, legend: nil, content: .calendar(calendar))
  }

  /// The time spent, by month.
  var timeChart: Chart {
    let title = "Time spent"
    guard all.answers.total > 0 else { return Statistics.nothing(title, "None yet.") }
    let shown = months.suffix(Statistics.shownMonths)
    let longest = shown.map(\.milliseconds).max() ?? 0
    let rows = shown.reversed().map { month in
      BarTable.Row(
        "\(Words.shortMonth(month.month)) \(month.year)",
        [
          BarTable.Cell(
            Double(month.milliseconds),
            [Words.duration(month.milliseconds), Words.count(month.answers, "answer")])
        ])
    }
    let perAnswer = Words.decimal(Double(all.milliseconds) / Double(all.answers.total) / 1000)
    let perDay = Words.duration(all.milliseconds / Int64(max(1, streak.studyDays)))
    let figures =
      "\(Words.duration(all.milliseconds)) in all, \(perAnswer) s an answer,"
      + " \(perDay) on a day of study"
    let byMonth = shown.map {
      "\(Words.shortMonth($0.month)) \($0.year) \(Words.duration($0.milliseconds))"
    }
    return Chart(
      title: title, sentence: "\(figures). By month: \(byMonth.joined(separator: ", ")).",
      legend: "From question to answer: \(figures).",
      content: .bars(BarTable(series: [BarTable.Series(maximum: Double(longest))], rows: rows)))
  }
}
