import Exchange
import Proving
import Testing

@testable import Anki

private func cloze(_ html: String) -> ClozeText {
  var converter = FieldText()
  return ClozeText(Array(html.utf8), &converter)
}

struct ClozeTextTests {
  @Test func blanksInTheirOrder() {
    let text = cloze("{{c1::Paris}} is the capital of {{c2::France}}")
    #expect(text.simpleNumbers == [1, 2])
    #expect(text.sentence == "[Paris] is the capital of [France]")
  }

  @Test func aCardKeepsItsBlankWhereverItStands() {
    let text = cloze("{{c2::1914}} to {{c1::1918}}")
    #expect(text.simpleNumbers == [2, 1])
    #expect(text.sentence == "[1914] to [1918]")
  }

  @Test func hintsFollowTheirBlanksAndBracketsAreEscaped() {
    let text = cloze("{{c1::France::a <i>country</i>}} [in Europe]")
    #expect(text.sentence == "[France] (a country) \\[in Europe\\]")
  }

  @Test func markupMayCrossABlank() {
    let text = cloze("<b>{{c1::Par</b>is}} lies<br>on the {{c2::<u>Seine</u>}}")
    #expect(text.sentence == "[Paris] lies\non the [Seine]")
  }

  @Test func severalBlanksOfACardAreOneQuestion() {
    let text = cloze("{{c1::One}} and {{c1::two}}, not {{c2::three}}")
    #expect(text.simpleNumbers == nil)
    #expect(text.question(1) == ("[…] and […], not three", "One\ntwo"))
    #expect(text.question(2) == ("One and two, not […]", "three"))
  }

  @Test func blanksWithinBlanks() {
    let text = cloze("{{c1::the {{c2::Cold}} War::when}}")
    #expect(text.simpleNumbers == nil)
    #expect(text.question(1) == ("[…] (when)", "the Cold War"))
    #expect(text.question(2) == ("the […] War", "Cold"))
    #expect(text.numbers == [1, 2])
  }

  @Test func oneBlankOfSeveralCards() {
    let text = cloze("{{c1,2::Lenin}} died in {{c2::1924}}")
    #expect(text.question(1) == ("[…] died in 1924", "Lenin"))
    #expect(text.question(2) == ("[…] died in […]", "Lenin\n1924"))
  }

  @Test func brokenBlanks() {
    #expect(cloze("{{c1::never ends").sentence == "[never ends]")
    #expect(cloze("}} {{c::x}} {{cx::y}} {{c1:z}}").numbers == [])
    #expect(cloze("{{c1::}}").simpleNumbers == nil)
    #expect(cloze("\u{1}\u{2}{{c1::a}}").sentence == "[a]")
  }

  @Test(arguments: 0..<200) func anyBytesAreRead(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "{{c1::", "{{c2,3::", "}}", "::", "{{", "\u{1}", "\u{2}", "<b>", "</b>", "x", " ", "é", "[",
      "]",
    ]
    var html: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      html += pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8
      if UInt8.random(in: 0..<10, using: &random) == 0 {
        html.append(.random(in: 0...255, using: &random))
      }
    }
    var converter = FieldText()
    let sentence = ClozeText(html, &converter).sentence
    #expect(
      !sentence.unicodeScalars.contains { $0.value < 0x20 && ![0x0a, 0x09].contains($0.value) })
  }
}
