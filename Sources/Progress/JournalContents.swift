import Chronology
import JSON
import Memory

/// All records that were read, small enough that a million of them fit into memory.
struct JournalContents {
  /// One record without its texts.
  struct Entry {
    var id: RecordID
    /// Milliseconds since 1970 (UTC).
    var at: Int64
    /// The card's number in `keys`; -1 for a renaming, and for amendments without a key.
    var card: Int32
    /// The study day, counted from 1970-01-01.
    var day: Int32
    /// The local time's offset from UTC, in minutes.
    var zone: Int16
    /// When the card is due after an answer, where the record says.
    var due: Schedule.Due?
    var milliseconds: Int32
    var kind: EventKind
    var rating: Rating?
    var mark: RecordedMark?
    /// The index in `targets`, `texts`, `renamings` or `schedules`; -1 for other kinds.
    var detail: Int32
    /// The journal's index in the list of journals that were read.
    var journal: Int32
    /// Where the line begins in its journal.
    var offset: Int64
    /// Tells different records of one name apart.
    var checksum: UInt32
    /// The number in `keys` of the card whose answer was given instead; -1 for none.
    var other: Int32 = -1
  }

  /// The records, in the order in which they were read until they are sorted.
  var entries: [Entry] = []
  /// The keys of the cards.
  var keys = KeyTable()
  /// What amendments amend.
  private(set) var targets: [RecordID] = []
  /// Why cards were flagged, and which exam question an answer belongs to.
  private(set) var texts: [String] = []
  /// Old and new key numbers of renamings.
  private(set) var renamings: [[(old: Int32, new: Int32)]] = []
  /// Where cards stand by another program's account.
  private(set) var schedules: [Schedule] = []

  /// Adds the record of a line.
  mutating func add(_ line: RecordLine, journal: Int, offset: Int64) {
    guard let kind = line.kind else { return }
    var entry = Entry(
      id: line.id, at: line.at, card: line.key.map { number(of: $0, in: line) } ?? -1,
      day: Int32(line.day.number), zone: Int16(line.zone), due: line.due,
      milliseconds: Int32(line.milliseconds), kind: kind, rating: line.rating, mark: line.mark,
      detail: -1, journal: Int32(journal), offset: offset, checksum: line.checksum)
    if let other = line.other { entry.other = number(of: other, in: line) }
    switch kind {
    case .rate, .void:
      guard let target = line.target else { return }
      entry.detail = Int32(targets.count)
      targets.append(target)
    case .exam, .flag:
      entry.detail = Int32(texts.count)
      let text = (kind == .exam ? line.exam : line.why).map { line.scanner.text($0) } ?? ""
      texts.append(kind == .exam ? "\(text)#\(line.question)" : text)
    case .relink:
      guard let moves = line.renamings() else { return }
      entry.detail = Int32(renamings.count)
      renamings.append(
        moves.map { (old: keys.number(of: $0.old), new: keys.number(of: $0.new)) })
    case .state:
      guard let schedule = line.schedule() else { return }
      entry.detail = Int32(schedules.count)
      schedules.append(schedule)
    case .review, .pending, .practice, .suspend, .unsuspend, .bury, .unflag, .keep, .reject:
      break
    }
    entries.append(entry)
  }

  /// Puts the records into the order of the fold and drops what was read twice.
  mutating func sort() {
    func precedes(_ left: Entry, _ right: Entry) -> Bool {
      if left.at != right.at { return left.at < right.at }
      if left.id != right.id { return left.id < right.id }
      return left.checksum < right.checksum
    }
    var isSorted = true
    for index in entries.indices.dropFirst() where !precedes(entries[index - 1], entries[index]) {
      isSorted = false
      break
    }
    if isSorted { return }
    // Numbers instead of records: a record is as large as a dozen of them.
    let order = (0..<Int32(entries.count)).sorted {
      precedes(entries[Int($0)], entries[Int($1)])
    }
    var sorted: [Entry] = []
    sorted.reserveCapacity(entries.count)
    for index in order {
      let entry = entries[Int(index)]
      if let last = sorted.last, last.at == entry.at, last.id == entry.id,
        last.checksum == entry.checksum
      {
        continue
      }
      sorted.append(entry)
    }
    entries = sorted
  }

  /// Some of the records, with tables of their own.
  func slice(_ range: Range<Int>) -> JournalContents {
    var part = JournalContents()
    part.append(entries[range], of: self) { part, key in
      keys.utf8(key).withUnsafeBytes { part.keys.number(of: $0) }
    }
    return part
  }

  /// Adds the records of another reading behind these.
  mutating func append(_ other: JournalContents) {
    let numbers = (0..<Int32(other.keys.count)).map { key in
      other.keys.utf8(key).withUnsafeBytes { keys.number(of: $0) }
    }
    entries.reserveCapacity(entries.count + other.entries.count)
    append(other.entries[...], of: other) { numbers[Int($1)] }
  }

  /// Copies records of another reading.
  ///
  /// - Parameters:
  ///   - added: the records.
  ///   - other: the tables that they speak of.
  ///   - number: the number in these tables of a key that has a number in the others.
  private mutating func append(
    _ added: ArraySlice<Entry>, of other: JournalContents,
    number: (inout JournalContents, Int32) -> Int32
  ) {
    for var entry in added {
      if entry.card >= 0 { entry.card = number(&self, entry.card) }
      if entry.other >= 0 { entry.other = number(&self, entry.other) }
      let detail = Int(entry.detail)
      switch entry.kind {
      case .rate, .void:
        entry.detail = Int32(targets.count)
        targets.append(other.targets[detail])
      case .exam, .flag:
        entry.detail = Int32(texts.count)
        texts.append(other.texts[detail])
      case .relink:
        entry.detail = Int32(renamings.count)
        renamings.append(
          other.renamings[detail].map {
            (old: number(&self, $0.old), new: number(&self, $0.new))
          })
      case .state:
        entry.detail = Int32(schedules.count)
        schedules.append(other.schedules[detail])
      case .review, .pending, .practice, .suspend, .unsuspend, .bury, .unflag, .keep, .reject:
        break
      }
      entries.append(entry)
    }
  }

  private mutating func number(
    of token: JSONScanner.StringToken, in line: RecordLine
  ) -> Int32 {
    guard token.isEscaped else { return keys.number(of: line.bytes(token)) }
    return keys.number(of: line.scanner.text(token))
  }
}
