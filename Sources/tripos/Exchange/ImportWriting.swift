import Anki
import Chronology
import Decks
import Exchange
import Files
import Glibc
import Progress
import Terminal

extension ImportPlan {
  /// What was written besides the decks.
  struct Written {
    /// Copies of the decks as they were, by the paths of the decks.
    var backups: [String: String] = [:]
    /// The copy of the answers as they were; `nil` where there were none or none came in.
    var progress: String?
  }

  /// Writes the decks and what comes with them: all of it, or, where one file cannot be written,
  /// none.
  ///
  /// A deck that was there is copied into the folder of backups first, and so is the progress where
  /// answers come in. Ctrl-C waits until all is written. The answers come last and by one write:
  /// where the machine stops before it, importing again brings them.
  ///
  /// - Parameters:
  ///   - app: the home.
  ///   - extras: media and answers.
  /// - Returns: the copies that were made.
  /// - Throws: `FileError`, `Backup.Failure` or `ProgressError`; all is as it was then.
  func write(_ app: App, with extras: ImportExtras) throws -> Written {
    let changes = steps.filter { $0.addition.bytes != nil }
    guard !changes.isEmpty || extras.journal.count > 0 else { return Written() }
    let bar = app.world.progress("Writing the decks")
    defer { bar.finish() }
    return try Interruption.heldOff {
      var result = Written()
      result.backups = try backUp(changes, app)
      if extras.journal.count > 0 { result.progress = try backUpProgress(app) }
      var written: [(step: Step, identity: FileIdentity)] = []
      var media: [String] = []
      let isFirst = access(app.home.decks, F_OK) != 0
      do {
        for file in extras.media where try ImportPlan.create(file, in: app.home.decks) {
          media.append("\(app.home.decks)/\(file.path)")
        }
        for step in changes {
          bar.report(written.count, of: changes.count)
          written.append((step, try step.write()))
        }
        try extras.journal.write(into: app.home.progress)
      } catch {
        for (step, identity) in written.reversed() {
          step.takeBack(identity, backup: result.backups[step.addition.path])
        }
        for path in media {
          unlink(path)
          rmdir(parentFolder(of: path))
        }
        if isFirst { rmdir(app.home.decks) }
        throw error
      }
      return result
    }
  }

  private func backUpProgress(_ app: App) throws(Backup.Failure) -> String? {
    do throws(Backup.Failure) {
      let now = app.world.clock.now()
      switch try Backup.make(of: app.home.progress, in: app.home.backups, at: now) {
      case .made(let backup), .unchanged(let backup): return backup.path
      }
    } catch .nothingToKeep {
      return nil
    } catch {
      throw error
    }
  }

  /// Writes a media file, unless one of its name is there.
  ///
  /// - Returns: whether it was written.
  private static func create(
    _ file: ImportExtras.MediaFile, in folder: String
  ) throws(FileError) -> Bool {
    let path = "\(folder)/\(file.path)"
    try makeFolder(parentFolder(of: path))
    do throws(FileError) {
      try createFile(path, file.bytes)
      return true
    } catch {
      guard error.cause == .errno(EEXIST) else { throw error }
      return false
    }
  }

  private func backUp(_ changes: [Step], _ app: App) throws(FileError) -> [String: String] {
    var backups: [String: String] = [:]
    let stamp = app.world.clock.now().iso.filter { $0 != "-" && $0 != ":" }.prefix(15)
    for step in changes where step.identity != nil {
      let path = step.addition.path
      let (bytes, identity) = try readFile(path, limit: Deck.Limit.file)
      guard identity == step.identity else { throw FileError(.write, path, .changed) }
      let folder = "\(app.home.backups)/Decks"
      try makeFolder(folder)
      backups[path] = try Self.createCopy(
        of: bytes, at: "\(folder)/\(Self.stem(path))-\(stamp)Z", ending: ".md")
    }
    return backups
  }

  /// Writes a copy under a name that is free.
  private static func createCopy(
    of bytes: [UInt8], at start: String, ending: String
  ) throws(FileError) -> String {
    var number = 1
    while true {
      let path = start + (number == 1 ? "" : "-\(number)") + ending
      do throws(FileError) {
        try createFile(path, bytes)
        return path
      } catch {
        guard error.cause == .errno(EEXIST) else { throw error }
        number += 1
      }
    }
  }

  private static func stem(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}

extension ImportPlan.Step {
  fileprivate func write() throws(FileError) -> FileIdentity {
    let bytes = addition.bytes ?? []
    guard let identity else {
      try makeFolder(parentFolder(of: addition.path))
      removeTemporaries(of: addition.path)
      return try createFile(addition.path, bytes)
    }
    return try writeFile(addition.path, bytes, replacing: identity)
  }

  /// Puts back what was there before, unless somebody changed it since.
  fileprivate func takeBack(_ written: FileIdentity, backup: String?) {
    guard FileIdentity(path: addition.path) == written else { return }
    if let backup, let bytes = try? readFile(backup).bytes {
      _ = try? writeFile(addition.path, bytes, replacing: written)
    } else if identity == nil {
      unlink(addition.path)
    }
  }
}
