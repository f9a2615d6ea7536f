import Files
import Glibc
import JSON
import Proving
import Testing

/// Mock exams in a terminal: sat, killed, resumed, and marked as the key has it.
@Suite struct ExamTests {
  /// What a question's key says, read from the sitting's file without the exam module.
  private struct Key {
    let card: String
    let right: String
    let wrong: String

    init?(_ question: JSON) {
      guard let card = question["card"]?["key"]?.string, let task = question["task"] else {
        return nil
      }
      self.card = card
      switch task["form"]?.string {
      case "typed":
        right = question["card"]?["answer"]?.string ?? ""
        wrong = "don't know"
      case "choice":
        let key = task["key"]?.int ?? 0
        right = Key.letter(key)
        wrong = Key.letter((key + 1) % (task["options"]?.array?.count ?? 3))
      case "truth":
        let isTrue = task["true"]?.bool ?? false
        right = isTrue ? "true" : "false"
        wrong = isTrue ? "false" : "true"
      case "match":
        let key = task["key"]?.array?.compactMap(\.int) ?? []
        right = key.map(Key.letter).joined(separator: " ")
        wrong = key.reversed().map(Key.letter).joined(separator: " ")
      case _: return nil
      }
    }

    private static func letter(_ index: Int) -> String {
      String(UnicodeScalar(UInt8(97 + index)))
    }
  }

  private func sitting(_ home: TemporaryHome) throws -> JSON {
    let folder = home.progress + "/exams"
    let name = try #require(try listFolder(folder).map(\.name).first { $0.hasSuffix(".json") })
    return try JSON.parse(try readFile("\(folder)/\(name)").bytes)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aCandidateIsKilledAndResumes(seed: UInt64) throws {
    let home = try TemporaryHome.withShippedDeck()
    var random = SplitMix64(seed: seed)
    let arguments = [
      "exam", "--questions", "10", "--about", "dates,actors", "--ask",
      "typed=3,choice=3,truefalse=2,first,between,match", "--seed", "\(seed)", "--now",
      "2026-11-25T10:00",
    ]
    let first = try home.terminal(arguments)
    _ = try first.nextPrompt()
    _ = try first.enter("")
    let paper = try sitting(home)["paper"]
    let keys = (paper?["questions"]?.array ?? []).compactMap { Key($0) }
    #expect(keys.count == 10)
    let known = keys.map { _ in Int.random(in: 0..<3, using: &random) > 0 }
    let killedAt = Int.random(in: 1..<9, using: &random)
    for index in 0..<killedAt {
      _ = try first.enter(known[index] ? keys[index].right : keys[index].wrong)
    }
    first.signal(SIGKILL)
    #expect(try first.finish() == 128 + SIGKILL)
    // Each answer was on the disk before the next question showed.
    let kept = try sitting(home)
    #expect(kept["answers"]?.array?.count { $0["reply"] != nil } == killedAt)
    let second = try home.terminal(["exam", "--resume", "--now", "2026-11-25T10:30"])
    _ = try second.nextPrompt()
    try second.wait(forText: "Question \(killedAt + 1) of 10")
    #expect(try sitting(home)["paper"] == paper)
    for index in killedAt..<10 {
      _ = try second.enter(known[index] ? keys[index].right : keys[index].wrong)
    }
    second.send("y\n")
    #expect(try second.finish() == 0)
    let right = known.count { $0 }
    let records = home.journal().filter { $0.kind == "exam" }
    #expect(records.map(\.key) == keys.map(\.card))
    #expect(records.map { $0.mark == "correct" } == known)
    let report = try home.run(["exam", "show", "--json", "--now", "2026-11-25T11:00"])
    let json = try JSON.parse(Array(report.output.trimmingLineEnd.utf8))
    #expect(json["score"]?["credit"]?.double.map { $0 >= Double(right) } == true)
    #expect(json["misses"]?.array?.count == 10 - right)
    #expect(json["interruptions"]?.int == 1)
  }

  @Test func anOpenExamIsOfferedAndPipedLinesAnswerIt() throws {
    let home = try TemporaryHome.withShippedDeck()
    let exam = [
      "exam", "--seed", "4", "--now", "2026-11-25T10:00", "--questions", "2", "--ask", "typed",
    ]
    let first = try home.run(exam, input: "\nx\n")
    #expect(first.code == 0)
    #expect(first.output.contains("Saved. \"tripos exam --resume\" goes on at question 2."))
    let again = try home.run(
      ["exam", "--now", "2026-11-25T10:05"], input: "y\n:list\ny\ny\n")
    #expect(again.output.contains("An exam is open, \"exam\": 1 of 2 answered"))
    #expect(again.output.contains("Interrupted for"))
    #expect(again.output.contains("1. x"))
    #expect(again.output.contains("exam: 0 of 2, 0 % (0–66 %) right."))
    #expect(home.journal().map(\.kind) == ["exam", "exam"])
  }

  @Test func whatIsWrongIsSaid() throws {
    let home = try TemporaryHome.withShippedDeck()
    func message(_ arguments: String...) throws -> String {
      let result = try home.run(["exam"] + arguments)
      #expect(result.code != 0)
      return result.messages
    }
    #expect(
      try message("--time", "0m").contains("0 minutes is no value for --time."))
    #expect(try message("--sections", "Gomulka's propsal").contains("Did you mean"))
    #expect(try message("--about", "dtes").contains("did you mean dates?"))
    #expect(try message("--ask", "chioce").contains("did you mean choice?"))
    #expect(try message("--about", "dates=0").contains("add up to 0"))
    #expect(try message("--about", "dates=-1").contains("is negative"))
    #expect(try message("--resume").contains("no exam is open."))
    #expect(try message("show").contains("no exam was sat so far."))
    let many = try home.run(["exam", "--questions", "400"])
    #expect(many.output.contains("can be asked, not 400"))
  }

