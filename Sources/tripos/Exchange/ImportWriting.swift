import Chronology
import Decks
import Exchange
import Files
import Glibc

extension ImportPlan {
  /// Writes the decks: all of them, or, where one cannot be written, none.
  ///
  /// A deck that was there is copied into the folder of backups first. Ctrl-C waits until the decks
  /// are written.
  ///
  /// - Parameter app: the home.
  /// - Returns: the copies that were made, by the path of the deck.
  /// - Throws: `FileError`; the decks are as they were then.
  func write(_ app: App) throws(FileError) -> [String: String] {
    let changes = steps.filter { $0.addition.bytes != nil }
    guard !changes.isEmpty else { return [:] }
    return try Interruption.heldOff { () throws(FileError) in
      let backups = try backUp(changes, app)
      var written: [(step: Step, identity: FileIdentity)] = []
      do throws(FileError) {
        for step in changes { written.append((step, try step.write())) }
      } catch {
        for (step, identity) in written.reversed() {
          step.takeBack(identity, backup: backups[step.addition.path])
        }
        throw error
      }
      return backups
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
