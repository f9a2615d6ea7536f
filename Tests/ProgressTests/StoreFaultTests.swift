import Chronology
import Files
import Glibc
import JSON
import Memory
import Proving
import Testing

@testable import Progress

@Suite struct StoreFaultTests {
  let folder: TemporaryFolder
  let cache: String

  init() throws {
    folder = try TemporaryFolder()
    cache = "\(folder.path)/cache/states"
  }

  func open(_ access: Store.Access = .reading, device: DeviceID = deviceA) throws -> Store {
    try Store(
      folder: folder.path, device: device, scheduler: Scheduler(), access: access, cache: cache)
  }

  static let records: [Record] = (0..<6).map { index in
    record(
      deviceA, Int64(index + 1), index, .review(key: "k\(index % 3)", answer(.good, given: "é한")))
  }

  func fill(close: Bool = true) throws -> Everything {
    let store = try open(.writing)
    for record in Self.records {
      try store.append(record.event, at: record.at, zone: record.zone, day: record.day)
    }
    store.label(
      "k0", CardLabel(deck: "D", section: ["S"], place: 3, prompt: "P?", answer: "A"))
    if close { try store.close() }
    return store.everything
  }

  @Test("A01 A02") func journalCutAtEveryByteKeepsAllWholeLines() throws {
    _ = try fill(close: false)
    let whole = folder.read("reviews-aaaa.jsonl")
    var ends: [Int] = []
    for (index, byte) in whole.enumerated() where byte == 0x0a { ends.append(index) }
    for cut in 0...whole.count {
      folder.write("reviews-aaaa.jsonl", Array(whole[..<cut]))
      let kept = ends.count { $0 <= cut }
      let isTorn = cut > 0 && whole[cut - 1] != 0x0a && !ends.contains(cut)
      let reader = try open()
      #expect(reader.everything == Everything(folded(Array(Self.records.prefix(kept)))))
      #expect(reader.problems.map(\.cause) == (isTorn ? [.torn] : []))
      guard cut % 13 == 0 else { continue }
      // E16, E17: the next record is whole, and the fragment is kept.
      let writer = try open(.writing)
      let id = try writer.append(.suspend(key: "new"), at: noon(9), zone: 0, day: studyDay(9))
      #expect(id.count == Int64(kept + 1))
      try writer.close()
      #expect(folder.read("reviews-aaaa.jsonl").starts(with: whole[..<cut]))
      folder.remove("progress.json")
      let again = try open()
      #expect(again.everything == writer.everything)
      #expect(again.progress(of: "new")?.isSuspended == true)
      unlink(cache)
    }
  }

  @Test("E03") func everyDamagedLineCostsOnlyItself() throws {
    _ = try fill(close: false)
    let whole = folder.read("reviews-aaaa.jsonl")
    let lines = whole.split(separator: 0x0a)
    for index in stride(from: 0, to: whole.count, by: 3) where whole[index] != 0x0a {
      var damaged = whole
      damaged[index] = index % 2 == 0 ? 0 : 0xff
      folder.write("reviews-aaaa.jsonl", damaged)
      let line = whole[..<index].count { $0 == 0x0a }
      let store = try open()
      var kept = Self.records
      kept.remove(at: line)
      #expect(store.everything == Everything(folded(kept)))
      #expect(store.problems.first?.line == line + 1)
      #expect(store.problems.first?.path == "\(folder.path)/reviews-aaaa.jsonl")
    }
    #expect(lines.count == 6)
  }

  @Test(
    "E04 E09",
    arguments: [
      "", " ", "null", "[]", "{}", "{\"schema\":1}", "{\"schema\":1,\"cards\":{}}", "\0\0\0\0",
      "<<<<<<< HEAD\n{}", "{\"schema\": \"1\"}", "{\"schema\": -1}", "\u{feff}{}",
    ])
  func snapshotsThatAreNone(_ text: String) throws {
    let expected = try fill()
    unlink(cache)
    folder.write("progress.json", Array(text.utf8))
    #expect(try open().everything == expected)
    let writer = try open(.writing)
    #expect(writer.everything == expected)
    try writer.append(.unflag(key: "k0"), at: noon(20), zone: 0, day: studyDay(20))
    try writer.close()
    unlink(cache)
    #expect(try open().everything == writer.everything)
    // I3: what was damaged is still there.
    let kept = folder.names.filter { $0.hasPrefix("progress.json.damaged-") }
    if writer.isSnapshotDamaged || !kept.isEmpty {
      #expect(kept.map { folder.read($0) } == [Array(text.utf8)])
    }
  }

