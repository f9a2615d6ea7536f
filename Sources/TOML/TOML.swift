/// A value of a TOML document, with the line it stands on.
package struct TOML: Hashable, Sendable {
  package indirect enum Value: Hashable, Sendable {
    case string(String)
    case integer(Int64)
    case number(Double)
    case bool(Bool)
    /// A date, time or date-time, as written.
    case date(String)
    case array([TOML])
    case table([Entry])
  }

  /// One key of a table and its value, in the order of the document.
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: TOML

    package init(key: String, value: TOML) {
      self.key = key
      self.value = value
    }
  }

  package var value: Value
  /// Counted from 1.
  package var line: Int

  package init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }
}
