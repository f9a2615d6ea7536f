import Glibc
import Proving
import Testing

@testable import Generation

@Suite struct TextReaderTests {
  @Test func badInputIsToldApart() {
    #expect(throws: ReadingError.empty) { try read("") }
    #expect(throws: ReadingError.empty) { try read(" \n\t\n") }
    #expect(throws: ReadingError.empty) { try read("\u{feff}\n") }
    #expect(throws: ReadingError.tooShort(words: 1)) { try read("Hello") }
    #expect(throws: ReadingError.onlyTables) { try read("a\tb\tc\n1\t2\t3\n4\t5\t6\n") }
    #expect(throws: ReadingError.noProse) {
      try read("<html><body><nav>Home</nav><script>1</script></body></html>")
    }
    #expect(throws: ReadingError.isDeck(firstNoteLine: 3)) {
      try read("# Deck\n\nQ: Who was it?\nA: Nobody.\n")
    }
    #expect(throws: ReadingError.isDeck(firstNoteLine: 1)) {
      try read("C: The war began in [1914].\n")
    }
    #expect(throws: ReadingError.binary(.archive)) { try reader().read([0x50, 0x4b, 3, 4, 0, 0]) }
    #expect(throws: ReadingError.binary(.image)) { try reader().read([0x89, 0x50, 0x4e, 0x47]) }
    #expect(throws: ReadingError.binary(.unknown)) { try reader().read([0x41, 0, 0x42, 0]) }
    #expect(throws: ReadingError.tooLarge(limit: 64 << 20)) {
      try reader().read([UInt8](repeating: 0x61, count: 64 << 20 | 1))
    }
  }

  @Test func deckIsReadWhereForced() throws {
    let text = try read("Q: Who was it, then?\nA: Nobody at all.\n", isForced: true)
    #expect(text.blocks.count == 1)
  }

  @Test func formatIsFoundByContent() throws {
    #expect(try read("The year 1900 was the first of many.", name: "a.html").format == .plain)
    #expect(
      try read("## Head\n\nThe year was the first of many.", name: "a.txt").format == .markdown)
    #expect(try read("<p>The year was the first of many.</p>", name: "a.txt").format == .html)
    #expect(try read("The year was the first of many.", name: "a.md").format == .markdown)
  }

  @Test func anotherLanguageIsRefused() {
    let french = """
      La guerre a commencé en 1914 et elle a duré quatre ans. Les soldats des deux côtés ne savaient \
      pas que la paix serait aussi loin.
      """
    #expect {
      try read(french)
    } throws: { error in
      guard case .notEnglish(let evidence) = error as? ReadingError else { return false }
      return evidence.likely == .french && evidence.english < 0.1
    }
    #expect(throws: Never.self) { try read(french, isForced: true) }
    #expect {
      try read("Война началась в 1914 году и продолжалась четыре года, пока не пришёл мир.")
    } throws: { error in
      guard case .notEnglish(let evidence) = error as? ReadingError else { return false }
      return evidence.otherScript > 0.9
    }
  }

  @Test func blocksJoinIntoOneText() throws {
    let (bytes, ranges) = try read("# The head\n\nThe body of it.").joined()
    #expect(
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == ["The head", "The body of it."])
    #expect(bytes.count == ranges[1].upperBound)
  }

  @Test func shortEnglishPasses() throws {
    #expect(try read("Caesar crossed the Rubicon.").blocks.count == 1)
  }

  @Test func endlessPipeIsCutOff() throws {
    #expect(throws: ReadingError.tooLarge(limit: 100_000)) {
      try TextInput.contents(ofFile: "/dev/zero", limit: 100_000)
    }
    #expect(throws: ReadingError.unreadable(path: "/no/such", errno: ENOENT)) {
      try TextInput.contents(ofFile: "/no/such")
    }
    #expect(throws: ReadingError.unreadable(path: "/", errno: EISDIR)) {
      try TextInput.contents(ofFile: "/")
    }
  }

  /// Whatever the bytes, reading ends with blocks or an error, and places stay inside the source.
  @Test(arguments: 0..<120) func hostileBytes(seed: Int) {
    let pieces = [
      "\n", "\n\n", " ", "-\n", "\u{0c}", "[1]", "**", "# ", "<p>", "</p>", "<table>", "&amp;",
      "&#x;", "1.",
      "Q:", "> ", "`", "\u{ad}", "\u{fb01}", "\u{2010}\n", "|", "---\n", "<div class=\"toc\">",
      "](x)", "12",
      "the", "of", "In 1900", "A", "é", "\u{201c}", "\"", "<!--", "]]>", "\t", "st", "century",
      "BC", "–", "(",
      "and", "May", "19 June", "two years later", "between", "‘60s", "\r", "<blockquote>", "- ",
      ")",
    ]
    var generator = SplitMix64(seed: UInt64(seed))
    var bytes = Array(seed % 3 == 0 ? "<html>".utf8 : seed % 3 == 1 ? "# A\n\n".utf8 : "A\n".utf8)
    for _ in 0..<Int.random(in: 1...400, using: &generator) {
      bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      if Int.random(in: 0..<200, using: &generator) == 0 { bytes.append(0x1f) }
    }
    let text: SourceText
    do {
      text = try reader(isForced: true).read(bytes)
    } catch {
      return
    }
    #expect(misplaced(text) == nil)
    for expression in TimeTagger.expressions(in: text) {
      let content = text.blocks[expression.block].content
      #expect(expression.range.upperBound <= content.count && !expression.range.isEmpty)
      #expect(expression.phrase.lowerBound <= expression.range.lowerBound)
    }
  }
}
