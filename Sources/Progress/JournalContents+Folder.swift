import Files
import Glibc

extension JournalContents {
  /// The records of all journals of a folder, read by several threads.
  ///
  /// What is wrong with a line is not said again: opening the store said so.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - threads: how many threads may read.
  ///   - least: a part of a journal smaller than this, in bytes, is not worth a thread.
  /// - Returns: the records, sorted, and the names of the journals.
  /// - Throws: `FileError` where the folder cannot be listed.
  static func all(
    in folder: String, threads: Int, least: Int64 = 1 << 20
  ) throws(FileError) -> (contents: JournalContents, journals: [String]) {
    let journals = try JournalReader.journals(in: folder)
    let parts = journals.indices.flatMap { journal in
      let path = "\(folder)/\(journals[journal])"
      return JournalPart.parts(of: path, journal: journal, count: threads, least: least)
    }
    let readings = inParallel(count: parts.count, threads: threads) { parts[$0].records }
    var contents = readings.first ?? JournalContents()
    for reading in readings.dropFirst() { contents.append(reading) }
    contents.sort()
    return (contents, journals)
  }
}

/// Some lines of a journal.
private struct JournalPart: Sendable {
  let path: String
  /// The journal's index in the list of journals.
  let journal: Int
  /// In bytes, each bound where a line begins; to the end of the file in the last part.
  let range: Range<Int64>

  /// A journal in at most `count` parts; in none where it cannot be read.
  static func parts(
    of path: String, journal: Int, count: Int, least: Int64
  ) -> [JournalPart] {
    guard let size = FileIdentity(path: path)?.size else { return [] }
    let count = max(1, min(Int64(count), size / least))
    var bounds: [Int64] = [0]
    for part in 1..<max(count, 2) where part < count {
      guard let start = lineStart(after: size / count * part, in: path) else { continue }
      if let last = bounds.last, start > last { bounds.append(start) }
    }
    bounds.append(.max)
    return zip(bounds, bounds.dropFirst()).map { start, end in
      JournalPart(path: path, journal: journal, range: start..<end)
    }
  }

  /// Where the first line behind an offset begins; `nil` where none does.
  private static func lineStart(after offset: Int64, in path: String) -> Int64? {
    guard let file = try? Descriptor(path, O_RDONLY) else { return nil }
    var start = offset
    while let bytes = try? file.read(1 << 12, at: start), !bytes.isEmpty {
      if let newline = bytes.firstIndex(of: 0x0a) { return start + Int64(newline) + 1 }
      start += Int64(bytes.count)
    }
    return nil
  }

  /// About the length of a line of an answer, in bytes; few lines are shorter.
  private static let shortestAnswer = 180

  /// The records of its lines.
  var records: JournalContents {
    var contents = JournalContents()
    if let size = FileIdentity(path: path)?.size {
      contents.entries.reserveCapacity(
        Int(min(range.upperBound, size) - range.lowerBound) / JournalPart.shortestAnswer)
    }
    guard var reader = try? LineReader(path, from: range.lowerBound, to: range.upperBound) else {
      return contents
    }
    _ = try? reader.forEachLine { line, offset in
      switch line {
      case .whole(let bytes), .torn(let bytes):
        // A torn line counts where it is whole but for its newline.
        let text = trimmed(bytes, isFirst: offset == 0)
        if !text.isEmpty, let record = try? RecordLine(text) {
          contents.add(record, journal: journal, offset: offset)
        }
      case .tooLong: break
      }
    }
    // Here, where the threads share the work; two sorted parts are soon one.
    contents.sort()
    return contents
  }
}
