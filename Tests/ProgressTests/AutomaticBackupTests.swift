import Chronology
import Files
import Glibc
import Memory
import Proving
import Testing

@testable import Progress

@Suite struct AutomaticBackupTests {
  let folder: TemporaryFolder
  let root: TemporaryFolder
  var place: String { "\(root.path)/Backups/Automatic" }

  init() throws {
    folder = try TemporaryFolder()
    root = try TemporaryFolder()
  }

  private func automatic(space: Int64 = .max) -> AutomaticBackup {
    AutomaticBackup(place: place, space: space)
  }

  private func review(_ count: Int64) -> Record {
    record(deviceA, count, Int(count), .review(key: "k\(count)", answer(.good)))
  }

  private func write(_ counts: ClosedRange<Int64>, to name: String = "reviews-aaaa.jsonl") {
    folder.write(name, journal(counts.map(review)))
  }

  private var names: [String] { ((try? listFolder(place)) ?? []).map(\.name) }

  @Test func oneForEachStudyDay() throws {
    write(1...1)
    #expect(automatic().isDue(dayStart: noon(5, plus: -1000), at: noon(5)))
    try automatic().run(of: folder.path, at: noon(5))
    #expect(names == ["tripos-20260106T120000Z"])
    #expect(!automatic().isDue(dayStart: noon(5, plus: -1000), at: noon(5, plus: 1)))
    #expect(automatic().isDue(dayStart: noon(6), at: noon(6)))
    // D03: one that was made while the clock was wrong does not stop the others.
    try automatic().run(of: folder.path, at: noon(3000))
    #expect(automatic().isDue(dayStart: noon(6), at: noon(6, plus: 1)))
  }

  @Test func nothingIsMadeOfNothing() {
    #expect(throws: Backup.Failure.nothingToKeep(folder: folder.path)) {
      try automatic().run(of: folder.path, at: noon(0))
    }
    #expect(names == [])
  }

  @Test func oldOnesGo() throws {
    for day in stride(from: 0, to: 200, by: 3) {
      write(1...Int64(day + 1))
      try automatic().run(of: folder.path, at: noon(day))
    }
    let all = Backup.all(in: place)
    #expect((15...25).contains(all.count))
    #expect(all.last?.instant == noon(198))
    for backup in all { #expect((try? Backup(path: backup.path)) == backup) }
  }

  /// AnkiDroid#8897: better states never go for a worse one, whatever their age.
  @Test func whatIsBetterStays() throws {
    write(1...40)
    write(1...9, to: "reviews-bbbb.jsonl")
    try automatic().run(of: folder.path, at: noon(0))
    // Both journals are shorter all at once: a restore, a bad sync, a bad disk.
    write(1...20)
    folder.remove("reviews-bbbb.jsonl")
    for day in 100..<140 {
      folder.write("progress.json", Array("\(day)".utf8))
      try automatic().run(of: folder.path, at: noon(day))
    }
    let all = Backup.all(in: place)
    #expect(all.first?.instant == noon(0))
    #expect((15...22).contains(all.count))
    // Once all of it is there again, the old one has nothing more to give.
    write(1...41)
    write(1...9, to: "reviews-bbbb.jsonl")
    for day in 250..<252 {
      folder.write("progress.json", Array("\(day)".utf8))
      try automatic().run(of: folder.path, at: noon(day))
    }
    #expect(Backup.all(in: place).map(\.instant).contains(noon(0)))
    #expect(Backup.all(in: place).count <= 6)
  }

  @Test func spaceIsBounded() throws {
    for day in 0..<10 {
      write(1...Int64(day + 1))
      try automatic(space: 4000).run(of: folder.path, at: noon(day))
    }
    let all = Backup.all(in: place)
    #expect(all.reduce(0) { $0 + $1.size } <= 4000 || all.count == 2)
    #expect(all.last?.instant == noon(9))
    #expect(all.count >= 2)
    // However small the space, the two newest stay.
    write(1...11)
    try automatic(space: 1).run(of: folder.path, at: noon(10))
    #expect(Backup.all(in: place).map(\.instant) == [noon(9), noon(10)])
  }

  @Test func aStoppedOneLeavesNothing() throws {
    write(1...3)
    try automatic().run(of: folder.path, at: noon(0))
    write(1...4)
    for limit in 0..<6 {
      var count = 0
      let isStopped = { () -> Bool in
        count += 1
        return count > limit
      }
      if (try? automatic().run(of: folder.path, at: noon(1), isCancelled: isStopped)) != nil {
        break
      }
      #expect(names == ["tripos-20260101T120000Z"])
    }
    try automatic().run(of: folder.path, at: noon(1))
    #expect(names.count == 2)
  }

  /// A07: what a killed process left is cleared, what a living one makes is not.
  @Test func remainsOfTheDead() throws {
    write(1...3)
    try makeFolder("\(place)/.tripos-2147483000/exams")
    try writeFile("\(place)/.tripos-2147483000/reviews-aaaa.jsonl", [1])
    try makeFolder("\(place)/.tripos-1")
    try automatic().run(of: folder.path, at: noon(0))
    #expect(names == [".tripos-1", "tripos-20260101T120000Z"])
  }

  /// Whatever happens to the journals, no line that was ever backed up is gone from all backups.
  @Test(arguments: 0..<2 as Range<UInt64>) func noLineIsEverThinnedAway(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var journals: [String: [Int64]] = ["aaaa": [], "bbbb": []]
    var backedUp: Set<Fingerprints> = []
    var next: Int64 = 1
    var day = 0
    for _ in 0..<40 {
      day += Int.random(in: 1...9, using: &random)
      for name in journals.keys.sorted() {
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          journals[name, default: []].append(next)
          next += 1
        }
        // Now and then a journal goes back to what it was, or away.
        if Int.random(in: 0..<12, using: &random) == 0 {
          let keep = Int.random(in: 0...(journals[name] ?? []).count, using: &random)
          journals[name] = Array((journals[name] ?? []).prefix(keep))
        }
        let records = (journals[name] ?? []).map(review)
        if records.isEmpty {
          folder.remove("reviews-\(name).jsonl")
        } else {
          folder.write("reviews-\(name).jsonl", journal(records))
          backedUp.insert(Fingerprints(name: name, counts: journals[name] ?? []))
        }
      }
      _ = try? automatic(space: 20_000).run(of: folder.path, at: noon(day))
      let kept = Backup.all(in: place)
      for state in backedUp {
        let isThere = kept.contains { backup in
          let bytes = (try? readFile("\(backup.path)/reviews-\(state.name).jsonl").bytes) ?? []
          return bytes.starts(with: journal(state.counts.map(review)))
        }
        #expect(isThere, "seed \(seed)")
        if !isThere { return }
      }
      if backedUp.count > 30 { backedUp = Set(backedUp.shuffled(using: &random).prefix(20)) }
    }
  }

  private struct Fingerprints: Hashable {
    var name: String
    var counts: [Int64]
  }
}
