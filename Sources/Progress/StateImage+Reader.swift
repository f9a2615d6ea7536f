import Chronology
import Digest
import Memory

extension StateImage {
  /// One record of an image.
  struct Reader {
    private let bytes: UnsafeRawBufferPointer
    private let start: Int
    private let texts: Int

    /// The record at `index` of an image's bytes that hold `count` records.
    init(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ count: Int) {
      self.bytes = bytes
      start = index * StateImage.recordSize
      texts = count * StateImage.recordSize
    }

    var fingerprint: Fingerprint { Fingerprint(bits: load(Field.fingerprint)) }

    /// The key, in UTF-8.
    var key: UnsafeRawBufferPointer { text(Field.keyStart, Field.keyCount) }

    var due: Schedule.Due {
      let value: Int64 = load(Field.due)
      return switch load(Field.dueKind) as UInt8 {
      case 1: .second(value)
      case 2: .day(Int(value))
      default: .new
      }
    }

    var phase: Schedule.Phase {
      switch load(Field.phase) as UInt8 {
      case 1: .learning(step: int(Field.step))
      case 2: .review
      case 3: .relearning(step: int(Field.step))
      default: .new
      }
    }

    var isSuspended: Bool { flags & Flag.suspended != 0 }

    var buriedDay: CivilDay? { day(Field.buriedDay) }

    var draft: CardProgress.Draft? {
      flags & Flag.kept != 0 ? .kept : flags & Flag.rejected != 0 ? .rejected : nil
    }

    var isFlagged: Bool { flags & Flag.flagged != 0 }

    var latest: Instant { Instant(milliseconds: load(Field.latest)) }

    /// The few fields that queues and counts need.
    var glance: CardGlance {
      CardGlance(
        fingerprint: fingerprint, phase: phase, due: due, isSuspended: isSuspended,
        buriedDay: buriedDay, isFlagged: isFlagged, draft: draft,
        firstDay: day(Field.firstDay), practiceMissDay: day(Field.practiceMissDay),
        latest: latest)
    }

    /// The whole state.
    var progress: CardProgress {
      var progress = CardProgress()
      let stability: Double = load(Field.stability)
      progress.schedule = Schedule(
        phase: phase,
        memory: stability > 0
          ? MemoryState(stability: stability, difficulty: load(Field.difficulty)) : nil,
        due: due, interval: int(Field.interval), lastDay: int(Field.lastDay),
        lastSecond: load(Field.lastSecond), reviews: int(Field.reviews), lapses: int(Field.lapses))
      progress.isSuspended = isSuspended
      progress.buriedDay = buriedDay
      if isFlagged {
        progress.flag = String(decoding: text(Field.flagStart, Field.flagCount), as: UTF8.self)
      }
      progress.draft = draft
      progress.firstDay = day(Field.firstDay)
      progress.lastAnswerDay = day(Field.lastAnswerDay)
      progress.lastMark =
        switch load(Field.mark) as UInt8 {
        case 1: .correct
        case 2: .almost
        case 3: .wrong
        default: nil
        }
      progress.lastCorrectDay = day(Field.lastCorrectDay)
      progress.correctDays = int(Field.correctDays)
      progress.practiceMissDay = day(Field.practiceMissDay)
      progress.answers = int(Field.answers)
      progress.correct = int(Field.correct)
      let exams = text(Field.examsStart, Field.examsCount)
      if !exams.isEmpty {
        progress.exams = exams.split(separator: 0x0a).map { String(decoding: $0, as: UTF8.self) }
      }
      progress.latest = latest
      return progress
    }

    private var flags: UInt8 { load(Field.flags) }

    private func load<Value: BitwiseCopyable>(_ field: Int) -> Value {
      bytes.load(fromByteOffset: start + field, as: Value.self)
    }

    private func int(_ field: Int) -> Int { Int(load(field) as Int32) }

    private func day(_ field: Int) -> CivilDay? {
      let number: Int32 = load(field)
      return number == .min ? nil : CivilDay(number: Int(number))
    }

    private func text(_ startField: Int, _ countField: Int) -> UnsafeRawBufferPointer {
      let start = texts + Int(load(startField) as UInt32)
      let count = Int(load(countField) as UInt32)
      guard count > 0, start + count <= bytes.count else {
        return UnsafeRawBufferPointer(start: nil, count: 0)
      }
      return UnsafeRawBufferPointer(rebasing: bytes[start..<start + count])
    }
  }
}
