import Files
import Glibc
import Testing

/// GIFT as a reader of another maker understands it.
@Suite(
  .enabled(
    if: PythonEnvironment.has("pygiftparser"),
    "missing tool: the PyPI package pygiftparserrgmf in .build/test-venv"))
struct GIFTReaderTests {
  /// Prints each question's type, category, text and right options.
  private static let script = """
    import sys
    from pygiftparser import parser
    for q in parser.parse(open(sys.argv[1], encoding="utf-8").read()).questions:
        right = [o.text for o in q.answer.options if o.prefix != "~" and o.percentage > 0]
        print("|".join([repr(q.answer), q.category or "", q.text, *right, q.text_continue or ""]))
    """

  private func read(_ path: String, _ home: TemporaryHome) throws -> [String] {
    let session = try PipeSession(
      PythonEnvironment.python, ["-c", Self.script, path], environment: home.environment,
      folder: home.root)
    let result = try session.finish()
    #expect(result.code == 0, "\(result.messages)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func aDeck() throws {
    let home = try MoonDeck.home()
    let path = home.root + "/moon.gift"
    #expect(try home.run(["export", "--to", path] + evening).code == 0)
    #expect(
      try read(path, home) == [
        "Short()|The Moon/First flights|[plain]The probe Luna 2 of the|Soviet Union|"
          + "struck the Moon in September 1959.",
        "Short()|The Moon/First flights|[plain]The probe Luna 2 of the Soviet Union struck the "
          + "Moon in|September 1959|.",
        "Short()|The Moon/First flights|[plain]Who was the first to walk on the Moon?|"
          + "Neil Armstrong|",
        "Short()|The Moon/First flights|[plain]When did Apollo 11 land on the Moon?|20 July 1969|",
        "Short()|The Moon/First flights|[plain]How many people have walked on the Moon?|12|",
        "Short()|The Moon/Words|[plain]What are the dark plains on the Moon called?|maria|mare|",
        "Short()|The Moon/Words|[plain]Which two metals are common in the rocks of the dark "
          + "plains?|iron and titanium|",
        "Short()|The Moon/Words|[plain]Why does the Moon always show the same face?|"
          + "It turns once on its axis in the time of one orbit around the Earth|",
      ])
  }

  @Test func theShippedDeckAndItsExam() throws {
    let home = try TemporaryHome.withShippedDeck()
    let path = home.root + "/deck.gift"
    let made = try home.run(["export", "--to", path, "--format", "gift"] + evening)
    #expect(made.code == 0)
    let questions = try read(path, home)
    let gift = String(decoding: try readFile(path).bytes, as: UTF8.self)
    #expect(questions.count == gift.split(separator: "\n").count { $0.hasPrefix("[plain]") })
    let exam = try home.run(
      ["exam", "print", "--format", "gift", "--questions", "40"] + evening)
    try home.write(exam.output, to: "exam.gift")
    #expect(try read(home.root + "/exam.gift", home).count == 40)
  }

  @Test func aFileOfAllTypes() throws {
    let home = try TemporaryHome()
    let text = """
      $CATEGORY: Rome

      Who? {=Caesar ~Nero}

      Who else? {=Numa =Tullus}

      Fell in 476. {T}
      """
    try home.write(text, to: "all.gift")
    let theirs = try read(home.root + "/all.gift", home)
    #expect(theirs.count == 3)
    let ours = try home.run(["import", home.root + "/all.gift", "--json"] + evening)
    #expect(ours.output.contains("\"added\":3"))
  }
}
