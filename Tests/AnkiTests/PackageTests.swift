import Memory
import Proving
import Testing

@testable import Anki

struct PackageTests {
  @Test(arguments: [AnkiPackage.Generation.second, .third])
  func whatIsPackedIsRead(_ generation: AnkiPackage.Generation) throws {
    let collection = sampleCollection(["Q <b>1</b>\u{1f}A", "한국\u{1f}\u{1f600}"])
    let media: [(String, [UInt8])] = [
      ("a map.png", [1, 2, 3]), ("x.mp3", Array(repeating: 7, count: 9999)),
    ]
    let package = try AnkiPackage(try samplePackage(generation, collection, media: media))
    #expect(package.generation == generation)
    #expect(package.mediaNames == ["a map.png", "x.mp3"])
    #expect(try package.media("a map.png") == [1, 2, 3])
    #expect(try package.media("x.mp3") == Array(repeating: 7, count: 9999))
    #expect(try package.media("none") == nil)
    let read = try package.collection(withHistory: true)
    #expect(read.notes == collection.notes)
    #expect(read.cards == collection.cards)
    #expect(read.noteTypes == collection.noteTypes)
    #expect(read.decks.contains(collection.decks[0]))
    #expect(read.created == 1_700_000_000)
    #expect(read.firstDay == 19_675)
  }

  @Test func theFirstGenerationIsReadToo() throws {
    let image = try CollectionWriter.image(sampleCollection(), Scheduler(), sampleContext)
    let package = try AnkiPackage(
      try archive([("collection.anki2", image), ("media", [0x7b, 0x7d])]))
    #expect(package.generation == .first)
    #expect(try package.collection(withHistory: false).notes.count == 1)
  }

  @Test func theNewestCollectionOfAPackageCounts() throws {
    let old = try CollectionWriter.image(sampleCollection([]), Scheduler(), sampleContext)
    let new = try CollectionWriter.image(sampleCollection(), Scheduler(), sampleContext)
    let bytes = try archive([
      ("collection.anki2", old), ("collection.anki21b", try Zstd.packed(new)),
      ("meta", [0x08, 0x03]), ("media", try Zstd.packed([])),
    ])
    #expect(try AnkiPackage(bytes).collection(withHistory: false).notes.count == 1)
  }
}

/// Archives that Anki does not make: group I of the fault catalogue.
struct HostilePackageTests {
  @Test func i02NamesThatLeadOut() throws {
    for name in [
      "../collection.anki2", "/etc/passwd", "a/../../b", "..\\x", "c:evil", "x/./y", "..",
    ] {
      #expect(failure(try archive([(name, [1])])) == .unsafeName(name), "\(name)")
    }
  }

  @Test func i02ANameThatOnlyBeginsLikeTheCollection() throws {
    #expect(failure(try archive([("collection.anki2-evil", [1])])) == .noCollection)
  }

  @Test func i02Links() throws {
    let bytes = try archive([("collection.anki2", Array("/etc/passwd".utf8))], link: true)
    #expect(failure(bytes) == .link(name: "collection.anki2"))
  }

  @Test func i02TwoEntriesOfOneName() throws {
    var bytes = try archive([("collection.anki2", [1]), ("collection.anki3", [2])])
    while let place = bytes.indices.first(where: { bytes[$0...].starts(with: Array("anki3".utf8)) })
    {
      bytes[place + 4] = UInt8(ascii: "2")
    }
    #expect(failure(bytes) == .repeatedName("collection.anki2"))
  }

