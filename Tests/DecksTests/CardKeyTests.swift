import Testing

@testable import Decks

/// The digests were made with coreutils: `printf TEXT | sha256sum`, ten bytes in base32.
@Test(
  arguments: [
    ("What is the capital of France?", "h1-cfietiuykmv6f4mb"),
    ("  What  is\tthe\ncapital of\u{a0}France? ", "h1-cfietiuykmv6f4mb"),
    ("Caf\u{e9}?", "h1-ncl4rkjju4tqhk6s"),
    ("Cafe\u{301}?", "h1-ncl4rkjju4tqhk6s"),
    ("The \u{5b}\u{2026}\u{5d} of a group", "h1-ekgiapzvmimtg7fy"),
  ])
func keysOfPrompts(prompt: String, key: String) {
  #expect(CardKey.make(prompt: prompt) == key)
}

@Test func keysOfPromptsThatAreShared() {
  #expect(CardKey.make(prompt: "a  b?", answer: " c\n") == "h1-sowfcq4jzj6funul")
}

@Test func keysOfIds() {
  #expect(CardKey.make(id: "nixon", blank: nil) == "nixon")
  #expect(CardKey.make(id: "nixon", blank: 2) == "nixon.2")
}

@Test(
  arguments: [
    ("nixon-doctrine", true), ("한국", true), ("a b", false), ("h1-aaaa", false), ("a\u{7f}", false),
    (String(repeating: "x", count: 64), true), (String(repeating: "x", count: 65), false),
  ])
func idsAreOneWord(id: String, isUsable: Bool) { #expect(CardKey.isUsable(id: id) == isUsable) }
