import Chronology
import Exams
import Files
import Glibc
import TOML

/// What the home's `tripos.toml` says of exams: the date, and blueprints by name.
///
/// Either `exam = 2027-06-14` with `exam-name`, or a table `[exam]` with `date` and `name`, which
/// may hold blueprints too: `[exam.finals]`.
struct ExamSettings {
  var date: CivilDay?
  var name: String?
  private let tables: [TOML.Entry]
  private let path: String

  /// Reads the settings; a file that is not there says nothing.
  init(path: String) throws {
    self.path = path
    let bytes: [UInt8]
    do {
      bytes = try readFile(path).bytes
    } catch {
      guard case .errno(ENOENT) = error.cause else { throw error }
      tables = []
      return
    }
    let document: TOML
    do {
      document = try TOML.parse(bytes)
    } catch {
      throw ExamSettings.failure(path, error.line, error.cause.clause)
    }
    name = document["exam-name"]?.text
    guard let exam = document["exam"] else {
      tables = []
      return
    }
    if let entries = exam.entries {
      tables = entries.filter { $0.value.entries != nil }
      date = try exam["date"].map { try ExamSettings.day($0, path) }
      name = exam["name"]?.text ?? name
      for entry in entries where entry.value.entries == nil {
        guard ["date", "name"].contains(entry.key) else {
          throw ExamSettings.failure(
            path, entry.value.line, "[exam] has no key \"\(entry.key)\"; it has date and name")
        }
      }
    } else {
      tables = []
      date = try ExamSettings.day(exam, path)
    }
  }

  /// The names of the blueprints.
  var blueprintNames: [String] { tables.map(\.key) }

  /// The blueprint called `name`; `nil` where there is none.
  func blueprint(named name: String) throws -> Blueprint? {
    guard let table = tables.first(where: { $0.key == name })?.value else { return nil }
    var blueprint = Blueprint(name: name)
    for entry in table.entries ?? [] {
      let value = entry.value
      func number() throws -> Double {
        switch value.value {
        case .integer(let number): return Double(number)
        case .number(let number): return number
        case .string, .bool, .date, .array, .table:
          throw ExamSettings.failure(path, value.line, "\"\(entry.key)\" must be a number")
        }
      }
      func share() throws -> Double {
        let number = try number()
        return number > 1 ? number / 100 : number
      }
      switch entry.key {
      case "questions": blueprint.questions = Int(exactly: try number()) ?? 0
      case "minutes":
        let minutes = Int(exactly: try number()) ?? -1
        blueprint.minutes = minutes
      case "sections":
        blueprint.sections = try weights(value, entry.key) { $0 }
      case "about":
        blueprint.kinds = try weights(value, entry.key) { name in
          guard let group = KindGroup(named: name) else {
            throw ExamSettings.failure(path, value.line, ExamWording.unknownKind(name))
          }
          return group
        }
      case "ask":
        blueprint.types = try weights(value, entry.key) { name in
          guard let type = QuestionType(rawValue: name) else {
            throw ExamSettings.failure(path, value.line, ExamWording.unknownType(name))
          }
          return type
        }
      case "certainty":
        guard case .bool(let isAsked) = value.value else {
          throw ExamSettings.failure(path, value.line, "\"certainty\" must be true or false")
        }
        blueprint.scheme.asksCertainty = isAsked
      case "penalty": blueprint.scheme.penalty = try number()
      case "almost": blueprint.scheme.almost = try number()
      case "pass": blueprint.scheme.passMark = try share()
      case _:
        throw ExamSettings.failure(
          path, value.line,
          "a blueprint has no key \"\(entry.key)\"; it has questions, minutes, sections, about,"
            + " ask, certainty, penalty, almost and pass")
      }
    }
    return blueprint
  }

  /// A list of names, or a table of names with weights.
  private func weights<Subject>(
    _ value: TOML, _ key: String, _ subject: (String) throws -> Subject
  ) throws -> [Blueprint.Weighted<Subject>] {
    if let entries = value.entries {
      return try entries.map { entry in
        let weight: Double
        switch entry.value.value {
        case .integer(let number): weight = Double(number)
        case .number(let number): weight = number
        case .string, .bool, .date, .array, .table:
          throw ExamSettings.failure(path, entry.value.line, "a weight must be a number")
        }
        return Blueprint.Weighted(try subject(entry.key), weight)
      }
    }
    guard case .array(let elements) = value.value else {
      throw ExamSettings.failure(
        path, value.line, "\"\(key)\" must be a list of names or a table of weights")
    }
    return try elements.map { element in
      guard let name = element.text else {
        throw ExamSettings.failure(path, element.line, "\"\(key)\" must hold names")
      }
      return Blueprint.Weighted(try subject(name))
    }
  }

  private static func day(_ value: TOML, _ path: String) throws -> CivilDay {
    let text: String? =
      if case .date(let date) = value.value { date } else { value.text }
    guard let day = text.flatMap({ CivilDay(iso: $0) }) else {
      throw failure(path, value.line, "the exam's date must be a day such as 2027-06-14")
    }
    return day
  }

  private static func failure(_ path: String, _ line: Int, _ clause: String) -> Failure {
    Failure(
      .badInput(
        "\(path):\(line): \(clause).", mend: "Mend that line; \"tripos help exam\" has an example.")
    )
  }
}

extension TOML {
  /// The text of a string.
  fileprivate var text: String? {
    if case .string(let text) = value { text } else { nil }
  }
}
