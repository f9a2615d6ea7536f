import Chronology
import Digest
import Memory

extension StateImage {
  /// Makes an image from cards in any order.
  struct Builder {
    private var records: [UInt64] = []
    private var texts: [UInt8] = []
    private var order: [(fingerprint: UInt64, index: Int32)] = []

    /// Nothing so far.
    ///
    /// - Parameter count: about how many cards will be added.
    init(reserving count: Int = 0) {
      records.reserveCapacity(count * StateImage.recordSize / 8)
      texts.reserveCapacity(count * 24)
      order.reserveCapacity(count)
    }

    /// Adds a card; each fingerprint once.
    mutating func add(
      _ fingerprint: Fingerprint, key: some Collection<UInt8>, _ progress: CardProgress
    ) {
      let keyRange = store(key)
      let flag = store((progress.flag ?? "").utf8)
      let exams = store(progress.exams.joined(separator: "\n").utf8)
      let index = order.count
      order.append((fingerprint.bits, Int32(index)))
      let start = index * StateImage.recordSize
      records.append(contentsOf: repeatElement(0, count: StateImage.recordSize / 8))
      records.withUnsafeMutableBytes { memory in
        var writer = Writer(bytes: UnsafeMutableRawBufferPointer(rebasing: memory[start...]))
        writer.put(fingerprint.bits, Field.fingerprint)
        writer.put(keyRange, Field.keyStart, Field.keyCount)
        writer.put(flag, Field.flagStart, Field.flagCount)
        writer.put(exams, Field.examsStart, Field.examsCount)
        writer.put(progress)
      }
    }

    /// The image of all cards that were added.
    func build() -> StateImage {
      let sorted = order.sorted { $0.fingerprint < $1.fingerprint }
      let width = StateImage.recordSize / 8
      let size = records.count + (texts.count + 7) / 8
      let words = [UInt64](unsafeUninitializedCapacity: size) { memory, count in
        records.withUnsafeBufferPointer { records in
          for (place, item) in sorted.enumerated() {
            let source = Int(item.index) * width
            for word in 0..<width { memory[place * width + word] = records[source + word] }
          }
        }
        if size > records.count { memory[size - 1] = 0 }
        let rest = UnsafeMutableBufferPointer(rebasing: memory[records.count...])
        UnsafeMutableRawBufferPointer(rest).copyBytes(from: texts)
        count = size
      }
      return StateImage(words: words, count: order.count, textCount: texts.count)
    }

    private mutating func store(_ text: some Collection<UInt8>) -> Range<Int> {
      let start = texts.count
      texts.append(contentsOf: text)
      return start..<texts.count
    }
  }

  /// One record while it is written.
  private struct Writer {
    let bytes: UnsafeMutableRawBufferPointer

    mutating func put(_ value: some BitwiseCopyable, _ field: Int) {
      bytes.storeBytes(of: value, toByteOffset: field, as: type(of: value))
    }

    mutating func put(_ range: Range<Int>, _ startField: Int, _ countField: Int) {
      put(UInt32(clamping: range.lowerBound), startField)
      put(UInt32(clamping: range.count), countField)
    }

    mutating func put(_ progress: CardProgress) {
      put(progress.schedule)
      put(progress.latest.milliseconds, Field.latest)
      put(progress.firstDay, Field.firstDay)
      put(progress.buriedDay, Field.buriedDay)
      put(progress.practiceMissDay, Field.practiceMissDay)
      put(progress.lastAnswerDay, Field.lastAnswerDay)
      put(progress.lastCorrectDay, Field.lastCorrectDay)
      put(Int32(clamping: progress.correctDays), Field.correctDays)
      put(Int32(clamping: progress.answers), Field.answers)
      put(Int32(clamping: progress.correct), Field.correct)
      var flags: UInt8 = 0
      if progress.isSuspended { flags |= Flag.suspended }
      if progress.flag != nil { flags |= Flag.flagged }
      switch progress.draft {
      case .kept: flags |= Flag.kept
      case .rejected: flags |= Flag.rejected
      case nil: break
      }
      put(flags, Field.flags)
      let mark: UInt8 =
        switch progress.lastMark {
        case .correct: 1
        case .almost: 2
        case .wrong: 3
        case nil: 0
        }
      put(mark, Field.mark)
    }

    private mutating func put(_ schedule: Schedule) {
      put(schedule.memory?.stability ?? 0, Field.stability)
      put(schedule.memory?.difficulty ?? 0, Field.difficulty)
      switch schedule.due {
      case .new: put(UInt8(0), Field.dueKind)
      case .second(let second):
        put(UInt8(1), Field.dueKind)
        put(second, Field.due)
      case .day(let day):
        put(UInt8(2), Field.dueKind)
        put(Int64(day), Field.due)
      }
      switch schedule.phase {
      case .new: put(UInt8(0), Field.phase)
      case .learning(let step):
        put(UInt8(1), Field.phase)
        put(Int32(clamping: step), Field.step)
      case .review: put(UInt8(2), Field.phase)
      case .relearning(let step):
        put(UInt8(3), Field.phase)
        put(Int32(clamping: step), Field.step)
      }
      put(Int32(clamping: schedule.interval), Field.interval)
      put(Int32(clamping: schedule.lastDay), Field.lastDay)
      put(schedule.lastSecond, Field.lastSecond)
      put(Int32(clamping: schedule.reviews), Field.reviews)
      put(Int32(clamping: schedule.lapses), Field.lapses)
    }

    private mutating func put(_ day: CivilDay?, _ field: Int) {
      put(day.map { Int32(clamping: $0.number) } ?? Int32.min, field)
    }
  }
}
