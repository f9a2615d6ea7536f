import Anki
import Decks
import Digest
import Exchange
import Progress
import Study
import Terminal

/// A package of Anki's that is imported: its notes, and what else goes with them.
struct AnkiSource {
  let reading: AnkiImport
  private let package: AnkiPackage
  private let collection: AnkiCollection

  /// Opens a package and reads its notes.
  ///
  /// - Throws: `AnkiError`.
  init(_ bytes: [UInt8], withHistory: Bool) throws(AnkiError) {
    package = try AnkiPackage(bytes)
    collection = try package.collection(withHistory: withHistory)
    reading = AnkiImport(collection)
  }

  /// The media and the answers of the notes that the plan takes or finds there.
  ///
  /// - Throws: `Failure`.
  func extras(_ plan: ImportPlan, withHistory: Bool, _ app: App) throws -> ImportExtras {
    var extras = ImportExtras()
    try addMedia(plan, to: &extras)
    if withHistory { try addHistory(plan, app, to: &extras) }
    return extras
  }

  private func addMedia(_ plan: ImportPlan, to extras: inout ImportExtras) throws {
    guard plan.steps.contains(where: { $0.addition.bytes != nil }) else { return }
    var total = 0
    for file in reading.media {
      do throws(AnkiError) {
        guard let bytes = try package.media(file.name) else {
          extras.missingMedia.append(file.name)
          continue
        }
        total += bytes.count
        try AnkiPackage.checkMedia(total: total, name: file.name)
        extras.media.append(ImportExtras.MediaFile(path: file.path, bytes: bytes))
      } catch {
        throw Failure(.anki(name: "the package", error))
      }
    }
  }

  private func addHistory(_ plan: ImportPlan, _ app: App, to extras: inout ImportExtras) throws {
    let keys = try ImportedKeys(plan, app)
    let store = try app.readStore()
    let known = store.cardCount > 0 ? try store.answerInstants() : [:]
    var history = HistoryImport(
      collection, calendar: app.calendar, scheduler: app.settings.scheduler)
    let bar = app.world.progress("Taking over the answers")
    defer { bar.finish() }
    for (note, links) in reading.links.enumerated() {
      if note % 1024 == 0 { bar.report(note, of: reading.links.count) }
      for link in links {
        guard let key = keys.key(note: note, blank: link.blank) else { continue }
        let fingerprint = Fingerprint(key)
        history.add(
          card: link.card, key: key, progress: store.progress(of: fingerprint),
          known: known[fingerprint] ?? [])
      }
    }
    extras.journal = history.journal
    extras.tally = history.tally
  }
}
