import Digest
import Files
import Glibc
import JSON
import Memory

/// One live record of a card, with its amendments worked in.
package struct HistoryEntry: Hashable, Sendable {
  /// The record as it was written.
  package var record: Record
  /// The rating that counts; `nil` for what is no answer.
  package var rating: Rating?
  /// The mark that counts.
  package var mark: RecordedMark?
  /// The card's state after it.
  package var progress: CardProgress
}

extension Store {
  /// All live records of a card, in the order of the fold; those under its old keys included.
  ///
  /// - Parameter key: the key that the card bears now.
  /// - Returns: the records.
  /// - Throws: `ProgressError.unreadable`.
  package func history(of key: String) throws(ProgressError) -> [HistoryEntry] {
    do throws(FileError) {
      return try ledger.history(of: key, unsaved: unsaved.map { $0.encoded() })
    } catch {
      throw .unreadable(error)
    }
  }
}

extension Ledger {
  /// All live records of a card.
  ///
  /// - Parameters:
  ///   - key: the key that the card bears now.
  ///   - unsaved: lines that are not on the disk.
  /// - Returns: the records, in order.
  /// - Throws: `FileError`.
  func history(of key: String, unsaved: [[UInt8]]) throws(FileError) -> [HistoryEntry] {
    var filter: ((UnsafeRawBufferPointer) -> Bool)?
    if state.lastRenaming == .min {
      // Only lines about the card matter: they hold its key, or amend without naming it.
      var quoted: [UInt8] = []
      quoted.appendJSON(key)
      let amendment = Array("\"of\"".utf8)
      filter = { line in line.contains(quoted) || line.contains(amendment) }
    }
    var reader = try JournalReader(folder: folder, filter: filter)
    reader.add(unsaved: unsaved)
    let contents = reader.contents
    var entries: [HistoryEntry] = []
    for item in Fold.history(of: Fingerprint(key), in: contents, scheduler: scheduler) {
      let entry = contents.entries[item.entry]
      let record =
        if entry.journal >= 0 {
          try record(at: entry.offset, of: reader.positions[Int(entry.journal)].name)
        } else {
          unsaved.lazy.compactMap { line in
            line.withUnsafeBytes { try? Record.decode($0) }
          }.first { $0.id == entry.id }
        }
      guard let record else { continue }
      entries.append(
        HistoryEntry(
          record: record, rating: item.step.rating, mark: item.step.mark, progress: item.state))
    }
    return entries
  }

  /// The record whose line begins at `offset` of a journal; `nil` where there is none.
  func record(at offset: Int64, of journal: String) throws(FileError) -> Record? {
    let file = try Descriptor("\(folder)/\(journal)", O_RDONLY)
    var count = 1024
    while true {
      let bytes = try file.read(count, at: offset)
      let line = bytes.prefix { $0 != 0x0a && $0 != 0x0d }
      if line.count == bytes.count, bytes.count == count {
        count *= 8
        continue
      }
      return line.withUnsafeBytes { (try? Record.decode($0)).flatMap { $0 } }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func contains(_ text: [UInt8]) -> Bool {
    guard let baseAddress, let first = text.first, count >= text.count else { return false }
    var start = 0
    while let found = memchr(baseAddress + start, Int32(first), count - text.count + 1 - start) {
      if memcmp(found, text, text.count) == 0 { return true }
      start = UnsafeRawPointer(found) - baseAddress + 1
    }
    return false
  }
}
