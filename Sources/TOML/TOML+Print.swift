extension TOML.Value {
  /// The value on one line, as a document would hold it after `key = `.
  package var text: String {
    switch self {
    case .string(let text): TOML.quoted(text)
    case .integer(let number): String(number)
    case .number(let number):
      number.isNaN ? "nan" : number.isInfinite ? (number < 0 ? "-inf" : "inf") : "\(number)"
    case .bool(let truth): truth ? "true" : "false"
    case .date(let text): text
    case .array(let values): "[\(values.map(\.value.text).joined(separator: ", "))]"
    case .table(let entries):
      entries.isEmpty
        ? "{}"
        : "{ "
          + entries.map { "\(TOML.key($0.key)) = \($0.value.value.text)" }.joined(separator: ", ")
          + " }"
    }
  }
}

extension TOML {
  /// A key as a document holds it: bare where it may be, else in quotation marks.
  package static func key(_ key: String) -> String {
    let isBare =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        case _: false
        }
      }
    return isBare ? key : quoted(key)
  }

  /// A text as a basic string.
  fileprivate static func quoted(_ text: String) -> String {
    let inner = text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(inner)\""
  }
}
