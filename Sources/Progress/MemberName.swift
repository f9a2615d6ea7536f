/// The members of journal lines; each raw value is the name's ASCII, its first letter lowest.
///
/// So that a name is told from the others by one comparison of a machine word.
enum MemberName: UInt64, CaseIterable {
  case v = 0x76
  case dev = 0x76_6564
  case n = 0x6e
  case kind = 0x646e_696b
  case key = 0x79_656b
  case at = 0x7461
  case tz = 0x7a74
  case day = 0x79_6164
  case grade = 0x65_6461_7267
  case mark = 0x6b72_616d
  case given = 0x6e_6576_6967
  case cut = 0x74_7563
  case ms = 0x736d
  case due = 0x65_7564
  case other = 0x72_6568_746f
  case of = 0x666f
  case exam = 0x6d61_7865
  case q = 0x71
  case type = 0x6570_7974
  case moves = 0x73_6576_6f6d
  case why = 0x79_6877
  case state = 0x65_7461_7473
  case crc = 0x63_7263

  init?(_ name: UnsafeRawBufferPointer) {
    guard name.count <= 8 else { return nil }
    var packed: UInt64 = 0
    var shift: UInt64 = 0
    for byte in name {
      packed |= UInt64(byte) << shift
      shift += 8
    }
    self.init(rawValue: packed)
  }

  /// A bit of its own.
  var bit: UInt32 {
    switch self {
    case .v: 1 << 0
    case .dev: 1 << 1
    case .n: 1 << 2
    case .kind: 1 << 3
    case .key: 1 << 4
    case .at: 1 << 5
    case .tz: 1 << 6
    case .day: 1 << 7
    case .grade: 1 << 8
    case .mark: 1 << 9
    case .given: 1 << 10
    case .cut: 1 << 11
    case .ms: 1 << 12
    case .due: 1 << 13
    case .other: 1 << 14
    case .of: 1 << 15
    case .exam: 1 << 16
    case .q: 1 << 17
    case .type: 1 << 18
    case .moves: 1 << 19
    case .why: 1 << 20
    case .crc: 1 << 21
    case .state: 1 << 22
    }
  }
}
