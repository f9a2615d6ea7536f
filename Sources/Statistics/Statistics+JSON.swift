import Chronology
import Decks
import JSON

extension Statistics {
  /// The members of the object that `--json` prints: every figure, the lists whole.
  package var members: [JSON.Member] {
    [
      JSON.Member("today", .string(today.iso)),
      JSON.Member("since", since.map { .string($0.iso) } ?? .null),
      JSON.Member("cards", .integer(Int64(states.total))),
      JSON.Member("day", day.json), JSON.Member("week", week.json), JSON.Member("all", all.json),
      JSON.Member("streak", streak.json),
      JSON.Member("retention", retentionJSON),
      JSON.Member("days", .array(days.map(\.json))),
      JSON.Member("months", .array(months.map(\.json))),
      JSON.Member("forecast", forecastJSON),
      JSON.Member("states", statesJSON),
      JSON.Member("interval", intervals.json), JSON.Member("stability", stabilities.json),
      JSON.Member("difficulty", difficulties.json), JSON.Member("recall", recalls.json),
      JSON.Member("likely_known", .number(likelyKnown)),
      JSON.Member("success", successJSON),
      JSON.Member("leeches", .array(leeches.map(\.json))),
      JSON.Member("confused", .array(pairs.map(\.json))),
    ]
  }

  private var retentionJSON: JSON {
    .object([
      JSON.Member("desired", .number(desiredRetention)),
      JSON.Member("mature_from", .integer(Int64(Statistics.matureInterval))),
      JSON.Member("young", young.json), JSON.Member("mature", mature.json),
    ])
  }

  private var forecastJSON: JSON {
    .object([
      JSON.Member("overdue", .integer(Int64(overdue))),
      JSON.Member(
        "days",
        .array(
          forecast.enumerated().map { ahead, count in
            .object([
              JSON.Member("day", .string(CivilDay(number: today.number + ahead).iso)),
              JSON.Member("due", .integer(Int64(count))),
            ])
          })),
    ])
  }

  private var statesJSON: JSON {
    .object(
      CardStates.State.allCases.map { JSON.Member($0.rawValue, .integer(Int64(states[$0]))) })
  }

  private var successJSON: JSON {
    let byKind = CardKind.allCases.compactMap { kind in
      kinds[kind].map { $0.json([JSON.Member("kind", .string(kind.rawValue))]) }
    }
    let bySection = zip(sections, successBySection).filter { $1.total > 0 }.map { section, share in
      share.json([
        JSON.Member("deck", .string(section.deck)),
        JSON.Member("section", .array(section.path.map(JSON.string))),
      ])
    }
    let byHour = hours.enumerated().filter { $0.element.total > 0 }.map { hour, share in
      share.json([JSON.Member("hour", .integer(Int64(hour)))])
    }
    return .object([
      JSON.Member("kinds", .array(byKind)), JSON.Member("sections", .array(bySection)),
      JSON.Member("no_deck", vanished.json), JSON.Member("hours", .array(byHour)),
    ])
  }
}

extension Share {
  fileprivate var json: JSON { json([]) }

  /// An object with the share's figures behind some others.
  fileprivate func json(_ first: [JSON.Member]) -> JSON {
    .object(
      first + [
        JSON.Member("right", .integer(Int64(right))),
        JSON.Member("answers", .integer(Int64(total))),
      ])
  }
}

extension Tally {
  fileprivate var json: JSON {
    .object([
      JSON.Member("answers", .integer(Int64(answers.total))),
      JSON.Member("right", .integer(Int64(answers.right))),
      JSON.Member("reviews", .integer(Int64(reviews))),
      JSON.Member("practice", .integer(Int64(practices))),
      JSON.Member("exam", .integer(Int64(exams))),
      JSON.Member("cards", .integer(Int64(cards))),
      JSON.Member("introduced", .integer(Int64(introduced))),
      JSON.Member("ms", .integer(milliseconds)),
    ])
  }
}

extension Streak {
  fileprivate var json: JSON {
    .object([
      JSON.Member("current", .integer(Int64(current))),
      JSON.Member("includes_today", .bool(includesToday)),
      JSON.Member("longest", .integer(Int64(longest))),
      JSON.Member("of_last_30", .integer(Int64(ofLastThirty))),
      JSON.Member("study_days", .integer(Int64(studyDays))),
    ])
  }
}

extension Statistics.DayCount {
  fileprivate var json: JSON {
    .object([
      JSON.Member("day", .string(day.iso)), JSON.Member("answers", .integer(Int64(answers))),
    ])
  }
}

extension Month {
  fileprivate var json: JSON {
    .object([
      JSON.Member("month", .string("\(year)-\(month < 10 ? "0" : "")\(month)")),
      JSON.Member("young", young.json), JSON.Member("mature", mature.json),
      JSON.Member("answers", .integer(Int64(answers))),
      JSON.Member("ms", .integer(milliseconds)),
    ])
  }
}

extension Distribution {
  fileprivate var json: JSON {
    .object([
      JSON.Member("cards", .integer(Int64(count))),
      JSON.Member("median", median.map(JSON.number) ?? .null),
      JSON.Member("mean", mean.map(JSON.number) ?? .null),
      JSON.Member(
        "bins",
        .array(
          bins.map { bin in
            .object([
              JSON.Member("up_to", bin.upper.map(JSON.number) ?? .null),
              JSON.Member("cards", .integer(Int64(bin.count))),
            ])
          })),
    ])
  }
}

extension Leech {
  fileprivate var json: JSON {
    .object([
      JSON.Member("key", text.map { .string($0.key) } ?? .null),
      JSON.Member("prompt", text.map { .string($0.prompt) } ?? .null),
      JSON.Member("answer", text.map { .string($0.answer) } ?? .null),
      JSON.Member("failed", .integer(Int64(failures))),
      JSON.Member("days", .integer(Int64(days))),
      JSON.Member("answers", .integer(Int64(answers.total))),
      JSON.Member(
        "typed",
        .array(
          typed.map { typed in
            .object([
              JSON.Member("text", .string(typed.text)),
              JSON.Member("times", .integer(Int64(typed.count))),
            ])
          })),
    ])
  }
}

extension ConfusedPair {
  fileprivate var json: JSON {
    let cards = zip(texts, times).map { text, times in
      JSON.object([
        JSON.Member("key", .string(text.key)), JSON.Member("prompt", .string(text.prompt)),
        JSON.Member("answer", .string(text.answer)),
        JSON.Member("answered_with_the_other", .integer(Int64(times))),
      ])
    }
    return .object([
      JSON.Member("times", .integer(Int64(total))), JSON.Member("cards", .array(cards)),
    ])
  }
}
