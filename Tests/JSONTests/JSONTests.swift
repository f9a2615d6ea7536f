import JSON
import Testing

@Suite struct JSONTests {
  static let value = JSON.object([
    .init("text", .string("a")), .init("whole", .integer(3)), .init("part", .number(0.5)),
    .init("yes", .bool(true)), .init("list", .array([.integer(1), .null])),
  ])

  @Test func givesMembersOfTheRightType() {
    let value = Self.value
    #expect(value["text"]?.string == "a")
    #expect(value["whole"]?.int == 3)
    #expect(value["whole"]?.int64 == 3)
    #expect(value["whole"]?.double == 3)
    #expect(value["part"]?.double == 0.5)
    #expect(value["yes"]?.bool == true)
    #expect(value["list"]?[0] == .integer(1))
    #expect(value["list"]?[1]?.isNull == true)
    #expect(value["list"]?.array?.count == 2)
    #expect(value.members?.map(\.name) == ["text", "whole", "part", "yes", "list"])
  }

  @Test func givesNothingForTheWrongType() {
    let value = Self.value
    #expect(value["none"] == nil)
    #expect(value["text"]?["a"] == nil)
    #expect(value["text"]?[0] == nil)
    #expect(value["list"]?[2] == nil)
    #expect(value["list"]?[-1] == nil)
    #expect(value["part"]?.int == nil)
    #expect(value["whole"]?.string == nil)
    #expect(value["text"]?.double == nil)
    #expect(value["text"]?.bool == nil)
    #expect(value.array == nil)
    #expect(value["text"]?.members == nil)
    #expect(value.isNull == false)
  }
}
