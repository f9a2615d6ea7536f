/// Why a text is not TOML, and where.
package struct TOMLError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Cause: Error, Hashable, Sendable {
    /// Something else had to stand here.
    case expected(Expectation)
    /// The key or table was already given, on an earlier line.
    case duplicate(key: String, firstLine: Int)
    /// A dotted key or header goes through something that is no table, or that was closed.
    case notATable(key: String, firstLine: Int)
    /// A string, array or inline table has no end.
    case unterminated(Construct)
    /// A `\` in a string is followed by nothing that TOML knows.
    case badEscape
    /// A character that must be escaped, or that no TOML document may hold.
    case controlCharacter(UInt8)
    /// A byte that is not UTF-8.
    case invalidUTF8
    /// Neither a number, a date, nor `true` or `false`.
    case badValue(String)
    /// A whole number beyond 64 bits.
    case outOfRange(String)
    /// A day or time that does not exist.
    case badDate(String)
    /// Arrays or inline tables nested deeper than `TOML.maximumDepth`.
    case tooDeep
  }

  /// What would have been right.
  package enum Expectation: String, Hashable, Sendable {
    case key
    case equalsSign
    case value
    case endOfLine
    case closingBracket
    case commaOrBracket
    case commaOrBrace
  }

  /// What has a beginning and must have an end.
  package enum Construct: String, Hashable, Sendable {
    case string
    case multiLineString
    case array
    case inlineTable
  }

  /// What is wrong.
  package let cause: Cause
  /// Counted from 1.
  package let line: Int
  /// In Unicode scalars, counted from 1.
  package let column: Int

  package init(_ cause: Cause, line: Int, column: Int) {
    self.cause = cause
    self.line = line
    self.column = column
  }
}

extension TOMLError.Cause {
  /// What is wrong as a clause for a person, without its place.
  package var clause: String {
    switch self {
    case .expected(let expectation):
      switch expectation {
      case .key: "a key is missing here"
      case .equalsSign: "a key is followed by \"=\" and a value"
      case .value: "a value is missing here"
      case .endOfLine: "something stands after the value; a line holds one key and one value"
      case .closingBracket: "the table's name must end with \"]\" (\"]]\" for an array of tables)"
      case .commaOrBracket: "the values of an array are separated by commas and end with \"]\""
      case .commaOrBrace: "an inline table's entries are separated by commas and end with \"}\""
      }
    case .duplicate(let key, let firstLine): "\"\(key)\" was already given on line \(firstLine)"
    case .notATable(let key, let firstLine):
      "\"\(key)\" was given a value on line \(firstLine), so nothing can be added to it"
    case .unterminated(let construct):
      switch construct {
      case .string: "a string is not closed on its line"
      case .multiLineString: "a string in triple quotes is never closed"
      case .array: "an array is never closed with \"]\""
      case .inlineTable: "an inline table is not closed with \"}\" on its line"
      }
    case .badEscape: "a \"\\\" in a string stands before a character that needs none"
    case .controlCharacter: "a control character stands here"
    case .invalidUTF8: "a byte is not UTF-8"
    case .badValue(let text):
      "\"\(text)\" is no value; a text needs quotation marks"
    case .outOfRange(let text): "\(text) is too large a number"
    case .badDate(let text): "\(text) is no day or time that exists"
    case .tooDeep: "arrays are nested too deep"
    }
  }
}
