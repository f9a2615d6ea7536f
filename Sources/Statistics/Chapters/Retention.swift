extension Statistics {
  /// How many months charts show at most.
  static let shownMonths = 12

  /// True retention by month, beside the retention that is wanted.
  var retentionChart: Chart {
    let title = "True retention by month"
    let wanted = Words.percent(desiredRetention)
    let shown = months.filter { $0.young.total + $0.mature.total > 0 }.suffix(
      Statistics.shownMonths)
    guard !shown.isEmpty else {
      return Statistics.nothing(
        title, "Nothing yet: it needs reviews of cards a day or more after they were learnt.")
    }
    func cell(_ share: Share) -> BarTable.Cell {
      BarTable.Cell(share.value, [Words.percent(share.value), Words.number(share.total)])
    }
    var rows = shown.reversed().map { month in
      BarTable.Row(
        "\(Words.shortMonth(month.month)) \(month.year)", [cell(month.young), cell(month.mature)])
    }
    rows.append(BarTable.Row(since == nil ? "All" : "In all", [cell(young), cell(mature)]))
    let table = BarTable(
      series: [
        BarTable.Series(name: "young", maximum: 1, mark: desiredRetention),
        BarTable.Series(name: "mature", maximum: 1, mark: desiredRetention),
      ], rows: rows)
    let byMonth = shown.map { month in
      let name = "\(Words.shortMonth(month.month)) \(month.year)"
      return "\(name) \(Words.percent(month.young.value)) and \(Words.percent(month.mature.value))"
    }
    let sentence =
      "\(Words.percent(young.value)) of \(Words.count(young.total, "review")) of young cards and"
      + " \(Words.percent(mature.value)) of \(Words.number(mature.total)) of mature ones were right;"
      + " wanted is \(wanted). By month, young and mature: \(byMonth.joined(separator: ", "))."
    return Chart(
      title: title, sentence: sentence,
      legend: "How many reviews were right, and of how many; | marks the \(wanted) that is wanted."
        + " Young cards came back after less than 21 days, mature ones later."
        + " Learning, practice and exams do not count here.",
      content: .bars(table))
  }
}