  @Test("E01 E02") func damagedSnapshotsAreNeverBelieved() throws {
    let expected = try fill()
    unlink(cache)
    let whole = folder.read("progress.json")
    for index in stride(from: 0, to: whole.count, by: 5) {
      folder.write("progress.json", Array(whole[..<index]))
      #expect(try open().everything == expected)
    }
    // Whatever is changed, the checksum of the whole tells.
    for index in stride(from: 0, to: whole.count, by: 3) {
      var damaged = whole
      damaged[index] ^= 1 << UInt8(index % 8)
      folder.write("progress.json", damaged)
      let store = try open()
      #expect(store.everything == expected, "\(index)")
    }
  }

  /// F05, F06: a Tripos that does not know the checksum carries it along, and does not renew it.
  @Test("F05 F06") func snapshotOfAnOlderTripos() throws {
    let expected = try fill()
    unlink(cache)
    let text = String(decoding: folder.read("progress.json"), as: UTF8.self)
    let sum = text.dropFirst(#"{"schema": 1, "#.count).prefix(#""sum": "00000000","#.count)
    #expect(sum.hasPrefix("\"sum\": \""))
    let older = text.replacing("\(sum)", with: "").replacing(
      "\"cards\": {", with: "\(sum)\n\"cards\": {"
    ).replacing("\"prompt\":\"P?\"", with: "\"prompt\":\"Other?\"")
    folder.write("progress.json", Array(older.utf8))
    let store = try open(.writing)
    #expect(store.everything == expected && !store.isSnapshotDamaged)
    #expect(store.label(of: "k0")?.prompt == "Other?")
    store.label("k1", CardLabel(deck: "D", section: [], place: 1, prompt: "New?", answer: "B"))
    try store.close()
    let after = String(decoding: folder.read("progress.json"), as: UTF8.self)
    #expect(after.ranges(of: "\"sum\"").count == 1 && after.hasPrefix(#"{"schema": 1, "sum": ""#))
  }

  @Test func damagedCachesAreNeverBelieved() throws {
    let expected = try fill()
    let whole = folder.read("cache/states")
    #expect(whole.count > 600)
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 1 << UInt8(index % 8)
      folder.write("cache/states", damaged)
      #expect(StateCache.read(cache, folder: folder.path) == nil)
      if index % 50 == 0 { #expect(try open().everything == expected) }
    }
    for count in stride(from: 0, to: whole.count, by: 3) {
      folder.write("cache/states", Array(whole[..<count]))
      #expect(StateCache.read(cache, folder: folder.path) == nil)
    }
    folder.write("cache/states", whole + [0])
    #expect(StateCache.read(cache, folder: folder.path) == nil)
    folder.write("cache/states", whole)
    #expect(StateCache.read(cache, folder: folder.path) != nil)
    #expect(try open().everything == expected)
  }

  @Test func theCacheIsNotUsedWhereAnythingDiffers() throws {
    let expected = try fill()
    let snapshot = folder.read("progress.json")
    #expect(StateCache.read(cache, folder: folder.path) != nil)
    folder.write("progress.json", snapshot)
    #expect(StateCache.read(cache, folder: folder.path) == nil)
    let other = try Store(
      folder: folder.path, device: deviceA,
      scheduler: try Scheduler(desiredRetention: 0.8), access: .reading, cache: cache)
    #expect(other.everything.cards.count == expected.cards.count)
    #expect(try open().everything == expected)
  }

  @Test("A03") func aGrownJournalIsReadOn() throws {
    _ = try fill()
    let more = record(deviceA, 7, 8, .review(key: "k1", answer(.again)))
    folder.write("reviews-aaaa.jsonl", journal(Self.records + [more]))
    let expected = Everything(folded(Self.records + [more]))
    #expect(try open().everything == expected)
    unlink(cache)
    #expect(try open().everything == expected)
  }

  @Test("E23") func aJournalFromABackupIsFoldedAnew() throws {
    _ = try fill()
    folder.write("reviews-aaaa.jsonl", journal(Array(Self.records.prefix(3))))
    #expect(try open().everything == Everything(folded(Array(Self.records.prefix(3)))))
    let other = record(deviceA, 4, 3, .review(key: "other", answer(.good, given: "xyz")))
    folder.write("reviews-aaaa.jsonl", journal(Self.records.prefix(3) + [other]))
    #expect(try open().everything == Everything(folded(Self.records.prefix(3) + [other])))
  }

  @Test("C09 C16") func copiesAndPartsOfOtherJournals() throws {
    let expected = try fill()
    let whole = folder.read("reviews-aaaa.jsonl")
    folder.write("reviews-aaaa.sync-conflict-20260101-120000-XYZ.jsonl", whole)
    #expect(try open().everything == expected)
    let foreign = record(deviceB, 1, 2, plus: 5, .review(key: "k1", answer(.again)))
    let both = Everything(folded(Self.records + [foreign]))
    let line = journal([foreign])
    folder.write("reviews-bbbb.jsonl", Array(line.prefix(40)))
    #expect(try open().everything == expected)
    let store = try open(.writing)
    try store.close()
    #expect(folder.read("reviews-bbbb.jsonl") == Array(line.prefix(40)))
    folder.write("reviews-bbbb.jsonl", line)
    #expect(try open().everything == both)
  }

  @Test("C11") func twoMachinesWithOneNameAreNoticed() throws {
    let one = record(deviceA, 1, 0, .review(key: "a", answer(.good)))
    let two = record(deviceA, 1, 1, .review(key: "a", answer(.good)))
    folder.write("reviews-aaaa.jsonl", journal([one]))
    folder.write("reviews-aaaa (copy).jsonl", journal([two]))
    let store = try open()
    #expect(store.progress(of: "a")?.schedule.reviews == 2)
    #expect(store.problems.map(\.cause) == [.sameNameTwice(one.id)])
  }

  @Test("E08") func marksOfOtherProgramsAreRead() throws {
    let lines = Self.records.map { $0.encoded() }
    folder.write(
      "reviews-aaaa.jsonl",
      [0xef, 0xbb, 0xbf] + lines.flatMap { $0 + [0x20, 0x0d, 0x0a, 0x0d, 0x0a, 0x0a] })
    let store = try open()
    #expect(store.everything == Everything(folded(Self.records)))
    #expect(store.problems == [])
  }

  @Test("E18 E19 E20") func rubbishBetweenLines() throws {
    let lines = Self.records.map { $0.encoded() + [0x0a] }
    let nul = [UInt8](repeating: 0, count: 512) + [0x0a]
    let long = [UInt8](repeating: 0x78, count: 3_000_000) + [0x0a]
    folder.write(
      "reviews-aaaa.jsonl", lines[0] + nul + lines[1] + long + Array(lines[2..<6].joined()))
    let store = try open()
    #expect(store.everything == Everything(folded(Self.records)))
    #expect(
      store.problems.map(\.cause) == [
        .notJSON(.unexpectedByte(0), column: 1), .tooLong(bytes: 3_000_000),
      ])
    #expect(store.problems.map(\.line) == [2, 4])
  }

