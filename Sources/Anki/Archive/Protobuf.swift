/// The few protocol buffers in a package: fields by number, nothing more.
///
/// <https://protobuf.dev/programming-guides/encoding/>
struct Protobuf {
  /// A field's value as it stands on the wire.
  enum Value {
    case number(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  /// The fields in their order; what follows a damaged one is left out.
  let fields: [(number: Int, value: Value)]
  /// Whether all of the message could be read.
  let isWhole: Bool

  init(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    var fields: [(number: Int, value: Value)] = []
    var index = 0
    var isWhole = true
    func fixed(_ count: Int) -> UInt64? {
      guard bytes.count - index >= count else { return nil }
      defer { index += count }
      return bytes[index..<index + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    while index < bytes.count {
      guard let tag = Protobuf.number(bytes, &index), let field = Int(exactly: tag >> 3),
        field > 0
      else {
        isWhole = false
        break
      }
      let value: Value? =
        switch tag & 7 {
        case 0: Protobuf.number(bytes, &index).map { .number($0) }
        case 1: fixed(8).map { .number($0) }
        case 2: Protobuf.slice(bytes, &index).map { .bytes($0) }
        case 5: fixed(4).map { .number($0) }
        case _: nil
        }
      guard let value else {
        isWhole = false
        break
      }
      fields.append((field, value))
    }
    self.fields = fields
    self.isWhole = isWhole
  }

  /// The last number of a field.
  func number(_ field: Int) -> UInt64? {
    for item in fields.reversed() where item.number == field {
      if case .number(let value) = item.value { return value }
    }
    return nil
  }

  /// The last bytes of a field.
  func bytes(_ field: Int) -> ArraySlice<UInt8>? { all(field).last }

  /// The text of a field.
  func text(_ field: Int) -> String? { bytes(field).map { String(decoding: $0, as: UTF8.self) } }

  /// All bytes of a field that may be repeated.
  func all(_ field: Int) -> [ArraySlice<UInt8>] {
    fields.compactMap { item in
      guard item.number == field, case .bytes(let bytes) = item.value else { return nil }
      return bytes
    }
  }

  private static func number(_ bytes: [UInt8], _ index: inout Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  private static func slice(_ bytes: [UInt8], _ index: inout Int) -> ArraySlice<UInt8>? {
    guard let count = number(bytes, &index).flatMap({ Int(exactly: $0) }),
      count <= bytes.count - index
    else { return nil }
    defer { index += count }
    return bytes[index..<index + count]
  }
}

extension [UInt8] {
  /// Appends a field that holds a number.
  mutating func append(field: Int, number: UInt64) {
    append(variable: UInt64(field) << 3)
    append(variable: number)
  }

  /// Appends a field that holds bytes, text or a message.
  mutating func append(field: Int, bytes: some Collection<UInt8>) {
    append(variable: UInt64(field) << 3 | 2)
    append(variable: UInt64(bytes.count))
    self += bytes
  }

  private mutating func append(variable: UInt64) {
    var rest = variable
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