  @Test func aDryRunLeavesNoTrace() throws {
    let home = try TemporaryHome.withShippedDeck()
    let result = try home.run(
      ["exam", "--dry-run", "--questions", "1", "--ask", "typed", "--seed", "2"],
      input: "\nx\ny\n")
    #expect(result.code == 0 && result.output.contains("0 of 1"))
    #expect(home.journal().isEmpty)
    #expect((try? listFolder(home.progress + "/exams"))?.isEmpty != false)
  }

  @Test func theTimeRunsOutInATerminalAndKeepsWhatWasTyped() throws {
    let home = try TemporaryHome.withShippedDeck()
    let arguments = ["exam", "--questions", "3", "--ask", "typed", "--seed", "6"]
    _ = try home.run(arguments, input: "\n")
    // Nearly all of the time is used before the program starts again.
    let folder = home.progress + "/exams"
    let name = try #require(try listFolder(folder).map(\.name).first)
    let text = String(decoding: try readFile("\(folder)/\(name)").bytes, as: UTF8.self)
    let place = try #require(text.firstRange(of: "\"ms\": "))
    let digits = text[place.upperBound...].prefix { $0.isNumber }
    let used = text.replacingCharacters(
      in: place.lowerBound..<digits.endIndex, with: "\"ms\": 177500")
    try writeFile("\(folder)/\(name)", Array(used.utf8))
    let session = try home.terminal(["exam", "--resume"])
    _ = try session.nextPrompt()
    session.send("half an answ")
    try session.wait(forText: "Read again tonight")
    #expect(try session.finish() == 0)
    let answer = try sitting(home)["answers"]?.array?.first
    #expect(answer?["typed"]?.string == "half an answ")
    #expect(answer?["late"]?.bool == true)
    #expect(try sitting(home)["state"]?.string == "time-up")
  }
}

extension String {
  fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
