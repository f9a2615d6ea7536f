import Glibc
import Testing

/// Expects what holds for every run (I1, I4, I5): no crash, one of these exit codes, a message that
/// says what is wrong, and no control byte on its way to a terminal.
func expectCalm(
  _ result: PipeSession.Result, _ codes: Set<Int32> = [0], _ context: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let said = "\(context) \(result.code) \(result.messages.prefix(400))"
  #expect(codes.contains(result.code), "\(said)", sourceLocation: sourceLocation)
  for text in [result.output, result.messages] {
    let isClean = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
    }
    #expect(isClean, "\(said)", sourceLocation: sourceLocation)
  }
  if (64...78).contains(result.code) {
    #expect(!(result.messages + result.output).isEmpty, "\(said)", sourceLocation: sourceLocation)
  }
}

extension TemporaryHome {
  /// Runs a line of a shell, in which `$T` is the program, in the home folder.
  func shell(_ line: String, input: String = "") throws -> PipeSession.Result {
    let session = try PipeSession(
      "/bin/bash", ["-c", line], environment: environment.merging(["T": Built.program]) { $1 },
      folder: folder)
    session.home = self
    session.send(input)
    session.closeInput()
    return try session.finish()
  }

  /// What was typed, of all records that stand in the journals.
  var given: [String] { journal().filter { $0.kind == "review" }.compactMap(\.given) }
}
