import Testing

/// What single sentences give, by kind of clause.
@Suite struct DateCardsTests {
  @Test(arguments: [
    (
      """
      A fleet of Danish traders under the command of Olaf Strand founded the port of Vesthavn in \
      1641, where the Danish Crown had promised them land and freedom from every toll.
      """,
      [
        """
        In which year did a fleet of Danish traders under the command of Olaf Strand found the \
        port of Vesthavn? => 1641
        """,
        """
        Under whose command did a fleet of Danish traders found the port of Vesthavn in 1641? => \
        Olaf Strand
        """,
      ]
    ),
    (
      "By 1713 roughly 4,000 weavers had left Flanders.",
      [
        "By which year had roughly 4,000 weavers left Flanders? => 1713",
        "How many weavers had left Flanders by 1713? => roughly 4,000",
      ]
    ),
    (
      "The mechanical loom, a machine invented in 1785, changed the towns of northern England.",
      ["In which year was the mechanical loom invented? => 1785"]
    ),
    (
      "The Lindqvist Company was a Swedish company founded in 1862 to build an ice road.",
      ["In which year was the Lindqvist Company founded? => 1862"]
    ),
    (
      "Even before the Edict of Marburg (1531), the old order was dead.",
      ["Which year is given for the Edict of Marburg? => 1531"]
    ),
    (
      "The unification of Saxony by Prussian troops in May 1871 was applauded by Bavaria.",
      [
        """
        In which month and year did the unification of Saxony by Prussian troops take place? => \
        May 1871
        """,
        """
        By which country was the unification of Saxony by Prussian troops in May 1871 applauded? \
        => Bavaria
        """,
      ]
    ),
    (
      "After signing a treaty with Genoa in 1261, the emperor Michael moved to Galata.",
      [
        "In which year did the emperor Michael sign a treaty with Genoa? => 1261",
        "Which emperor moved to Galata? => Michael",
      ]
    ),
    (
      "In 1996, with the north in the midst of famine, Pyongyang failed to pay Hanoi for rice.",
      ["In which year did Pyongyang fail to pay Hanoi for rice? => 1996"]
    ),
    (
      "The Council of Trent met in March 1545. Two years later, Bishop Jan Hora left the city.",
      [
        "In which month and year did the Council of Trent meet? => March 1545",
        "In which year did Bishop Jan Hora leave the city? => 1547",
        "Who left the city in 1547? => Jan Hora",
      ]
    ),
    (
      "It closed in 1955.",
      []
    ),
    (
      "The article will analyse the relations of Norway and Sweden in the early 19th century.",
      []
    ),
    (
      "A storm in May 1906 destroyed the harbour of Vesthavn.",
      ["In which month and year did a storm destroy the harbour of Vesthavn? => May 1906"]
    ),
    (
      "A March 1802 attack on the fort of Vesthavn failed.",
      ["In which month and year did an attack on the fort of Vesthavn fail? => March 1802"]
    ),
    (
      "The bridge was begun in 1888 and completed in June 1891.",
      [
        "In which year was the bridge begun? => 1888",
        "In which month and year was the bridge completed? => June 1891",
      ]
    ),
    (
      "It was announced in 1907 that the Danish Crown would sell the port of Vesthavn.",
      []
    ),
    (
      "In May 1907 it was announced that the Danish Crown would sell the port of Vesthavn.",
      [
        """
        In which month and year was it announced that the Danish Crown would sell the port of \
        Vesthavn? => May 1907
        """
      ]
    ),
    (
      "In 1920 72 per cent of the voters of Vesthavn rejected the plan.",
      [
        "In which year did 72 per cent of the voters of Vesthavn reject the plan? => 1920",
        """
        What percentage of the voters of Vesthavn rejected the plan in 1920? => 72 per cent
        """,
      ]
    ),
    (
      "They shared the 1903 Nobel Prize.",
      []
    ),
    (
      "Marta Lindqvist (3 May 1850 – 1 June 1911) was a Swedish engineer.",
      [
        "On what date was Marta Lindqvist born? => 3 May 1850",
        "On what date did Marta Lindqvist die? => 1 June 1911",
      ]
    ),
    (
      """
      Marta Lindqvist was born at Umeå in 1850. She built the bridge of Vesthavn in 1891. Her \
      brother Otto Lindqvist died in 1899.
      """,
      [
        "In which year was Marta Lindqvist born at Umeå? => 1850",
        "Who was born at Umeå in 1850? => Marta Lindqvist",
        "Where was Marta Lindqvist born in 1850? => Umeå",
        "In which year did Marta Lindqvist build the bridge of Vesthavn? => 1891",
        "Who built the bridge of Vesthavn in 1891? => Marta Lindqvist",
        "In which year did Marta Lindqvist's brother Otto Lindqvist die? => 1899",
        "Marta Lindqvist's brother ____ died in 1899. => Otto Lindqvist",
      ]
    ),
    (
      "The harbour of Vesthavn had been opened in 1641 after ten years of work.",
      ["In which year was the harbour of Vesthavn opened after ten years of work? => 1641"]
    ),
    (
      """
      Bishop Jan Hora ruled Vesthavn, which stayed closed until May 1908. On 2 June 1907 the \
      Danish Crown sold the port. The Council of Trent met on 6 August.
      """,
      [
        """
        Bishop Jan Hora ruled Vesthavn, which stayed closed until ____. => May 1908
        """,
        "On what date did the Danish Crown sell the port? => 2 June 1907",
        "On what date did the Council of Trent meet? => 6 August 1907",
      ]
    ),
    (
      "The Vesthavn Fever was a famine of the northern coast in 1742.",
      ["In which year did the Vesthavn Fever take place? => 1742"]
    ),
    (
      "The first plan of Olaf Strand was drawn up in 1878 but dropped in 1880.",
      [
        "In which year was the first plan of Olaf Strand drawn up? => 1878",
        "In which year was the first plan of Olaf Strand dropped? => 1880",
        "The first plan of ____ was drawn up in 1878 but dropped in 1880. => Olaf Strand",
      ]
    ),
    (
      """
      Marta Lindqvist was born at Umeå in 1850. She moved to Vesthavn in 1871. In 1891 Harding \
      Wells presented her with a bridge. She founded the Society of Vesthavn in 1893.
      """,
      [
        "In which year was Marta Lindqvist born at Umeå? => 1850",
        "Who was born at Umeå in 1850? => Marta Lindqvist",
        "Where was Marta Lindqvist born in 1850? => Umeå",
        "In which year did Marta Lindqvist move to Vesthavn? => 1871",
        "Who moved to Vesthavn in 1871? => Marta Lindqvist",
        "In which year did Wells present Marta Lindqvist with a bridge? => 1891",
        "In which year did Marta Lindqvist found the Society of Vesthavn? => 1893",
        "Who founded the Society of Vesthavn in 1893? => Marta Lindqvist",
      ]
    ),
    (
      """
      The Baltic Company built a harbour at Libau in 1897. It sold the harbour to the Tsar in 1903.
      """,
      [
        "In which year did the Baltic Company build a harbour at Libau? => 1897",
        "Which company built a harbour at Libau in 1897? => Baltic Company",
        "In which year did the Baltic Company sell the harbour to the Tsar? => 1903",
        "Which company sold the harbour to the Tsar in 1903? => Baltic Company",
      ]
    ),
  ])
  func sentences(text: String, expected: [String]) throws {
    #expect(try SingleSentences.cards(text) == expected)
  }
}
