import JSON

/// A JSON value and the way to it, so that what is wrong with it can be said.
struct JSONPlace {
  let value: JSON
  /// From the top of the document; empty there.
  let path: String

  init(_ value: JSON, path: String = "") {
    self.value = value
    self.path = path
  }

  /// The member called `name`; `nil` where there is none or it is null.
  subscript(name: String) -> JSONPlace? {
    guard let member = value[name], !member.isNull else { return nil }
    return JSONPlace(member, path: path(to: name))
  }

  /// The member called `name`, or the error that it is missing.
  func required(_ name: String) throws(ScheduleFileError) -> JSONPlace {
    guard let member = self[name] else {
      throw ScheduleFileError(path: path(to: name), problem: .missing)
    }
    return member
  }

  private func path(to name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// The elements of a list.
  func elements() throws(ScheduleFileError) -> [JSONPlace] {
    guard let elements = value.array else { throw expected("a list") }
    return elements.enumerated().map { JSONPlace($1, path: "\(path)[\($0)]") }
  }

  func number() throws(ScheduleFileError) -> Double {
    guard let number = value.double else { throw expected("a number") }
    return number
  }

  /// A number without its fraction, rounded down.
  func integer() throws(ScheduleFileError) -> Int {
    if let integer = value.int { return integer }
    guard let integer = Int(exactly: try number().rounded(.down)) else {
      throw expected("a number within reason")
    }
    return integer
  }

  func string() throws(ScheduleFileError) -> String {
    guard let string = value.string else { throw expected("a text") }
    return string
  }

  /// The error that something else was expected here.
  func expected(_ what: String) -> ScheduleFileError {
    ScheduleFileError(path: path, problem: .expected(what))
  }
}