  @Test func i03Bombs() throws {
    let zeros = Array(repeating: UInt8(0), count: 40 << 20)
    #expect(failure(try archive([("collection.anki2", zeros)])) == .bomb(name: "collection.anki2"))
    let packed = try Zstd.packed(zeros)
    #expect(
      failure(try archive([("collection.anki21b", packed)])) == .bomb(name: "collection.anki21b"))
    #expect(
      failure(try archive([("collection.anki21", Array(repeating: 0, count: 1 << 20))])) != nil)
  }

  @Test func i03ArchivesWithinArchivesAreNotOpened() throws {
    let inner = try samplePackage()
    #expect(failure(try archive([("deck.apkg", inner)])) == .noCollection)
  }

  @Test func i03EveryTruncationIsRefused() throws {
    let whole = try samplePackage(.third)
    #expect(failure(whole) == nil)
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(failure(Array(whole[..<length])) != nil, "\(length)")
    }
  }

  @Test func i03WrongChecksumsAreRefused() throws {
    var bytes = try samplePackage()
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4b, 1, 2]) })
    // The meta entry is first: its checksum in the list of entries.
    bytes[start + 16] ^= 1
    #expect(failure(bytes) == .damagedEntry(name: "meta"))
  }

  @Test func i03TooManyEntries() {
    // An end that speaks of more entries than are read, at the end of nothing.
    var bytes: [UInt8] = [0x50, 0x4b, 6, 7, 0, 0, 0, 0] + Array(repeating: 0, count: 12)
    let record: [UInt8] = [0x50, 0x4b, 6, 6] + Array(repeating: 0, count: 28)
    bytes = record + [0x40, 0x42, 0x0f, 0, 0, 0, 0, 0] + Array(repeating: 0, count: 16) + bytes
    bytes +=
      [0x50, 0x4b, 5, 6, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff] + Array(repeating: 0xff, count: 8)
    bytes += [0, 0]
    #expect(failure(bytes) == .tooManyEntries(limit: 100_000))
  }

  @Test func i04NoArchiveAtAll() {
    #expect(failure([]) == .notAnArchive)
    #expect(failure(Array("Q: no\nA: archive, but long enough for one\n".utf8)) == .notAnArchive)
  }

  @Test func i04PackagesOfTheFuture() throws {
    #expect(failure(try archive([("meta", [0x08, 0x09])])) == .newerPackage(version: 9))
  }

  @Test func i04NoDatabase() throws {
    let text = Array("this is no database".utf8)
    #expect(
      failure(try archive([("collection.anki21", text)]))
        == .damagedCollection("file is not a database"))
    let fake = Array("SQLite format 3\0".utf8) + Array(repeating: 0x41, count: 4096)
    #expect(
      failure(try archive([("collection.anki21", fake)]))
        == .damagedCollection("file is not a database"))
  }

  @Test func i04AForeignSchema() throws {
    func image(_ sql: String) throws -> [UInt8] {
      let database = try Database()
      try database.run(sql)
      return database.image()
    }
    func failing(_ sql: String) throws -> AnkiError? {
      failure(try archive([("collection.anki21", try image(sql))]))
    }
    #expect(try failing("CREATE TABLE x (y)") == .foreignSchema(missing: "col"))
    #expect(
      try failing("CREATE TABLE col (id, crt); CREATE TABLE notes (id)")
        == .foreignSchema(missing: "notes.guid"))
    // Views, computed columns and virtual tables are none of Anki's.
    #expect(
      try failing(
        "CREATE VIEW col AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT id, id AS crt FROM n"
      )
        == .foreignSchema(missing: "col"))
    #expect(
      try failing("CREATE TABLE col (id, crt AS (abs(id)))")
        == .foreignSchema(missing: "col.crt"))
  }

  @Test(arguments: 0..<200) func i04DamagedDatabasesCrashNothing(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var image = try CollectionWriter.image(
      sampleCollection((0..<40).map { "Question \($0)\u{1f}Answer \($0)" }), Scheduler(),
      sampleContext)
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      let place = Int.random(in: 16..<image.count, using: &random)
      image[place] = .random(in: 0...255, using: &random)
    }
    if Bool.random(using: &random) {
      image.removeLast(Int.random(in: 0..<image.count / 2, using: &random))
    }
    if let collection = try? CollectionReader(image).collection(withHistory: true) {
      _ = AnkiImport(collection)
    }
  }

  @Test(arguments: 0..<100) func i03DamagedArchivesCrashNothing(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var bytes = try samplePackage(seed % 2 == 0 ? .second : .third, media: [("a.png", [1, 2, 3])])
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
    }
    if let package = try? AnkiPackage(bytes) {
      _ = try? package.collection(withHistory: true)
      for name in package.mediaNames { _ = try? package.media(name) }
    }
  }
}
