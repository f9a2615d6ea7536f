import CZip
import Chronology
import Memory
import Testing

@testable import Anki

/// A small collection of one deck, to be packed and damaged.
func sampleCollection(_ fields: [String] = ["In which year?\u{1f}1917"]) -> AnkiCollection {
  let type = NoteType(
    id: 5, name: "Basic", isCloze: false, fields: ["Front", "Back"],
    templates: [
      NoteType.Template(question: "{{Front}}", answer: "{{FrontSide}}<hr id=answer>{{Back}}")
    ])
  return AnkiCollection(
    created: 1_700_000_000, firstDay: 19_675,
    decks: [AnkiDeck(id: 7, path: ["History", "Wars"], description: "")], noteTypes: [type],
    notes: fields.enumerated().map { index, fields in
      AnkiNote(
        id: Int64(100 + index), guid: "guid\(index)", type: 5, modified: 1_700_000_000,
        tags: " a b::c ", fields: fields)
    },
    cards: fields.indices.map { index in
      AnkiCard(
        id: Int64(200 + index), note: Int64(100 + index), deck: 7, ordinal: 0,
        modified: 1_700_000_000, type: 0, queue: 0, due: Int64(index), interval: 0, factor: 0,
        reviews: 0, lapses: 0, stepsLeft: 0, homeDeck: 0, homeDue: 0, flag: 0, data: "")
    }, log: [])
}

let utc = StudyCalendar { _ in 0 }

let sampleContext = WritingContext(now: Instant(milliseconds: 1_700_100_000_000), calendar: utc)

/// A package of a collection.
func samplePackage(
  _ generation: AnkiPackage.Generation = .second, _ collection: AnkiCollection = sampleCollection(),
  media: [(String, [UInt8])] = []
) throws -> [UInt8] {
  var writer = PackageWriter(generation)
  for (name, bytes) in media { writer.add(media: name, bytes) }
  return try writer.packed(collection, Scheduler(), sampleContext)
}

/// A zip archive with entries of any names and content.
func archive(_ entries: [(String, [UInt8])], link: Bool = false) throws -> [UInt8] {
  var writer = ZipWriter()
  for (name, bytes) in entries { writer.add(name, bytes, .deflate) }
  var bytes = try writer.packed(at: 1_700_000_000)
  if link {
    // The attributes of the first entry of the list of entries: a link, as Unix writes it.
    let mark: [UInt8] = [0x50, 0x4b, 1, 2]
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
    bytes[start + 5] = 3
    (bytes[start + 40], bytes[start + 41]) = (0xff, 0xa1)
  }
  return bytes
}

/// What opening a package and reading its collection throws.
func failure(_ bytes: [UInt8]) -> AnkiError? {
  do throws(AnkiError) {
    _ = try AnkiPackage(bytes).collection(withHistory: true)
    return nil
  } catch {
    return error
  }
}
