import Chronology
import Files
import Glibc
import Memory
import Proving

@testable import Progress

/// A folder that is removed with everything in it when nobody refers to it any more.
final class TemporaryFolder {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(parent)/tripos-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError.system(.create, "temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { TemporaryFolder.remove(path) }

  private static func remove(_ path: String) {
    for entry in (try? listFolder(path)) ?? [] {
      let inner = "\(path)/\(entry.name)"
      if entry.kind == .folder { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }

  /// The bytes of a file in it.
  func read(_ name: String) -> [UInt8] { (try? readFile("\(path)/\(name)").bytes) ?? [] }

  /// Replaces a file in it, in place.
  func write(_ name: String, _ bytes: [UInt8]) {
    guard let stream = fopen("\(path)/\(name)", "w") else { return }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }

  var names: [String] { ((try? listFolder(path)) ?? []).map(\.name) }
}

let deviceA = DeviceID("aaaa") ?? DeviceID(using: &fallback)
let deviceB = DeviceID("bbbb") ?? DeviceID(using: &fallback)
nonisolated(unsafe) private var fallback = SplitMix64(seed: 0)

/// 2026-01-01T12:00:00Z and days after it.
func noon(_ day: Int, plus milliseconds: Int64 = 0) -> Instant {
  Instant(milliseconds: 1_767_268_800_000 + Int64(day) * 86_400_000 + milliseconds)
}

func studyDay(_ day: Int) -> CivilDay { CivilDay(number: 20_454 + day) }

func answer(
  _ rating: Rating, _ mark: RecordedMark? = nil, given: String = "July 1957", due: Int? = nil
) -> Answer {
  Answer(
    rating: rating, mark: mark ?? (rating == .again ? .wrong : .correct), given: given,
    milliseconds: 4210, due: due.map { .day(studyDay($0).number) })
}

func record(
  _ device: DeviceID, _ count: Int64, _ day: Int, plus milliseconds: Int64 = 0, _ event: Event
) -> Record {
  Record(
    id: RecordID(device: device, count: count), at: noon(day, plus: milliseconds), zone: 60,
    day: studyDay(day), event: event)
}

/// The text of a journal.
func journal(_ records: [Record]) -> [UInt8] { records.flatMap { $0.encoded() + [0x0a] } }

func contents(_ records: [Record]) -> JournalContents {
  var contents = JournalContents()
  for record in records {
    record.encoded().withUnsafeBytes { bytes in
      if let line = try? RecordLine(bytes) { contents.add(line, journal: 0, offset: 0) }
    }
  }
  contents.sort()
  return contents
}

func folded(_ records: [Record]) -> FoldedState {
  Fold.all(contents(records), scheduler: Scheduler())
}

/// Everything a state says, for comparison as a whole.
struct Everything: Hashable {
  var cards: [String: CardProgress] = [:]
  var days: [Int: DayTally]
  var aliases: [String: String] = [:]
  var lastRenaming: Int64
  var isDangling: Bool

  init(_ state: FoldedState) {
    days = state.days
    lastRenaming = state.lastRenaming
    isDangling = state.hasDanglingAmendments
    for alias in state.aliases.values { aliases[alias.old] = alias.new }
    var cards: [String: CardProgress] = [:]
    state.forEachCard { cards[String(decoding: $1, as: UTF8.self)] = $2 }
    self.cards = cards
  }
}

extension Store {
  var everything: Everything { Everything(ledger.state) }
}
