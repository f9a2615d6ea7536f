import Chronology

/// Dates: any format that means the same is right, what is consistent is almost right, and any
/// contradicting component is wrong.
extension Marker {
  func markDate(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    if answer.isNegated { return Verdict(.wrong, because: .negated) }
    var best: Verdict?
    for form in target.forms {
      guard let expected = HistoricalDate(reading: form.text) else { continue }
      var verdict = judge(answer.text, answer, expected, target)
      if verdict.mark != .correct, let bare = withoutAskedWord(answer, target) {
        verdict = better(verdict, judge(bare, TypedAnswer(bare), expected, target))
      }
      // "By 1500" for before 1500; of a date itself "by" says nothing.
      if verdict.mark == .wrong, case .before = expected.form, answer.folded.words.first == "by",
        let rest = answer.text.split(separator: " ", maxSplits: 1).last
      {
        verdict = better(verdict, judge("before \(rest)", answer, expected, target))
      }
      if isUnread(verdict) || answer.folded.words.contains("ides") {
        for text in DatePhrase.rephrased(answer.text) {
          let other = judge(text, answer, expected, target)
          verdict = isUnread(verdict) ? other : better(verdict, other)
        }
      }
      best = best.map { better($0, verdict) } ?? verdict
    }
    if let best { return best }
    // An answer that was said to be a date and is none that we read.
    let verdict = markText(answer, target)
    return target.forms.contains { NameTable.key($0.words) == NameTable.key(answer.words) }
      ? Verdict(.correct) : verdict
  }

  /// The answer without the "since" of "since when", which the question has said; `nil` where
  /// there is none.
  private func withoutAskedWord(_ answer: TypedAnswer, _ target: Target) -> String? {
    let limits: [Set<String>] = [
      ["since", "from", "after"], ["until", "till"], ["by", "before"],
    ]
    guard let first = answer.folded.words.first,
      let limit = limits.first(where: { $0.contains(first) }),
      target.questionWords.contains(where: limit.contains)
    else { return nil }
    return answer.text.drop { $0.isWhitespace }.split(separator: " ", maxSplits: 1).last.map(
      String.init)
  }

  /// Whether no one date was read, so that another wording may show one.
  private func isUnread(_ verdict: Verdict) -> Bool {
    [.noDate, .unreadDate, .relative, .hedged].contains(verdict.cause)
  }

  private func judge(
    _ text: String, _ answer: TypedAnswer, _ expected: HistoricalDate, _ target: Target
  ) -> Verdict {
    guard
      let judged = expected.judgement(of: text)
        ?? expected.judgement(of: answer.words.joined(separator: " "))
    else {
      if isRelative(answer.folded.words) { return Verdict(.almost, because: .relative) }
      let isDate = DatePhrase.isLikely(answer.text, answer.words)
      return Verdict(.wrong, because: isDate ? .unreadDate : .noDate)
    }
    // "January to September" for January and September.
    if case .set(_, .all) = expected.form, case .range? = judged.date?.form {
      return Verdict(.wrong, because: .overlapping)
    }
    switch judged.agreement {
    case .same:
      // "1914 and 1918" may name the two years only.
      let joins =
        answer.folded.words.contains("and") && !answer.folded.words.contains("between")
        && !target.questionWords.contains("between")
      if joins, case .range = expected.form { return Verdict(.almost, because: .overlapping) }
      return Verdict(.correct)
    case .coarser(let right, let missing):
      // The month alone where its middle is meant: the policy's judgement call.
      if missing == [.part], right.contains(.month) { return Verdict(.correct) }
      // What the question says need not be repeated.
      if missing == [.year],
        expected.years.allSatisfy({ target.questionWords.contains(String($0)) })
      {
        return Verdict(.correct)
      }
      // "Before 2000" fits nearly everything: a limit says something only next to the date.
      if right.isEmpty, target.questionWords.contains("by"), let end = expected.lastDay,
        case .before(let limit)? = judged.date?.form, limit.span.lowerBound.number == end.number + 1
      {
        return Verdict(.correct)
      }
      if right.isEmpty, let limit = judged.date?.limit,
        Set(limit.years).isDisjoint(with: expected.years)
      {
        return Verdict(.wrong, because: .overlapping)
      }
      return Verdict(.almost, because: .coarse(right: right, missing: missing))
    case .finer(_, let extra): return Verdict(.almost, because: .fine(extra: extra))
    case .oneEnd(let end): return Verdict(.almost, because: .oneEnd(end))
    case .incomplete: return Verdict(.almost, because: .someDates)
    case .hedging: return Verdict(.wrong, because: .hedged)
    // "The early 20th century" for its turn.
    case .overlapping where expected.isTurn:
      return Verdict(.almost, because: .coarse(right: [.century], missing: [.part]))
    case .overlapping: return Verdict(.wrong, because: .overlapping)
    case .contradicting(let wrong, let right):
      return Verdict(.wrong, because: .contradicts(wrong: wrong, right: right))
    }
  }

  /// Whether the words point from another date: "the following year", "two months later".
  private func isRelative(_ words: [String]) -> Bool {
    guard words.count <= 8,
      !words.contains(where: { $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false })
    else { return false }
    let units: Set<String> = [
      "year", "years", "month", "months", "day", "days", "week", "weeks", "decade", "decades",
      "century",
    ]
    let pointers: Set<String> = [
      "following", "next", "previous", "same", "later", "earlier", "before", "after", "preceding",
    ]
    return words.contains(where: units.contains) && words.contains(where: pointers.contains)
  }
}

extension HistoricalDate {
  /// The last day of a single period.
  fileprivate var lastDay: CivilDay? {
    if case .single(let period) = form { period.span.upperBound } else { nil }
  }

  /// Whether the date is the turn of a century.
  fileprivate var isTurn: Bool {
    if case .single(let period) = form { period.part == .turn } else { false }
  }

  /// The date itself where it has one end only: "before 1975", "since 1975".
  fileprivate var limit: HistoricalDate? {
    switch form {
    case .before, .after, .range(_, .open), .range(.open, _): self
    case .single, .range, .set: nil
    }
  }

  /// The years of our era that the date states.
  fileprivate var years: [Int] {
    let periods: [Period] =
      switch form {
      case .single(let period), .before(let period), .after(let period): [period]
      case .range(let start, let end): [start.period, end.period].compactMap(\.self)
      case .set(let members, _): members
      }
    return periods.compactMap(\.unit.year)
  }

  /// Reads an expected answer: a date, or a bare year that the strict reader leaves to the prompt.
  fileprivate init?(reading text: String) {
    if let date = HistoricalDate(text) {
      self = date
      return
    }
    for case .whole(let date) in HistoricalDate.readings(of: text) {
      self = date
      return
    }
    return nil
  }
}
