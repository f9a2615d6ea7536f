import Files
import Glibc

extension Store {
  /// All answers that count, read from the journals again.
  ///
  /// - Parameter threads: how many threads may read.
  /// - Returns: the answers, in the order of the fold.
  /// - Throws: `ProgressError.unreadable`.
  package func answerLog(threads: Int = 2) throws(ProgressError) -> AnswerLog {
    let (contents, journals) = try allRecords(threads: threads)
    return AnswerLog(
      answers: Fold.answers(in: contents, scheduler: ledger.scheduler),
      cards: contents.keys.fingerprints, journals: journals)
  }

  /// All records, read from the journals again.
  ///
  /// - Parameter threads: how many threads may read.
  /// - Returns: the records, sorted, and the names of the journals.
  /// - Throws: `ProgressError.unreadable`.
  func allRecords(
    threads: Int = 2
  ) throws(ProgressError) -> (contents: JournalContents, journals: [String]) {
    do throws(FileError) {
      var (contents, journals) = try JournalContents.all(in: folder, threads: threads)
      contents.add(unsaved: unsaved.map { $0.encoded() })
      return (contents, journals)
    } catch {
      throw .unreadable(error)
    }
  }

  /// What was typed in some answers.
  ///
  /// - Parameters:
  ///   - lines: where the answers stand.
  ///   - log: the log that they are of.
  /// - Returns: the texts; empty where nothing was typed or the line is not there any more.
  package func given(at lines: [AnswerLog.Line], of log: AnswerLog) -> [String] {
    lines.map { line in
      guard log.journals.indices.contains(Int(line.journal)),
        let record = try? ledger.record(at: line.offset, of: log.journals[Int(line.journal)])
      else { return "" }
      return record.event.given ?? ""
    }
  }
}

extension JournalContents {
  /// Adds records that are not on the disk.
  fileprivate mutating func add(unsaved lines: [[UInt8]]) {
    if lines.isEmpty { return }
    for line in lines {
      line.withUnsafeBytes { bytes in
        if let record = try? RecordLine(bytes) { add(record, journal: -1, offset: -1) }
      }
    }
    sort()
  }
}

extension Event {
  /// What was typed; `nil` for what is no answer.
  fileprivate var given: String? {
    switch self {
    case .review(_, let answer), .exam(_, let answer, _), .practice(_, let answer): answer.given
    case .pending(_, let given, _): given
    case .rate, .void, .relink, .suspend, .unsuspend, .bury, .flag, .unflag, .keep, .reject,
      .state:
      nil
    }
  }
}
