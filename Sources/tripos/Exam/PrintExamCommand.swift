import ArgumentParser
import Chronology
import Decks
import Exams
import Files
import Terminal

/// `tripos exam print`: papers to be sat with a pen, or by other programs.
struct PrintExamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print papers and their answer keys.",
    discussion: """
      tripos exam print --format markdown --questions 30
      tripos exam print --versions 3 --key       paper and key, three versions
      tripos exam print --format gift > moodle.gift
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var exam: ExamOptions

  @Option(help: ArgumentHelp("text, markdown or gift.", valueName: "format"))
  var format = PrintFormat.text

  @Option(help: ArgumentHelp("How many versions, each from a seed of its own.", valueName: "n"))
  var versions = 1

  @Flag(help: "Print the answer key after each paper.")
  var key = false

  @Flag(help: "Print the answer keys alone.")
  var keyOnly = false

  func run() throws {
    guard (1...26).contains(versions) else {
      throw Failure(.badNumber(option: "--versions", value: "\(versions)", allowed: "1 to 26"))
    }
    let app = try App(options)
    let (blueprint, decks) = try exam.blueprint(ExamSettings(path: app.home.settings))
    let bank = try app.examBank(decks, try app.library(), try app.readStore())
    try bank.requireCards()
    let first = app.world.seed ?? 1
    for version in 0..<versions {
      let paper: Paper
      do throws(BlueprintProblem) {
        paper = try PaperSetter.paper(
          blueprint, from: bank.bank, seed: first &+ UInt64(version),
          latestYear: app.today.components.year)
      } catch {
        throw ExamWording.failure(error)
      }
      if version == 0 {
        for shortfall in paper.shortfalls { app.world.messages.line("\(shortfall.sentence)") }
      }
      let letter = QuestionWording.letter(version).uppercased()
      let title = versions == 1 ? blueprint.name : "\(blueprint.name), version \(letter)"
      let printer = PaperPrinter(paper, title: title, format: format)
      var parts: [String] = []
      if !keyOnly { parts.append(printer.sheet) }
      if keyOnly || key && format != .gift { parts.append(printer.key) }
      for part in parts {
        app.world.output.machine(SafeText(block: part).plain)
      }
    }
    try app.world.finish()
  }
}

extension PrintFormat: ExpressibleByArgument {}
