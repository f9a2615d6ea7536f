import ArgumentParser
import Glibc
import Terminal

/// `tripos complete`: what the completion scripts ask.
///
/// Whatever is wrong, it says nothing and ends well: a shell has no use for a message there.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Answer a shell's completion script.", shouldDisplay: false)

  @Argument var shell: CompletionScript

  @Argument(parsing: .captureForPassthrough) var words: [String] = []

  func run() throws {
    let screen = Screen(.descriptor(STDOUT_FILENO))
    for line in lines() { screen.machine(line) }
    screen.flush()
  }

  private func lines() -> [String] {
    let words = words.first == "--" ? Array(words.dropFirst()) : words
    switch shell {
    case .bash:
      guard let text = words.first else { return [] }
      let line = BashLine(text)
      let completion = complete(Array(line.words.dropFirst()), current: line.current)
      let piece = words.dropFirst().first ?? ""
      return answer(completion) {
        line.replacement(for: completion.prefix + $0.word, of: piece)
      }
    case .zsh:
      // What zsh has set aside already, `--option=`, stands before what is left of the word.
      let (before, kept, current) = (words.dropLast(2), words.dropLast().last ?? "", words.last)
      let completion = complete(Array(before), current: kept + (current ?? ""))
      return answer(completion, described)
    case .fish:
      let completion = complete(Array(words.dropLast()), current: words.last ?? "")
      return answer(completion) { completion.prefix + described($0) }
    }
  }

  private func complete(_ words: [String], current: String) -> Completer.Completion {
    let folder = getcwd(nil, 0)
    defer { free(folder) }
    let here = folder.map { String(cString: $0) } ?? "/"
    let lookup = NameLookup(home: {
      Home(option: $0, folder: here, environment: environmentVariable)
    })
    return Completer(names: lookup.names).complete(words, current: current)
  }

  private func described(_ candidate: Completer.Candidate) -> String {
    candidate.about.isEmpty
      ? candidate.word : "\(candidate.word)\t\(SafeText(line: candidate.about).plain)"
  }

  /// The directive and the candidates; a name that a terminal must not see is not offered.
  private func answer(
    _ completion: Completer.Completion, _ written: (Completer.Candidate) -> String
  ) -> [String] {
    [completion.directive.rawValue]
      + completion.candidates.filter { SafeText(line: $0.word).plain == $0.word }.map(written)
  }
}
