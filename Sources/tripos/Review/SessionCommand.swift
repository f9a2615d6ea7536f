import Decks
import Memory

/// A line that begins with a colon: something to do instead of an answer.
enum SessionCommand: Hashable {
  case hint
  case why
  case skip
  case undo
  case edit
  case right
  case wrong
  /// Another rating for the card just marked.
  case rate(Rating)
  case flag(String)
  case suspend
  case bury
  /// The draft is a card from now on.
  case keep
  /// The draft is none.
  case reject
  case read
  case save(String)
  case help
  case quit

  /// What a typed line is.
  enum Line: Hashable {
    case answer(String)
    /// Nothing but white space.
    case empty
    case command(SessionCommand)
    /// A colon and no command; carries the one that was probably meant.
    case unknown(String, suggestion: String?)
    /// Exactly a command's word without its colon.
    case bareWord(SessionCommand, typed: String)
  }

  /// The commands by their words, in the order in which `?` lists them.
  static let table: [(word: String, command: SessionCommand, help: String)] = [
    ("hint", .hint, "a little help; a right answer then counts as hard"),
    ("why", .why, "why this card is asked now"),
    ("skip", .skip, "ask this card later"),
    ("undo", .undo, "take the last answer back and ask it again"),
    ("right", .right, "the card just marked: I was right"),
    ("wrong", .wrong, "the card just marked: I did not know it"),
    ("hard", .rate(.hard), "the card just marked was hard"),
    ("good", .rate(.good), "the card just marked was neither hard nor easy"),
    ("easy", .rate(.easy), "the card just marked was easy"),
    ("again", .rate(.again), "ask the card just marked again soon"),
    ("edit", .edit, "change this card's note in the deck"),
    ("flag", .flag(""), "mark this card as doubtful; say why after it"),
    ("suspend", .suspend, "do not ask this card any more"),
    ("bury", .bury, "do not ask this card today"),
    ("keep", .keep, "this draft is good: a card like any other"),
    ("reject", .reject, "this draft is bad: never ask it"),
    ("read", .read, "read the section's story; this card comes later"),
    ("save", .save(""), "write unsaved answers to a file: \":save PATH\""),
    ("help", .help, "this list"),
    ("quit", .quit, "stop; every answer is saved"),
  ]

  /// Whether it speaks of drafts, so that it is only listed where one is asked.
  private var isForDrafts: Bool {
    switch self {
    case .keep, .reject: true
    case .hint, .why, .skip, .undo, .edit, .right, .wrong, .rate, .flag, .suspend, .bury, .read,
      .save, .help, .quit:
      false
    }
  }

  /// The commands that `?` lists.
  static func listed(isDraft: Bool) -> [(word: String, help: String)] {
    table.filter { isDraft || !$0.command.isForDrafts }.map { ($0.word, $0.help) }
  }

  /// The lines that Tab completes to.
  static func completions(isDraft: Bool) -> [String] {
    listed(isDraft: isDraft).map { ":" + $0.word }
  }

  /// Reads a line; one that begins with a space is always an answer.
  static func read(_ line: String, isDraft: Bool = false) -> Line {
    let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let first = words.first else { return .empty }
    if line.hasPrefix(" ") { return .answer(String(line.dropFirst())) }
    if line == "?" { return .command(.help) }
    let rest = words.count > 1 ? String(words[1]) : ""
    guard line.hasPrefix(":") else {
      let bare = line.lowercased()
      let found =
        rest.isEmpty
        ? table.first { $0.word == bare && (isDraft || !$0.command.isForDrafts) } : nil
      return found.map { .bareWord($0.command, typed: line) } ?? .answer(line)
    }
    let word = first.dropFirst().lowercased()
    guard let entry = table.first(where: { $0.word == word }) else {
      let near = nearest(to: String(word), among: table.map(\.word)).first
      return .unknown(String(first), suggestion: near)
    }
    switch entry.command {
    case .flag: return .command(.flag(rest))
    case .save: return .command(.save(rest))
    case .hint, .why, .skip, .undo, .edit, .right, .wrong, .rate, .suspend, .bury, .keep, .reject,
      .read, .help, .quit:
      return .command(entry.command)
    }
  }
}