  @Test("E22") func gapsAreSaid() throws {
    folder.write(
      "reviews-aaaa.jsonl", journal([Self.records[0], Self.records[3], Self.records[1]]))
    #expect(
      try open().problems.map(\.cause) == [
        .countGap(from: 1, to: 4), .countNotRising(from: 4, to: 2),
      ])
  }

  @Test("F02") func aNewerVersionIsLeftAlone() throws {
    _ = try fill()
    let before = folder.read("reviews-aaaa.jsonl")
    folder.write("reviews-bbbb.jsonl", Array("{\"v\":2,\"x\":1}\n".utf8))
    let snapshot = folder.read("progress.json")
    #expect(throws: ProgressError.newerVersion) { try open(.writing) }
    let reader = try open()
    #expect(reader.isNewer)
    #expect(reader.problems.map(\.cause) == [.newerVersion(2)])
    reader.refreshCache()
    #expect(folder.read("progress.json") == snapshot)
    #expect(folder.read("reviews-aaaa.jsonl") == before)
  }

  @Test("F05") func unknownMembersAndLabelsSurvive() throws {
    _ = try fill()
    var text = String(decoding: folder.read("progress.json"), as: UTF8.self)
    text = text.replacing("\"cards\": {", with: "\"later\": {\"a\": [1]},\n\"cards\": {")
    text = text.replacing("\"k1\": {", with: "\"k1\": {\"colour\":\"red\",")
    folder.write("progress.json", Array(text.utf8))
    let store = try open(.writing)
    #expect(store.label(of: "k0")?.prompt == "P?")
    store.label(
      "k2", CardLabel(deck: "D", section: [], place: 4, prompt: "Q\n\u{1b}", answer: "B"))
    try store.append(.flag(key: "k1", why: "?"), at: noon(20), zone: 0, day: studyDay(20))
    try store.close()
    let after = String(decoding: folder.read("progress.json"), as: UTF8.self)
    #expect(after.contains("\"later\": {\"a\": [1]}"))
    #expect(after.contains("\"colour\":\"red\""))
    let reader = try open()
    #expect(reader.label(of: "k0")?.section == ["S"])
    #expect(reader.label(of: "k2")?.prompt == "Q\n\u{1b}")
    #expect(reader.label(of: "none") == nil)
  }

  @Test("C04") func aSecondWriterWaitsInVain() throws {
    let store = try open(.writing)
    let error = #expect(throws: ProgressError.self) { try open(.writing) }
    guard case .locked(let process, _) = error else {
      Issue.record("not locked")
      return
    }
    #expect(process == Int(getpid()))
    _ = try open(.reading)
    try store.close()
    _ = try open(.writing)
  }

  @Test func readersWriteNothing() throws {
    _ = try fill()
    unlink(cache)
    rmdir("\(folder.path)/cache")
    let before = folder.names
    let reader = try open()
    #expect(throws: ProgressError.openedForReading) {
      try reader.append(.suspend(key: "a"), at: noon(1), zone: 0, day: studyDay(1))
    }
    try reader.close()
    #expect(folder.names == before)
    let empty = try Store(
      folder: "\(folder.path)/none", device: deviceA, scheduler: Scheduler(), access: .reading)
    #expect(empty.everything.cards == [:])
    #expect(folder.names == before)
  }

  @Test("B14 B24") func whatCannotBeSavedWaits() throws {
    let store = try open(.writing)
    try store.append(.suspend(key: "a"), at: noon(1), zone: 0, day: studyDay(1))
    // A folder in the journal's place refuses every write.
    let journal = "\(folder.path)/reviews-aaaa.jsonl"
    let before = folder.read("reviews-aaaa.jsonl")
    rename(journal, "\(journal).away")
    mkdir(journal, 0o700)
    let id = RecordID(device: deviceA, count: 2)
    let error = #expect(throws: ProgressError.self) {
      try store.append(.flag(key: "a", why: "w"), at: noon(2), zone: 0, day: studyDay(2))
    }
    guard case .notSaved(id, _) = error else {
      Issue.record("saved")
      return
    }
    #expect(store.progress(of: "a")?.flag == "w")
    #expect(store.unsaved.map(\.id) == [id])
    #expect(throws: ProgressError.self) { try store.close() }
    rmdir(journal)
    rename("\(journal).away", journal)
    try store.retry()
    #expect(store.unsaved == [])
    #expect(folder.read("reviews-aaaa.jsonl").starts(with: before))
    try store.append(.keep(key: "a"), at: noon(3), zone: 0, day: studyDay(3))
    try store.close()
    folder.remove("progress.json")
    #expect(try open().everything == store.everything)
  }

  @Test func savesElsewhere() throws {
    let store = try open(.writing)
    let journal = "\(folder.path)/reviews-aaaa.jsonl"
    mkdir(journal, 0o700)
    #expect(throws: ProgressError.self) {
      try store.append(.suspend(key: "a"), at: noon(1), zone: 0, day: studyDay(1))
    }
    try store.saveUnsaved(to: "\(folder.path)/reviews-saved.jsonl")
    #expect(store.unsaved == [])
    rmdir(journal)
    try store.close()
    #expect(try open().everything == store.everything)
  }
}
