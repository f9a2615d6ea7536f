import Chronology
import Decks
import Digest
import Memory
import Progress

/// Goes through all answers once.
struct Counting {
  private let log: AnswerLog
  private let cards: [StudiedCard]
  private let isEverything: Bool
  private let today: Int
  private let since: Int
  private let monday: Int
  /// The index in `cards` of each card of the log; -1 for one that is not there.
  private let places: [Int32]

  private var day = Tally()
  private var week = Tally()
  private var all = Tally()
  /// By year · 12 + month.
  private var months: [Int: Month] = [:]
  private var counts: [Int: Int] = [:]
  private var hours = [Share](repeating: Share(), count: 24)
  private var pairs: [Pair: Int] = [:]
  /// What each card of the log was answered.
  private var tracks: [Track]

  /// One card's answers.
  private struct Track {
    /// Of whatever occasion, after its first time.
    var asked = Share()
    /// The reviews among these.
    var reviewed = Share()
    /// On how many study days it was forgotten in these.
    var failedDays: Int32 = 0
    /// The last of these days.
    var lastFailure = Int32.min
    /// The last study day of any answer.
    var lastDay = Int32.min

    mutating func take(_ answer: AnswerLog.Answer, _ isRight: Bool) {
      lastDay = max(lastDay, answer.day)
      if answer.isNew { return }
      asked.count(isRight: isRight)
      guard answer.occasion == .review else { return }
      reviewed.count(isRight: isRight)
      guard !isRight, answer.day != lastFailure else { return }
      failedDays += 1
      lastFailure = answer.day
    }
  }

  /// The card that was asked and the one whose answer was given, by their indices in `cards`.
  private struct Pair: Hashable {
    var asked: Int32
    var given: Int32
  }

  init(_ log: AnswerLog, cards: [StudiedCard], isEverything: Bool, span: Statistics.Span) {
    self.log = log
    self.cards = cards
    self.isEverything = isEverything
    today = span.today.number
    since = span.since?.number ?? .min
    monday = span.today.number - span.today.weekday
    var indices: [Fingerprint: Int32] = [:]
    indices.reserveCapacity(cards.count)
    for (index, card) in cards.enumerated() { indices[card.fingerprint] = Int32(index) }
    places = log.cards.map { indices[$0] ?? -1 }
    tracks = Array(repeating: Track(), count: log.cards.count)
  }

  /// Counts all answers.
  mutating func run() {
    // Most answers are of the same day as the one before.
    var open = (day: Int.min, month: Month(year: 0, month: 1), count: 0)
    for answer in log.answers {
      let number = Int(answer.day)
      let place = places[Int(answer.card)]
      guard number >= since, number <= today, isEverything || place >= 0 else { continue }
      if number != open.day {
        close(open)
        open = (number, monthOf(number), counts[number] ?? 0)
      }
      let isRight = answer.rating != .again
      open.count += 1
      open.month.answers += 1
      open.month.milliseconds += Int64(answer.milliseconds)
      if answer.occasion == .review && answer.interval >= 1 {
        if Int(answer.interval) < Statistics.matureInterval {
          open.month.young.count(isRight: isRight)
        } else {
          open.month.mature.count(isRight: isRight)
        }
      }
      tally(answer, isRight)
      if !answer.isNew { hours[Int(answer.hour)].count(isRight: isRight) }
      if answer.other >= 0, place >= 0, places[Int(answer.other)] >= 0 {
        pairs[Pair(asked: place, given: places[Int(answer.other)]), default: 0] += 1
      }
      tracks[Int(answer.card)].take(answer, isRight)
    }
    close(open)
  }

  private func monthOf(_ number: Int) -> Month {
    let (year, month, _) = CivilDay(number: number).components
    return months[year * 12 + month] ?? Month(year: year, month: month)
  }

  private mutating func close(_ open: (day: Int, month: Month, count: Int)) {
    guard open.count > 0 else { return }
    months[open.month.year * 12 + open.month.month] = open.month
    counts[open.day] = open.count
  }

