import Chronology
import Memory

/// What later records say about earlier ones: taken back, or rated otherwise.
struct Amendments {
  private struct Amended {
    var isVoid = false
    /// The index of the last live `rate`.
    var rate: Int32 = -1
  }

  private var byRecord: [RecordID: Amended] = [:]
  /// Bits of the records that may be amended: most are not, and this is seen at a glance.
  private var filter: [UInt64] = []
  /// Whether a record that is amended was not among those read.
  let isAnyDangling: Bool

  /// Collects the amendments among sorted records.
  init(_ contents: JournalContents) {
    for entry in contents.entries where entry.kind == .void {
      byRecord[contents.targets[Int(entry.detail)], default: Amended()].isVoid = true
    }
    for (index, entry) in contents.entries.enumerated() where entry.kind == .rate {
      if byRecord[entry.id]?.isVoid == true { continue }
      byRecord[contents.targets[Int(entry.detail)], default: Amended()].rate = Int32(index)
    }
    guard !byRecord.isEmpty else {
      isAnyDangling = false
      return
    }
    var bits = 64
    while bits < 16 * byRecord.count { bits *= 2 }
    filter = Array(repeating: 0, count: bits / 64)
    for id in byRecord.keys {
      let bit = Int(truncatingIfNeeded: id.count) & (bits - 1)
      filter[bit / 64] |= 1 << UInt64(bit % 64)
    }
    let filter = filter
    var met = Set<RecordID>(minimumCapacity: byRecord.count)
    for entry in contents.entries where Amendments.may(filter, entry.id) {
      if byRecord[entry.id] != nil { met.insert(entry.id) }
    }
    isAnyDangling = met.count < byRecord.count
  }

  private static func may(_ filter: [UInt64], _ id: RecordID) -> Bool {
    let bit = Int(truncatingIfNeeded: id.count) & (filter.count * 64 - 1)
    return filter[bit / 64] >> UInt64(bit % 64) & 1 == 1
  }

  /// Whether a record was taken back.
  func isVoid(_ id: RecordID) -> Bool { byRecord[id]?.isVoid ?? false }

  /// What an entry does to its card; `nil` where it was taken back.
  func step(_ entry: JournalContents.Entry, in contents: JournalContents) -> Step? {
    var step = Step(
      kind: entry.kind, at: entry.at, day: CivilDay(number: Int(entry.day)), rating: entry.rating,
      mark: entry.mark, milliseconds: Int(entry.milliseconds), due: entry.due,
      text: entry.kind == .exam || entry.kind == .flag ? contents.texts[Int(entry.detail)] : "",
      schedule: entry.kind == .state ? contents.schedules[Int(entry.detail)] : nil,
      seed: entry.id.device.packed &+ UInt64(bitPattern: entry.id.count) &* 0x9e37_79b9_7f4a_7c15)
    guard !filter.isEmpty, Amendments.may(filter, entry.id), let amended = byRecord[entry.id] else {
      return step
    }
    if amended.isVoid { return nil }
    if amended.rate >= 0 {
      let rate = contents.entries[Int(amended.rate)]
      // The recorded due date belongs to the recorded rating.
      step.due = rate.due ?? (rate.rating == step.rating ? step.due : nil)
      step.rating = rate.rating
      step.mark = rate.mark ?? step.mark
    }
    return step
  }
}
