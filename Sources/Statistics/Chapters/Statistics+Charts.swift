extension Statistics {
  /// All charts, in the order in which they are read.
  package var charts: [Chart] {
    [
      overviewChart, streakChart, retentionChart, calendarChart, timeChart, forecastChart,
      statesChart, intervalChart, stabilityChart, difficultyChart, recallChart, kindChart,
      sectionChart, hourChart, leechChart, pairChart,
    ]
  }

  /// Whether no answer counts at all.
  package var isEmpty: Bool { all.answers.total == 0 }

  /// What is said in place of a chart that has nothing to show.
  static func nothing(_ title: String, _ sentence: String) -> Chart {
    Chart(title: title, sentence: sentence, legend: nil, content: .nothing)
  }
}
