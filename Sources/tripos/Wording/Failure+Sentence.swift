import Decks
import Exchange
import Files
import Generation
import Glibc
import JSON
import Memory
import Progress
import Study
import Terminal

extension Failure {
  /// What went wrong, in a sentence.
  var sentence: String {
    switch cause {
    case .unknownCommand(let word, _): "there is no command \"\(word)\"."
    case .unknownTopic(let word, _): "there is no command and no topic \"\(word)\"."
    case .unknownShell(let word, _): "there are no completions for a shell \"\(word)\"."
    case .badInstant(let text): "\"\(text)\" is no instant for --now."
    case .settings(let error): error.sentence
    case .noDecks(let folder): "there is no deck in \(folder)."
    case .noSample: "the sample deck is not where this program looks for it."
    case .selection(let error): error.sentence
    case .library(let error): error.sentence
    case .outputFailed(let number): "cannot write the output: \(String(cString: strerror(number)))."
    case .unknownCard(let name, _): "no card has the key \"\(name)\"."
    case .ambiguousCard(let name, let cards):
      "\"\(name)\" fits \(cards.count) cards: \(cards.prefix(5).joined(separator: ", "))."
    case .nothingSelected: "no card fits all of what was asked for."
    case .badDecks(let count): "\(count) \(count == 1 ? "error" : "errors") in the decks."
    case .badNumber(let option, let value, _): "\(value) is no value for \(option)."
    case .badInput(let what, _): what
    case .cannotAsk(let option): "there is no terminal to ask on, and \(option) is not given."
    case .badJSON(let path, let error):
      "\(path):\(error.line):\(error.column): \(error.cause.clause)."
    case .badSchedule(let path, let error): "\(path): \(error.sentence)."
    case .text(let name, let error): error.sentence(name)
    case .target(let refusal): refusal.sentence
    case .exchange(let name, let error): error.sentence(name)
    case .anki(let name, let error): error.sentence(name)
    case .noHistory(let format): "\(format.words) has no place for answers and memory."
    case .file(let error): error.sentence
    case .foreignFile(let path): "\(path) is there already, and it is no page of Tripos."
    case .progress(let error): error.sentence
    case .backup(let error): error.sentence
    case .sync(let error): error.sentence
    }
  }

  /// How to mend it; `nil` where the sentence says it.
  var mend: String? {
    switch cause {
    case .unknownCommand(_, let suggestion):
      (suggestion.map { "Did you mean \"tripos \($0)\"? " } ?? "")
        + "\"tripos --help\" lists the commands."
    case .unknownTopic(_, let suggestion):
      (suggestion.map { "Did you mean \"tripos help \($0)\"? " } ?? "")
        + "\"tripos help\" lists both."
    case .unknownShell(_, let suggestion):
      suggestion.map { "Did you mean \"tripos completions \($0)\"?" }
        ?? "The shells are: \(CompletionScript.allCases.map(\.rawValue).joined(separator: ", "))."
    case .badInstant: "Write it as 2026-11-25T21:00 (local) or 2026-11-25T21:00:00Z (UTC)."
    case .settings(let error): error.mend
    case .noDecks:
      "\"tripos sample\" puts a deck there to begin with; or put a Markdown file with Q: and A:"
        + " lines there, or name a home with --home DIR."
    case .noSample:
      "Install Tripos with its data (\"tripos paths\" shows where it looks), or write a deck:"
        + " \"tripos help formats\"."
    case .selection(let error): error.mend
    case .library(let error): error.mend
    case .outputFailed: nil
    case .unknownCard(_, let suggestion):
      suggestion.map { "Did you mean \($0)?" }
        ?? "\"tripos find WORDS\" finds cards and prints their keys."
    case .ambiguousCard: "Write more of the key."
    case .nothingSelected: "Leave one of the filters out; \"tripos decks\" shows what there is."
    case .badDecks: nil
    case .badNumber(_, _, let allowed): "Allowed: \(allowed)."
    case .badInput(_, let mend): mend
    case .cannotAsk(let option): "Give \(option), or run it on a terminal."
    case .badJSON: "Mend the file at that place, and try again."
    case .badSchedule: "\"tripos schedule --help\" has the members of such a file."
    case .text(_, let error): error.mend
    case .target(let refusal): refusal.mend
    case .exchange(_, let error): error.mend
    case .anki(_, let error): error.mend
    case .noHistory: "Leave --with-history out; \"tripos backup\" keeps your answers."
    case .file(let error): error.mend
    case .foreignFile: "Name another file, or replace it with --force."
    case .progress(let error): error.mend
    case .backup(let error): error.mend
    case .sync(let error): error.mend
    }
  }

