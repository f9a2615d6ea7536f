import Proving
import Testing

@testable import Language

@Suite struct TokeniserTests {
  private static func split(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return Tokeniser.tokens(of: bytes, in: 0..<bytes.count)
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
      .joined(separator: "|")
  }

  @Test(arguments: [
    ("The fleet left Corinth.", "The|fleet|left|Corinth|."),
    ("They didn't, and won’t, wait.", "They|did|n't|,|and|wo|n’t|,|wait|."),
    ("It cannot be the king’s ship.", "It|can|not|be|the|king|’s|ship|."),
    (
      "We've said she'd go; I'm sure they'll see.",
      "We|'ve|said|she|'d|go|;|I|'m|sure|they|'ll|see|."
    ),
    ("the workers' council", "the|workers|'|council"),
    ("O'Brien left at six o'clock.", "O'Brien|left|at|six|o'clock|."),
    ("the newly-independent, Accra-based union", "the|newly|-|independent|,|Accra|-|based|union"),
    ("a pre-war, anti-colonial co-founder", "a|pre-war|,|anti-colonial|co-founder"),
    ("Yun Ki-tae met Mr. Smith-Jones.", "Yun|Ki-tae|met|Mr.|Smith|-|Jones|."),
    ("between 1950-51 and 1960–62", "between|1950|-|51|and|1960|–|62"),
    ("Call 555-010-0199 on 3/4/1999 at 10:30.", "Call|555-010-0199|on|3/4/1999|at|10:30|."),
    ("It cost $1,250.50, or £3, a 5% rise.", "It|cost|$|1,250.50|,|or|£|3|,|a|5|%|rise|."),
    (
      "The U.S. envoy, e.g. Gen. H. A. Miller, spoke.",
      "The|U.S.|envoy|,|e.g.|Gen.|H.|A.|Miller|,|spoke|."
    ),
    ("St. Gall, c. 720, and No. 5 of Vol. 2", "St.|Gall|,|c.|720|,|and|No.|5|of|Vol.|2"),
    ("Is it? Yes, No. And no.", "Is|it|?|Yes|,|No|.|And|no|."),
    (
      "the 21st century, the mid-1980s and the ’90s",
      "the|21st|century|,|the|mid-1980s|and|the|’90s"
    ),
    ("“Go,” he said … “now!”", "“|Go|,|”|he|said|…|“|now|!|”"),
    ("and so on... Really?!", "and|so|on|...|Really|?!"),
    ("the war[3] ended.[4, 5] Peace", "the|war|[|3|]|ended|.|[|4|,|5|]|Peace"),
    ("It ended.12 Then came peace.²", "It|ended|.|12|Then|came|peace|.|²"),
    ("the end.The start", "the|end|.|The|start"),
    ("and/or w/o 24/7", "and|/|or|w/o|24/7"),
    (
      "See https://example.org/a-b, or write to me@example.org.",
      "See|https://example.org/a-b|,|or|write|to|me@example.org|."
    ),
    ("The plan—a bold one—failed -- badly.", "The|plan|—|a|bold|one|—|failed|--|badly|."),
    ("AT&T and R&D", "AT&T|and|R&D"),
    ("World War I. Germany", "World|War|I|.|Germany"),
    ("Văn Tiến Dũng và Ngô", "Văn|Tiến|Dũng|và|Ngô"),
    ("", ""),
    (" \t\n\u{a0} ", ""),
  ])
  func splitsAsTheTreebanksDo(text: String, expected: String) {
    #expect(Self.split(text) == expected)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func losesNothingOfAnyBytes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet =
      Array(" .,'’-–—“”!?()[]{}aAzZ09é한&/@:$%_*\n…ễ".utf8) + [0xff, 0xc3, 0xe2, 0x80, 0]
    let bytes = (0..<200).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    let tokens = Tokeniser.tokens(of: bytes, in: 0..<bytes.count)
    var place = 0
    for token in tokens {
      #expect(token.range.lowerBound >= place)
      #expect(!token.range.isEmpty)
      let gap = String(decoding: bytes[place..<token.range.lowerBound], as: UTF8.self)
      #expect(gap.unicodeScalars.allSatisfy { CharacterKind($0) == .space })
      place = token.range.upperBound
    }
    #expect(place <= bytes.count)
  }

  @Test func readsOnlyTheBlock() {
    let bytes = Array("one two three".utf8)
    let ranges = Tokeniser.tokens(of: bytes, in: 4..<9).map(\.range)
    #expect(ranges == [4..<7, 8..<9])
  }
}
