extension Statistics {
  /// All charts, in the order in which they are read.
  package var charts: [Chart] {
    [
      overviewChart, streakChart, retentionChart, timeChart, calendarChart, forecastChart,
      statesChart, intervalChart, stabilityChart, difficultyChart, recallChart, kindChart,
      sectionChart, hourChart, leechChart, pairChart,
    ]
  }

  /// Whether no answer counts at all.
  package var isEmpty: Bool { all.answers.total == 0 }

  /// What is said where no answer counts.
  package var emptyChart: Chart {
    guard let since else {
      return Statistics.nothing(
        "Nothing was answered yet", "after the first session there are figures here.")
    }
    return Statistics.nothing(
      "Nothing was answered since \(Words.day(since))", "an earlier --since counts more.")
  }

  /// What is said in place of a chart that has nothing to show.
  static func nothing(_ title: String, _ sentence: String) -> Chart {
    Chart(title: title, sentence: sentence, legend: nil, content: .nothing)
  }
}