  /// The exit code that scripts see.
  var exitCode: Int32 {
    switch cause {
    case .unknownCommand, .unknownTopic, .unknownShell, .badInstant, .selection, .unknownCard,
      .ambiguousCard, .nothingSelected,
      .badNumber, .cannotAsk, .noHistory:
      ExitStatus.usage
    case .settings: ExitStatus.badSettings
    case .noDecks, .noSample: ExitStatus.noInput
    case .text(_, .unreadable): ExitStatus.noInput
    case .text: ExitStatus.badData
    case .target, .foreignFile: ExitStatus.cannotCreate
    case .badDecks, .badJSON, .badSchedule, .badInput, .exchange, .anki: ExitStatus.badData
    case .file(let error): error.exitCode
    case .library: ExitStatus.noInput
    case .outputFailed(let number): number == EPIPE ? ExitStatus.brokenPipe : ExitStatus.ioError
    case .progress(let error): error.exitCode
    case .backup(let error): error.exitCode
    case .sync(let error): error.exitCode
    }
  }
}

extension SelectionError {
  var sentence: String {
    switch self {
    case .unknown(let part, let name, _): "there is no \(part.rawValue) \"\(name)\"."
    case .ambiguous(let part, let name, let candidates):
      "\"\(name)\" fits more than one \(part.rawValue): \(candidates.joined(separator: ", "))."
    }
  }

  var mend: String {
    switch self {
    case .unknown(_, _, let nearest) where !nearest.isEmpty:
      "Did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: " or "))?"
    case .unknown: "\"tripos decks\" lists what there is."
    case .ambiguous: "Write more of the name."
    }
  }
}

extension LibraryError {
  var sentence: String {
    switch self {
    case .unreadable(let error): error.sentence
    case .changed(let path): "\(path) changed while it was read."
    }
  }

  var mend: String? {
    switch self {
    case .unreadable(let error): error.mend
    case .changed: "Run the command again."
    }
  }
}

extension SettingsError {
  var sentence: String {
    let place = line > 0 ? "\(path):\(line)" : path
    switch problem {
    case .syntax(let clause), .type(let clause): return "\(place): \(clause)."
    case .unknown(let key, _): return "\(place): there is no setting \"\(key)\"."
    case .homeOnly(let key):
      return "\(place): \"\(key)\" touches the memory and may only stand in a home's tripos.toml."
    case .userOnly(let key):
      return "\(place): \"\(key)\" names a program and may only stand in your own tripos.toml."
    case .outOfRange(let key, _): return "\(place): \"\(key)\" is out of range."
    case .badStep(let key, let text): return "\(place): \"\(text)\" in \"\(key)\" is no step."
    case .memory(let error): return "\(place): \(error.sentence)."
    case .unreadable(let why): return "\(place): \(why)"
    }
  }

  var mend: String? {
    switch problem {
    case .syntax, .type, .memory, .unreadable:
      return "Mend that line, or delete it: every setting is optional."
    case .unknown(_, let suggestion):
      return suggestion.map { "Did you mean \"\($0)\"?" }
        ?? "The settings are: \(Settings.names.joined(separator: ", "))."
    case .homeOnly: return "Move the line to the home's file (\"tripos paths\" shows it)."
    case .userOnly:
      return "Move the line to your own file (\"tripos paths\" shows it), or set $EDITOR."
    case .outOfRange(_, let allowed): return "Allowed: \(allowed)."
    case .badStep: return "Write a number and s, m, h or d, such as \"10m\"."
    }
  }
}

