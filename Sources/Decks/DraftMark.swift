/// The mark of cards that generation made and nobody has settled yet: a tag of their note.
///
/// Whether a card with the mark still is a draft depends on its history too; the tag is taken away
/// when the draft is settled, so that who gets the deck from others sees what they settled.
package enum DraftMark {
  /// The tag.
  package static let tag = "draft"
}

extension Card {
  /// Whether its note bears the mark of drafts.
  package var isMarkedDraft: Bool { tags.contains(DraftMark.tag) }
}

extension Note {
  /// Whether it bears the mark of drafts.
  package var isMarkedDraft: Bool { fields.tags.contains(DraftMark.tag) }
}

extension Library {
  /// The entries whose notes bear the mark of drafts, in order.
  package var draftEntries: [Entry] {
    decks.indices.flatMap { deck -> [Entry] in
      let marked = Set(
        tagSets(ofDeck: deck).indices.filter { tagSets(ofDeck: deck)[$0].contains(DraftMark.tag) })
      if marked.isEmpty { return [] }
      return decks[deck].entries.map { entries[$0] }.filter { marked.contains(tagSet(of: $0)) }
    }
  }
}

extension Deck {
  /// The file without the mark of drafts on some notes; other tags stay.
  ///
  /// - Parameter notes: notes of this deck.
  /// - Returns: the bytes of the file.
  package func removingDraftMark(from notes: [Note]) -> [UInt8] {
    let edits = notes.filter(\.isMarkedDraft).compactMap { note -> Edit? in
      let run = fieldLines(of: note)
      guard let line = run.first(where: { $0.field == .tags }) else { return nil }
      let others = note.fields.tags.filter { $0 != DraftMark.tag }
      if !others.isEmpty {
        return Edit(line.range, "\(NoteField.tags.rawValue): \(others.joined(separator: ", "))")
      }
      // Prose after the only field line would become part of the answer.
      let hasProse = !bytes[line.range.upperBound..<note.range.upperBound].trimmed.isEmpty
      return run.count == 1 && hasProse ? Edit(line.range, "---") : Edit(wholeLine(line.range), "")
    }
    return applying(edits)
  }

  /// A line with its line end; where it is the file's last and has none, with the one before.
  private func wholeLine(_ content: Range<Int>) -> Range<Int> {
    var scanner = LineScanner(bytes, in: content.lowerBound..<bytes.count)
    let end = scanner.next()?.end ?? content.upperBound
    guard end == content.upperBound else { return content.lowerBound..<end }
    var start = content.lowerBound
    if start > 0, bytes[start - 1] == .lineFeed { start -= 1 }
    if start > 0, bytes[start - 1] == .carriageReturn { start -= 1 }
    return start..<end
  }
}
