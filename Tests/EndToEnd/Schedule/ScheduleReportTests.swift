import JSON
import Memory
import Testing

@testable import tripos

@Suite struct ScheduleReportTests {
  @Test func aReportInFull() throws {
    let sequence = ReplaySequence(
      id: "a", scheduler: try Scheduler(desiredRetention: 0.9),
      reviews: [
        .init(second: 0, day: 0, rating: .easy, memory: nil),
        .init(second: 0, day: 4, rating: .again, memory: MemoryState(stability: 4, difficulty: 1)),
      ])
    let reviews = try #require(report([sequence])["sequences"]?[0]?["reviews"])
    #expect(report([]) == .object([.init("schema", .integer(1)), .init("sequences", .array([]))]))
    #expect(report([sequence])["sequences"]?[0]?["id"] == .string("a"))
    #expect(
      reviews[0]?.compact
        == #"{"state":"review","step":null,"stability":8.2956,"difficulty":1.0,"#
        + #""retrievability_before":0.0,"due_in_secs":691200,"due_days":8,"buttons":["#
        + #"{"state":"learning","secs":60,"stability":0.212,"difficulty":6.4133},"#
        + #"{"state":"learning","secs":330,"stability":1.2931,"difficulty":5.112170705601055},"#
        + #"{"state":"learning","secs":600,"stability":2.3065,"difficulty":2.118103970459015},"#
        + #"{"state":"review","days":8,"stability":8.2956,"difficulty":1.0}]}"#)
    #expect(reviews[1]?["state"] == .string("relearning"))
    #expect(reviews[1]?["step"] == .integer(0))
    #expect(reviews[1]?["due_in_secs"] == .integer(600))
    #expect(reviews[1]?["due_days"] == .null)
  }
}
