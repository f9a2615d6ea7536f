extension JSON {
  /// The document on one line without spaces.
  package var compact: String { String(decoding: utf8(indented: false), as: UTF8.self) }

  /// The document with one member or element a line, indented by two spaces.
  package var pretty: String { String(decoding: utf8(indented: true), as: UTF8.self) }

  /// The document in UTF-8, safe to show on a terminal; see `[UInt8].appendJSON`.
  package func utf8(indented: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    print(to: &bytes, indent: indented ? 0 : nil)
    return bytes
  }

  private func print(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.appendJSON(value)
    case .number(let value): bytes.appendJSON(value)
    case .string(let text): bytes.appendJSON(text)
    case .array(let elements):
      JSON.print(elements, between: ("[", "]"), to: &bytes, indent: indent) {
        $0.print(to: &$1, indent: $2)
      }
    case .object(let members):
      JSON.print(members, between: ("{", "}"), to: &bytes, indent: indent) {
        $1.appendJSON($0.name)
        $1.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
        $0.value.print(to: &$1, indent: $2)
      }
    }
  }

  private static func print<Item>(
    _ items: [Item], between brackets: (Unicode.Scalar, Unicode.Scalar), to bytes: inout [UInt8],
    indent: Int?, item: (Item, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: brackets.0))
    let inner = indent.map { $0 + 2 }
    for (index, element) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(inner, in: &bytes)
      item(element, &bytes, inner)
    }
    if !items.isEmpty { breakLine(indent, in: &bytes) }
    bytes.append(UInt8(ascii: brackets.1))
  }

  private static func breakLine(_ indent: Int?, in bytes: inout [UInt8]) {
    guard let indent else { return }
    bytes.append(0x0a)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
  }
}
