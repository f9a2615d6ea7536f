import Chronology
import Testing

@testable import Generation

/// Each expression of a text as "kind words = EDTF".
private func times(_ text: String, heading: String? = nil) -> [String] {
  var blocks = [TextBlock(kind: .paragraph, content: MappedText(Array(text.utf8)))]
  if let heading {
    blocks.insert(
      TextBlock(kind: .heading(level: 1), content: MappedText(Array(heading.utf8))), at: 0)
  }
  let source = SourceText(format: .plain, source: Array(text.utf8), blocks: blocks)
  return TimeTagger.expressions(in: source).map { expression in
    let words = String(
      decoding: blocks[expression.block].content.bytes[expression.range], as: UTF8.self)
    return "\(expression.kind) \(words) = \(expression.date?.edtf ?? "-")"
  }
}

@Suite struct TimeTaggerTests {
  @Test(arguments: [
    ("It began on 23 October 1962.", "23 October 1962 = 1962-10-23"),
    ("It began on October 23, 1962.", "October 23, 1962 = 1962-10-23"),
    ("It began on the 12th of October 1962.", "the 12th of October 1962 = 1962-10-12"),
    ("It began on Jan. 3 1960.", "Jan. 3 1960 = 1960-01-03"),
    ("It began on 2001-09-11.", "2001-09-11 = 2001-09-11"),
    ("It began on 25/7/1969.", "25/7/1969 = 1969-07-25"),
    ("It began on 15.03.1939.", "15.03.1939 = 1939-03-15"),
    ("It began in April of 1975.", "April of 1975 = 1975-04"),
    ("It began in April, 1975.", "April, 1975 = 1975-04"),
    (
      "It lasted from 20 October to 21 November 1962.",
      "20 October to 21 November 1962 = 1962-10-20/1962-11-21"
    ),
    ("It lasted from March to May 1965.", "March to May 1965 = 1965-03/1965-05"),
    ("It lasted from June 1964 until May 1965.", "June 1964 until May 1965 = 1964-06/1965-05"),
    ("It lasted from 1965-68.", "1965-68 = 1965/1968"),
    ("The years 1950-51 were cold.", "1950-51 = 1950/1951"),
    ("It was fought on 23–24 August 1572.", "23–24 August 1572 = 1572-08-23/1572-08-24"),
    (
      "It was fought on October 23 and 24, 1962.",
      "October 23 and 24, 1962 = {1962-10-23,1962-10-24}"
    ),
    ("He came in January and March 1965.", "January and March 1965 = {1965-01,1965-03}"),
    ("It grew in the 1920s and 1930s.", "the 1920s and 1930s = 192X/193X"),
    ("It grew through the 18th and 19th centuries.", "the 18th and 19th centuries = 17XX/18XX"),
    ("It stood between 1688 and 1689.", "1688 and 1689 = 1688/1689"),
    ("It came by the end of the 1960s.", "the end of the 1960s = ~1965/~1969"),
    ("It came at the turn of the 20th century.", "the turn of the 20th century = ~189X/~190X"),
    ("It came in the second half of 1965.", "the second half of 1965 = 1965-41"),
    ("It came early in 1944.", "early in 1944 = 1944-~01/1944-~04"),
    ("It came in the closing months of 1918.", "the closing months of 1918 = 1918-~09/1918-~12"),
    ("The mid-20th-century style came back.", "The mid-20th-century = ~193X/~196X"),
    ("It was built c. 1450.", "c. 1450 = 1450~"),
    ("In about 1450 it was built.", "about 1450 = 1450~"),
    ("It fell in the '60s.", "the '60s = 196X"),
    ("It fell in the spring of 1968.", "the spring of 1968 = 1968-21"),
    ("It fell in the winter of 1962–63.", "the winter of 1962–63 = 1962-24"),
    ("He died in 44 BC.", "44 BC = -0043"),
    ("He died in AD 79.", "AD 79 = 0079"),
    ("It lasted from 264 to 241 BC.", "264 to 241 BC = -0263/-0240"),
    ("It lasted from 27 BC to AD 14.", "27 BC to AD 14 = -0026/0014"),
    ("Farming began about 10,000 BC.", "about 10,000 BC = -9999~"),
    ("It fell in the 5th century BC.", "the 5th century BC = -04XX"),
    ("Profit doubled in Q3 2021.", "Q3 2021 = 2021-07/2021-09"),
    ("Profit fell in the third quarter of 2019.", "the third quarter of 2019 = 2019-07/2019-09"),
    ("He was crowned on Christmas Day 1066.", "Christmas Day 1066 = 1066-12-25"),
    ("The Edict of Alès (1629) ended it.", "1629 = 1629"),
    ("He shared the 1956 Nobel Prize.", "the 1956 = 1956"),
    ("A 2001 takeover attempt was blocked.", "2001 = 2001"),
    ("He ruled from 1994–present.", "1994–present = 1994/.."),
  ])
  func absoluteForms(text: String, expected: String) {
    #expect(times(text) == ["absolute \(expected)"])
  }

