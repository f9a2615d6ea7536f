import Chronology
import Decks
import Marking

extension Report {
  /// The report in lines for a terminal or a file; nothing in it is made safe for a terminal yet.
  package var lines: [String] {
    var lines: [String] = []
    let blueprint = sitting.paper.blueprint
    lines.append("\(blueprint.name): \(score.words) right.")
    let pass = "\(Proportion.percent(blueprint.scheme.passMark)) %"
    let scored = "\(Proportion.number(points)) of \(Proportion.number(maximum)) points"
    lines.append("\(isPassed ? "Passed" : "Not passed"): \(scored), \(pass) needed.")
    lines.append(time)
    lines += interruptionLines
    if !unsure.isEmpty {
      let list = unsure.map(String.init).joined(separator: ", ")
      lines.append("Not sure about \(unsure.count == 1 ? "question" : "questions") \(list).")
    }
    for shortfall in sitting.paper.shortfalls { lines.append(shortfall.sentence) }
    lines += table("By section", sections) + table("By kind", kinds) + table("By type", types)
    lines += calibrationLines
    if !misses.isEmpty { lines += ["", "Missed"] + misses.flatMap(\.lines) }
    if !reread.isEmpty {
      lines += ["", "Read again tonight"]
      for (index, reading) in reread.enumerated() {
        let title =
          reading.section.isEmpty ? reading.deck : reading.section.joined(separator: " / ")
        lines.append("  \(index + 1). \(title) (\(reading.result.words))")
      }
    }
    if !unasked.isEmpty {
      let cards = unasked.reduce(0) { $0 + $1.cards }
      let all = unasked.reduce(0) { $0 + $1.of }
      lines += ["", "Never asked so far: \(cards) of \(all) cards in these sections"]
      for section in unasked {
        lines.append("  \(section.cards) of \(section.of)  \(section.section.last ?? section.deck)")
      }
    }
    return lines
  }

  private var time: String {
    let ending =
      switch sitting.state {
      case .open: "not finished"
      case .finished(.handedIn, _): "handed in"
      case .finished(.timeUp, _): "the time ran out"
      }
    let limit = sitting.paper.blueprint.minutes.map { " of \($0) min" } ?? ""
    return "Time: \(Report.duration(used))\(limit); \(ending)."
  }

  private var interruptionLines: [String] {
    var lines = sitting.interruptions.map { interruption in
      if interruption.isClockSetBack {
        return
          "Interrupted at question \(interruption.question + 1); the clock went back meanwhile."
      }
      let away = Report.duration(interruption.to.milliseconds - interruption.from.milliseconds)
      let counted = sitting.isClockStrict ? "counted" : "not counted"
      return "Interrupted at question \(interruption.question + 1) for \(away) (\(counted))."
    }
    if sitting.clockSetBack > 0 {
      lines.append("The clock went back during the exam; that time was not counted.")
    }
    return lines
  }

  private var calibrationLines: [String] {
    guard let certaintyMark else { return [] }
    var lines = table("By certainty", calibration)
    let sign = certaintyMark.bonus >= 0 ? "+" : ""
    lines.append(
      "  average mark \(Report.hundredths(certaintyMark.average)) of 3,"
        + " \(sign)\(Report.hundredths(certaintyMark.bonus)) against one certainty for all")
    return lines
  }

  private func table(_ title: String, _ parts: [Part]) -> [String] {
    let width = parts.map(\.name.count).max() ?? 0
    return ["", title]
      + parts.map { part in
        let space = String(repeating: " ", count: width - part.name.count)
        return "  \(part.name)\(space)  \(part.result.words)"
      }
  }

  /// Milliseconds in words: `1 h 5 min`, `12 min`, `40 s`.
  package static func duration(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds) / 1000
    if seconds < 60 { return "\(seconds) s" }
    let minutes = seconds / 60
    if minutes < 60 {
      return seconds % 60 == 0 ? "\(minutes) min" : "\(minutes) min \(seconds % 60) s"
    }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }

  private static func hundredths(_ value: Double) -> String {
    let number = Int((value * 100).rounded())
    let fraction = abs(number) % 100
    return "\(number < 0 ? "-" : "")\(abs(number) / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

extension Report.Miss {
  /// The question, the answer given, the right one, why, and where the deck has it.
  package var lines: [String] {
    let wording = QuestionWording(question)
    var lines: [String] = []
    let stem = (wording.stem.isEmpty ? wording.instruction : wording.stem)
      .split(separator: "\n").joined(separator: " ")
    lines.append("  \(number). \(stem)")
    let sure =
      switch certainty {
      case 3: " (you were sure)"
      case 2: " (you were fairly sure)"
      case _: ""
      }
    switch question.task {
    case .typed, .choice, .truth:
      lines.append(
        "     you: \(given ?? "no answer")\(sure)\(isLate ? " (when the time ran out)" : "")")
      lines.append("     right: \(right)")
    case .order(let events):
      let order = given.map { given in
        given.split(separator: " ").compactMap { letter in
          wording.lines.first { $0.label == letter }?.text
        }.joined(separator: " < ")
      }
      lines.append("     you: \(order ?? "no answer")\(sure)")
      let sorted = OrderScore.sorted(events).map { "\(events[$0].phrase) (\(events[$0].date))" }
      lines.append("     right: \(sorted.joined(separator: " < "))")
    case .match(let matching):
      lines.append("     you: \(given ?? "no answer")\(sure)")
      lines.append("     right: \(right)")
      for (left, partner) in zip(matching.left, matching.key) {
        lines.append("       \(left) \(matching.right[partner])")
      }
    }
    if !assessment.reason.isEmpty, given != nil { lines.append("     \(assessment.reason)") }
    if let why = question.card.why { lines.append("     \(why)") }
    lines.append("     \(question.card.place)")
    return lines
  }

  /// The right answer in words.
  package var right: String {
    switch question.task {
    case .typed: question.card.answer
    case .choice(_, let options, let key):
      options.indices.contains(key) ? options[key].text : question.card.answer
    case .truth, .order, .match: QuestionWording.key(of: question)
    }
  }
}

extension Card {
  /// Where the deck has the card: its section, its source, its file and line.
  package var place: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return ([section.last] + [source]).compactMap(\.self).joined(separator: "; ")
      + " [\(file):\(line)]"
  }
}

extension Shortfall {
  /// What could not be met, and what the paper has instead.
  package var sentence: String {
    func questions(_ count: Int) -> String { "\(count) question\(count == 1 ? "" : "s")" }
    return switch self {
    case .questions(let asked, let possible):
      "Only \(questions(possible)) can be asked, not \(asked): cards of one note, or that give each"
        + " other away, do not meet in one paper."
    case .section(let name, let asked, let possible):
      "“\(name)”: \(questions(possible)) instead of \(asked); no more fit."
    case .kind(let name, let asked, let possible):
      "About \(name): \(questions(possible)) instead of \(asked); no more fit."
    case .type(let type, let asked, let possible):
      "Of the type “\(type.name)”: \(questions(possible)) instead of \(asked); no more fit."
    }
  }
}
