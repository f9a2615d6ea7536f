import Decks
import JSON

/// Reads decks in JSON: Tripos's own, and plain lists of questions and answers.
///
/// Understood are an object with `decks`, an object with `notes` or `cards`, and an array of notes. A
/// note is an object with a question and an answer, by any of the names that columns of a table may
/// have, or an array of the two.
struct DeckJSONReader {
  private var scanner: JSONScanner
  private var findings = Findings()
  private var line = 1
  private var countedTo = 0

  /// - Parameter text: UTF-8.
  /// - Returns: what was found.
  /// - Throws: `ExchangeError` where it is no JSON or holds no notes.
  static func read(_ text: [UInt8]) throws(ExchangeError) -> Findings {
    let result = text.withUnsafeBytes { bytes -> Result<Findings, ExchangeError> in
      var reader = DeckJSONReader(scanner: JSONScanner(bytes))
      do throws(ExchangeError) {
        return .success(try reader.read())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(scanner: JSONScanner) { self.scanner = scanner }

  /// The members that a document may have at its top, as far as they matter.
  private struct Top {
    var names = Set<String>()
    var version = 1
  }

  private mutating func read() throws(ExchangeError) -> Findings {
    var top = Top()
    do throws(JSONError) {
      if try scanner.peek() == UInt8(ascii: "[") {
        var deck = FoundDeck()
        try readNotes(into: &deck)
        findings.decks = [deck]
      } else {
        try readObject(&top)
      }
      if !top.names.contains("crc") { try scanner.end() }
    } catch {
      throw .json(error)
    }
    guard !top.names.contains("crc"), !top.names.isSuperset(of: ["scheduler", "journals"]) else {
      throw .ownProgress
    }
    guard top.version <= DeckJSON.version else { throw .newerVersion(top.version) }
    findings.decks.removeAll { $0.notes.isEmpty && $0.contents == nil }
    guard !findings.decks.isEmpty || !findings.skipped.isEmpty else { throw .noDeckJSON }
    return findings
  }

  private mutating func readObject(_ top: inout Top) throws(JSONError) {
    try scanner.expect("{")
    var single = FoundDeck()
    while let name = try scanner.nextMember(first: top.names.isEmpty) {
      top.names.insert(name)
      switch name {
      case "schema": top.version = try scanner.value(depth: 1).int ?? 1
      case "decks" where try scanner.peek() == UInt8(ascii: "["):
        try scanner.expect("[")
        var isFirst = true
        while try scanner.nextElement(first: isFirst) {
          isFirst = false
          try readDeck()
        }
      case "notes", "cards", "questions", "flashcards":
        if try scanner.peek() == UInt8(ascii: "[") {
          try readNotes(into: &single)
        } else {
          try scanner.skip(depth: 1)
        }
      case "name", "title": single.name = try scanner.value(depth: 1).string ?? single.name
      case _: try scanner.skip(depth: 1)
      }
    }
    if !single.notes.isEmpty { findings.decks.append(single) }
  }

  private mutating func readDeck() throws(JSONError) {
    guard try scanner.peek() == UInt8(ascii: "{") else {
      skip(.notANote)
      return try scanner.skip(depth: 2)
    }
    try scanner.expect("{")
    var deck = FoundDeck()
    var text: String?
    var isFirst = true
    while let name = try scanner.nextMember(first: isFirst) {
      isFirst = false
      switch name {
      case "name": deck.name = try scanner.value(depth: 3).string
      case "file": deck.fileName = try scanner.value(depth: 3).string
      case "source": deck.source = try scanner.value(depth: 3).string
      case "actors":
        deck.actors = (try scanner.value(depth: 3).array ?? []).compactMap(DeckJSON.actor)
      case "notes", "cards":
        if try scanner.peek() == UInt8(ascii: "[") {
          try readNotes(into: &deck)
        } else {
          try scanner.skip(depth: 3)
        }
      case "text": text = try scanner.value(depth: 3).string
      case _: try scanner.skip(depth: 3)
      }
    }
    if let text { deck.takeContents(Array(text.utf8)) }
    findings.decks.append(deck)
  }

  private mutating func readNotes(into deck: inout FoundDeck) throws(JSONError) {
    try scanner.expect("[")
    var isFirst = true
    while try scanner.nextElement(first: isFirst) {
      isFirst = false
      _ = try scanner.peek()
      let place = Place.line(currentLine())
      switch DeckJSON.note(try scanner.value(depth: 4)) {
      case .success(let section, let note):
        deck.notes.append(FoundNote(place: place, section: section, note: note))
      case .failure(let reason, let excerpt):
        findings.skipped.append(Skipped(place, reason, excerpt: excerpt))
      }
    }
  }

  private mutating func skip(_ reason: SkipReason) {
    findings.skipped.append(Skipped(.line(currentLine()), reason))
  }

  /// The line of the scanner's position, counted from 1.
  private mutating func currentLine() -> Int {
    line += scanner.bytes[countedTo..<scanner.position].count { $0 == .lineFeed }
    countedTo = scanner.position
    return line
  }
}

extension FoundDeck {
  /// Takes the whole deck file along, where it says the same as the notes do; else the notes, which
  /// somebody has changed, count.
  fileprivate mutating func takeContents(_ bytes: [UInt8]) {
    let whole = FoundDeck(Deck.parse(bytes: bytes, path: ""))
    let isSame =
      zip(whole.notes, notes).allSatisfy {
        $0.note.normalised == $1.note.normalised && $0.section == $1.section
      } && whole.notes.count == notes.count
    if isSame { contents = bytes }
  }
}
