extension JSON {
  /// How deeply arrays and objects may be nested.
  package static let maximumDepth = 64

  /// Reads a document as RFC 8259 has it, and stricter where readers disagree.
  ///
  /// Rejected are also two members of one name, lone surrogates, a byte order mark, and numbers
  /// beyond the range of `Double`. An integer that fits `Int64` stays one; `-0` does not.
  ///
  /// - Parameter bytes: the whole document, in UTF-8.
  /// - Returns: the value.
  /// - Throws: `JSONError`.
  package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    // Array's own method does not carry the type of the error.
    let result = bytes.withUnsafeBytes { parse(buffer: $0) }
    return try result.get()
  }

  /// Reads a document from a part of memory, as `parse(_:)` does.
  ///
  /// - Parameter bytes: the whole document, in UTF-8.
  /// - Returns: the value or the error.
  package static func parse(buffer bytes: UnsafeRawBufferPointer) -> Result<JSON, JSONError> {
    do throws(JSONError) {
      var scanner = JSONScanner(bytes)
      if bytes.starts(with: [0xef, 0xbb, 0xbf]) { throw scanner.error(.byteOrderMark, at: 0) }
      let value = try scanner.value(depth: 0)
      try scanner.end()
      return .success(value)
    } catch {
      return .failure(error)
    }
  }
}

extension JSONScanner {
  /// Reads any value as a tree.
  ///
  /// - Parameter depth: how many arrays and objects are open around it.
  /// - Returns: the value.
  /// - Throws: `JSONError`.
  package mutating func value(depth: Int) throws(JSONError) -> JSON {
    switch try peek() {
    case UInt8(ascii: "{"): try object(depth: depth + 1)
    case UInt8(ascii: "["): try array(depth: depth + 1)
    case UInt8(ascii: "\""): .string(try string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool(try bool())
    case UInt8(ascii: "n"): try null()
    default: try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    try enter(depth: depth)
    var members: [JSON.Member] = []
    // By bytes: Swift's strings are equal where they only mean the same characters.
    var names: Set<[UInt8]> = []
    var start = position
    while let name = try nextMember(first: members.isEmpty) {
      guard names.insert(Array(name.utf8)).inserted else {
        throw error(.duplicateMember(name), at: start)
      }
      members.append(JSON.Member(name, try value(depth: depth)))
      start = position
    }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    try enter(depth: depth)
    var elements: [JSON] = []
    while try nextElement(first: elements.isEmpty) {
      elements.append(try value(depth: depth))
    }
    return .array(elements)
  }

  private mutating func enter(depth: Int) throws(JSONError) {
    guard depth <= JSON.maximumDepth else { throw error(.tooDeep, at: position) }
    position += 1
  }

  private mutating func null() throws(JSONError) -> JSON {
    try literal("null")
    return .null
  }
}
