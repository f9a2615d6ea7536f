import Exchange
import Files
import Glibc
import Terminal

/// The file that an export makes, or standard output.
struct ExportTarget {
  /// As the command line has it; `-` for standard output.
  let path: String
  let format: ExchangeFormat

  /// - Parameters:
  ///   - path: as the command line has it.
  ///   - format: the form that the user names; `nil` to take it from the ending.
  /// - Throws: `Failure` where the form cannot be known or the file is there.
  init(_ path: String, format: ExchangeFormat?) throws {
    self.path = path
    guard let format = format ?? ExchangeFormat(fileName: path) else {
      throw Failure(
        .badInput(
          "\"\(path)\" does not say in which form to write.",
          mend: "End it in .csv, .tsv, .txt, .gift or .json, or give --format."))
    }
    self.format = format
    try refuseExisting()
  }

  /// Whether it goes to standard output.
  var isStandardOutput: Bool { path == "-" }

  private func refuseExisting() throws {
    var info = stat()
    guard !isStandardOutput, lstat(path, &info) == 0 else { return }
    throw Failure(
      .badInput(
        "\(path) exists already, and nothing is written over it.",
        mend: "Name another file with --to."))
  }

  /// Writes the file, and says what it holds and what it has no place for.
  ///
  /// - Throws: `Failure` or `FileError`; nothing is there then.
  func write(_ written: WrittenFile, _ app: App) throws {
    let screen = isStandardOutput ? app.world.messages : app.world.output
    if isStandardOutput {
      app.world.output.bytes(written.bytes)
      try app.world.finish()
    } else {
      // What an export left that was killed while it wrote.
      removeTemporaries(of: path)
      let mask = umask(0)
      umask(mask)
      _ = try Interruption.heldOff { () throws(FileError) in
        try createFile(path, written.bytes, mode: 0o666 & ~mask)
      }
    }
    let notes = ReviewWording.count(written.noteCount, "note")
    screen.line(
      isStandardOutput ? "\(notes) written." : "Made \(path): \(notes) as \(format.words).")
    if !written.losses.isEmpty {
      let losses = ReviewWording.list(written.losses.map(\.words))
      screen.line("Not in it: \(losses).")
    }
  }
}
