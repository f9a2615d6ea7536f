import Testing

@testable import Terminal

@Suite("Whether colour is used")
struct ColourTests {
  /// The six things that decide, each on or off.
  struct Case {
    var noColour: Bool
    var force: Bool
    var cliForce: Bool
    var dumb: Bool
    var cliOff: Bool
    var terminal: Bool
  }

  @Test("All 64 cases follow the documented order")
  func sixtyFourCases() {
    for bits in 0..<64 {
      let it = Case(
        noColour: bits & 1 != 0, force: bits & 2 != 0, cliForce: bits & 4 != 0,
        dumb: bits & 8 != 0, cliOff: bits & 16 != 0, terminal: bits & 32 != 0)
      let environment = [
        "NO_COLOR": it.noColour ? "1" : nil, "FORCE_COLOR": it.force ? "1" : nil,
        "CLICOLOR_FORCE": it.cliForce ? "1" : nil, "TERM": it.dumb ? "dumb" : "xterm",
        "CLICOLOR": it.cliOff ? "0" : nil,
      ]
      let expected =
        it.noColour
        ? false : it.force || it.cliForce ? true : it.dumb || it.cliOff ? false : it.terminal
      func look(_ name: String) -> String? { environment[name] ?? nil }
      #expect(
        ColourChoice.auto.isOn(environment: look, isTerminal: it.terminal) == expected,
        "case \(bits)")
      #expect(ColourChoice.always.isOn(environment: look, isTerminal: it.terminal))
      #expect(!ColourChoice.never.isOn(environment: look, isTerminal: it.terminal))
    }
  }

  @Test("Variables that are set to nothing do not count; TERM that is not set counts as dumb")
  func emptyVariables() {
    let empty = ["NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm"]
    #expect(ColourChoice.auto.isOn(environment: { empty[$0] }, isTerminal: true))
    #expect(!ColourChoice.auto.isOn(environment: { _ in nil }, isTerminal: true))
  }
}