extension SettingError {
  /// What the scheduler cannot work with, as a clause.
  var sentence: String {
    switch self {
    case .parameterCount(let count): "there are \(count) parameters; FSRS-6 has 21"
    case .parameter(let index, let value, let bounds):
      "parameter w\(index) is \(value); it may be \(bounds.lowerBound) to \(bounds.upperBound)"
    case .desiredRetention(let value): "a retention of \(value) is not between 0 and 1"
    case .learningStep(let index, _, _): "learning step \(index + 1) is too short or too long"
    case .relearningStep(let index, _, _): "relearning step \(index + 1) is too short or too long"
    case .maximumInterval(let days, let bounds):
      "a maximum interval of \(days) days is not between \(bounds.lowerBound) and \(bounds.upperBound)"
    }
  }
}

extension ScheduleFileError {
  /// What is wrong with a value of the file, and at which place.
  var sentence: String {
    switch problem {
    case .missing: "\(path) is missing"
    case .expected(let what): "\(path) must be \(what)"
    case .setting(let error): "\(path): \(error.sentence)"
    case .unknownZone(let name): "\(path): there is no time zone \"\(name)\""
    }
  }
}

extension JSONError.Cause {
  /// What is wrong with the text, as a clause.
  var clause: String {
    switch self {
    case .unexpectedEnd: "the JSON ends too early"
    case .unexpectedByte: "a character stands where JSON allows none"
    case .byteOrderMark: "a byte-order mark stands before the JSON"
    case .trailingContent: "something follows the JSON value"
    case .tooDeep: "the JSON is nested deeper than \(JSON.maximumDepth)"
    case .duplicateMember(let name): "the member \"\(name)\" stands twice"
    case .malformedNumber: "a number is malformed"
    case .numberOutOfRange: "a number is too large"
    case .controlCharacter: "a control character stands in a text"
    case .malformedEscape: "a backslash means nothing here"
    case .loneSurrogate: "half a character stands in a text"
    case .invalidUTF8: "a byte is not UTF-8"
    }
  }
}

extension FileError {
  /// What failed, with the path and what the system says.
  var sentence: String {
    let verb =
      switch operation {
      case .open: "open"
      case .read: "read"
      case .write: "write"
      case .flush: "flush to disk"
      case .rename: "put in place"
      case .list: "list"
      case .create: "create"
      case .lock: "lock"
      case .remove: "remove"
      }
    switch cause {
    case .errno(let number):
      return "cannot \(verb) \(path): \(String(cString: strerror(number)))."
    case .notAFile: return "cannot \(verb) \(path): it is no regular file."
    case .tooLarge(let limit):
      return "cannot \(verb) \(path): it is larger than \(limit >> 20) MiB."
    case .changed: return "\(path) changed while it was read."
    case .notAsWritten:
      return "cannot trust \(path): what was read back differs from what was written."
    }
  }

  var mend: String? {
    guard case .errno(let number) = cause else { return nil }
    switch number {
    case EACCES, EPERM:
      return
        "Check who owns it: after a run with sudo, \"sudo chown -R $USER\" on the folder helps."
    case ENOSPC, EDQUOT: return "Make room on that disk, and try again."
    case EROFS: return "The file system is read-only: nothing can be saved there."
    case ENOENT: return "Check the path."
    case _: return nil
    }
  }

  var exitCode: Int32 {
    guard case .errno(let number) = cause else { return ExitStatus.noInput }
    switch number {
    case ENOENT, ENOTDIR, EISDIR, ELOOP: return ExitStatus.noInput
    case EACCES, EPERM: return ExitStatus.noPermission
    case _: return operation == .create ? ExitStatus.cannotCreate : ExitStatus.ioError
    }
  }
}
