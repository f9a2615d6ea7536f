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
}

extension EventKind {
  /// The kind of this name, in UTF-8.
  init?(_ name: UnsafeRawBufferPointer) {
    guard let kind = EventKind.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name) })
    else { return nil }
    self = kind
  }
}

extension RecordedMark {
  /// The mark of this name, in UTF-8.
  init?(_ name: UnsafeRawBufferPointer) {
    guard let mark = RecordedMark.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name) })
    else { return nil }
    self = mark
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
    }
  }
}
