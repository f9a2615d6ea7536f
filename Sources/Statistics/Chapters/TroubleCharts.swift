extension Statistics {
  /// How many entries the lists of troublesome cards show at most.
  static let shownTrouble = 10

  /// The cards that keep failing, with what was typed instead.
  var leechChart: Chart {
    let title = "Cards that keep failing"
    let rule = "forgotten on \(Leech.leastDays) days or more and not known for three weeks since"
    guard !leeches.isEmpty else { return Statistics.nothing(title, "None: no card was \(rule).") }
    let shown = leeches.prefix(Statistics.shownTrouble)
    let start = leeches.count > shown.count ? "the worst \(shown.count) of " : ""
    return Chart(
      title: title, sentence: "\(start)\(Words.count(leeches.count, "card")) \(rule).",
      legend: "\"tripos show KEY\" has a card's history; a new wording or a hint often helps.",
      content: .items(shown.map(item)))
  }

  private func item(_ leech: Leech) -> Chart.Item {
    let times =
      "Forgotten \(Words.number(leech.failures)) of \(Words.count(leech.answers.total, "time")),"
      + " on \(Words.count(leech.days, "day"))."
    guard let text = leech.text else {
      return Chart.Item(headline: "A card whose deck cannot be read now.", lines: [times])
    }
    var lines = ["Answer: \(text.answer)"]
    let typed = leech.typed.prefix(3).map { typed in
      let name = typed.text.isEmpty ? "nothing" : "\"\(typed.text)\""
      return typed.count == 1 ? name : "\(name) (\(Words.number(typed.count)) times)"
    }
    if !typed.isEmpty { lines.append("Typed instead: \(typed.joined(separator: ", "))") }
    lines += [times, "Key: \(text.key)"]
    return Chart.Item(headline: text.prompt, lines: lines)
  }

  /// The cards of which one's answer was given for the other's.
  var pairChart: Chart {
    let title = "Confused with each other"
    let described = pairs.filter { $0.texts.count == 2 }
    guard !described.isEmpty else {
      return Statistics.nothing(
        title, "None: no card was answered twice with another card's answer.")
    }
    let shown = described.prefix(Statistics.shownTrouble)
    let start = described.count > shown.count ? "the most frequent \(shown.count) of " : ""
    return Chart(
      title: title, sentence: "\(start)\(Words.count(described.count, "pair")) of answers.",
      legend: nil, content: .items(shown.map(item)))
  }

  private func item(_ pair: ConfusedPair) -> Chart.Item {
    let isMutual = pair.times.allSatisfy { $0 > 0 }
    let lines = zip(0..<2, pair.times).filter { $1 > 0 }.map { asked, times in
      let (card, other) = (pair.texts[asked], pair.texts[1 - asked])
      let start = isMutual ? "\(Words.count(times, "time")) " : ""
      return "\(start)\"\(other.answer)\" was given for: \(card.prompt)"
    }
    return Chart.Item(
      headline: "\"\(pair.texts[0].answer)\" and \"\(pair.texts[1].answer)\","
        + " \(Words.count(pair.total, "time"))",
      lines: lines)
  }
}
