import Chronology

extension Statistics {
  /// What is due on each of the next thirty days.
  var forecastChart: Chart {
    let title = "Due in the next 30 days"
    let total = forecast.reduce(0, +)
    guard total > 0 else {
      return Statistics.nothing(title, "No card that was studied is due in this time.")
    }
    let columns = forecast.enumerated().map { ahead, count in
      let day = CivilDay(number: today.number + ahead)
      return ColumnPlot.Column(
        count, label: ahead % 7 == 0 ? Words.dayOfYear(day) : nil,
        name: ahead == 0 ? "Today" : "\(Words.weekday(day.weekday)) \(Words.day(day))")
    }
    let most = columns.dropFirst().max { $0.value < $1.value }
    var parts = ["\(Words.count(total, "card")) in all, \(Words.number(forecast[0])) today"]
    if overdue > 0 { parts[0] += ", \(Words.number(overdue)) of them from earlier days" }
    parts.append("\(Words.number(forecast[1])) tomorrow")
    if let most, most.value > 0 {
      parts.append("the most after today, \(Words.number(most.value)), on \(most.name)")
    }
    let weeks = stride(from: 0, to: 28, by: 7).map { start in
      Words.number(forecast[start..<start + 7].reduce(0, +))
    }
    return Chart(
      title: title,
      sentence: "\(parts.joined(separator: ", "))."
        + " Week by week: \(weeks.joined(separator: ", ")).",
      legend: "Each card counts once, on the day when it is due next; new cards are not counted.",
      content: .columns(ColumnPlot(columns)))
  }

  /// The cards by state.
  package var statesChart: Chart {
    let title = "Cards by state"
    let total = states.total
    guard total > 0 else { return Statistics.nothing(title, "There is no card.") }
    let shown = CardStates.State.allCases.filter { states[$0] > 0 }
    let highest = shown.map { states[$0] }.max() ?? 0
    let rows = shown.map { state in
      let count = states[state]
      return BarTable.Row(
        state.rawValue,
        [
          BarTable.Cell(
            Double(count),
            [Words.number(count), Words.percent(Double(count) / Double(total))])
        ])
    }
    let list = shown.map { "\(Words.number(states[$0])) \($0.rawValue)" }
    return Chart(
      title: title,
      sentence: "\(Words.count(total, "card")): \(Words.list(list)).",
      legend: "Young cards come back after less than 21 days, mature ones later.",
      content: .bars(BarTable(series: [BarTable.Series(maximum: Double(highest))], rows: rows)))
  }
}
