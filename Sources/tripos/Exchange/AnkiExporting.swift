import Anki
import Decks
import Digest
import Exchange
import Files
import Progress
import Study
import Terminal

/// Decks that are exported as a package of Anki's.
struct AnkiExporting {
  private let decks: [Int]
  private let library: Library
  private let withHistory: Bool

  /// - Parameters:
  ///   - decks: indices of the library's decks.
  ///   - library: all decks of the home.
  ///   - withHistory: whether answers and memory go with them.
  init(decks: [Int], _ library: Library, withHistory: Bool) {
    self.decks = decks
    self.library = library
    self.withHistory = withHistory
  }

  /// The content of the package.
  ///
  /// - Parameters:
  ///   - generation: how it is packed.
  ///   - app: the home.
  /// - Returns: the content, and what it lacks.
  /// - Throws: `Failure`.
  func written(as generation: AnkiPackage.Generation, _ app: App) throws -> WrittenFile {
    let store = withHistory ? try app.readStore() : nil
    let answers = try store?.answerSteps() ?? [:]
    let scheduler = app.settings.scheduler
    var export = AnkiExport(
      now: app.world.clock.now(), calendar: app.calendar, scheduler: scheduler)
    var written = WrittenFile()
    var contents: [Deck] = []
    let bar = app.world.progress("Gathering the notes")
    defer { bar.finish() }
    for (number, index) in decks.enumerated() {
      bar.report(number, of: decks.count)
      let deck = try library.deck(index)
      contents.append(deck)
      let keys = keys(ofDeck: index)
      export.add(deck, notes: deck.notes) { note in
        keys[note.ordinal] ?? []
      } history: { key in
        let fingerprint = Fingerprint(key)
        return AnkiExport.CardHistory(
          progress: store?.progress(of: fingerprint), answers: answers[fingerprint] ?? [])
      }
      written.noteCount += keys.count
    }
    var writer = PackageWriter(generation)
    var names: Set<String> = []
    for file in export.media where names.insert(file.name).inserted {
      let path = "\(parentFolder(of: file.deck))/\(file.folder)\(file.name)"
      // A picture that is missing is missing there too.
      if let bytes = try? readFile(path, limit: 1 << 28).bytes {
        writer.add(media: file.name, bytes)
      }
    }
    do throws(AnkiError) {
      let context = WritingContext(now: app.world.clock.now(), calendar: app.calendar)
      bar.finish()
      written.bytes = try app.world.working(on: "Packing the notes") { report throws(AnkiError) in
        try writer.packed(export.collection(), scheduler, context, report: report)
      }
    } catch {
      throw Failure(.anki(name: "the package", error))
    }
    written.losses = FileWriting.losses(contents, .apkg)
    return written
  }

  /// The keys of the cards of each note, by the note's place in its file; `nil` for a card that
  /// another note has.
  private func keys(ofDeck index: Int) -> [Int: [String?]] {
    var keys: [Int: [String?]] = [:]
    for entry in library.entries[library.decks[index].entries] {
      let card = max(0, Int(entry.blank) - 1)
      var own = keys[Int(entry.note)] ?? []
      while own.count <= card { own.append(nil) }
      own[card] = library.key(of: entry)
      keys[Int(entry.note)] = own
    }
    return keys
  }
}
