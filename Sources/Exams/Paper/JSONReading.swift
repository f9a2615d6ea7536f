import JSON

/// Why a saved sitting cannot be read.
package enum SavedSittingError: Error, Hashable, Sendable {
  case json(JSONError)
  /// Written by a newer version.
  case newer(schema: Int)
  /// A member that is missing or of another type, by its path: `paper.questions[3].type`.
  case member(String)
  case unreadable(path: String, cause: String)
}

/// A place in a JSON document, which knows its own path for messages.
struct JSONCursor {
  let json: JSON
  let path: String

  init(_ json: JSON, path: String = "") {
    self.json = json
    self.path = path
  }

  /// The member called `name`; missing members are errors only where a value is wanted of them.
  subscript(name: String) -> JSONCursor {
    JSONCursor(json[name] ?? .null, path: path.isEmpty ? name : "\(path).\(name)")
  }

  var isMissing: Bool { json.isNull }

  func elements() throws(SavedSittingError) -> [JSONCursor] {
    guard let array = json.array else { throw .member(path) }
    return array.enumerated().map { JSONCursor($1, path: "\(path)[\($0)]") }
  }

  func string() throws(SavedSittingError) -> String { try value(json.string) }
  func int() throws(SavedSittingError) -> Int { try value(json.int) }
  func int64() throws(SavedSittingError) -> Int64 { try value(json.int64) }
  func double() throws(SavedSittingError) -> Double { try value(json.double) }
  func bool() throws(SavedSittingError) -> Bool { try value(json.bool) }

  /// The value, or the error that names this place.
  func value<Value>(_ value: Value?) throws(SavedSittingError) -> Value {
    guard let value else { throw .member(path) }
    return value
  }

  func strings() throws(SavedSittingError) -> [String] {
    var strings: [String] = []
    for element in try elements() { strings.append(try element.string()) }
    return strings
  }

  func ints() throws(SavedSittingError) -> [Int] {
    var ints: [Int] = []
    for element in try elements() { ints.append(try element.int()) }
    return ints
  }
}

extension JSON {
  /// An object of the members that have a value.
  static func members(_ members: [(String, JSON?)]) -> JSON {
    .object(members.compactMap { name, value in value.map { JSON.Member(name, $0) } })
  }

  static func strings(_ strings: [String]) -> JSON { .array(strings.map { .string($0) }) }
  static func int(_ value: Int) -> JSON { .integer(Int64(value)) }
}
