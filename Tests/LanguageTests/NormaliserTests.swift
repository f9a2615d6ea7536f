import Testing

@testable import Language

@Suite struct NormaliserTests {
  @Test(arguments: [
    ("Hanoi", "Hanoi", "hanoi", "Xx"), ("1950s", "0000s", "0000s", "0x"), ("“", "\"", "\"", "\""),
    ("’s", "'s", "'s", "'x"), ("–", "-", "-", "-"), ("U.S.", "U.S.", "u.s.", "X.X."),
    ("Élan", "Élan", "élan", "Xx"), ("한국", "한국", "한국", "x"), ("…", "...", "...", "."),
    ("Min-woo", "Min-woo", "min-woo", "Xx-x"), ("", "", "", ""),
  ])
  func bringsWordsIntoForm(word: String, cased: String, lower: String, shape: String) {
    var normaliser = Normaliser()
    normaliser.read("before".utf8)
    normaliser.read(word.utf8)
    #expect(String(decoding: normaliser.cased, as: UTF8.self) == cased)
    #expect(String(decoding: normaliser.lower, as: UTF8.self) == lower)
    #expect(String(decoding: normaliser.shape, as: UTF8.self) == shape)
    #expect(normaliser.isCapitalised == (shape.first == "X"))
  }
}
