import ArgumentParser
import Decks
import Files
import Generation
import Glibc
import Terminal

/// Asks what becomes of the offered cards, and writes their deck.
struct GenerationWriting {
  let app: App
  let source: GenerationSource
  let content: SourceText
  let target: GenerationTarget
  let offer: GenerationOffer

  private var screen: Screen { app.world.output }

  /// What the user wants with the cards.
  private enum Choice {
    case keep
    case read
    case discard
  }

  func run(isDryRun: Bool, keepsAll: Bool) throws {
    guard !offer.cards.isEmpty else { return try withoutCards(isDryRun: isDryRun) }
    if isDryRun {
      screen.line("Nothing was written; without --dry-run they go to \(target.path).")
      return try app.world.finish()
    }
    switch keepsAll ? .keep : try ask() {
    case .discard:
      screen.line("Nothing was written.")
      try app.world.finish()
    case .keep:
      try write()
      let review: SafeText = app.isAtHomePrompt ? "review" : "\"tripos review\""
      screen.line(
        written + " " + review
          + " asks them with their source; :keep, :edit or :reject settles each.")
      try app.world.finish()
    case .read:
      try write()
      screen.line(written)
      try DraftReading.run(path: target.path, app)
    }
  }

  private func withoutCards(isDryRun: Bool) throws {
    guard let (deck, identity) = target.existing else {
      screen.line(
        offer.rejected + offer.elsewhere > 0
          ? "No deck was made: nothing is left to offer."
          : "No deck was made: the text says of nothing certain when it happened or who acted.")
      return try app.world.finish()
    }
    let bytes = target.update.contents(adding: [])
    if bytes == deck.bytes {
      screen.line("\(target.path) is up to date; nothing was written.")
    } else if isDryRun {
      screen.line("Without --dry-run the sources in \(target.path) get their new places.")
    } else {
      try writeFile(target.path, bytes, replacing: identity)
      screen.line("There is nothing new; the sources in \(target.path) have their new places.")
    }
    if offer.openDrafts > 0 {
      let drafts = ReviewWording.count(offer.openDrafts, "draft")
      screen.line("\(drafts) to settle: \("tripos generate --read \"\(deck.name)\"") reads them.")
    }
    try app.world.finish()
  }

  private func write() throws {
    guard let (_, identity) = target.existing else {
      let draft = DeckDraft(
        name: deckName, origin: source.name, text: content, cards: offer.cards.map(\.card))
      try makeFolder(parentFolder(of: target.path))
      // Another program may have made it while the question stood open.
      guard access(target.path, F_OK) != 0 else {
        throw FileError(.create, target.path, .errno(EEXIST))
      }
      try writeFile(target.path, Array(draft.contents.utf8))
      return
    }
    let bytes = target.update.contents(adding: offer.cards)
    try writeFile(target.path, bytes, replacing: identity)
  }

  private var deckName: String {
    let file = target.path.split(separator: "/").last.map(String.init) ?? target.path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }

  /// What was written.
  private var written: SafeText {
    let drafts = ReviewWording.count(offer.cards.count, "draft")
    return target.isNew
      ? "Made \(target.path) with \(drafts)." : "Added \(drafts) to \(target.path)."
  }

  private func ask() throws -> Choice {
    guard app.world.input.isInteractive else { throw Failure(.cannotAsk(option: "--yes")) }
    while true {
      switch app.world.ask(Prompt("Enter: keep as drafts · r: read them now · q: discard>")) {
      case .line(let line):
        switch line.trimmed.lowercased() {
        case "": return .keep
        case "r", ":r", "read": return .read
        case "q", ":q", "quit", ":quit", "discard": return .discard
        case _:
          screen.line("Enter keeps the cards as drafts, r reads them now, q discards them.")
        }
      case .endOfInput, .interrupted, .timedOut: return .discard
      case .terminated(let signal): throw ExitCode(128 + signal)
      }
    }
  }
}
