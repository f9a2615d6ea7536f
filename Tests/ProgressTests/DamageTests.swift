import Digest
import Files
import Glibc
import Memory
import Testing

@testable import Progress

/// Groups E and F: what may stand in the files of a progress folder instead of what was written.
@Suite struct DamageTests {
  private static let records = (1...4).map { index in
    record(deviceA, Int64(index), index, .review(key: "k\(index)", answer(.good)))
  }

  /// Whatever a file may hold, as bytes.
  private static let rubbish: [(String, [UInt8])] =
    [
      "", " \n\t ", "null", "[]", "0", "\"x\"", "<html><body>502</body></html>",
      "<<<<<<< HEAD\n=======\n>>>>>>> x", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "{\"v\":null}",
      "{\"v\":1}", "{\"v\":\"1\",\"dev\":\"aaaa\"}", "{\"n\":-1}", "{\"n\":1e308}", "{\"n\":1e400}",
      "{\"n\":9007199254740993}", "{\"n\":9223372036854775808}", "{\"n\":1.5}", "{\"n\":-0}",
      "{\"n\":\"3\"}", "{\"n\":NaN}", "{\"n\":Infinity}", "{\"key\":\"\\ud800\"}",
      "{\"key\":\"\\u0000\"}", "{\"schema\":99,\"cards\":{}}", "{\"schema\":\"1\"}",
      "{\"schema\":1.0,\"cards\":{}}", "{\"schema\":-1}", "{\"schema\":1,\"cards\":null}",
      String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
      String(repeating: "[", count: 513), String(repeating: "{\"a\":", count: 100_000),
      String(repeating: "[", count: 1_000_000), "{\"cards\":" + String(repeating: "9", count: 9999),
    ].map { (String($0.prefix(40)), Array($0.utf8)) } + [
      ("byte-order mark", [0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
      ("UTF-16", [0xff, 0xfe, 0x7b, 0, 0x7d, 0]),
      ("gzip", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), ("lone CR", [0x7b, 0x7d, 0x0d, 0x7b, 0x7d]),
      ("zeros", [UInt8](repeating: 0, count: 512)),
      ("bad UTF-8", [0x7b, 0x22, 0xff, 0xc0, 0x80, 0x22]),
    ]

  private func open(_ folder: TemporaryFolder, _ access: Store.Access = .reading) throws -> Store {
    try Store(folder: folder.path, device: deviceA, scheduler: Scheduler(), access: access)
  }

  @Test("E04 E05 E06 E07 E08 E09 E10 E11 E12 E13 E14 E24 F03", arguments: rubbish.indices)
  func snapshot(_ index: Int) throws {
    let folder = try TemporaryFolder()
    folder.write("reviews-aaaa.jsonl", journal(DamageTests.records))
    let (name, bytes) = DamageTests.rubbish[index]
    folder.write("progress.json", bytes)
    let expected = Everything(folded(DamageTests.records))
    #expect(try open(folder).everything == expected, "\(name)")
    let writer = try open(folder, .writing)
    #expect(writer.everything == expected, "\(name)")
    try writer.append(.keep(key: "k1"), at: noon(9), zone: 0, day: studyDay(9))
    try writer.close()
    #expect(try open(folder).everything == writer.everything, "\(name)")
    let isKept = folder.names.contains { folder.read($0) == bytes }
    #expect(isKept || !writer.isSnapshotDamaged, "\(name)")
  }

  @Test("E05 E06 E07 E08 E09 E10 E11 E12 E13 E14 E18 E22", arguments: rubbish.indices)
  func lineOfAJournal(_ index: Int) throws {
    let folder = try TemporaryFolder()
    let (name, bytes) = DamageTests.rubbish[index]
    let lines = DamageTests.records.map { $0.encoded() + [0x0a] }
    let content = lines[0] + lines[1] + bytes + [0x0a] + lines[2] + lines[3]
    folder.write("reviews-aaaa.jsonl", content)
    let reader = try open(folder)
    #expect(reader.everything == Everything(folded(DamageTests.records)), "\(name)")
    let isBlank = bytes.allSatisfy { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
    #expect(reader.problems.isEmpty == isBlank, "\(name)")
    let writer = try open(folder, .writing)
    try writer.append(.keep(key: "k1"), at: noon(9), zone: 0, day: studyDay(9))
    try writer.close()
    #expect(folder.read("reviews-aaaa.jsonl").starts(with: content), "\(name)")
  }

  /// E01 to E03, of both files, at every byte; the share of `make test` is in StoreFaultTests.
  @Test("E01 E02 E03", .enabled(if: getenv("TRIPOS_THOROUGH") != nil, "part of make torture"))
  func everyByteOfBothFiles() throws {
    let folder = try TemporaryFolder()
    let writer = try open(folder, .writing)
    for record in DamageTests.records {
      try writer.append(record.event, at: record.at, zone: record.zone, day: record.day)
    }
    try writer.close()
    let expected = writer.everything
    for name in ["progress.json", "reviews-aaaa.jsonl"] {
      let whole = folder.read(name)
      for index in whole.indices {
        var variants = [Array(whole[..<index])]
        for bit in 0..<8 {
          var damaged = whole
          damaged[index] ^= 1 << UInt8(bit)
          variants.append(damaged)
        }
        for byte: UInt8 in [0x00, 0xff, 0x20, 0x0a] {
          var damaged = whole
          damaged[index] = byte
          variants.append(damaged)
        }
        for damaged in variants where damaged != whole {
          folder.write(name, damaged)
          let store = try open(folder)
          if name == "progress.json" {
            #expect(store.everything == expected, "\(name) \(index)")
            if store.everything != expected { return }
          } else {
            #expect(store.everything.cards.count >= 2 || index < 400, "\(name) \(index)")
          }
        }
      }
      folder.write(name, whole)
    }
  }

  /// E15: values that no scheduler would compute.
  @Test(
    "E15 K06",
    arguments: [
      ("\"grade\":3", "\"grade\":9"), ("\"grade\":3", "\"grade\":0"),
      ("\"grade\":3", "\"grade\":\"3\""),
      ("\"ms\":4210", "\"ms\":-1"), ("\"ms\":4210", "\"ms\":9223372036854775807"),
      ("\"day\":\"2026-01-02\"", "\"day\":\"2026-02-30\""),
      ("\"day\":\"2026-01-02\"", "\"day\":\"99999-01-01\""),
    ])
  func valuesOutOfRange(_ old: String, _ new: String) throws {
    let folder = try TemporaryFolder()
    let body = String(decoding: DamageTests.records[0].encoded(), as: UTF8.self)
    #expect(body.contains(old))
    let start = body.prefix(upTo: body.firstRange(of: ",\"crc\"")?.lowerBound ?? body.endIndex)
      .replacing(old, with: new)
    let sum = checksum(Array(start.utf8))
    folder.write(
      "reviews-aaaa.jsonl",
      Array("\(start),\"crc\":\"\(sum)\"}\n".utf8) + journal(Array(DamageTests.records.dropFirst()))
    )
    let store = try open(folder, .writing)
    store.forEachCard { key, progress in
      if let memory = progress.schedule.memory {
        #expect(memory.stability.isFinite && memory.stability > 0, "\(key)")
        #expect((1...10).contains(memory.difficulty), "\(key)")
      }
    }
    #expect(store.cardCount >= 3)
    try store.close()
  }

  private func checksum(_ bytes: [UInt8]) -> String { hexadecimal(CRC32.checksum(bytes)) }
}
