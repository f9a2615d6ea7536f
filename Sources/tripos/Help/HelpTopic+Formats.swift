extension HelpTopic {
  static var formatTexts: [HelpText] {
    [
      .paragraph("A deck is a Markdown file in the home's Decks folder:"),
      .example(
        """
        ---
        name = "The Moon"
        ---

        # Words

        Q: What is the Latin word for the Moon?
        A: luna
        Also: Luna
        Why: Lunar comes from it.

        C: People first stood on the Moon in [July 1969].
        """),
      .paragraph(
        "A heading begins a section. A Q: note is one card, a C: note one for each [blank]. These"
          + " lines may stand after an answer:"),
      .list([
        HelpText.Entry("Also:", "another answer that is right; may be repeated"),
        HelpText.Entry(
          "Kind:",
          "date, person, state, organisation, place, number, term, cause, quotation, list or text,"
            + " where it is not what the answer looks like"),
        HelpText.Entry("Event:", "what happened, without its date: exams ask for the order"),
        HelpText.Entry("Why:", "a sentence that is shown after a miss"),
        HelpText.Entry("Source:", "where the fact stands"),
        HelpText.Entry("Tags:", "words that --tag finds the card by, with commas between them"),
        HelpText.Entry("Id:", "a key of your own, in place of the one made from the question"),
      ]),
      .paragraph("What Tripos keeps, beside the decks:"),
      .list([
        HelpText.Entry(
          "Progress/reviews-*.jsonl",
          "your answers, a line of JSON each, one file for each device; only ever added to"),
        HelpText.Entry("Progress/progress.json", "where every card stands; can be made again"),
        HelpText.Entry("Progress/exams/*.json", "exams, finished and unfinished"),
        HelpText.Entry("tripos.toml", "settings: \"tripos help settings\""),
      ]),
      .paragraph(
        "\"tripos generate\" reads English texts in plain text, Markdown, HTML and PDF (with"
          + " poppler's pdftotext)."
          + " \"tripos exam print --format gift\" writes what Moodle reads. What --json prints is an"
          + " object whose \"schema\" is 1; members may be added to it, none is taken away."),
    ]
  }
}
