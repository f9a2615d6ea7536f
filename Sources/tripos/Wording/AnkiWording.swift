import Anki
import JSON

extension AnkiError {
  /// What is wrong with a package, in a sentence.
  func sentence(_ name: String) -> String {
    switch self {
    case .notAnArchive: "\(name) is no Anki package, or its end is missing."
    case .damagedArchive(let what): "the archive \(name) is damaged: \(what)."
    case .damagedEntry(let entry): "\"\(entry)\" in \(name) is damaged."
    case .encrypted(let entry): "\"\(entry)\" in \(name) needs a password."
    case .unsafeName(let entry): "\(name) has an entry called \"\(entry)\", which leads out of it."
    case .link(let entry): "\"\(entry)\" in \(name) is a link to another file."
    case .repeatedName(let entry): "\(name) has two entries called \"\(entry)\"."
    case .tooManyEntries(let limit): "\(name) has more than \(limit) entries."
    case .tooLarge(let entry, let limit):
      "\"\(entry)\" in \(name) would be larger than \(limit >> 20) MiB unpacked."
    case .bomb(let entry):
      "\"\(entry)\" in \(name) is packed more tightly than cards are: it may be meant to fill the memory."
    case .noCollection: "\(name) is an archive, but holds no collection of Anki's."
    case .newerPackage(let version):
      "\(name) is packed in version \(version), which is newer than Tripos knows."
    case .damagedCollection(let what): "the collection in \(name) cannot be read: \(what)."
    case .foreignSchema(let missing):
      "the database in \(name) is none of Anki's: it has no \(missing)."
    case .damagedTable(let table): "\(table) in \(name) is damaged."
    case .cannotPack(let what): "\(name) cannot be packed: \(what)."
    }
  }

  /// How to mend it.
  var mend: String {
    switch self {
    case .notAnArchive, .damagedArchive, .damagedEntry, .damagedCollection, .damagedTable:
      "Export it from Anki again, or fetch it again. Nothing was changed here."
    case .encrypted: "Export it from Anki itself. Nothing was changed here."
    case .unsafeName, .link, .repeatedName, .tooManyEntries, .bomb:
      "Anki makes no such package: do not trust it. Nothing was changed here."
    case .tooLarge:
      "Export single decks from Anki, or leave the media out. Nothing was changed here."
    case .noCollection, .foreignSchema:
      "In Anki, choose Export, then .apkg or .colpkg. Nothing was changed here."
    case .newerPackage:
      "In Anki, tick \"Support older Anki versions\" when you export. Nothing was changed here."
    case .cannotPack: "Export fewer decks at once."
    }
  }
}

extension HistoryImport.Tally {
  /// What came in, in sentences.
  var sentences: [String] {
    guard cards > 0 || known > 0 else { return ["The file holds no answers to these cards."] }
    var sentences: [String] = []
    if cards > 0 {
      let cards = ReviewWording.count(cards, "card")
      sentences.append("\(ReviewWording.count(answers, "answer")) of \(cards) came along.")
    }
    if known > 0 { sentences.append("\(ReviewWording.count(known, "answer")) were here already.") }
    if states > 0 {
      let cards = ReviewWording.count(states, "card")
      let verb = states == 1 ? "keeps" : "keep"
      sentences.append("\(cards) \(verb) the memory and due day that Anki has.")
    }
    if suspended > 0 { sentences.append(stay(suspended, "suspended")) }
    if flagged > 0 { sentences.append(stay(flagged, "flagged")) }
    return sentences
  }

  private func stay(_ count: Int, _ what: String) -> String {
    "\(ReviewWording.count(count, "card")) \(count == 1 ? "stays" : "stay") \(what)."
  }

  /// What came in, for programs.
  func json(backup: String?) -> JSON {
    func number(_ value: Int) -> JSON { .integer(Int64(value)) }
    return .object([
      .init("cards", number(cards)), .init("answers", number(answers)),
      .init("known", number(known)), .init("states", number(states)),
      .init("suspended", number(suspended)), .init("flagged", number(flagged)),
      .init("changes_by_hand", number(changesByHand)),
      .init("backup", backup.map { .string($0) } ?? .null),
    ])
  }
}
