import Anki
import Decks
import Exchange
import Files
import Generation
import JSON
import Memory
import Progress
import Study
import Terminal

/// Why a command could not do its work: facts, worded here and nowhere else.
struct Failure: Error {
  /// What went wrong.
  enum Cause {
    case unknownCommand(String, suggestion: String?)
    case unknownTopic(String, suggestion: String?)
    case unknownShell(String, suggestion: String?)
    case badInstant(String)
    case settings(SettingsError)
    case noDecks(folder: String)
    case noSample
    case unknownCard(String, suggestion: String?)
    case ambiguousCard(String, [String])
    case nothingSelected
    case badDecks(Int)
    case badNumber(option: String, value: String, allowed: String)
    case badInput(String, mend: String)
    case cannotAsk(option: String)
    case badJSON(path: String, JSONError)
    case badSchedule(path: String, ScheduleFileError)
    case text(name: String, ReadingError)
    case target(TargetRefusal)
    case exchange(name: String, ExchangeError)
    case anki(name: String, AnkiError)
    case noHistory(ExchangeFormat)
    case file(FileError)
    case foreignFile(String)
    case selection(SelectionError)
    case library(LibraryError)
    case outputFailed(Int32)
    case progress(ProgressError)
    case backup(Backup.Failure)
    case sync(SyncFailure)
  }

  let cause: Cause

  init(_ cause: Cause) { self.cause = cause }

  /// The failure behind an error of the modules below; `nil` for any other error.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as SettingsError: self.init(.settings(error))
    case let error as FileError: self.init(.file(error))
    case let error as ProgressError: self.init(.progress(error))
    case let error as Backup.Failure: self.init(.backup(error))
    case let error as SyncFailure: self.init(.sync(error))
    case let error as SelectionError: self.init(.selection(error))
    case let error as LibraryError: self.init(.library(error))
    case _: return nil
    }
  }

  /// The lines that go to the terminal: what is wrong, and how to mend it.
  var lines: [SafeText] { ["tripos: \(sentence)"] + (mend.map { ["  \($0)"] } ?? []) }
}
