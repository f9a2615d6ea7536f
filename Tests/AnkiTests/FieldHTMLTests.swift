import Exchange
import Proving
import Testing

@testable import Anki

struct FieldHTMLTests {
  @Test(arguments: 0..<300) func htmlOfATextGivesTheText(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet: [Character] = [
      "a", "b", "é", "한", " ", " ", "\n", "\t", "<", ">", "&", "\"", "[", "]", "{", "}", ":", "!",
      "(", ")", "\u{a0}", ";", "#", "-",
    ]
    var original = ""
    for _ in 0..<Int.random(in: 0..<40, using: &random) {
      original.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
    }
    while original.first == "\n" { original.removeFirst() }
    while original.last == "\n" { original.removeLast() }
    var converter = FieldText()
    #expect(converter.convert(Array(FieldHTML.make(original).utf8)) == original)
  }
}
