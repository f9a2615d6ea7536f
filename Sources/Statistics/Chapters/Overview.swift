import Chronology

extension Statistics {
  /// Today, this week and all that counts.
  var overviewChart: Chart {
    let facts = [
      Chart.Fact(name: "Today", value: day.words),
      Chart.Fact(name: "This week", value: week.words + since(monday)),
      Chart.Fact(name: "All", value: all.words + (since.map { self.since($0) } ?? "")),
    ]
    let sentence = facts.map { "\($0.name) \($0.value)" }.joined(separator: ". ") + "."
    return Chart(
      title: "Today and this week", sentence: sentence, legend: nil, content: .facts(facts))
  }

  private func since(_ day: CivilDay) -> String {
    ", since \(Words.weekday(day.weekday)) \(Words.day(day))"
  }

  /// The days in a row on which something was studied.
  var streakChart: Chart {
    let current =
      if streak.current == 0 {
        "none now"
      } else {
        Words.count(streak.current, "day") + (streak.includesToday ? "" : ", today is still open")
      }
    let days = "\(Words.number(streak.ofLastThirty)) of the last 30 days"
    let facts = [
      Chart.Fact(name: "Now", value: current),
      Chart.Fact(name: "Longest", value: Words.count(streak.longest, "day")),
      Chart.Fact(name: "Studied", value: "\(days), \(Words.count(streak.studyDays, "day")) in all"),
    ]
    let sentence =
      "\(streak.current == 0 ? "no streak now" : current + " in a row"); the longest"
      + " was \(Words.count(streak.longest, "day")); studied on \(days)"
      + " and on \(Words.count(streak.studyDays, "day")) in all."
    return Chart(
      title: "Streak of study days", sentence: sentence, legend: nil, content: .facts(facts))
  }
}

extension Tally {
  /// `23 answers to 20 cards, 5 of them new, 87 % right, 4 min`.
  var words: String {
    guard answers.total > 0 else { return "no answers" }
    let isOneNew = introduced == 1 && cards == 1
    let cardWords = Words.count(cards, isOneNew ? "new card" : "card")
    var parts = ["\(Words.count(answers.total, "answer")) to \(cardWords)"]
    if introduced > 0 && !isOneNew { parts.append("\(Words.number(introduced)) of them new") }
    parts.append("\(Words.percent(answers.value)) right")
    parts.append(Words.duration(milliseconds))
    if practices > 0 { parts.append("\(Words.number(practices)) in practice") }
    if exams > 0 { parts.append("\(Words.number(exams)) in exams") }
    return parts.joined(separator: ", ")
  }
}
