/// A reader that walks over the tokens of a document and builds nothing that is not asked for.
///
/// For journals and snapshots, where a tree of every line would cost more than all the rest. The
/// memory must outlive the scanner.
package struct JSONScanner {
  /// The text.
  package let bytes: UnsafeRawBufferPointer
  /// Where the next token is looked for, in bytes from the start.
  package var position = 0

  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// An error of this text.
  package func error(_ cause: JSONError.Cause, at offset: Int) -> JSONError {
    JSONError(cause, at: offset, in: bytes)
  }

  /// The first byte of the next token, which becomes the position.
  ///
  /// - Returns: the byte, not consumed.
  /// - Throws: `JSONError` at the end of the text.
  @inlinable @inline(__always)
  package mutating func peek() throws(JSONError) -> UInt8 {
    if position < bytes.count, case let byte = bytes[position], byte > 0x20 { return byte }
    return try peekBehindSpace()
  }

  @usableFromInline
  mutating func peekBehindSpace() throws(JSONError) -> UInt8 {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return byte }
      position += 1
    }
    throw error(.unexpectedEnd, at: position)
  }

  /// Makes sure that only white space is left.
  ///
  /// - Throws: `JSONError` where something else follows.
  package mutating func end() throws(JSONError) {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else {
        throw error(.trailingContent, at: position)
      }
      position += 1
    }
  }

  /// Steps over one punctuation mark.
  ///
  /// - Parameter mark: the ASCII character that must come next.
  /// - Throws: `JSONError` where something else comes.
  @inlinable @inline(__always)
  package mutating func expect(_ mark: Unicode.Scalar) throws(JSONError) {
    let byte = try peek()
    guard byte == UInt8(ascii: mark) else { throw error(.unexpectedByte(byte), at: position) }
    position += 1
  }

  /// Steps over one punctuation mark, if it comes next.
  ///
  /// - Parameter mark: an ASCII character.
  /// - Returns: whether it came.
  /// - Throws: `JSONError` at the end of the text.
  @inlinable
  package mutating func accept(_ mark: Unicode.Scalar) throws(JSONError) -> Bool {
    guard try peek() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  /// Steps over a word such as `null`.
  ///
  /// - Parameter word: the word.
  /// - Throws: `JSONError` where something else stands.
  package mutating func literal(_ word: StaticString) throws(JSONError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard position < bytes.count else { throw error(.unexpectedEnd, at: position) }
      guard bytes[position] == word.utf8Start[index] else {
        throw error(.unexpectedByte(bytes[position]), at: position)
      }
      position += 1
    }
  }

  /// Reads `true` or `false`.
  ///
  /// - Returns: which one.
  /// - Throws: `JSONError` where something else stands.
  package mutating func bool() throws(JSONError) -> Bool {
    if try peek() == UInt8(ascii: "t") {
      try literal("true")
      return true
    }
    try literal("false")
    return false
  }

  /// Steps to the value of an object's next member, after its opening brace.
  ///
  /// - Parameter first: whether no member was read so far.
  /// - Returns: the member's name; `nil` after the closing brace.
  /// - Throws: `JSONError`.
  package mutating func nextMember(first: Bool) throws(JSONError) -> String? {
    guard let token = try nextMemberToken(first: first) else { return nil }
    return text(token)
  }

  /// Steps to the value of an object's next member, without making a string of its name.
  ///
  /// - Parameter first: whether no member was read so far.
  /// - Returns: the member's name; `nil` after the closing brace.
  /// - Throws: `JSONError`.
  package mutating func nextMemberToken(first: Bool) throws(JSONError) -> StringToken? {
    var byte = try peek()
    if byte == UInt8(ascii: "}") {
      position += 1
      return nil
    }
    if !first {
      guard byte == UInt8(ascii: ",") else { throw error(.unexpectedByte(byte), at: position) }
      position += 1
      byte = try peek()
    }
    guard byte == UInt8(ascii: "\"") else { throw error(.unexpectedByte(byte), at: position) }
    let name = try stringTokenHere()
    try expect(":")
    return name
  }

  /// Steps to an array's next element, after its opening bracket.
  ///
  /// - Parameter first: whether no element was read so far.
  /// - Returns: whether there is one; `false` after the closing bracket.
  /// - Throws: `JSONError`.
  package mutating func nextElement(first: Bool) throws(JSONError) -> Bool {
    if try accept("]") { return false }
    if !first {
      try expect(",")
      // A comma must be followed by a value, which would report a bracket by itself.
      _ = try peek()
    }
    return true
  }

  /// Steps over a value of any kind, checking it.
  ///
  /// - Parameter depth: how many arrays and objects are open around it.
  /// - Throws: `JSONError`.
  package mutating func skip(depth: Int = 0) throws(JSONError) {
    switch try peek() {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      // Rare enough in what is skipped that the tree may be built and dropped.
      _ = try value(depth: depth)
    case UInt8(ascii: "\""): _ = try stringToken()
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
    case UInt8(ascii: "n"): try literal("null")
    default: _ = try numberToken()
    }
  }
}
