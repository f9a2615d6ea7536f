import Glibc

/// The kinds of records, by their names in the journal.
enum EventKind: String, CaseIterable, Sendable {
  case review
  case pending
  case rate
  case exam
  case practice
  case void
  case relink
  case suspend
  case unsuspend
  case bury
  case flag
  case unflag
  case keep
  case reject
  case state
}

extension EventKind {
  /// The kind of this name, in UTF-8.
  init?(_ name: UnsafeRawBufferPointer) {
    // Nearly all records are of the first two.
    if name.spells("review") {
      self = .review
      return
    }
    if name.spells("rate") {
      self = .rate
      return
    }
    self.init(rawValue: String(decoding: name, as: UTF8.self))
  }
}

extension RecordedMark {
  /// The mark of this name, in UTF-8.
  init?(_ name: UnsafeRawBufferPointer) {
    if name.spells("correct") {
      self = .correct
      return
    }
    if name.spells("wrong") {
      self = .wrong
      return
    }
    self.init(rawValue: String(decoding: name, as: UTF8.self))
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func spells(_ word: StaticString) -> Bool {
    guard let baseAddress, count == word.utf8CodeUnitCount else { return false }
    return memcmp(baseAddress, word.utf8Start, count) == 0
  }
}

extension Event {
  /// The kind of this event.
  var kind: EventKind {
    switch self {
    case .review: .review
    case .pending: .pending
    case .rate: .rate
    case .exam: .exam
    case .practice: .practice
    case .void: .void
    case .relink: .relink
    case .suspend: .suspend
    case .unsuspend: .unsuspend
    case .bury: .bury
    case .flag: .flag
    case .unflag: .unflag
    case .keep: .keep
    case .reject: .reject
    case .state: .state
    }
  }
}
