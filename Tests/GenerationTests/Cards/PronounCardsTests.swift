import Testing

/// Whom and what pronouns and short descriptions stand for in the cards, and where no card is made
/// because they may stand for more than one.
@Suite struct PronounCardsTests {
  @Test(arguments: [
    (
      """
      Marta Lindqvist was a painter. She was the eldest child of the painter Orso Hora. In \
      1615 Michelangelo Strand ordered a ceiling from her. She moved to Vesthavn in 1630.
      """,
      "In which year did Marta Lindqvist move to Vesthavn? => 1630"
    ),
    (
      """
      Julius Strand was murdered in 1744. His heir Octavius, a youth of eighteen, crossed from \
      Umeå to Vesthavn. In 1747 he founded the Society of Vesthavn with Lepidus Hora.
      """,
      "In which year did Octavius found the Society of Vesthavn with Lepidus Hora? => 1747"
    ),
    (
      """
      Olaf Strand was a composer. His father Johann, a tenor, was his first teacher. He moved to \
      Vesthavn in 1792.
      """,
      "In which year did Olaf Strand move to Vesthavn? => 1792"
    ),
    (
      """
      In 1876 Lars Magnus Strand opened a shop for telegraphs. The firm Strand sold telephones of \
      its own. In 1994 Strand engineers began work on a radio. Strand closed its factory in 2001.
      """,
      "In which year did Strand close its factory? => 2001"
    ),
    (
      """
      Egypt was forced to sell its shares to Olaf Strand in 1875. Britain occupied the country in \
      1882.
      """,
      "In which year did Britain occupy Egypt? => 1882"
    ),
  ])
  func standsFor(text: String, expected: String) throws {
    let cards = try SingleSentences.cards(text)
    #expect(cards.contains(expected), "\(cards)")
  }

  @Test(arguments: [
    (
      "The emperor Michael fell ill in 1541. In 1543 it ravaged the port of Vesthavn.",
      "emperor Michael ravage"
    ),
    (
      """
      In 1573 William Strand lifted the siege of Vesthavn, which lasted for a year. He offered the \
      town a university, and it opened in 1575.
      """,
      "did William Strand open"
    ),
    (
      "Dorothy Lindqvist solved its structure in 1969, after a work of many years in Vesthavn.",
      "solve its"
    ),
    (
      "In 1967 Arvid Hora, the bishop of Vesthavn, called the sea \"the heritage of mankind\".",
      "call the sea?"
    ),
    (
      "After the death of his brother Kaspar in 1815, Olaf Strand fought for the port of Vesthavn.",
      "fight"
    ),
  ])
  func isNotAsked(text: String, words: String) throws {
    let cards = try SingleSentences.cards(text)
    #expect(!cards.contains { $0.contains(words) }, "\(cards)")
  }
}
