extension Statistics {
  /// How many months charts show at most.
  static let shownMonths = 12

  /// `81 % of 1,443 reviews of young cards were right`.
  private func words(_ share: Share, _ age: String) -> String {
    if share.total == 0 { return "no reviews of \(age) cards" }
    let reviews = "\(Words.count(share.total, "review")) of \(age) cards"
    return "\(Words.percent(share.value)) of \(reviews)"
      + " \(share.total == 1 ? "was" : "were") right"
  }

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
      return "\(name) \(Words.percentSpoken(month.young.value))"
        + " and \(Words.percentSpoken(month.mature.value))"
    }
    let sentence =
      "\(words(young, "young")) and \(words(mature, "mature"));"
      + " wanted is \(wanted). By month, young and mature: \(byMonth.joined(separator: ", "))."
    return Chart(
      title: title, sentence: sentence,
      legend: "How many reviews were right, and of how many; the mark (|) is the \(wanted) wanted."
        + " Young cards came back after less than 21 days, mature ones later."
        + " Learning, practice and exams do not count here.",
      content: .bars(table))
  }
}
