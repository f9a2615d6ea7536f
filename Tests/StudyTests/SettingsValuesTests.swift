import Memory
import TOML
import Testing

@testable import Study

@Suite("What settings are")
struct SettingsValuesTests {
  private func text(_ settings: Settings, _ key: SettingKey) -> String? {
    settings.value(of: key)?.text
  }

  @Test("The defaults, as a file would give them")
  func defaults() {
    let settings = Settings()
    let expected: [SettingKey: String?] = [
      .retention: "0.9", .learningSteps: "[\"1m\", \"10m\"]", .relearningSteps: "[\"10m\"]",
      .maximumInterval: "36500", .fuzz: "true", .rolloverHour: "4", .exam: nil, .examName: nil,
      .minutes: "20", .newPerDay: "10", .reviewsPerDay: "0", .colour: "\"auto\"",
      .accessible: "false", .editor: nil, .backups: "true", .backupSpace: "1024",
    ]
    for (key, value) in expected { #expect(text(settings, key) == value, "\(key.rawValue)") }
    #expect(expected.count == SettingKey.allCases.count - 1)
    #expect(text(settings, .parameters)?.split(separator: ",").count == 21)
  }

  @Test("A file made of the values says the same again")
  func roundTrip() throws {
    var settings = Settings()
    try settings.read(
      Array(
        """
        retention = 0.85
        learning-steps = ["30s", "5m", "1h", "1d", "90m"]
        relearning-steps = []
        fuzz = false
        rollover-hour = 0
        minutes = 0
        new-per-day = 5
        reviews-per-day = 50
        colour = "never"
        accessible = true
        """.utf8), path: "tripos.toml", isHome: true)
    let file = SettingKey.allCases.compactMap { key in
      settings.value(of: key).map { "\(key.rawValue) = \($0.text)\n" }
    }.joined()
    var again = Settings()
    try again.read(Array(file.utf8), path: "tripos.toml", isHome: true)
    #expect(again == settings)
    #expect(text(settings, .learningSteps) == "[\"30s\", \"5m\", \"1h\", \"1d\", \"90m\"]")
  }
}