  private mutating func tally(_ answer: AnswerLog.Answer, _ isRight: Bool) {
    let last = Int(tracks[Int(answer.card)].lastDay)
    all.count(answer, isRight, isNewCard: last == Int(Int32.min))
    guard Int(answer.day) >= monday else { return }
    week.count(answer, isRight, isNewCard: last < monday)
    if Int(answer.day) == today { day.count(answer, isRight, isNewCard: last < today) }
  }

  /// Puts what was counted into statistics.
  func report(to statistics: inout Statistics) {
    statistics.day = day
    statistics.week = week
    statistics.all = all
    statistics.months = months.sorted { $0.key < $1.key }.map(\.value)
    let days = counts.keys.sorted()
    statistics.days = days.map {
      Statistics.DayCount(day: CivilDay(number: $0), answers: counts[$0] ?? 0)
    }
    for (number, track) in tracks.enumerated() where track.asked.total > 0 {
      guard places[number] >= 0 else {
        statistics.vanished = statistics.vanished + track.asked
        continue
      }
      let card = cards[Int(places[number])]
      statistics.kinds[card.kind, default: Share()] =
        statistics.kinds[card.kind, default: Share()] + track.asked
      if statistics.successBySection.indices.contains(card.section) {
        statistics.successBySection[card.section] =
          statistics.successBySection[card.section] + track.asked
      }
    }
    statistics.hours = hours
    statistics.streak = Streak(days, today: today)
    statistics.leeches = leeches
    statistics.pairs = confusedPairs
  }

  private var leeches: [Leech] {
    var wanted: [Int32: Int] = [:]
    for (number, track) in tracks.enumerated() where track.failedDays >= Leech.leastDays {
      guard places[number] >= 0 else { continue }
      let card = cards[Int(places[number])]
      if !card.isSuspended && !card.isMature { wanted[Int32(number)] = Int(places[number]) }
    }
    if wanted.isEmpty { return [] }
    var misses: [Int32: [AnswerLog.Line]] = [:]
    for answer in log.answers where answer.rating == .again && answer.occasion == .review {
      guard !answer.isNew, (since...today).contains(Int(answer.day)), wanted[answer.card] != nil
      else { continue }
      misses[answer.card, default: []].append(answer.line)
    }
    return wanted.map { number, card in
      let track = tracks[Int(number)]
      return Leech(
        card: card, days: Int(track.failedDays), answers: track.reviewed,
        misses: misses[number] ?? [])
    }.sorted {
      if $0.failures != $1.failures { return $0.failures > $1.failures }
      return $0.days != $1.days ? $0.days > $1.days : $0.card < $1.card
    }
  }

  private var confusedPairs: [ConfusedPair] {
    var found: [Pair: [Int]] = [:]
    for (pair, count) in pairs where pair.asked != pair.given {
      let isFirst = pair.asked < pair.given
      let ordered = isFirst ? pair : Pair(asked: pair.given, given: pair.asked)
      found[ordered, default: [0, 0]][isFirst ? 0 : 1] += count
    }
    return found.map {
      ConfusedPair(cards: [Int($0.key.asked), Int($0.key.given)], times: $0.value)
    }.filter { $0.total >= ConfusedPair.leastTimes }.sorted {
      $0.total != $1.total ? $0.total > $1.total : $0.cards.lexicographicallyPrecedes($1.cards)
    }
  }
}

extension Tally {
  fileprivate mutating func count(
    _ answer: AnswerLog.Answer, _ isRight: Bool, isNewCard: Bool
  ) {
    answers.count(isRight: isRight)
    switch answer.occasion {
    case .review:
      reviews += 1
      if answer.isNew { introduced += 1 }
    case .practice: practices += 1
    case .exam: exams += 1
    }
    if isNewCard { cards += 1 }
    milliseconds += Int64(answer.milliseconds)
  }
}
