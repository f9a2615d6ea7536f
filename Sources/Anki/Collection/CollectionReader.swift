import JSON

/// Reads a collection from its database, of old schemas (11) and new ones (15 to 18).
struct CollectionReader {
  private let database: Database
  /// Whether decks and note types have tables of their own.
  private let hasTables: Bool

  /// Opens a database and looks for what must be there.
  ///
  /// - Parameter image: the database's file.
  /// - Throws: `AnkiError`.
  init(_ image: [UInt8]) throws(AnkiError) {
    database = try Database(reading: image)
    hasTables = try !database.columns(of: "notetypes").isEmpty
    var needed = [
      ("col", ["id", "crt"]), ("notes", ["id", "guid", "mid", "mod", "tags", "flds"]),
      (
        "cards",
        [
          "id", "nid", "did", "ord", "mod", "type", "queue", "due", "ivl", "factor", "reps",
          "lapses", "left", "odue", "odid", "flags", "data",
        ]
      ), ("revlog", ["id", "cid", "ease", "ivl", "lastIvl", "factor", "time", "type"]),
    ]
    needed +=
      hasTables
      ? [
        ("notetypes", ["id", "name", "config"]), ("fields", ["ntid", "ord", "name"]),
        ("templates", ["ntid", "ord", "config"]), ("decks", ["id", "name", "kind"]),
        ("config", ["key", "val"]),
      ] : [("col", ["conf", "models", "decks"])]
    for (table, columns) in needed {
      let present = try database.columns(of: table)
      for column in columns where !present.contains(column.lowercased()) {
        throw .foreignSchema(missing: present.isEmpty ? table : "\(table).\(column)")
      }
    }
  }

  /// Reads all of it.
  ///
  /// - Parameter withHistory: whether the review log is read too.
  /// - Returns: the collection.
  /// - Throws: `AnkiError`.
  func collection(withHistory: Bool) throws(AnkiError) -> AnkiCollection {
    let rows = try database.prepare("SELECT crt FROM col LIMIT 1")
    guard try rows.next() else { throw .foreignSchema(missing: "col.crt") }
    let created = min(max(0, rows.integer(0)), 253_402_300_799)
    let offset = try creationOffset()
    return AnkiCollection(
      created: created, firstDay: Int((created + offset) / 86_400), decks: try decks(),
      noteTypes: try noteTypes(), notes: try notes(), cards: try cards(),
      log: withHistory ? try log() : [])
  }

  /// The offset from UTC where the collection was begun, in seconds, east positive.
  private func creationOffset() throws(AnkiError) -> Int64 {
    let value: JSON?
    if hasTables {
      let rows = try database.prepare("SELECT val FROM config WHERE key = 'creationOffset'")
      value = try rows.next() ? rows.bytes(0) { try? JSON.parse(Array($0)) } : nil
    } else {
      value = try json(ofColumn: "conf")["creationOffset"]
    }
    // Anki counts minutes west.
    let west = value?.int64 ?? 0
    return abs(west) <= 24 * 60 ? -west * 60 : 0
  }

  private func json(ofColumn column: String) throws(AnkiError) -> JSON {
    let rows = try database.prepare("SELECT \(column) FROM col LIMIT 1")
    guard try rows.next() else { throw .foreignSchema(missing: "col.\(column)") }
    guard let value = rows.bytes(0, { try? JSON.parse(Array($0)) }) else {
      throw .damagedTable("col.\(column)")
    }
    return value
  }

  private func decks() throws(AnkiError) -> [AnkiDeck] {
    guard hasTables else {
      return try json(ofColumn: "decks").members?.map(\.value).compactMap { deck in
        guard let id = deck["id"]?.int64, let name = deck["name"]?.string else { return nil }
        return AnkiDeck(
          id: id, path: parts(of: name, apart: "::"), description: deck["desc"]?.string ?? "")
      } ?? []
    }
    var decks: [AnkiDeck] = []
    let rows = try database.prepare("SELECT id, name, kind FROM decks ORDER BY id")
    while try rows.next() {
      // Field 1 of the kind is a deck that is not filtered; 4 in there is its description.
      let description = rows.bytes(2) { Protobuf($0).bytes(1).flatMap { Protobuf($0).text(4) } }
      decks.append(
        AnkiDeck(
          id: rows.integer(0), path: parts(of: rows.text(1), apart: "\u{1f}"),
          description: description ?? ""))
    }
    return decks
  }

