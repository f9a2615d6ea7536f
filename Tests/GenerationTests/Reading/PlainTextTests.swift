import Testing

@testable import Generation

@Suite struct PlainTextTests {
  @Test func hardWrapsAreJoined() throws {
    let text = try read(
      """
      The treaty was signed in Paris on
      27 January 1973, after years of
      talks between the two parties.

      It ended the war for the Americans.
      """)
    #expect(
      outline(text) == [
        "p: The treaty was signed in Paris on 27 January 1973, after years of talks between the two "
          + "parties.", "p: It ended the war for the Americans.",
      ])
    #expect(source(of: "on 27 January", in: text) == "on\n27 January")
    #expect(misplaced(text) == nil)
  }

  @Test func blankLineAfterEveryLineMeansNothing() throws {
    let lines = [
      " Abstract", "The two states were allies for many years and shared the", "",
      "mentality of a divided nation. In the view of the leader, the", "",
      "prospect of unification depended on the victory of the", "", "other side.",
      " 1. Introduction",
      "", "  Both states share many historical", "",
      "similarities. They became colonies of the powers", "",
      "at the turn of the 20th century and had to wait for", "",
      "their independence until the early 21", "st",
      " century.", "", "2. The Relations of the Two States during the", "", "Height of the War", "",
      "After the war they drifted apart, and the newly-", "",
      "independent countries of Asia took the side of the", "", "other.",
    ]
    let text = try read(lines.joined(separator: "\n"))
    #expect(
      outline(text) == [
        "h1: Abstract",
        "p: The two states were allies for many years and shared the mentality of a divided nation. "
          + "In the view of the leader, the prospect of unification depended on the victory of the "
          + "other side.", "h1: 1. Introduction",
        "p: Both states share many historical similarities. They became colonies of the powers at the "
          + "turn of the 20th century and had to wait for their independence until the early 21st "
          + "century.", "h1: 2. The Relations of the Two States during the Height of the War",
        "p: After the war they drifted apart, and the newly-independent countries of Asia took the "
          + "side of the other.",
      ])
    #expect(source(of: "21st", in: text) == "21\nst")
    #expect(misplaced(text) == nil)
  }

  @Test func hyphensAtLineEnds() throws {
    let text = try read(
      """
      The develop-
      ment of the Sino-
      Soviet split was watched by the newly-
      founded agency, by a long-
      term observer and by Agence France-
      Presse. Others an\u{2010}
      nounced it, and so\u{ad}
      on; the information was the infor-
      mation of all.
      """)
    #expect(
      outline(text) == [
        "p: The development of the Sino-Soviet split was watched by the newly-founded agency, by a "
          + "long-term observer and by Agence France-Presse. Others announced it, and soon; the "
          + "information was the information of all."
      ])
    #expect(source(of: "announced", in: text) == "an\u{2010}\nnounced")
    #expect(misplaced(text) == nil)
  }

  @Test func callersWordListDecidesOnHyphens() throws {
    let reader = TextReader(
      isWord: { $0 == "seashell" }, run: { _, _ in throw NoProgram() })
    let text = try reader.read(
      Array("He sold every kind of sea-\nshell and of door-\nbell too.".utf8))
    #expect(text.blocks.map(\.text) == ["He sold every kind of seashell and of door-bell too."])
  }

  @Test func pagesLoseHeadsFeetNumbersAndFootnotes() throws {
    let text = try read(
      """
      THE SHELL STORY

      The transport company1 was founded in 1897 by two brothers
      from London, who had to raise a great deal of money for the capit\u{2010}
      1. The name is a translation.

      Free to copy

      1
      \u{0c}THE SHELL STORY

      al spending of the firm. It began to ship oil in 18922, and all
      of it went through the canal.
      2. By another account a year later.

      Free to copy

      2
      \u{0c}
      """)
    #expect(
      outline(text) == [
        "p: The transport company was founded in 1897 by two brothers from London, who had to raise a "
          + "great deal of money for the capital spending of the firm. It began to ship oil in 1892, and "
          + "all of it went through the canal."
      ])
    #expect(
      omissions(text) == [
        "runningHead: THE SHELL STORY", "footnote: 1. The name is a translation.",
        "runningHead: Free to copy", "pageNumber: 1", "runningHead: THE SHELL STORY",
        "footnote: 2. By another account a year later.", "runningHead: Free to copy",
        "pageNumber: 2",
      ])
    #expect(misplaced(text) == nil)
  }

  @Test func pageNumbersWithoutFormFeeds() throws {
    let text = try read(
      """
      The war began in the summer and the armies of both sides were

      12

      A History of the War

      not ready for it. The winter was hard, and by the spring of the

      13

      A History of the War

      next year both had to look for new men.
      """)
    #expect(
      outline(text) == [
        "p: The war began in the summer and the armies of both sides were not ready for it. The winter "
          + "was hard, and by the spring of the next year both had to look for new men."
      ])
  }

  @Test func citationMarksGoAndEditorsWordsStay() throws {
    let text = try read(
      """
      They signed in 1964 [1]. It rained.[citation needed] He wrote for "[each] man" [9, emphasis added],
      and she [2, 3] agreed [4]–[6] with him.[a]
      """)
    #expect(
      outline(text) == [
        "p: They signed in 1964. It rained. He wrote for \"[each] man\", and she agreed with him."
      ])
  }

  @Test func quotationBlocksAndLists() throws {
    let text = try read(
      """
      He answered the question in these words:

      \u{201c}We believe that under the so-called \u{201c}new doctrine\u{201d} this is the right way.\u{201d}

      There were three reasons for it:

      - the price of oil
      - the fall of the
        government
      (c) the weather of that year
      """)
    #expect(
      outline(text) == [
        "p: He answered the question in these words:",
        "q: \u{201c}We believe that under the so-called \u{201c}new doctrine\u{201d} this is the right "
          + "way.\u{201d}", "p: There were three reasons for it:", "li: the price of oil",
        "li: the fall of the government", "li: the weather of that year",
      ])
  }

  @Test func headingsOfManyKinds() throws {
    let text = try read(
      """
      A SHORT HISTORY

      Introduction

      The town was founded by the Romans, who built a wall around it.

      Chapter 2. The Middle Ages

      It was burnt down more than once, and the last fire was the worst.

      2.1 The fire

      It broke out in a bakery and could not be put out for four days.

      Notes

      1. See the chronicle, p. 12.
      """)
    #expect(
      outline(text) == [
        "h1: A SHORT HISTORY", "h2: Introduction",
        "p: The town was founded by the Romans, who built a wall around it.",
        "h1: Chapter 2. The Middle Ages",
        "p: It was burnt down more than once, and the last fire was the worst.", "h2: 2.1 The fire",
        "p: It broke out in a bakery and could not be put out for four days.",
      ])
    #expect(omissions(text) == ["references: Notes", "references: 1. See the chronicle, p. 12."])
  }

  @Test func tablesAreLeftOut() throws {
    let text = try read(
      """
      The figures for the two years are these, as the board gave them.

      Year    Sales    Profit
      1996    6.5      0.7
      2000    30.4     3.9

      They rose again after that.
      """)
    #expect(
      outline(text) == [
        "p: The figures for the two years are these, as the board gave them.",
        "p: They rose again after that.",
      ])
    #expect(text.omissions.map(\.reason) == [.table])
  }

  @Test func ligaturesSpacesAndLineEnds() throws {
    let text = try read(
      "The of\u{fb01}ce\u{a0}was \u{fb02}ooded\r\nin 1910,\u{200b} and the su\u{ad}ffering was great.\r\n"
    )
    #expect(outline(text) == ["p: The office was flooded in 1910, and the suffering was great."])
    #expect(source(of: "office", in: text) == "of\u{fb01}ce")
    #expect(misplaced(text) == nil)
  }

  @Test func twoColumnsSideBySide() throws {
    let text = try read(
      """
                        The Siege of a Small Town

      The town was besieged in the year         were let go. By the spring of the next
      1621 by an army that had come over        year the walls had been mended, and a
      the hills, and it held out for some       new garrison of three hundred men had
      nine weeks. Its people ate horses,        moved in. The second siege was shorter
      then rats, and in the end they had        than the first one: the governor lost
      to open the gates. The victors took       his nerve and gave up the keys without
      what they could carry, and all the        a shot. He was tried for it and spent
      prisoners who could pay a ransom          the rest of his days in a small cell.
      """)
    #expect(
      outline(text) == [
        "h1: The Siege of a Small Town",
        "p: The town was besieged in the year 1621 by an army that had come over the hills, and it held "
          + "out for some nine weeks. Its people ate horses, then rats, and in the end they had to open "
          + "the gates. The victors took what they could carry, and all the prisoners who could pay a "
          + "ransom were let go. By the spring of the next year the walls had been mended, and a new "
          + "garrison of three hundred men had moved in. The second siege was shorter than the first "
          + "one: the governor lost his nerve and gave up the keys without a shot. He was tried for it "
          + "and spent the rest of his days in a small cell.",
      ])
    #expect(text.omissions.isEmpty)
    #expect(source(of: "second siege", in: text) == "second siege")
  }
}
