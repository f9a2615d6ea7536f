/// Why a setting cannot be used, with the key and line to mend.
package struct TOMLTypeError: Error, Hashable, Sendable {
  /// The kinds of value that a key may ask for.
  package enum Expected: String, Hashable, Sendable {
    case string
    case integer
    case number
    case bool
    case date
    case array
    case table
    case strings
  }

  /// The key as written in full, `actors.China.also`.
  package let key: String
  /// Counted from 1.
  package let line: Int
  /// What the key holds by right.
  package let expected: Expected

  package init(key: String, line: Int, expected: Expected) {
    self.key = key
    self.line = line
    self.expected = expected
  }

  /// What is wrong as a clause for a person, without its place.
  package var clause: String {
    switch expected {
    case .string: "\"\(key)\" must be a text in quotation marks"
    case .integer: "\"\(key)\" must be a whole number"
    case .number: "\"\(key)\" must be a number"
    case .bool: "\"\(key)\" must be true or false"
    case .date: "\"\(key)\" must be a date such as 2026-11-25"
    case .array: "\"\(key)\" must be a list in square brackets"
    case .table: "\"\(key)\" must be a table, such as [\(key)]"
    case .strings: "\"\(key)\" must be a list of texts in quotation marks"
    }
  }
}

extension TOML {
  /// The entries of a table in the document's order; `nil` for any other value.
  package var entries: [Entry]? {
    if case .table(let entries) = value { entries } else { nil }
  }

  /// The value of a table's key; `nil` where there is none or this is no table.
  package subscript(key: String) -> TOML? {
    entries?.first { $0.key == key }?.value
  }

  /// The text under a key, `nil` where the key is not given.
  package func string(_ key: String) throws(TOMLTypeError) -> String? {
    guard let found = self[key] else { return nil }
    guard case .string(let text) = found.value else { throw found.mismatch(key, .string) }
    return text
  }

  /// The whole number under a key, `nil` where the key is not given.
  package func integer(_ key: String) throws(TOMLTypeError) -> Int64? {
    guard let found = self[key] else { return nil }
    guard case .integer(let number) = found.value else { throw found.mismatch(key, .integer) }
    return number
  }

  /// The number under a key, whole numbers included; `nil` where the key is not given.
  package func number(_ key: String) throws(TOMLTypeError) -> Double? {
    guard let found = self[key] else { return nil }
    switch found.value {
    case .integer(let number): return Double(number)
    case .number(let number): return number
    case .string, .bool, .date, .array, .table: throw found.mismatch(key, .number)
    }
  }

  /// The truth value under a key, `nil` where the key is not given.
  package func bool(_ key: String) throws(TOMLTypeError) -> Bool? {
    guard let found = self[key] else { return nil }
    guard case .bool(let truth) = found.value else { throw found.mismatch(key, .bool) }
    return truth
  }

  /// The date or time under a key, as written; `nil` where the key is not given.
  package func date(_ key: String) throws(TOMLTypeError) -> String? {
    guard let found = self[key] else { return nil }
    guard case .date(let text) = found.value else { throw found.mismatch(key, .date) }
    return text
  }

  /// The values under a key, `nil` where the key is not given.
  package func array(_ key: String) throws(TOMLTypeError) -> [TOML]? {
    guard let found = self[key] else { return nil }
    guard case .array(let values) = found.value else { throw found.mismatch(key, .array) }
    return values
  }

  /// The texts under a key, `nil` where the key is not given.
  package func strings(_ key: String) throws(TOMLTypeError) -> [String]? {
    guard let found = self[key] else { return nil }
    guard case .array(let values) = found.value else { throw found.mismatch(key, .strings) }
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value.value else { throw value.mismatch(key, .strings) }
      texts.append(text)
    }
    return texts
  }

  /// The table under a key, `nil` where the key is not given.
  package func table(_ key: String) throws(TOMLTypeError) -> TOML? {
    guard let found = self[key] else { return nil }
    guard found.entries != nil else { throw found.mismatch(key, .table) }
    return found
  }

  private func mismatch(_ key: String, _ expected: TOMLTypeError.Expected) -> TOMLTypeError {
    TOMLTypeError(key: key, line: line, expected: expected)
  }
}
