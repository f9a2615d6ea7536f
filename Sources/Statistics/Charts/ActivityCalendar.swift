import Chronology
import Terminal

/// A calendar of up to a year in which each day is as dark as it was busy: weeks side by side.
package struct ActivityCalendar: Hashable, Sendable {
  /// The Monday of the first week.
  package let firstMonday: CivilDay
  /// The study day now; what follows it is not drawn.
  package let today: CivilDay
  /// The answers of each day from the first Monday on, up to today.
  package let counts: [Int]
  /// The most answers that a day of level 1, 2 and 3 has; busier days are of level 4.
  package let bounds: [Int]

  /// The year of weeks that ends with this one.
  ///
  /// - Parameters:
  ///   - days: the answers of days, in order.
  ///   - today: the study day now.
  ///   - since: the day before which nothing is drawn; `nil` for the whole year.
  init(_ days: [Statistics.DayCount], today: CivilDay, since: CivilDay?) {
    let thisMonday = today.number - today.weekday
    var first = thisMonday - 52 * 7
    if let since { first = max(first, min(since.number - since.weekday, thisMonday)) }
    var counts = [Int](repeating: 0, count: today.number - first + 1)
    for day in days where counts.indices.contains(day.day.number - first) {
      counts[day.day.number - first] = day.answers
    }
    firstMonday = CivilDay(number: first)
    self.today = today
    self.counts = counts
    let busy = counts.filter { $0 > 0 }.sorted()
    bounds = [1, 2, 3].map { busy.isEmpty ? 0 : busy[(busy.count - 1) * $0 / 4] }
  }

  /// How dark a day is, 0–4.
  package func level(_ count: Int) -> Int {
    if count == 0 { return 0 }
    return 1 + bounds.count { count > $0 }
  }

  /// How many weeks there are.
  package var weeks: Int { (counts.count + 6) / 7 }

  /// The answers of a day of the calendar; `nil` for one that is still to come.
  package func count(week: Int, weekday: Int) -> Int? {
    let index = week * 7 + weekday
    return counts.indices.contains(index) ? counts[index] : nil
  }

  /// A day of the calendar.
  func day(week: Int, weekday: Int) -> CivilDay {
    CivilDay(number: firstMonday.number + week * 7 + weekday)
  }

  /// The months that begin within some weeks, by the week in which they do.
  package func months(in weeks: Range<Int>) -> [(week: Int, name: String)] {
    weeks.compactMap { week in
      let sunday = day(week: week, weekday: 6)
      let month = sunday.components.month
      return sunday.components.day <= 7 ? (week, Words.shortMonth(month)) : nil
    }
  }

  /// What the levels mean: each with the answers of its days; those without days are left out.
  package var legend: [(level: Int, text: String)] {
    var entries: [(level: Int, text: String)] = [(0, "none")]
    for level in 1...4 {
      let values = counts.filter { $0 > 0 && self.level($0) == level }
      guard let least = values.min(), let most = values.max() else { continue }
      let text = Words.number(least)
      entries.append((level, least == most ? text : "\(text)–\(Words.number(most))"))
    }
    return entries
  }

  /// The calendar in lines, halved where a line cannot hold all weeks.
  func lines(_ style: ChartStyle) -> [SafeText] {
    let room = style.columns - 6
    let cells = room >= weeks * 2 ? 2 : 1
    let perBlock = min(weeks, room / cells)
    let blocks = (weeks + perBlock - 1) / perBlock
    let size = (weeks + blocks - 1) / blocks
    var lines: [SafeText] = []
    for block in 0..<blocks {
      let range = block * size..<min(weeks, (block + 1) * size)
      lines += self.lines(range, cells, style)
    }
    let signs = legend.map { "\(style.shade($0.level)) \($0.text)" }.joined(separator: ", ")
    return lines + style.parts(of: "  Answers a day: " + signs, indent: 2)
  }

  private func lines(_ range: Range<Int>, _ cells: Int, _ style: ChartStyle) -> [SafeText] {
    var header = ""
    for (week, name) in months(in: range) {
      let place = (week - range.lowerBound) * cells
      if !header.isEmpty && header.count >= place { continue }
      if place + 3 > range.count * cells { continue }
      header += String(repeating: " ", count: place - header.count) + name
    }
    var lines = [style.line("      " + header)]
    for weekday in 0..<7 {
      let name = weekday % 2 == 0 ? Words.weekday(weekday) : "   "
      var line = "  \(name) "
      for week in range {
        let sign = count(week: week, weekday: weekday).map { style.shade(level($0)) } ?? " "
        line += cells == 2 ? "\(sign) " : "\(sign)"
      }
      lines.append(style.line(line))
    }
    return lines
  }
}
