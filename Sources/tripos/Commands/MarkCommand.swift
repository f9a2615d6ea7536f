import ArgumentParser
import Decks
import Files
import Glibc
import JSON
import Marking
import Study
import Terminal

/// `tripos mark`: what a typed answer is worth.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark an answer from the command line, an array of answers, or audit a deck.",
    discussion: """
      tripos mark --answer "25 July 1969" --typed "july 1969"
      tripos mark --json < answers.json          # [{expected, accept?, typed, question?, kind?}]
      tripos mark --audit Decks/my-deck.md       # what is marked right though another card's answer
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Option(help: ArgumentHelp("The expected answer.", valueName: "text"))
  var answer: String?

  @Option(help: ArgumentHelp("What was typed.", valueName: "text"))
  var typed: String?

  @Option(
    parsing: .singleValue, help: ArgumentHelp("Another answer that is as right.", valueName: "text")
  )
  var accept: [String] = []

  @Option(help: ArgumentHelp("The question.", valueName: "text"))
  var question: String?

  @Option(help: "The kind of answer; inferred where it is not given.")
  var kind: CardKind?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Decks whose actors and aliases count, by path or name.", valueName: "deck"))
  var deck: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Decks to audit, by path or name.", valueName: "deck"))
  var audit: [String] = []

  func validate() throws {
    if (answer == nil) != (typed == nil) {
      throw ValidationError("--answer and --typed go together.")
    }
  }

  func run() throws {
    let world = try options.world(settings: Settings())
    if !audit.isEmpty { return try runAudit(world) }
    let marker = try marker(try decks(deck))
    if let answer, let typed {
      let one = MarkingCase(
        expected: answer, accept: accept, typed: typed, question: question ?? "", kind: kind)
      try show(marker.mark([one]), world)
    } else {
      try show(marker.mark(try cases()), world)
    }
  }

  private func show(_ verdicts: [Marking.Verdict], _ world: World) throws {
    if output.json {
      world.output.machine(
        JSON.answer([("marks", .array(verdicts.map(json)))]).compact)
    } else {
      for verdict in verdicts {
        let unsure = verdict.unsure ? " (not sure)" : ""
        let reason = verdict.reason.isEmpty ? "" : ": \(verdict.reason)"
        world.output.line("\(verdict.mark.rawValue)\(unsure)\(reason)")
      }
    }
    try world.finish()
  }

  private func json(_ verdict: Marking.Verdict) -> JSON {
    var members = [JSON.Member("mark", .string(verdict.mark.rawValue))]
    if verdict.unsure { members.append(JSON.Member("unsure", .bool(true))) }
    members.append(JSON.Member("reason", .string(verdict.reason)))
    return .object(members)
  }

  /// The array on standard input.
  private func cases() throws -> [MarkingCase] {
    let bytes = try readStandardInput(limit: 64 << 20)
    let document: JSON
    do {
      document = try JSON.parse(bytes)
    } catch {
      throw Failure(.badJSON(path: "standard input", error))
    }
    guard let list = document.array else {
      throw Failure(.badInput("standard input holds no JSON array.", mend: MarkCommand.shape))
    }
    return try list.enumerated().map { index, item in
      guard let expected = item["expected"]?.string, let typed = item["typed"]?.string else {
        throw Failure(
          .badInput(
            "element \(index) has no \"expected\" or no \"typed\" text.", mend: MarkCommand.shape))
      }
      let named = item["kind"]?.string
      let kind = named.flatMap { CardKind(rawValue: $0) }
      if let named, kind == nil {
        throw Failure(
          .badInput("element \(index): there is no kind \"\(named)\".", mend: MarkCommand.kinds))
      }
      return MarkingCase(
        expected: expected, accept: item["accept"]?.array?.compactMap(\.string) ?? [],
        typed: typed, question: item["question"]?.string ?? "", kind: kind)
    }
  }

  private static let shape =
    "Each element is an object: {\"expected\": …, \"typed\": …}, with \"accept\", \"question\" and \"kind\" where you like."
  private static let kinds = "Kinds: \(CardKind.allCases.map(\.rawValue).joined(separator: ", "))."

  /// Decks by path; names are looked up in the home.
  private func decks(_ words: [String]) throws -> [Deck] {
    var decks: [Deck] = []
    for word in words {
      if let file = try? readFile(word, limit: Deck.Limit.file) {
        decks.append(Deck.parse(bytes: file.bytes, path: word))
      } else {
        let library = try App(options).library()
        for index in try library.decks(named: word) { decks.append(try library.deck(index)) }
      }
    }
    return decks
  }

  private func marker(_ decks: [Deck]) throws -> Marker {
    let tables = DataFolder.path.map { MarkingTables(folder: $0) } ?? MarkingTables()
    return Marker(
      actors: decks.flatMap(\.frontMatter.actors), states: tables.states, names: tables.names,
      words: tables.words, cards: homeCards(decks))
  }

  private func runAudit(_ world: World) throws {
    let decks = try decks(audit)
    let cards = homeCards(decks)
    let findings = try marker(decks).audit(cards)
    if output.json {
      let list = findings.map { finding in
        JSON.object([
          JSON.Member("asked", .string(cards[finding.asked].key)),
          JSON.Member("expected", .string(cards[finding.asked].answer)),
          JSON.Member("typed", .string(finding.text)),
          JSON.Member("belongs_to", .string(cards[finding.given].key)),
        ])
      }
      world.output.machine(JSON.answer([("findings", .array(list))]).compact)
    } else {
      for finding in findings {
        let (asked, given) = (cards[finding.asked], cards[finding.given])
        world.output.line(
          "\(asked.path):\(asked.line): \"\(finding.text)\" is marked right for \"\(asked.answer)\""
        )
        world.output.line(
          "  but it is the answer of \(given.path):\(given.line): \(given.prompt)", indent: 2)
      }
      world.output.line(
        "\(ReviewWording.count(cards.count, "card")) audited: \(ReviewWording.count(findings.count, "finding"))."
      )
    }
    try world.finish()
    if !findings.isEmpty { throw ExitCode(ExitStatus.badData) }
  }
}

/// All of standard input.
///
/// - Throws: `Failure` where it is longer than `limit` or cannot be read.
func readStandardInput(limit: Int) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(STDIN_FILENO, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    if count < 0 { throw Failure(.file(.system(.read, "standard input"))) }
    if count == 0 { return bytes }
    bytes += chunk.prefix(count)
    guard bytes.count <= limit else {
      throw Failure(.file(FileError(.read, "standard input", .tooLarge(limit: limit))))
    }
  }
}
