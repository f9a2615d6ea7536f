import Testing

@testable import TOML

@Suite("Values as a document holds them")
struct PrintTests {
  @Test(
    "Printed and read again it is the same",
    arguments: [
      "1", "-7", "0.9", "1e+100", "true", "false", "\"\"", "\"a \\\"b\\\" \\\\ \\n \\t \\u0001\"",
      "[]", "[1, 2]", "[\"1m\", \"10m\"]", "{}", "{ dates = 2, \"two words\" = [1.5] }",
      "2027-06-14", "2027-06-14T10:00:00Z", "inf", "-inf", "nan", "\"한국 Việt\"",
    ])
  func roundTrip(text: String) throws {
    let value = try #require(try TOML.parse(Array("key = \(text)\n".utf8))["key"]).value
    #expect(value.text == text)
  }

  @Test("A key is bare where it may be")
  func keys() {
    #expect(TOML.key("new-per_day2") == "new-per_day2")
    #expect(TOML.key("") == "\"\"")
    #expect(TOML.key("two words") == "\"two words\"")
    #expect(TOML.key("a\"b") == "\"a\\\"b\"")
  }
}
