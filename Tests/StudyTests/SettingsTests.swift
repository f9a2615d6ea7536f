import Memory
import Testing

@testable import Study

@Suite("Settings")
struct SettingsTests {
  func read(_ text: String, isHome: Bool = true) throws(SettingsError) -> Settings {
    var settings = Settings()
    try settings.read(Array(text.utf8), path: "tripos.toml", isHome: isHome)
    return settings
  }

  func problem(_ text: String, isHome: Bool = true) -> SettingsError? {
    do {
      _ = try read(text, isHome: isHome)
      return nil
    } catch {
      return error
    }
  }

  @Test("Nothing needs to be set")
  func defaults() throws {
    let settings = try read("")
    #expect(settings == Settings())
    #expect(settings.limits == DayLimits(new: 10, reviews: nil, minutes: 20))
    #expect(settings.scheduler.desiredRetention == 0.9)
    #expect(settings.rolloverHour == 4)
  }

  @Test("Every setting is taken over")
  func allSettings() throws {
    let settings = try read(
      """
      retention = 0.85
      learning-steps = ["30s", "5m", "1h", "1d"]
      relearning-steps = []
      maximum-interval = 365
      fuzz = false
      rollover-hour = 3
      minutes = 0
      new-per-day = 5
      reviews-per-day = 50
      colour = "never"
      """)
    #expect(settings.scheduler.desiredRetention == 0.85)
    #expect(settings.scheduler.learningSteps == [30, 300, 3600, 86_400])
    #expect(settings.scheduler.relearningSteps == [])
    #expect(settings.scheduler.maximumInterval == 365)
    #expect(!settings.scheduler.fuzz)
    #expect(settings.rolloverHour == 3)
    #expect(settings.limits == DayLimits(new: 5, reviews: 50, minutes: nil))
    #expect(settings.colour == .never)
    #expect(settings.editor == nil)
  }

  @Test("Parameters are those of FSRS-6")
  func parameters() throws {
    let list = Scheduler.defaultParameters.map { "\($0)" }.joined(separator: ", ")
    #expect(try read("parameters = [\(list)]") == Settings())
    #expect(
      problem("\nparameters = [1, 2]")
        == SettingsError(path: "tripos.toml", line: 2, problem: .memory(.parameterCount(2))))
  }

  @Test("A wrong setting is named with its line")
  func namesTheLine() {
    let cases: [(String, Int, SettingsError.Problem)] = [
      ("minutes = 20\nretenton = 0.9", 2, .unknown(key: "retenton", suggestion: "retention")),
      ("wings = 2", 1, .unknown(key: "wings", suggestion: nil)),
      ("\n\nretention = 1.5", 3, .outOfRange(key: "retention", allowed: "0.7 to 0.99")),
      ("rollover-hour = 24", 1, .outOfRange(key: "rollover-hour", allowed: "0 to 23")),
      ("learning-steps = [\"10 minutes\"]", 1, .badStep(key: "learning-steps", text: "10 minutes")),
      ("colour = \"blue\"", 1, .outOfRange(key: "colour", allowed: "auto, always or never")),
      ("minutes = \"20\"", 1, .type("\"minutes\" must be a whole number")),
    ]
    for (text, line, expected) in cases {
      #expect(
        problem(text) == SettingsError(path: "tripos.toml", line: line, problem: expected),
        "\(text)")
    }
  }

  @Test("What touches the memory stands in the home's file only")
  func homeOnly() throws {
    #expect(
      problem("minutes = 5\nretention = 0.9", isHome: false)
        == SettingsError(path: "tripos.toml", line: 2, problem: .homeOnly(key: "retention")))
    #expect(try read("minutes = 5", isHome: false).limits.minutes == 5)
  }

  @Test("A program is named in the user's own file only")
  func userOnly() throws {
    #expect(
      problem("minutes = 5\neditor = \"nano -w\"")
        == SettingsError(path: "tripos.toml", line: 2, problem: .userOnly(key: "editor")))
    #expect(try read("editor = \"nano -w\"", isHome: false).editor == "nano -w")
  }

  @Test("What is right of a file with mistakes is taken over, and every mistake is named")
  func takesOverTheRest() {
    var settings = Settings()
    let problems = settings.takeOver(
      Array(
        """
        minutes = 30
        wings = 2
        retention = 1.5
        accessible = 1
        new-per-day = 3
        parameters = [1]
        """.utf8), path: "tripos.toml", isHome: true)
    #expect(problems.map(\.line) == [2, 3, 4, 6])
    #expect(settings.limits == DayLimits(new: 3, reviews: nil, minutes: 30))
    #expect(settings.scheduler == Settings().scheduler)
    #expect(!settings.isAccessible)
  }

  @Test("A file that is no TOML has one mistake, and changes nothing")
  func takesOverNothing() {
    var settings = Settings()
    let problems = settings.takeOver(
      Array("minutes = 30\n= 4\n".utf8), path: "tripos.toml", isHome: true)
    #expect(problems.map(\.line) == [2])
    #expect(settings == Settings())
  }
}
