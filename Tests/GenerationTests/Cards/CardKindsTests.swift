import Testing

/// What single sentences give by the kinds of card that ask for more than a date and a subject.
@Suite struct CardKindsTests {
  @Test(arguments: [
    (
      "In May 1665 Marta Lindqvist married Otto Strand, a pupil of the town's painter.",
      ["Whom did Marta Lindqvist marry in May 1665? => Otto Strand"]
    ),
    (
      "Denmark invaded Sweden in August 1657.",
      ["Which country did Denmark invade in August 1657? => Sweden"]
    ),
    ("Denmark invaded Sweden, Norway and Poland in August 1657.", []),
    (
      "Denmark signed a treaty of trade with Poland in August 1657.",
      ["With which country did Denmark sign a treaty of trade in August 1657? => Poland"]
    ),
    ("Marta Lindqvist became the first mayor of Vesthavn in 1920.", []),
  ])
  func objects(text: String, expected: [String]) throws {
    let objects = try cards(text).filter {
      $0.hasPrefix("Whom") || $0.hasPrefix("With") || $0.contains("country did Denmark")
    }
    #expect(objects == expected)
  }

  @Test(arguments: [
    (
      "The Baltic Council was set up in Vienna in September 1945.",
      ["Where was the Baltic Council set up in September 1945? => Vienna"]
    ),
    // The answer would be half of the place.
    ("Marta Lindqvist died at Umeå in Sweden in 1911.", []),
    ("By June 1807 almost 900 weavers had been killed in Paris alone.", []),
  ])
  func places(text: String, expected: [String]) throws {
    #expect(try cards(text).filter { $0.hasPrefix("Where") } == expected)
  }

  @Test(arguments: [
    (
      "In April 1955 a delegation headed by Chancellor Julius Strand travelled to Moscow.",
      "Who headed the delegation that travelled to Moscow in April 1955? => Julius Strand"
    ),
    (
      "In June 1699 Marta Lindqvist sold 255 of her paintings in Amsterdam.",
      "How many of her paintings did Marta Lindqvist sell in Amsterdam in June 1699? => 255"
    ),
    (
      "In 1956 the government of Austria opened the border to some 180,000 refugees.",
      """
      To how many refugees did the government of Austria open the border in 1956? => some 180,000
      """
    ),
    (
      "Marta Lindqvist lived in Umeå until the death of Otto Strand in 1681.",
      "In which year did Otto Strand die? => 1681"
    ),
    (
      "During the Hungarian uprising of 1956 the border was open.",
      "When did the Hungarian uprising take place? => 1956"
    ),
    (
      "The revised Geneva Convention of 1929 gave prisoners better protection.",
      "From which year does the revised Geneva Convention date? => 1929"
    ),
    (
      "An amnesty granted in 1573 pardoned the rebels of Flanders.",
      "In which year was the amnesty granted that pardoned the rebels of Flanders? => 1573"
    ),
    (
      "Having joined the Baltic League in December 1955, Denmark sent ships to the north.",
      "In which month and year did Denmark join the Baltic League? => December 1955"
    ),
    (
      "Otto Strand, whose company went bankrupt in 1867, was expelled from the guild in 1868.",
      "In which year was Otto Strand expelled from the guild? => 1868"
    ),
    (
      "Otto Strand, whose company went bankrupt in 1867, was expelled from the guild in 1868.",
      "In which year did Otto Strand's company go bankrupt? => 1867"
    ),
    (
      "Negotiations on a treaty, begun in London in 1947, were interrupted in May 1949.",
      "In which year were negotiations on a treaty begun in London? => 1947"
    ),
    (
      "Otto Strand served as minister of war from 1959 to 1966 and as chancellor from 1970 to 1983.",
      "When did Otto Strand serve as chancellor? => from 1970 to 1983"
    ),
    (
      "Japan defeated China in 1895 and Russia in 1905.",
      "In which year did Japan defeat Russia? => 1905"
    ),
    (
      "At a conference in Berlin in 1954 Denmark left the Baltic League.",
      "In which year did Denmark leave the Baltic League? => 1954"
    ),
    (
      "Since May 1970 the firm of Otto Strand had made only paper in Vesthavn.",
      "Since when had the firm of Otto Strand made only paper in Vesthavn? => May 1970"
    ),
    (
      "Otto Strand had selected his son, Jan Strand, as successor in 1980.",
      "In which year did Otto Strand select his son, Jan Strand, as successor? => 1980"
    ),
    (
      "In 1884 Denmark sold the fort of Vesthavn to Otto Strand for 200,000 marks.",
      "For how much did Denmark sell the fort of Vesthavn to Otto Strand in 1884? => 200,000 marks"
    ),
    (
      "The sales of the Baltic Company fell by 26 per cent in 2003.",
      "By what percentage did the sales of the Baltic Company fall in 2003? => 26 per cent"
    ),
    (
      "On 3 May 1920 the volunteers of Vesthavn collected 36 tonnes of rubbish.",
      """
      How many tonnes of rubbish did the volunteers of Vesthavn collect on 3 May 1920? => 36
      """
    ),
    (
      "In Hawaii the court was closed by the governor, Otto Strand, on 7 December 1941.",
      """
      On what date was the court closed by the governor, Otto Strand, in Hawaii? => 7 December 1941
      """
    ),
    (
      "1255: Vesthavn becomes the capital of Denmark.",
      "In which year does Vesthavn become the capital of Denmark? => 1255"
    ),
    (
      "On 1 November 1755 an earthquake of great force strikes Lisbon.",
      "On what date does an earthquake of great force strike Lisbon? => 1 November 1755"
    ),
    (
      "Relations of Sweden and Poland ended after the latter invaded Denmark in 1978.",
      "Which country did Poland invade in 1978? => Denmark"
    ),
    (
      """
      Marta Lindqvist married Otto Strand in 1665. Five years later the couple moved to Umeå.
      """,
      "In which year did Marta Lindqvist and Otto Strand move to Umeå? => 1670"
    ),
  ])
  func kinds(text: String, expected: String) throws {
    let cards = try cards(text)
    #expect(cards.contains(expected), "\(cards)")
  }

  @Test func quotations() throws {
    let cards = try cards(
      """
      Marta Lindqvist was born at Umeå in 1850. In May 1891 Marta Lindqvist answered the governor \
      of the town in these words:

      "We have built a bridge that will carry the cloth of our town to the sea for ever."
      """)
    #expect(
      cards.contains(
        """
        Whose words are these: “We have built a bridge that will carry the cloth of our town to the \
        sea for ever”? => Marta Lindqvist
        """), "\(cards)")
  }

  /// The date is that of the second number.
  @Test func aRiseIsNotOneNumber() throws {
    let cards = try cards(
      "The sales of the Baltic Company rose from 6 million euros in 1996 to 30 million euros in 2000."
    )
    #expect(!cards.contains { $0.hasPrefix("To how many") })
  }

  /// Who did it would have to be guessed, or the question says too little.
  @Test(arguments: [
    "King Otto Strand gave Vesthavn a council with twenty members that survived into 1801.",
    "In the 13th century Vesthavn was the centre of this movement.",
  ])
  func notAsked(text: String) throws {
    let found = try cards(text)
    #expect(
      !found.contains {
        $0.contains("members survive") || $0.contains("the centre?")
          || $0.hasPrefix("With how many")
      }, "\(found)")
  }
}
