import JSON
import Proving
import Testing

@testable import Statistics

@Suite struct StatisticsJSONTests {
  @Test func aYearOfAnswers() {
    let json = JSON.object(aYear.members)
    #expect(differenceFromGolden(json.pretty + "\n", name: "a-year") == nil)
    #expect(json["all"]?["answers"]?.int == aYear.all.answers.total)
    #expect(json["forecast"]?["days"]?.array?.count == 30)
  }

  @Test func nothing() {
    let json = JSON.object(statistics([], cards: []).members)
    #expect(json["all"]?["answers"] == .integer(0))
    #expect(json["interval"]?["median"] == .null)
    #expect(json["since"] == .null)
  }
}