  private func parts(of name: String, apart separator: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var rest = name[...]
    while !rest.isEmpty {
      if rest.hasPrefix(separator) {
        parts.append(part)
        part = ""
        rest = rest.dropFirst(separator.count)
      } else {
        part.append(rest.removeFirst())
      }
    }
    parts.append(part)
    return parts.map { $0.isEmpty ? "blank" : $0 }
  }

  private func noteTypes() throws(AnkiError) -> [NoteType] {
    guard hasTables else {
      return try json(ofColumn: "models").members?.map(\.value).compactMap(noteType(legacy:)) ?? []
    }
    var types: [NoteType] = []
    let rows = try database.prepare("SELECT id, name, config FROM notetypes ORDER BY id")
    while try rows.next() {
      let isCloze = rows.bytes(2) { Protobuf($0).number(1) } == 1
      types.append(
        NoteType(
          id: rows.integer(0), name: rows.text(1), isCloze: isCloze, fields: [], templates: []))
    }
    var places: [Int64: Int] = [:]
    for (place, type) in types.enumerated() { places[type.id] = place }
    let fields = try database.prepare("SELECT ntid, name FROM fields ORDER BY ntid, ord")
    while try fields.next() {
      guard let place = places[fields.integer(0)] else { continue }
      types[place].fields.append(fields.text(1))
    }
    let templates = try database.prepare("SELECT ntid, config FROM templates ORDER BY ntid, ord")
    while try templates.next() {
      guard let place = places[templates.integer(0)] else { continue }
      let config = templates.bytes(1) { Protobuf($0) }
      types[place].templates.append(
        NoteType.Template(question: config.text(1) ?? "", answer: config.text(2) ?? ""))
    }
    return types
  }

  private func noteType(legacy model: JSON) -> NoteType? {
    guard let id = model["id"].flatMap({ $0.int64 ?? $0.string.flatMap { Int64($0) } }),
      let name = model["name"]?.string
    else { return nil }
    func ordered(_ list: JSON?) -> [JSON] {
      (list?.array ?? []).enumerated().sorted { left, right in
        (left.element["ord"]?.int ?? left.offset) < (right.element["ord"]?.int ?? right.offset)
      }.map(\.element)
    }
    return NoteType(
      id: id, name: name, isCloze: model["type"]?.int == 1,
      fields: ordered(model["flds"]).map { $0["name"]?.string ?? "" },
      templates: ordered(model["tmpls"]).map {
        NoteType.Template(question: $0["qfmt"]?.string ?? "", answer: $0["afmt"]?.string ?? "")
      })
  }

  private func notes() throws(AnkiError) -> [AnkiNote] {
    var notes: [AnkiNote] = []
    let rows = try database.prepare("SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id")
    while try rows.next() {
      notes.append(
        AnkiNote(
          id: rows.integer(0), guid: rows.text(1), type: rows.integer(2),
          modified: rows.integer(3), tags: rows.text(4), fields: rows.text(5)))
    }
    return notes
  }

  private func cards() throws(AnkiError) -> [AnkiCard] {
    var cards: [AnkiCard] = []
    let rows = try database.prepare(
      """
      SELECT id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid,
        flags, data FROM cards ORDER BY id
      """)
    func small(_ column: Int32) -> Int { Int(Int32(clamping: rows.integer(column))) }
    while try rows.next() {
      cards.append(
        AnkiCard(
          id: rows.integer(0), note: rows.integer(1), deck: rows.integer(2), ordinal: small(3),
          modified: rows.integer(4), type: small(5), queue: small(6), due: rows.integer(7),
          interval: small(8), factor: small(9), reviews: max(0, small(10)),
          lapses: max(0, small(11)), stepsLeft: max(0, small(12)), homeDeck: rows.integer(14),
          homeDue: rows.integer(13), flag: small(15) & 7, data: rows.text(16)))
    }
    return cards
  }

  private func log() throws(AnkiError) -> [LogEntry] {
    var log: [LogEntry] = []
    let rows = try database.prepare(
      "SELECT id, cid, ease, ivl, lastIvl, factor, time, type FROM revlog ORDER BY id")
    func small(_ column: Int32) -> Int { Int(Int32(clamping: rows.integer(column))) }
    while try rows.next() {
      log.append(
        LogEntry(
          id: rows.integer(0), card: rows.integer(1), ease: small(2), interval: small(3),
          lastInterval: small(4), factor: small(5), milliseconds: max(0, small(6)),
          kind: LogEntry.Kind(rawValue: small(7)) ?? .manual))
    }
    return log
  }
}
