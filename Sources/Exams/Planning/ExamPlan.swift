import Chronology

/// What an exam's date means for the days until then (exams.md, section 9).
package struct ExamPlan: Hashable, Sendable {
  /// Why an exam's date asks for nothing more.
  package enum State: Hashable, Sendable {
    /// The day is over.
    case past
    case today
    case ahead
  }

  /// The day of the exam.
  package let exam: CivilDay
  package let today: CivilDay
  /// Cards that were never studied.
  package let unseen: Int
  /// All cards that the exam can ask.
  package let cards: Int
  /// The last day on which a new card is begun: at least 3 days or 15 % of the time before.
  package let lastNewDay: CivilDay
  /// New cards a day; 0 where none is left or there is no day left for them.
  package let newPerDay: Int
  /// The day on which the last new card is begun at this pace; `nil` where there is none to begin.
  package let finish: CivilDay?

  /// Plans from today.
  ///
  /// - Parameters:
  ///   - exam: the day of the exam.
  ///   - today: the study day.
  ///   - unseen: cards that were never studied; those begun today are no longer among them.
  ///   - cards: all cards that the exam can ask.
  package init(exam: CivilDay, today: CivilDay, unseen: Int, cards: Int) {
    self.exam = exam
    self.today = today
    self.unseen = max(0, unseen)
    self.cards = max(0, cards)
    let span = exam.number - today.number
    // 15 % in whole days, rounded up.
    let reserve = max(3, (span * 15 + 99) / 100)
    lastNewDay = CivilDay(number: exam.number - reserve)
    let days = lastNewDay.number - today.number + 1
    if unseen > 0, span > 0 {
      // Too late for a reserve: what is left of the days before the exam is used.
      let usable = days > 0 ? days : max(1, span)
      let perDay = (unseen + usable - 1) / usable
      newPerDay = perDay
      finish = CivilDay(number: today.number + (unseen + perDay - 1) / perDay - 1)
    } else {
      newPerDay = 0
      finish = nil
    }
  }

  /// Where the exam lies.
  package var state: State {
    exam < today ? .past : exam == today ? .today : .ahead
  }

  /// Days until the exam; negative after it.
  package var daysLeft: Int { exam.number - today.number }

  /// Whether the last new card comes too late for the reserve before the exam.
  package var isTight: Bool { finish.map { $0 > lastNewDay } ?? false }

  /// How many days before the exam each card is looked at once more: two, or three from three weeks
  /// on; none for an exam today.
  package var finalDays: Int {
    switch daysLeft {
    case ..<1: 0
    case 1: 1
    case 2..<21: 2
    case _: 3
    }
  }

  /// The first of the final days.
  package var finalWindow: CivilDay { CivilDay(number: exam.number - finalDays) }

  /// The day of a card's last look before the exam, levelled over the final days.
  ///
  /// - Parameter rank: the card's place among all cards of the exam, 0 up to, not including,
  ///   `cards`.
  /// - Returns: `nil` on the day of the exam and after it.
  package func lastLook(rank: Int) -> CivilDay? {
    guard finalDays > 0, cards > 0 else { return nil }
    let turn = min(finalDays - 1, max(0, rank) * finalDays / cards)
    return CivilDay(number: finalWindow.number + turn)
  }

  /// When a card is due at the latest, given when it would be.
  ///
  /// Before the final days nothing changes, but for what would reach beyond its last look. A review
  /// in the three days before the exam is a last look already, also where the final days are two
  /// by now.
  ///
  /// - Parameters:
  ///   - due: the due day without an exam.
  ///   - last: the study day of the card's last review.
  ///   - rank: the card's place among all cards of the exam.
  /// - Returns: the due day, never later than `due`.
  package func capped(_ due: CivilDay, lastReview last: CivilDay, rank: Int) -> CivilDay {
    guard let look = lastLook(rank: rank), last < finalWindow, exam.number - last.number > 3,
      due > look
    else { return due }
    return look
  }
}

extension ExamPlan {
  /// The plan in a sentence.
  ///
  /// `Exam in 38 days: 41 cards unseen; 3 a day finishes on 7 June.`
  ///
  /// - Parameter name: what the exam is called.
  /// - Returns: the sentence.
  package func sentence(name: String = "Exam") -> String {
    let days = daysLeft
    switch state {
    case .past:
      return "\(name) was \(-days) day\(days == -1 ? "" : "s") ago."
        + " Set the next date with tripos exam date."
    case .today: return "\(name) is today."
    case .ahead: break
    }
    let start = days == 1 ? "\(name) is tomorrow" : "\(name) in \(days) days"
    guard let finish else { return "\(start): every card has been seen." }
    let unseenCards = "\(unseen) card\(unseen == 1 ? "" : "s") unseen"
    let pace = "\(newPerDay) a day finishes on \(ExamPlan.words(finish, after: today))"
    if isTight || newPerDay > 50 {
      return "\(start): \(unseenCards); \(pace), too late or too many to keep:"
        + " choose the sections that matter most."
    }
    return "\(start): \(unseenCards); \(pace)."
  }

  /// A day in words, with its year where that is another one: `7 June`.
  private static func words(_ day: CivilDay, after today: CivilDay) -> String {
    let (year, month, dayOfMonth) = day.components
    guard let period = Period(.day(year: year, month: month, day: dayOfMonth)) else {
      return day.iso
    }
    let words = HistoricalDate(period).english
    return today.components.year == year
      ? words.split(separator: " ").dropLast().joined(separator: " ") : words
  }
}
