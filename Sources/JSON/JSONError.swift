/// Why bytes are no JSON document, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Cause: Hashable, Sendable {
    /// The text stops before the value is complete.
    case unexpectedEnd
    /// A byte that cannot stand here.
    case unexpectedByte(UInt8)
    /// The text starts with a byte order mark.
    case byteOrderMark
    /// Something follows the value.
    case trailingContent
    /// Values are nested more deeply than `JSON.maximumDepth`.
    case tooDeep
    /// An object has two members of this name.
    case duplicateMember(String)
    /// A number that starts with 0, lacks digits, or the like.
    case malformedNumber
    /// A number too large for 64-bit floating point.
    case numberOutOfRange
    /// A byte below 0x20 in a string.
    case controlCharacter(UInt8)
    /// A backslash followed by something that means nothing.
    case malformedEscape
    /// One half of a UTF-16 pair without the other.
    case loneSurrogate
    /// Bytes that are not UTF-8.
    case invalidUTF8
  }

  /// What is wrong.
  package let cause: Cause
  /// Where, in bytes from the start.
  package let offset: Int
  /// The line, counted from 1.
  package let line: Int
  /// The place in the line in Unicode scalars, counted from 1.
  package let column: Int

  init(_ cause: Cause, at offset: Int, in bytes: UnsafeRawBufferPointer) {
    self.cause = cause
    self.offset = offset
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    self.line = before.count { $0 == 0x0a } + 1
    self.column = before[lineStart...].count { $0 & 0xc0 != 0x80 } + 1
  }
}
