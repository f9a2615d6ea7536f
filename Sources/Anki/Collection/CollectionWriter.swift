import Chronology
import Exchange
import JSON
import Memory

/// Writes a collection as a database of schema 11, which every Anki since 2.1 reads.
enum CollectionWriter {
  /// The database's file.
  ///
  /// - Parameters:
  ///   - collection: what it holds; ids and guids are its own.
  ///   - scheduler: whose settings become the preset of its decks.
  ///   - context: when and where it is written.
  ///   - report: told now and then how many rows of all are written.
  /// - Returns: the file.
  /// - Throws: `AnkiError`.
  static func image(
    _ collection: AnkiCollection, _ scheduler: Scheduler, _ context: WritingContext,
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(AnkiError) -> [UInt8] {
    let (notes, cards) = (collection.notes.count, collection.cards.count)
    // Indices and packing take about as long as the rows.
    let total = 2 * (notes + cards + collection.log.count)
    let database = try Database()
    try database.run(schema)
    try database.run("BEGIN")
    try writeHead(collection, scheduler, context, to: database)
    try write(notes: collection.notes, to: database) { report($0, total) }
    try write(cards: collection.cards, to: database) { report(notes + $0, total) }
    try write(log: collection.log, to: database) { report(notes + cards + $0, total) }
    try database.run("COMMIT")
    try database.run(indices)
    return database.image()
  }

  private static func writeHead(
    _ collection: AnkiCollection, _ scheduler: Scheduler, _ context: WritingContext,
    to database: Database
  ) throws(AnkiError) {
    let row = try database.prepare(
      "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")
    row.bind(collection.created, at: 1)
    row.bind(context.now.milliseconds, at: 2)
    row.bind(context.now.milliseconds, at: 3)
    row.bind(CollectionHead.configuration(collection, context).compact, at: 4)
    row.bind(CollectionHead.noteTypes(collection.noteTypes).compact, at: 5)
    row.bind(CollectionHead.decks(collection.decks).compact, at: 6)
    row.bind(CollectionHead.presets(scheduler).compact, at: 7)
    try row.run()
  }

  private static func write(
    notes: [AnkiNote], to database: Database, report: (_ done: Int) -> Void
  ) throws(AnkiError) {
    let row = try database.prepare(
      "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')")
    for (index, note) in notes.enumerated() {
      if index % 1024 == 0 { report(index) }
      row.bind(note.id, at: 1)
      row.bind(note.guid, at: 2)
      row.bind(note.type, at: 3)
      row.bind(note.modified, at: 4)
      row.bind(note.tags, at: 5)
      row.bind(note.fields, at: 6)
      var converter = FieldText()
      let first = note.fields.utf8.prefix { $0 != 0x1f }
      let text = converter.convert(Array(first))
      row.bind(text, at: 7)
      row.bind(SHA1.checksum(Array(text.utf8)), at: 8)
      try row.run()
    }
  }

  private static func write(
    cards: [AnkiCard], to database: Database, report: (_ done: Int) -> Void
  ) throws(AnkiError) {
    let row = try database.prepare(
      "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (index, card) in cards.enumerated() {
      if index % 1024 == 0 { report(index) }
      let values: [Int64] = [
        card.id, card.note, card.deck, Int64(card.ordinal), card.modified, Int64(card.type),
        Int64(card.queue), card.due, Int64(card.interval), Int64(card.factor),
        Int64(card.reviews), Int64(card.lapses), Int64(card.stepsLeft), card.homeDue,
        card.homeDeck, Int64(card.flag),
      ]
      for (place, value) in values.enumerated() { row.bind(value, at: Int32(place + 1)) }
      row.bind(card.data, at: 17)
      try row.run()
    }
  }

  private static func write(
    log: [LogEntry], to database: Database, report: (_ done: Int) -> Void
  ) throws(AnkiError) {
    let row = try database.prepare("INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)")
    for (index, entry) in log.enumerated() {
      if index % 1024 == 0 { report(index) }
      let values: [Int64] = [
        entry.id, entry.card, Int64(entry.ease), Int64(entry.interval),
        Int64(entry.lastInterval), Int64(entry.factor), Int64(entry.milliseconds),
        Int64(entry.kind.rawValue),
      ]
      for (place, value) in values.enumerated() { row.bind(value, at: Int32(place + 1)) }
      try row.run()
    }
  }

  private static let schema = """
    CREATE TABLE col (
      id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
      ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL,
      conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL,
      tags text NOT NULL);
    CREATE TABLE notes (
      id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
      usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
      csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
    CREATE TABLE cards (
      id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
      mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
      due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
      lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
      odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
    CREATE TABLE revlog (
      id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
      ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
      time integer NOT NULL, type integer NOT NULL);
    CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
    """

  private static let indices = """
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """
}
