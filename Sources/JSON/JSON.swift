/// A JSON value, members in the order in which they stand.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  /// One member of an object.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }
}

extension JSON {
  /// The value of the member called `name`; `nil` where there is none or this is no object.
  package subscript(name: String) -> JSON? {
    members?.first { $0.name == name }?.value
  }

  /// The element at `index`; `nil` outside the array or where this is no array.
  package subscript(index: Int) -> JSON? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }

  /// The text of a string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of an integer that was written without fraction and exponent.
  package var int64: Int64? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The value of an integer that was written without fraction and exponent.
  package var int: Int? {
    int64.flatMap(Int.init(exactly:))
  }

  /// The value of any number.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .null, .bool, .string, .array, .object: nil
    }
  }

  /// The value of `true` or `false`.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of an array.
  package var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object.
  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Whether this is `null`.
  package var isNull: Bool { self == .null }
}
