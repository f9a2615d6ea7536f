import Testing

@testable import Terminal

@Suite("Whether colour is used")
struct ColourTests {
  /// One row of the table for each of NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE and CLICOLOR=0, set (x)
  /// or not; the four columns: a terminal, a terminal called dumb, no terminal, neither.
  static let table = """
    NO FORCE CLI_FORCE CLI=0   tty  dumb-tty  pipe  dumb-pipe
    -  -     -         -       on   off       off   off
    -  -     -         x       off  off       off   off
    -  -     x         -       on   on        on    on
    -  -     x         x       on   on        on    on
    -  x     -         -       on   on        on    on
    -  x     -         x       on   on        on    on
    -  x     x         -       on   on        on    on
    -  x     x         x       on   on        on    on
    x  -     -         -       off  off       off   off
    x  -     -         x       off  off       off   off
    x  -     x         -       off  off       off   off
    x  -     x         x       off  off       off   off
    x  x     -         -       off  off       off   off
    x  x     -         x       off  off       off   off
    x  x     x         -       off  off       off   off
    x  x     x         x       off  off       off   off
    """

  @Test("All 64 cases are as the table has them; a flag is stronger than all of them")
  func sixtyFourCases() {
    var cases = 0
    for row in ColourTests.table.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: " ").map(String.init)
      let names = ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR"]
      let values = ["1", "1", "1", "0"]
      var environment: [String: String] = [:]
      for index in 0..<4 where cells[index] == "x" { environment[names[index]] = values[index] }
      for column in 0..<4 {
        environment["TERM"] = column % 2 == 0 ? "xterm" : "dumb"
        let isTerminal = column < 2
        func look(_ name: String) -> String? { environment[name] }
        func isOn(_ choice: ColourChoice) -> Bool {
          choice.isOn(environment: look, isTerminal: isTerminal)
        }
        #expect(isOn(.auto) == (cells[4 + column] == "on"), "\(row), column \(column)")
        #expect(isOn(.always))
        #expect(!isOn(.never))
        cases += 1
      }
    }
    #expect(cases == 64)
  }

  @Test("What decided is known")
  func reasons() {
    func reason(_ variables: [String: String], _ choice: ColourChoice = .auto)
      -> ColourChoice.Reason
    {
      choice.decision(environment: { variables[$0] }, isTerminal: true).reason
    }
    #expect(reason(["NO_COLOR": "1", "FORCE_COLOR": "1"]) == .variable("NO_COLOR"))
    #expect(reason(["FORCE_COLOR": "1", "TERM": "dumb"]) == .variable("FORCE_COLOR"))
    #expect(reason(["CLICOLOR_FORCE": "1"]) == .variable("CLICOLOR_FORCE"))
    #expect(reason([:]) == .variable("TERM"))
    #expect(reason(["TERM": "xterm", "CLICOLOR": "0"]) == .variable("CLICOLOR"))
    #expect(reason(["TERM": "xterm", "CLICOLOR": "1"]) == .stream)
    #expect(reason(["NO_COLOR": "1"], .always) == .choice)
  }

  @Test("Variables that are set to nothing do not count; TERM that is not set counts as dumb")
  func emptyVariables() {
    let empty = ["NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm"]
    #expect(ColourChoice.auto.isOn(environment: { empty[$0] }, isTerminal: true))
    #expect(!ColourChoice.auto.isOn(environment: { _ in nil }, isTerminal: true))
  }
}
