import Testing

@testable import TOML

private let settings = """
  name = "Deck"
  minutes = 20
  retention = 0.9
  fuzz = true
  exam = 2026-12-01
  steps = [1, 10]

  [actors]
  also = ["a", "b"]
  mixed = ["a",
    1]
  """

@Test func valuesAreFoundByKey() throws {
  let toml = try TOML.parse(settings.utf8)
  #expect(try toml.string("name") == "Deck")
  #expect(try toml.integer("minutes") == 20)
  #expect(try toml.number("minutes") == 20)
  #expect(try toml.number("retention") == 0.9)
  #expect(try toml.bool("fuzz") == true)
  #expect(try toml.date("exam") == "2026-12-01")
  #expect(try toml.array("steps")?.map(\.value) == [.integer(1), .integer(10)])
  #expect(try toml.table("actors")?.strings("also") == ["a", "b"])
  #expect(try toml.string("missing") == nil)
  #expect(try toml.table("missing") == nil)
}

@Test func aWrongTypeNamesKeyAndLine() throws {
  let toml = try TOML.parse(settings.utf8)
  #expect(
    throws: TOMLTypeError(key: "minutes", line: 2, expected: .string),
    performing: { try toml.string("minutes") })
  #expect(
    throws: TOMLTypeError(key: "retention", line: 3, expected: .integer),
    performing: { try toml.integer("retention") })
  #expect(
    throws: TOMLTypeError(key: "name", line: 1, expected: .table),
    performing: { try toml.table("name") })
  #expect(
    throws: TOMLTypeError(key: "mixed", line: 11, expected: .strings),
    performing: { try toml.table("actors")?.strings("mixed") })
}

@Test func everyTypeErrorHasItsWords() {
  let clauses = [
    TOMLTypeError.Expected.string, .integer, .number, .bool, .date, .array, .table, .strings,
  ].map { TOMLTypeError(key: "k", line: 1, expected: $0).clause }
  #expect(
    clauses == [
      "\"k\" must be a text in quotation marks",
      "\"k\" must be a whole number",
      "\"k\" must be a number",
      "\"k\" must be true or false",
      "\"k\" must be a date such as 2026-11-25",
      "\"k\" must be a list in square brackets",
      "\"k\" must be a table, such as [k]",
      "\"k\" must be a list of texts in quotation marks",
    ])
}
