import Files
import Glibc
import JSON

/// The sittings of a home: one file each under `Progress/exams/`.
package struct SittingStore: Sendable {
  /// What a file of the folder holds.
  package struct Entry: Sendable {
    package let path: String
    package let content: Result<Sitting, SavedSittingError>
  }

  /// The folder.
  package let folder: String

  /// The store in a folder, which need not exist yet.
  package init(folder: String) { self.folder = folder }

  /// Where a sitting is kept.
  package func path(of sitting: Sitting) -> String { "\(folder)/\(sitting.name).json" }

  /// Saves a sitting as a whole: readers see the old file or the new one.
  ///
  /// - Throws: `FileError`; what was saved before is still there then.
  package func save(_ sitting: Sitting) throws(FileError) {
    try makeFolder(folder)
    try writeFile(path(of: sitting), sitting.json.utf8(indented: true))
  }

  /// Reads a sitting.
  ///
  /// - Throws: why it cannot be read; the file is left as it is.
  package static func load(_ path: String) throws(SavedSittingError) -> Sitting {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path).bytes
    } catch {
      throw .unreadable(path: path, cause: "\(error)")
    }
    return try Sitting(bytes)
  }

  /// All sittings, the oldest first; files that cannot be read are among them, each with its error.
  package func all() -> [Entry] {
    let names = ((try? listFolder(folder)) ?? []).map(\.name)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    return names.sorted().map { name in
      let path = "\(folder)/\(name)"
      do throws(SavedSittingError) {
        return Entry(path: path, content: .success(try SittingStore.load(path)))
      } catch {
        return Entry(path: path, content: .failure(error))
      }
    }
  }

  /// The sitting that is still open and was begun last; `nil` where there is none.
  package func open() -> Sitting? {
    for entry in all().reversed() {
      if case .success(let sitting) = entry.content, sitting.state == .open { return sitting }
    }
    return nil
  }
}

extension SittingStore {
  /// Removes a sitting that is to leave no trace.
  ///
  /// - Throws: `FileError`; a file that is not there is removed already.
  package func remove(_ sitting: Sitting) throws(FileError) {
    let path = path(of: sitting)
    if unlink(path) != 0, errno != ENOENT { throw .system(.remove, path) }
  }
}
