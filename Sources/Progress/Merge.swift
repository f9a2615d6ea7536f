import Digest
import Files
import Glibc

/// Brings the journals and exams of another folder into this one: a union, in which nothing is lost.
///
/// A journal that another begins with is taken over by it; where both went on on their own, both
/// are kept whole, and the fold counts what stands in both once. Therefore the state is the same
/// in whichever order folders are merged, and merging again changes nothing. The other folder is
/// only read.
package struct Merge {
  /// What there is to do, sorted by name.
  package private(set) var steps: [MergeStep] = []

  private let folder: String
  private let takesCopies: Bool
  /// The bytes to be written, by path below the folder, in order.
  private var writes: [(name: String, bytes: [UInt8], replacing: FileIdentity?)] = []
  /// The lines of the journals here, read when they are first needed.
  private var knownLines: Set<Fingerprint>?

  /// Merges one folder of progress into another, under its lock.
  ///
  /// - Parameters:
  ///   - other: the folder that is read.
  ///   - folder: the folder that is written to, made where it is missing.
  ///   - isTrial: whether nothing is written.
  ///   - takesCopies: whether journals that bring nothing new are taken too, so that both folders
  ///     hold the same files once each was merged into the other.
  ///   - report: told how much is read.
  /// - Returns: what was done, or would be.
  /// - Throws: `ProgressError`; `newerVersion` where this Tripos cannot read what would come in.
  package static func run(
    from other: String, into folder: String, isTrial: Bool = false, takesCopies: Bool = false,
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ProgressError) -> [MergeStep] {
    let lock = isTrial ? nil : try Store.lock(folder).0
    defer { withExtendedLifetime(lock) {} }
    let merge: Merge
    let isNewer: Bool
    do throws(FileError) {
      let (theirs, ours) = (
        try Merge.isNewer(other) { report($0, 2 * $1) },
        try Merge.isNewer(folder) { report($0 + $1, 2 * $1) }
      )
      isNewer = theirs || ours
      merge = try Merge(from: other, into: folder, takesCopies: takesCopies)
    } catch {
      throw .unreadable(error)
    }
    if isNewer { throw .newerVersion }
    guard !isTrial else { return merge.steps }
    do throws(FileError) {
      for write in merge.writes {
        try makeFolder(parentFolder(of: "\(folder)/\(write.name)"))
        try writeFile("\(folder)/\(write.name)", write.bytes, replacing: write.replacing)
      }
    } catch {
      throw error.isReadOnly ? .readOnly(error) : .unreadable(error)
    }
    return merge.steps
  }

  /// Whether a folder holds lines of a later version of the format.
  private static func isNewer(
    _ folder: String, report: (Int, Int) -> Void
  ) throws(FileError) -> Bool {
    let usual = Array("{\"v\":1,".utf8)
    return try JournalReader(
      folder: folder,
      filter: { line in
        guard let base = line.baseAddress, line.count >= usual.count else { return true }
        return memcmp(base, usual, usual.count) != 0
      }, tell: report
    ).isNewer
  }

  private init(
    from other: String, into folder: String, takesCopies: Bool
  ) throws(FileError) {
    self.folder = folder
    self.takesCopies = takesCopies
    for name in try JournalReader.journals(in: other) {
      try addJournal(name, try readFile("\(other)/\(name)").bytes)
    }
    for name in try Merge.sittings(in: other) {
      try addSitting(name, try readFile("\(other)/\(name)").bytes)
    }
  }

  private mutating func addJournal(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    let journals = try JournalReader.journals(in: folder)
    if journals.contains(name) {
      let here = try readFile("\(folder)/\(name)")
      if Merge.begins(here.bytes, with: bytes) { return }
      if Merge.begins(bytes, with: here.bytes) {
        let added = bytes.lineCount() - here.bytes.lineCount()
        steps.append(MergeStep(name: name, kind: .grown, lines: added))
        writes.append((name, bytes, here.identity))
        return
      }
    }
    let new: Int
    if try isNewDevice(name, bytes) {
      new = bytes.lineCount()
    } else {
      let known = try linesHere()
      new = bytes.lineFingerprints.count { !known.contains($0) }
    }
    guard new > 0 || takesCopies else { return }
    guard journals.contains(name) else {
      steps.append(MergeStep(name: name, kind: .added, lines: new))
      writes.append((name, bytes, nil))
      return
    }
    // The same side gives way wherever the two meet, so that all devices end with the same files.
    let here = try readFile("\(folder)/\(name)")
    let isOtherFuller = Merge.isFuller(bytes, than: here.bytes)
    let lesser = isOtherFuller ? here.bytes : bytes
    let stem = name.dropLast(".jsonl".count)
    let beside = "\(stem).merged-\(Merge.mark(lesser)).jsonl"
    if !isOtherFuller, journals.contains(beside) { return }
    steps.append(
      MergeStep(
        name: name, kind: isOtherFuller ? .replaced(keeping: beside) : .keptBeside(beside),
        lines: new))
    writes.append((beside, lesser, nil))
    if isOtherFuller { writes.append((name, bytes, here.identity)) }
  }

  /// The fuller of two states of a sitting stays, whichever side it comes from.
  private mutating func addSitting(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    guard FileIdentity(path: "\(folder)/\(name)") != nil else {
      steps.append(MergeStep(name: name, kind: .added, lines: 0))
      writes.append((name, bytes, nil))
      return
    }
    let here = try readFile("\(folder)/\(name)")
    if here.bytes == bytes { return }
    let isOtherFuller = Merge.isFuller(bytes, than: here.bytes)
    let lesser = isOtherFuller ? here.bytes : bytes
    let beside = "\(name).merged-\(Merge.mark(lesser))"
    if !isOtherFuller, FileIdentity(path: "\(folder)/\(beside)") != nil { return }
    steps.append(
      MergeStep(
        name: name, kind: isOtherFuller ? .replaced(keeping: beside) : .keptBeside(beside),
        lines: 0))
    writes.append((beside, lesser, nil))
    if isOtherFuller { writes.append((name, bytes, here.identity)) }
  }

  /// Whether a journal holds the records of one device alone, of which there are none here: then
  /// no line of it has to be looked for.
  private func isNewDevice(_ name: String, _ bytes: [UInt8]) throws(FileError) -> Bool {
    let device = name.dropFirst("reviews-".count).dropLast(".jsonl".count)
    guard DeviceID(Array(device.utf8)) != nil else { return false }
    // As every Tripos writes them; a line that begins otherwise may be anything.
    let anyone = Array("{\"v\":1,\"dev\":\"".utf8)
    let own = anyone + Array("\(device)\",".utf8)
    guard bytes.lineCount(beginningWith: own) == bytes.lineCount() else { return false }
    for journal in try JournalReader.journals(in: folder) {
      let here = try readFile("\(folder)/\(journal)").bytes
      guard here.lineCount(beginningWith: anyone) == here.lineCount(),
        here.lineCount(beginningWith: own) == 0
      else { return false }
    }
    return true
  }

  private mutating func linesHere() throws(FileError) -> Set<Fingerprint> {
    if let knownLines { return knownLines }
    var lines: Set<Fingerprint> = []
    for name in try JournalReader.journals(in: folder) {
      lines.formUnion(try readFile("\(folder)/\(name)").bytes.lineFingerprints)
    }
    knownLines = lines
    return lines
  }

  /// The sittings of a folder, by their paths below it.
  private static func sittings(in folder: String) throws(FileError) -> [String] {
    do throws(FileError) {
      return try listFolder("\(folder)/exams").compactMap { entry in
        entry.kind == .file && entry.name.hasSuffix(".json") && !entry.name.hasPrefix(".")
          ? "exams/\(entry.name)" : nil
      }
    } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  /// Which of two contents stays under its name; any order will do that all devices share.
  private static func isFuller(_ bytes: [UInt8], than other: [UInt8]) -> Bool {
    bytes.count == other.count
      ? other.lexicographicallyPrecedes(bytes) : bytes.count > other.count
  }

  private static func begins(_ bytes: [UInt8], with start: [UInt8]) -> Bool {
    bytes.count >= start.count && memcmp(bytes, start, start.count) == 0
  }

  /// Eight hexadecimal digits that tell contents apart.
  private static func mark(_ bytes: [UInt8]) -> String {
    let digits = String(CRC32.checksum(bytes), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
