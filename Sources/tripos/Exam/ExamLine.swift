import Exams

/// A line of an exam: an answer, or a command that begins with a colon.
enum ExamLine: Hashable {
  case answer(String)
  case empty
  case back
  case skip
  case open(Int)
  case flag
  case list
  case finish
  case help
  case quit
  case unknown(String)

  /// The lines that Tab completes to.
  static let completions = [
    ":back", ":skip", ":goto ", ":flag", ":list", ":finish", ":help", ":quit",
  ]

  static let commands = [
    ":back      the question before",
    ":skip      the next question",
    ":goto N    question N; an answer given there replaces the earlier one",
    ":flag      mark this question, to come back to it",
    ":list      what is answered, open and flagged",
    ":finish    hand in",
    ":quit      stop for now; \"tripos exam --resume\" goes on",
  ]

  /// Reads a line; one that begins with a space is always an answer.
  init(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first else {
      self = .empty
      return
    }
    guard line.hasPrefix(":") || line == "?" else {
      self = .answer(line.hasPrefix(" ") ? String(line.dropFirst()) : line)
      return
    }
    switch first.lowercased() {
    case ":back": self = .back
    case ":skip": self = .skip
    case ":goto":
      self = words.count > 1 ? Int(words[1]).map { .open($0) } ?? .unknown(line) : .unknown(line)
    case ":flag": self = .flag
    case ":list": self = .list
    case ":finish": self = .finish
    case ":help", "?": self = .help
    case ":quit": self = .quit
    case _: self = .unknown(first)
    }
  }
}
