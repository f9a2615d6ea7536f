import Files
import Glibc
import Synchronization
import Testing

/// Every system call of a scenario goes wrong in turn, in every way, until a run meets no fault.
@Suite(.enabled(if: Tracer.isPermitted, "missing tool: strace"))
struct FaultTests {
  /// One scenario and one way to fail.
  struct Case: Sendable, CustomTestStringConvertible {
    let scenario: Scenario
    let fault: Fault
    var testDescription: String { "\(scenario.name): \(fault)" }
  }

  /// All of them in `make torture`; a few, spread over scenarios and faults, in `make test`.
  static let cases: [Case] = {
    let all = Scenario.all.flatMap { scenario in
      Fault.all.map { Case(scenario: scenario, fault: $0) }
    }
    return thorough ? all : all.indices.filter { $0 % 43 == 3 }.map { all[$0] }
  }()

  @Test(
    "A01 A02 A03 A04 A05 A06 A07 A09 A10 A11 B01 B02 B04 B05 B06 B08 B09 B10 B22 B23 B24 B30",
    arguments: cases)
  func everyCallFails(_ item: Case) throws {
    let (scenario, fault) = (item.scenario, item.fault)
    let template = try scenario.home()
    let saved = Saved(template)
    let first = try Tracer.first(
      fault.call, try template.copy(), scenario.arguments(template), input: scenario.input)
    guard let first else { return }
    var tally = Tally()
    var number = first
    while true {
      let home = try template.copy()
      let outcome = try Tracer.run(
        home, scenario.arguments(home), input: scenario.input, fault: fault, number: number)
      if outcome.hits == 0 {
        #expect(outcome.result.code == 0, "\(item.testDescription) \(number)")
        break
      }
      let context = "\(item.testDescription) \(number)"
      let shown = try verify(home, outcome.result, saved, scenario, context)
      tally.add(faults: 1, marks: shown)
      number += thorough ? 1 : 11
    }
    Tally.report(item.testDescription, tally)
  }

  /// B01: the disk is full from the n-th write on, and stays full.
  @Test("B01 B03 B32", arguments: thorough ? Scenario.all : [Scenario.session])
  func theDiskStaysFull(_ scenario: Scenario) throws {
    let template = try scenario.home()
    let saved = Saved(template)
    var tally = Tally()
    for (call, error) in [("write", "ENOSPC"), ("fdatasync", "EIO"), ("openat", "EMFILE")] {
      let fault = Fault(call: call, error: error)
      let first = try Tracer.first(
        call, try template.copy(), scenario.arguments(template), input: scenario.input)
      guard var number = first else { continue }
      while true {
        let home = try template.copy()
        let outcome = try Tracer.run(
          home, scenario.arguments(home), input: scenario.input, fault: fault, number: number,
          lasting: true)
        if outcome.hits == 0 { break }
        let context = "\(scenario.name): \(fault) from \(number) on"
        let shown = try verify(home, outcome.result, saved, scenario, context)
        tally.add(faults: 1, marks: shown)
        number += thorough ? 1 : 47
      }
    }
    Tally.report("\(scenario.name): for good", tally)
  }

  /// I1 to I7, as far as they can be seen from outside.
  private func verify(
    _ home: TemporaryHome, _ result: PipeSession.Result, _ saved: Saved, _ scenario: Scenario,
    _ context: String
  ) throws -> Int {
    let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV].map { 128 + $0 }
    #expect(!crashes.contains(result.code), "\(context): code \(result.code) \(result.messages)")
    saved.expectKept(in: home, context)
    let shown = try scenario.verify(home, result, context)
    // I6: the same again works, and so does the next session.
    if scenario.repeats {
      let again = try home.run(scenario.arguments(home), input: scenario.input)
      #expect(again.code == 0, "\(context), again: \(again.messages)")
    }
    // The empty line goes on after a section's story, where the first card has one.
    let next = try home.run(["review"] + nextEvening, input: "\nafter1\n")
    #expect(next.code == 0, "\(context), then: \(next.messages)")
    #expect(answers(in: next.output) == ["after1"], "\(context): \(next.output)")
    #expect(home.journal().contains { $0.given == "after1" }, "\(context)")
    saved.expectKept(in: home, context)
    try expectSnapshotAsRebuilt(home)
    return shown
  }
}

/// How many runs really met their fault, and how many answers were shown as saved meanwhile.
struct Tally: Sendable {
  private(set) var faults = 0
  private(set) var marks = 0
  private static let whole = Mutex(Tally())

  mutating func add(faults: Int, marks: Int) {
    self.faults += faults
    self.marks += marks
  }

  /// Prints what a test came to, and the sum so far.
  static func report(_ name: String, _ tally: Tally) {
    let sum = whole.withLock { whole in
      whole.add(faults: tally.faults, marks: tally.marks)
      return whole
    }
    print(
      "faults: \(name): \(tally.faults) met, \(tally.marks) marks shown; in all \(sum.faults) and \(sum.marks)"
    )
  }
}
