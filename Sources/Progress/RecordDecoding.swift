import Chronology
import JSON

extension Record {
  /// Reads a journal line.
  ///
  /// - Parameter line: the bytes, without newline.
  /// - Returns: the record; `nil` for a kind of the future, which is kept and ignored.
  /// - Throws: why it is no record.
  package static func decode(
    _ line: UnsafeRawBufferPointer
  ) throws(JournalProblem.Cause) -> Record? {
    Record(try RecordLine(line))
  }

  /// The record that a line holds; `nil` for a kind of the future and for moves that are none.
  init?(_ line: RecordLine) {
    guard let event = Event(line) else { return nil }
    self.init(
      id: line.id, at: Instant(milliseconds: line.at), zone: line.zone, day: line.day,
      event: event)
  }
}

extension Event {
  fileprivate init?(_ line: RecordLine) {
    func text(_ token: JSONScanner.StringToken?) -> String {
      token.map { line.scanner.text($0) } ?? ""
    }
    let key = text(line.key)
    var answer: Answer? {
      line.rating.map {
        Answer(
          rating: $0, mark: line.mark, given: text(line.given), milliseconds: line.milliseconds,
          due: line.due, other: line.other.map { line.scanner.text($0) })
      }
    }
    switch line.kind {
    case .review:
      guard let answer else { return nil }
      self = .review(key: key, answer)
    case .exam:
      guard let answer else { return nil }
      let question = ExamQuestion(
        exam: text(line.exam), question: line.question, type: text(line.type))
      self = .exam(key: key, answer, question)
    case .practice:
      guard let answer else { return nil }
      self = .practice(key: key, answer)
    case .pending:
      self = .pending(key: key, given: text(line.given), milliseconds: line.milliseconds)
    case .rate:
      guard let target = line.target, let rating = line.rating else { return nil }
      self = .rate(
        key: key, of: target, Amendment(rating: rating, mark: line.mark, due: line.due))
    case .void:
      guard let target = line.target else { return nil }
      self = .void(key: key, of: target)
    case .relink:
      guard let moves = line.renamings() else { return nil }
      self = .relink(moves)
    case .suspend: self = .suspend(key: key)
    case .unsuspend: self = .unsuspend(key: key)
    case .bury: self = .bury(key: key)
    case .flag: self = .flag(key: key, why: text(line.why))
    case .unflag: self = .unflag(key: key)
    case .keep: self = .keep(key: key)
    case .reject: self = .reject(key: key)
    case .state:
      guard let schedule = line.schedule() else { return nil }
      self = .state(key: key, schedule)
    case nil: return nil
    }
  }
}

extension RecordLine {
  /// The moves of a renaming; `nil` where they are not pairs of strings.
  func renamings() -> [Event.Move]? {
    guard let moves else { return nil }
    var scanner = scanner
    scanner.position = moves
    guard let pairs = (try? scanner.value(depth: 1))?.array else { return nil }
    var result: [Event.Move] = []
    for pair in pairs {
      guard let names = pair.array, names.count == 2, let old = names[0].string,
        let new = names[1].string
      else { return nil }
      result.append(Event.Move(old, new))
    }
    return result
  }
}
