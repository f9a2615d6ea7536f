import Chronology
import Decks
import Files
import Generation
import Glibc
import Marking
import Memory
import Progress
import Terminal

/// What reads bytes from outside, each with what must hold for whatever bytes.
///
/// A broken promise stops the process, so that a fuzzer sees it.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case deck
  case journal
  case date
  case marker
  case text
  case sanitiser

  /// Reads some bytes.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .deck: FuzzTarget.readDeck(bytes)
    case .journal: FuzzTarget.readJournal(bytes)
    case .date: FuzzTarget.readDate(String(decoding: bytes, as: UTF8.self))
    case .marker: FuzzTarget.judge(String(decoding: bytes, as: UTF8.self))
    case .text: FuzzTarget.readText(bytes)
    case .sanitiser: FuzzTarget.sanitise(bytes)
    }
  }

  /// A deck prints as it was read, every problem has words, and every card a key.
  private static func readDeck(_ bytes: [UInt8]) {
    let deck = Deck.parse(bytes: bytes, path: "fuzz.md")
    precondition(deck.print() == bytes, "a deck must print as it was read")
    for problem in deck.problems { _ = problem.report }
    for card in deck.notes.flatMap({ deck.cards(of: $0) }) {
      precondition(!card.key.isEmpty, "a card must have a key")
    }
  }

  /// Good lines before and after whatever stands between them are read, and nothing is changed.
  private static func readJournal(_ bytes: [UInt8]) {
    guard let folder, let device = DeviceID("aaaa"), let other = DeviceID("bbbb") else { return }
    let path = "\(folder)/reviews-aaaa.jsonl"
    let first = line(device, key: "before")
    let last = line(other, key: "after")
    let content = first + bytes + [0x0a] + last
    guard (try? writeFile(path, content, durably: false)) != nil else { return }
    let store = try? Store(
      folder: folder, device: device, scheduler: Scheduler(), access: .reading)
    guard let store else { preconditionFailure("a journal must be read whatever it holds") }
    precondition(store.progress(of: "before") != nil, "a good line must count")
    precondition(store.progress(of: "after") != nil, "a good line after rubbish must count")
    precondition((try? readFile(path).bytes) == content, "reading must change nothing")
    _ = store.problems
    _ = try? store.history(of: "before")
  }

  private static func line(_ device: DeviceID, key: String) -> [UInt8] {
    let record = Record(
      id: RecordID(device: device, count: 9_000_000_000), at: Instant(milliseconds: 1_790_000_000),
      zone: 0, day: CivilDay(number: 20_000),
      event: .review(
        key: key, Answer(rating: .good, mark: .correct, given: "x", milliseconds: 1, due: nil)))
    return record.encoded() + [0x0a]
  }

  /// What is written of a typed date is read again; EDTF of any origin is borne.
  private static func readDate(_ text: String) {
    if let date = HistoricalDate(edtf: text) {
      _ = HistoricalDate(edtf: date.edtf)
      _ = date.english
      _ = date.bounds
    }
    for reading in HistoricalDate.readings(of: text) {
      guard case .whole(let date) = reading else { continue }
      // A set of many dates may be longer than any text that is read as a date.
      precondition(
        date.edtf.utf8.count > 160 || HistoricalDate(edtf: date.edtf) != nil,
        "what is written must be read again")
      _ = date.english
      _ = date.bounds
    }
  }

  /// Every answer gets a mark, and its words.
  private static func judge(_ text: String) {
    let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    let typed = String(parts[0])
    for expected in expectedAnswers {
      let verdict = marks.mark(typed, for: expected)
      _ = verdict.reason + verdict.hint
    }
    guard parts.count > 1 else { return }
    let question = parts.count > 2 ? String(parts[2]) : ""
    for kind in CardKind.allCases {
      let expected = Expected(answer: String(parts[1]), kind: kind, question: question)
      let verdict = marks.mark(typed, for: expected)
      _ = verdict.reason + verdict.hint
    }
  }

  private static let marks = Marker()

  private static let expectedAnswers: [Expected] = [
    Expected(answer: "25 July 1969", kind: .date), Expected(answer: "50,000 rubles", kind: .number),
    Expected(answer: "Ada Lovelace", kind: .person), Expected(answer: "North Korea", kind: .state),
    Expected(answer: "small arms, ammunition, and clothing", kind: .list),
    Expected(answer: "it had decided to ally with the United States", kind: .cause),
  ]

  /// Every place that is given lies in the source.
  private static func readText(_ bytes: [UInt8]) {
    for name in ["fuzz.txt", "fuzz.md", "fuzz.html"] {
      // Instead of a PDF's text comes the file itself, which the next steps have to bear.
      let reader = TextReader(isForced: true) { _, input in
        PDF.ProcessResult(status: 0, output: input, errors: "")
      }
      guard let source = try? reader.read(bytes, name: name) else { continue }
      for block in source.blocks {
        let range = block.content.source(of: 0..<block.content.count)
        precondition(range.upperBound <= source.source.count, "a place must lie in the source")
        _ = source.quoted(range)
      }
    }
  }

  /// Group H: nothing but printable text and line breaks reaches a terminal.
  private static func sanitise(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for keepingLines in [false, true] {
      let safe = Terminal.sanitise(text, keepingLines: keepingLines)
      for scalar in safe.unicodeScalars {
        let isControl = scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
        precondition(
          !isControl || keepingLines && scalar == "\n", "a control character came through")
        precondition(!isBidirectional(scalar), "a character that turns text around came through")
      }
      precondition(
        Terminal.sanitise(safe, keepingLines: keepingLines) == safe, "safe text must stay as it is")
    }
  }

  private static func isBidirectional(_ scalar: Unicode.Scalar) -> Bool {
    (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// A folder of this process for the journal; `nil` where none can be made.
  private static let folder: String? = {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    let path = "\(parent)/tripos-fuzz-\(getpid())"
    return (try? makeFolder(path)) == nil ? nil : path
  }()
}
