import Decks

extension Statistics {
  private static let askedBefore =
    "All answers (reviews, practice, exams) to cards that had been reviewed before."

  /// Success by what is asked.
  var kindChart: Chart {
    let rows = CardKind.allCases.compactMap { kind in kinds[kind].map { (kind.words, $0) } }
    return success("Success by kind", rows.sorted { Statistics.isWorse($0.1, $1.1) })
  }

  /// Success by section, the worst first.
  var sectionChart: Chart {
    let answered = zip(sections, successBySection).filter { $1.total > 0 }
    let decks = Set(answered.map(\.0.deck)).count
    let rows = answered.map { section, share in
      (section.words(withDeck: decks > 1), share)
    }.sorted { Statistics.isWorse($0.1, $1.1) }
    let shown = rows.prefix(Statistics.shownSections)
    var all = Array(shown)
    if vanished.total > 0 { all.append(("cards that are in no deck now", vanished)) }
    var chart = success("Success by section", all)
    if rows.count > shown.count {
      chart.legend =
        "The weakest \(shown.count) of \(Words.number(rows.count)) sections; --json has all."
        + " " + Statistics.askedBefore
    }
    return chart
  }

  /// Success by the local hour.
  var hourChart: Chart {
    let rows = hours.enumerated().filter { $0.element.total > 0 }.map { hour, share in
      (label(ofHour: hour), share)
    }
    return success("Success by hour", rows)
  }

  /// How many sections the chart shows at most.
  static let shownSections = 20

  private func label(ofHour hour: Int) -> String { "\(hour < 10 ? "0" : "")\(hour):00" }

  private static func isWorse(_ left: Share, _ right: Share) -> Bool {
    (left.value ?? 1) < (right.value ?? 1)
  }

  private func success(_ title: String, _ rows: [(label: String, share: Share)]) -> Chart {
    guard !rows.isEmpty else {
      return Statistics.nothing(title, "Nothing yet: no card was asked a second time.")
    }
    let table = BarTable(
      series: [BarTable.Series(maximum: 1)],
      rows: rows.map { label, share in
        BarTable.Row(
          label,
          [
            BarTable.Cell(
              share.value, [Words.percent(share.value), "of \(Words.number(share.total))"])
          ])
      })
    let list = rows.map { label, share in
      "\(label) \(Words.percent(share.value)) of \(Words.number(share.total))"
    }
    return Chart(
      title: title, sentence: "\(list.joined(separator: "; ")).", legend: Statistics.askedBefore,
      content: .bars(table))
  }
}

extension CardKind {
  /// What such cards ask for.
  fileprivate var words: String {
    switch self {
    case .date: "dates"
    case .person: "persons"
    case .state: "states"
    case .organisation: "organisations"
    case .place: "places"
    case .number: "numbers"
    case .term: "terms"
    case .cause: "causes"
    case .quotation: "quotations"
    case .list: "lists"
    case .text: "texts"
    }
  }
}

extension StudiedSection {
  /// The section's own title, with its deck where there are several.
  package func words(withDeck: Bool) -> String {
    let title = path.last ?? "before the first heading"
    return withDeck ? "\(deck): \(title)" : title
  }
}
