extension Statistics {
  /// The intervals of the cards in review.
  var intervalChart: Chart {
    spread(
      intervals, title: "Intervals", unit: .days, labels: Statistics.wholeDayLabels,
      legend: "How long until a card comes back, counted from its last review.")
  }

  /// The stabilities of the cards that were reviewed.
  var stabilityChart: Chart {
    spread(
      stabilities, title: "Stability", unit: .days, labels: Statistics.dayLabels,
      legend: "How many days it takes until the chance of recall has fallen to 90 %.")
  }

  /// The difficulties of the cards that were reviewed.
  var difficultyChart: Chart {
    let labels = (1...9).map { "\($0) to \($0 + 1)" }
    return spread(
      difficulties, title: "Difficulty", unit: .none, labels: labels,
      legend: "From 1, easy, to 10, hard.")
  }

  /// How likely the cards that were reviewed are recalled now.
  var recallChart: Chart {
    let labels = (0..<10).map { "\($0 * 10) to \($0 * 10 + 10) %" }
    let known = Words.number(Int(likelyKnown.rounded()))
    return spread(
      recalls, title: "Predicted recall now", unit: .percent, labels: labels,
      legend: "The chance that a card is recalled now; of"
        + " \(Words.count(recalls.count, "card")) you likely know \(known).")
  }

  /// `1 day`, `2.5 days`, `94 %`, `6.3`.
  private func measure(_ value: Double, _ unit: Unit) -> String {
    let number = Words.decimal(value)
    return switch unit {
    case .days: number + (number == "1" ? " day" : " days")
    case .percent: "\(number) %"
    case .none: number
    }
  }

  /// What a distribution's numbers are.
  private enum Unit {
    case days
    case percent
    case none
  }

  private static let wholeDayLabels = [
    "1 day", "2 to 3", "4 to 7", "8 to 14", "15 to 20", "21 to 60", "61 to 180", "181 to 365",
    "1 to 2 years", "over 2 years",
  ]

  private static let dayLabels = [
    "up to 1 day", "1 to 3", "3 to 7", "7 to 14", "14 to 20", "20 to 60", "60 to 180",
    "180 to 365", "1 to 2 years", "over 2 years",
  ]

  /// A chart of a distribution, without the empty bins at its ends.
  private func spread(
    _ distribution: Distribution, title: String, unit: Unit, labels: [String], legend: String
  ) -> Chart {
    guard let median = distribution.median, let mean = distribution.mean else {
      return Statistics.nothing(title, "Nothing yet: no card was reviewed.")
    }
    let counts = distribution.bins.map(\.count)
    let first = counts.firstIndex { $0 > 0 } ?? 0
    let last = counts.lastIndex { $0 > 0 } ?? 0
    let highest = counts.max() ?? 0
    let rows = (first...last).map { index in
      BarTable.Row(
        labels[index],
        [
          BarTable.Cell(
            Double(counts[index]),
            [
              Words.number(counts[index]),
              Words.percent(Double(counts[index]) / Double(distribution.count)),
            ])
        ])
    }
    let middle = "median \(measure(median, unit)), mean \(measure(mean, unit))"
    let list = (first...last).filter { counts[$0] > 0 }.map {
      "\(Words.number(counts[$0])) at \(labels[$0])"
    }
    return Chart(
      title: title,
      sentence: "\(middle); of \(Words.count(distribution.count, "card")): \(Words.list(list)).",
      legend: "\(legend.dropLast()): \(middle).",
      content: .bars(BarTable(series: [BarTable.Series(maximum: Double(highest))], rows: rows)))
  }
}
