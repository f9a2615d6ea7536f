/// A small text of our own that gives questions for dates and actors in three sections.
enum HarbourText {
  static let name = "harbour.md"

  static let text = """
    # The harbour

    In 1641 a fleet of Danish traders founded the port of Vesthavn. The Council of Vesthavn opened
    the Royal Shipyard in March 1672. King Frederick visited the Royal Shipyard on 4 May 1690.

    ## War

    Sweden attacked the port of Vesthavn in 1710. Denmark rebuilt the port of Vesthavn in 1714.

    ## Steam

    Olaf Strand built the Great Crane in 1838. The Northern Railway reached the port of Vesthavn in
    June 1864. The Council of Vesthavn closed the Royal Shipyard in 1899.

    """

  /// The same a year later: a fact more, one corrected, one gone, and one told in other words.
  static let newer =
    text
    .replacing("# The harbour\n", with: "# The harbour\n\nThe town lies on the west coast.\n")
    .replacing("Olaf Strand built the Great Crane in 1838. ", with: "")
    .replacing("Vesthavn in 1714", with: "Vesthavn in 1715")
    .replacing("The Northern Railway reached", with: "At last the Northern Railway reached")
    .replacing("yard in 1899.", with: "yard in 1899. Queen Anna opened the Royal Museum in 1931.")

  /// A home with the text beside the decks, and without a deck.
  static func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    // A folder without decks is not taken for a home.
    home.environment["TRIPOS_HOME"] = home.folder
    try home.write(text, to: "home/\(name)")
    return home
  }

  /// A home with the deck made of the text.
  static func homeWithDrafts() throws -> TemporaryHome {
    let home = try self.home()
    _ = try home.run(["generate", name, "--yes"] + evening)
    return home
  }
}
