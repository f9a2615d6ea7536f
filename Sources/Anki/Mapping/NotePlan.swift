import Decks
import Exchange

/// How notes of one type become notes of a deck: their templates, read once.
struct NotePlan {
  /// A note of a deck, and which of the note's cards it is.
  struct Made {
    var source: NoteSource
    var cards: [(card: Int, blank: Int?)]
    /// Why there is nothing to ask.
    var fault: SkipReason?
  }

  private struct Sides {
    var question: Template
    var answer: Template
  }

  private let type: NoteType
  private let own: TriposNoteType?
  private let sides: [Sides]

  init(_ type: NoteType) {
    self.type = type
    own = TriposNoteType(type)
    sides = type.templates.map { template in
      Sides(
        question: Template(template.question, fields: type.fields),
        answer: Template(template.answer, fields: type.fields).afterRule)
    }
  }

  /// The notes that a note becomes.
  ///
  /// - Parameters:
  ///   - fields: its fields in HTML.
  ///   - guid: its guid.
  ///   - ordinals: of its cards, which the result counts as they stand here.
  ///   - converter: makes text of HTML.
  /// - Returns: the notes, each with its cards.
  func notes(
    _ fields: [ArraySlice<UInt8>], guid: String, ordinals: [Int], _ converter: inout FieldText
  ) -> [Made] {
    if let own { return [ownNote(own, fields, ordinals, &converter)] }
    if type.isCloze { return clozeNotes(fields, guid: guid, ordinals: ordinals, &converter) }
    return ordinals.enumerated().map { card, ordinal in
      var made = Made(
        source: NoteSource(prompt: "", answer: ""), cards: [(card, nil)], fault: .notANote)
      guard sides.indices.contains(ordinal) else { return made }
      let (source, fault) = question(sides[ordinal], fields, &converter)
      made.source = source
      made.source.id = NoteName.id(guid: guid, number: ordinal + 1)
      made.fault = fault
      return made
    }
  }

  private func ownNote(
    _ own: TriposNoteType, _ fields: [ArraySlice<UInt8>], _ ordinals: [Int],
    _ converter: inout FieldText
  ) -> Made {
    let source = TriposFields.note(own, fields, &converter)
    let cards = ordinals.enumerated().map { card, ordinal in
      (card: card, blank: own == .cloze ? ordinal + 1 : nil)
    }
    return Made(source: source, cards: cards)
  }

  private func question(
    _ sides: Sides, _ fields: [ArraySlice<UInt8>], _ converter: inout FieldText
  ) -> (NoteSource, SkipReason?) {
    let prompt = converter.convert(sides.question.html(fields))
    let front = sides.question.shownFields(fields)
    // The answer is the first field that the question does not show; others explain it.
    var backs: [String] = []
    for place in sides.answer.shownFields(fields) where !front.contains(place) {
      let text = converter.convert(Array(fields[place]))
      if !text.isEmpty { backs.append(text) }
    }
    if backs.isEmpty {
      let whole = converter.convert(sides.answer.html(fields))
      backs = [whole == prompt ? "" : whole]
    }
    var source = NoteSource(prompt: prompt, answer: backs[0])
    source.why = why(backs.dropFirst())
    let isEmpty = backs[0].isEmpty
    return (source, prompt.isEmpty ? .noQuestion : isEmpty ? .noAnswer : nil)
  }

  private func why(_ texts: some Sequence<String>) -> String? {
    let why = texts.map(\.onOneLine).filter { !$0.isEmpty }.joined(separator: " · ")
    return why.isEmpty ? nil : why
  }

  private func clozeNotes(
    _ fields: [ArraySlice<UInt8>], guid: String, ordinals: [Int], _ converter: inout FieldText
  ) -> [Made] {
    let html = sides.first?.question.html(fields) ?? []
    let front = sides.first?.question.shownFields(fields) ?? []
    let text = ClozeText(html, &converter)
    var extras: [String] = []
    for place in sides.first?.answer.shownFields(fields) ?? [] where !front.contains(place) {
      extras.append(converter.convert(Array(fields[place])))
    }
    let why = why(extras)
    if html.contains(NotePlan.occlusion) {
      return [
        Made(source: NoteSource(prompt: "", answer: ""), cards: [], fault: .noQuestion)
      ]
    }
    if let numbers = text.simpleNumbers {
      var source = NoteSource(.cloze(text.sentence))
      source.why = why
      source.id = NoteName.id(guid: guid)
      let cards = ordinals.enumerated().compactMap { card, ordinal in
        numbers.firstIndex(of: ordinal + 1).map { (card: card, blank: Optional($0 + 1)) }
      }
      return [Made(source: source, cards: cards)]
    }
    return ordinals.enumerated().map { card, ordinal in
      let (prompt, answer) = text.question(ordinal + 1)
      var source = NoteSource(prompt: prompt, answer: answer)
      source.why = why
      source.id = NoteName.id(guid: guid, number: ordinal + 1)
      return Made(source: source, cards: [(card, nil)], fault: answer.isEmpty ? .noBlank : nil)
    }
  }

  /// What a picture with covered parts has in place of a text.
  private static let occlusion = Array("::image-occlusion:".utf8)
}
