import Decks
import Exchange
import Testing

@testable import Anki

private func collection(
  _ types: [NoteType], _ notes: [(type: Int64, fields: String, ordinals: [Int])]
)
  -> AnkiCollection
{
  var collection = sampleCollection([])
  collection.noteTypes = types
  for (index, note) in notes.enumerated() {
    collection.notes.append(
      AnkiNote(
        id: Int64(100 + index), guid: "g\(index)", type: note.type, modified: 0, tags: " x ",
        fields: note.fields))
    for ordinal in note.ordinals {
      var card = sampleCollection().cards[0]
      card.id = Int64(1000 + collection.cards.count)
      card.note = Int64(100 + index)
      card.ordinal = ordinal
      collection.cards.append(card)
    }
  }
  return collection
}

private let basic = sampleCollection().noteTypes[0]

private let cloze = NoteType(
  id: 6, name: "Cloze", isCloze: true, fields: ["Text", "Extra"],
  templates: [NoteType.Template(question: "{{cloze:Text}}", answer: "{{cloze:Text}}<br>{{Extra}}")])

private func texts(_ reading: AnkiImport) -> [String] {
  reading.findings.decks.flatMap { $0.notes.map(\.note.text) }
}

struct AnkiImportTests {
  @Test func questionsWithTheirDecksAndTags() {
    let reading = AnkiImport(sampleCollection(["In which <i>year</i>?\u{1f}1917<br>(old style)"]))
    #expect(reading.findings.decks.map(\.name) == ["History"])
    #expect(reading.findings.decks[0].notes[0].section == ["Wars"])
    #expect(
      texts(reading) == [
        "Q: In which year?\nA:\n1917\n(old style)\nTags: a, b::c\nId: anki-guid0"
      ])
    #expect(reading.links == [[AnkiImport.Link(card: 0, blank: nil)]])
  }

  @Test func aCardForEachTemplate() {
    var reversed = basic
    reversed.templates.append(
      NoteType.Template(
        question: "What is {{Back}}?", answer: "{{FrontSide}}<hr id=answer>{{Front}}"))
    let reading = AnkiImport(collection([reversed], [(5, "A\u{1f}B", [0, 1])]))
    #expect(
      texts(reading) == [
        "Q: A\nA: B\nTags: x\nId: anki-g0", "Q: What is B?\nA: A\nTags: x\nId: anki-g0/2",
      ])
  }

  @Test func furtherFieldsExplainTheAnswer() {
    let type = NoteType(
      id: 5, name: "Long", isCloze: false, fields: ["Q", "A", "Note", "Link"],
      templates: [
        NoteType.Template(
          question: "{{Q}}",
          answer: "{{Q}}<hr id=answer>{{A}}<br>{{Note}}{{#Link}}({{Link}}){{/Link}}")
      ])
    let reading = AnkiImport(collection([type], [(5, "q\u{1f}a\u{1f}n<br>m\u{1f}l", [0])]))
    #expect(texts(reading) == ["Q: q\nA: a\nWhy: n m · l\nTags: x\nId: anki-g0"])
  }

  @Test func clozesStayOneNoteWhereTheyCan() {
    let reading = AnkiImport(
      collection(
        [cloze],
        [
          (6, "{{c2::1914}} to {{c1::1918}}\u{1f}the Great War", [0, 1]),
          (6, "{{c1::a}} {{c1::b}}\u{1f}", [0]),
        ]))
    #expect(
      texts(reading) == [
        "C: [1914] to [1918]\nWhy: the Great War\nTags: x\nId: anki-g0",
        "Q: […] […]\nA:\na\nb\nTags: x\nId: anki-g1",
      ])
    #expect(
      reading.links == [
        [AnkiImport.Link(card: 0, blank: 2), AnkiImport.Link(card: 1, blank: 1)],
        [AnkiImport.Link(card: 2, blank: nil)],
      ])
  }

  @Test func whatCannotBeAskedIsSkippedAndSaid() {
    let reading = AnkiImport(
      collection(
        [basic, cloze],
        [
          (5, "\u{1f}answer", [0]), (5, "question\u{1f} <br> ", [0]), (9, "x", [0]),
          (6, "no blank\u{1f}", [0]), (5, "far\u{1f}" + String(repeating: "x", count: 70_000), [0]),
          (6, "{{c1::image-occlusion:rect:left=.1}}\u{1f}", [0]), (5, "no card\u{1f}x", []),
        ]))
    #expect(texts(reading) == [])
    #expect(
      reading.findings.skipped.map(\.place) == [
        .note(1), .note(2), .note(3), .note(4), .note(5), .note(6),
      ])
    #expect(
      reading.findings.skipped.map(\.reason) == [
        .noQuestion, .noAnswer, .notANote, .noBlank, .tooLong(bytes: 70_030), .noQuestion,
      ])
  }

  @Test func mediaAreListedOnceADeck() {
    let reading = AnkiImport(
      sampleCollection([
        "<img src=\"b.png\">Where?\u{1f}here <img src='b.png'>", "s\u{1f}[sound:s.mp3]",
      ]))
    #expect(
      reading.media == [
        AnkiImport.MediaFile(deck: 0, name: "b.png", path: "history.media/b.png"),
        AnkiImport.MediaFile(deck: 0, name: "s.mp3", path: "history.media/s.mp3"),
      ])
    #expect(texts(reading)[0].hasPrefix("Q: ![](history.media/b.png)Where?\n"))
  }

  @Test func i01NamesOfDecksLeadNowhere() {
    #expect(AnkiImport.fileName("../../.ssh/x") == "ssh-x")
    #expect(AnkiImport.fileName("/abs") == "abs")
    #expect(AnkiImport.fileName("..") == "anki")
    #expect(AnkiImport.fileName(String(repeating: "é", count: 300)).utf8.count == 200)
    #expect(MediaName.safe("../../x.png") == "______x-\(MediaName.safe("../../x.png").suffix(12))")
    #expect(!MediaName.safe("..").hasPrefix("."))
    #expect(MediaName.safe("karte 1.PNG").hasSuffix(".PNG"))
  }

  @Test func namesOfNotesGoThereAndBack() {
    for guid in ["N*R$@SzgFp", "with space", "it's", "tab\there", "ü'", ""] {
      let id = NoteName.id(guid: guid)
      #expect(CardKey.isUsable(id: id), "\(guid)")
      #expect(NoteName.guid(id: id, key: "", deck: "") == guid)
    }
    let long = NoteName.id(guid: String(repeating: "x", count: 100), number: 3)
    #expect(CardKey.isUsable(id: long) && long.hasSuffix("/3"))
    #expect(NoteName.guid(id: nil, key: "h1-abc", deck: "d") == "h1-abc")
    #expect(
      NoteName.guid(id: "mine", key: "mine", deck: "a")
        != NoteName.guid(id: "mine", key: "mine", deck: "b"))
  }

  @Test func tagsGoThereAndBack() {
    #expect(
      AnkiTags.split(AnkiTags.joined(["cold war", "1969", "a::b"])) == ["cold war", "1969", "a::b"])
    #expect(AnkiTags.split(" a,b  c ") == ["a", "b", "c"])
    #expect(AnkiTags.joined([]) == "")
  }
}
