import Chronology
import Decks
import Digest
import Memory
import Progress

@testable import Statistics

/// Wednesday, 25 November 2026.
let today = CivilDay(year: 2026, month: 11, day: 25) ?? CivilDay(number: 0)

/// A day before today.
func day(_ back: Int) -> CivilDay { CivilDay(number: today.number - back) }

/// An answer some days back.
func answer(
  _ card: Int32, _ back: Int, _ rating: Rating = .good, interval: Int32 = 5, hour: UInt8 = 20,
  occasion: AnswerLog.Occasion = .review, isNew: Bool = false, other: Int32 = -1, line: Int64 = -1
) -> AnswerLog.Answer {
  AnswerLog.Answer(
    card: card, day: Int32(today.number - back), hour: hour, occasion: occasion, rating: rating,
    isNew: isNew, interval: isNew ? 0 : interval, milliseconds: 6000, other: other,
    line: AnswerLog.Line(journal: 0, offset: line))
}

/// A log over the cards `k0`, `k1` and so on.
func log(_ answers: [AnswerLog.Answer], cards: Int = 6) -> AnswerLog {
  AnswerLog(
    answers: answers, cards: (0..<cards).map { Fingerprint("k\($0)") },
    journals: ["reviews-aaaa.jsonl"])
}

/// The card `k<number>`; in review where an interval is given, else new.
func card(
  _ number: Int, _ kind: CardKind = .date, section: Int = 0, interval: Int = 0,
  stability: Double? = nil, difficulty: Double = 5, due: Int? = nil, isSuspended: Bool = false
) -> StudiedCard {
  var schedule = Schedule.new
  if interval > 0 {
    schedule = Schedule(
      phase: .review,
      memory: MemoryState(stability: stability ?? Double(interval), difficulty: difficulty),
      due: .day(today.number + (due ?? 1)), interval: interval,
      lastDay: today.number + (due ?? 1) - interval,
      lastSecond: Int64(today.number + (due ?? 1) - interval) * 86_400 + 72_000, reviews: 3,
      lapses: 0)
  }
  return StudiedCard(
    fingerprint: Fingerprint("k\(number)"), kind: kind, section: section, schedule: schedule,
    dueDay: interval > 0 ? today.number + (due ?? 1) : nil, isSuspended: isSuspended)
}

let moonSections = [
  StudiedSection(deck: "The Moon", path: []), StudiedSection(deck: "The Moon", path: ["Landings"]),
  StudiedSection(deck: "The Moon", path: ["Landings", "Names and dates of all the crews"]),
]

func statistics(
  _ answers: [AnswerLog.Answer], cards: [StudiedCard], since: CivilDay? = nil,
  isEverything: Bool = true
) -> Statistics {
  Statistics(
    log(answers), cards: cards, sections: moonSections, isEverything: isEverything,
    scheduler: Scheduler(),
    span: Statistics.Span(
      today: today, second: Int64(today.number) * 86_400 + 72_000, since: since))
}

/// A year of a diligent but not perfect student with six cards.
let aYear: Statistics = {
  var answers: [AnswerLog.Answer] = []
  for back in (0..<360).reversed() where back % 7 != 3 && (back < 100 || back > 130) {
    for card in 0..<Int32(1 + back * 5 % 6) {
      let rating: Rating = (back + Int(card) * 3) % 8 == 0 ? .again : .good
      answers.append(
        answer(
          card, back, rating, interval: back % 2 == 0 ? 8 : 40, hour: UInt8(8 + back % 14),
          isNew: back > 350, line: Int64(back)))
    }
  }
  answers.append(answer(0, 2, .again, other: 1, line: 9))
  answers.append(answer(1, 2, .again, other: 0, line: 9))
  answers.append(answer(1, 0, .again, other: 0, line: 9))
  answers.append(answer(3, 0, .good, occasion: .exam))
  answers.append(answer(3, 0, .good, occasion: .practice))
  let cards = [
    card(0, .date, section: 1, interval: 9, due: 0),
    card(1, .date, section: 1, interval: 12, due: -2),
    card(2, .person, section: 2, interval: 40, due: 9),
    card(3, .state, section: 2, interval: 90, stability: 200, difficulty: 2.5, due: 20),
    card(4, .number, section: 0), card(5, .term, section: 0, interval: 30, isSuspended: true),
  ]
  var statistics = statistics(answers, cards: cards)
  let texts = [
    CardText(key: "k0", prompt: "When did Luna 2 strike the Moon?", answer: "September 1959"),
    CardText(key: "k1", prompt: "When did Apollo 11 land on the Moon?", answer: "20 July 1969"),
  ]
  statistics.describeTrouble(
    text: { texts.indices.contains($0) ? texts[$0] : nil },
    typed: { lines in
      lines.map { $0.offset == 9 ? "1959 or so" : $0.offset % 3 == 0 ? "" : " 1969 " }
    })
  return statistics
}()