  @Test(arguments: [
    "He led 1,500 men and 2000 soldiers.", "It cost $1900 and 1850 pounds.",
    "The Boeing 1900 flew.",
    "See page 1956 and No. 1956.", "They marched 1200 miles.", "It rose from 1200 to 1850.",
    "A population of 2000 was left.", "The novel 1984 is read.", "It seated 1945 people.",
    "In his sixties he wrote.", "He may march in august company.", "Flight 1549 landed.",
    "He saw \u{201c}Airport 1975\u{201d} there.", "See https://example.org/1999/12/a.",
    "It was so (Smith 1998; Jones and Brown, 2001, p. 4).", "Smith (1998) argues so.",
    "Resolution 1441 was passed by 15 votes.", "She ran 1500 metres.", "The 1500 soldiers fled.",
  ])
  func numbersThatAreNoYears(text: String) {
    #expect(times(text) == [])
  }

  @Test(arguments: [
    ("He came in July 1957. In the following year he left.", "the following year = 1958"),
    (
      "He came on 25 July 1969. On 4 August of the same year he left.",
      "4 August of the same year = 1969-08-04"
    ),
    ("It fell in April 1975. He left in that month.", "that month = 1975-04"),
    ("They came in June 2012. Two months later he left.", "Two months later = 2012-08"),
    ("They came on 6 April 1652. They left ten years later.", "ten years later = 1662"),
    ("They came on 31 December 1999. The next day they left.", "The next day = 2000-01-01"),
    ("It began in 1975. A decade earlier he had left.", "A decade earlier = 1965~"),
    ("It fell on 4 May 1945. He left on the 12th.", "the 12th = 1945-05-12"),
    ("It fell in August 1990. On 17 January the war began.", "17 January = 1991-01-17"),
    ("It fell in August 1990. He left the year before.", "the year before = 1989"),
    ("It fell in August 1990. The following March he left.", "The following March = 1991-03"),
    ("It fell in October 1944. The following spring he left.", "The following spring = 1945-21"),
    (
      "He came on Friday, 25 July 1969. The following Monday he left.",
      "The following Monday = 1969-07-28"
    ),
    (
      "It fell in 1914 and lasted from 1915 to 1918. The next year he left.", "The next year = 1919"
    ),
    ("It began in 480 BC. The following year it ended.", "The following year = -0478"),
    (
      "It fell in 1945. He saw the war that Israel had waged since its founding in 1948. A year later he left.",
      "A year later = 1946"
    ),
    (
      "It fell in 1945. \u{201c}I was born in 1900,\u{201d} he said. A year later he left.",
      "A year later = 1946"
    ),
    ("It fell in 1945 (born 1900, died 1990). A year later he left.", "A year later = 1946"),
    ("He left two years before the war.", "two years before = -"),
    ("He left the following year.", "the following year = -"),
    ("It fell in the 1960s. The following year he left.", "The following year = -"),
    ("It fell in 1945. Three days later he left.", "Three days later = -"),
    ("It fell in May 1945. In December he left, and in March he came back.", "March = 1946-03"),
  ])
  func relativeForms(text: String, expected: String) {
    #expect(times(text).last == "relative \(expected)")
  }

  @Test func headingsBeginANewStory() {
    #expect(
      times("The following year he left.", heading: "The war of 1914") == [
        "absolute 1914 = 1914", "relative The following year = 1915",
      ])
  }

  @Test func durationsAndVagueWordsAreNoDates() {
    #expect(
      times("For ten years, as in recent years, he wrote; today he rests after several months.")
        == [
          "duration ten years = -", "vague recent years = -", "vague today = -",
          "duration several months = -",
        ])
    #expect(
      times("Last year the two-month delay ended two years ago.") == [
        "vague Last year = -", "duration the two-month = -", "vague two years ago = -",
      ])
  }

  @Test func prepositionsAndRoles() throws {
    let text = try read(
      """
      By 1562 the town had grown, and until 3 October 1572 it lay in peace; since the 1960s it has
      been a city. Before 1948 and after 1975, as of 2009, from 1562 to 1598 and throughout 1600 the
      Edict of 1598 (1598) stood, from as early as 1671, higher than in the 2013 season or in 1700.
      """)
    let found = TimeTagger.expressions(in: text).map {
      "\($0.relation) \($0.role) \(text.blocks[0].string($0.phrase))"
    }
    #expect(
      found == [
        "by adverbial By 1562", "until adverbial until 3 October 1572",
        "since adverbial since the 1960s",
        "before adverbial Before 1948", "after adverbial after 1975", "during adverbial as of 2009",
        "span adverbial from 1562 to 1598", "throughout adverbial throughout 1600",
        "of adverbial of 1598",
        "none parenthetical 1598", "since adverbial from as early as 1671",
        "during attributive in the 2013", "during adverbial in 1700",
      ])
  }

  @Test func quotedTimesAreMarked() throws {
    let text = try read(
      "He said that \"the war of 1914 was the last of all wars\" and left it there in 1920.")
    #expect(TimeTagger.expressions(in: text).map(\.isQuoted) == [true, false])
  }
}

extension TextBlock {
  fileprivate func string(_ range: Range<Int>) -> String {
    String(decoding: content.bytes[range], as: UTF8.self)
  }
}
