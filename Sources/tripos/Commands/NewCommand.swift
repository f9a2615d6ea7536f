import ArgumentParser
import Decks
import Files
import Glibc
import Terminal

/// `tripos new`: an empty deck.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make an empty deck file.",
    discussion: """
      tripos new "Roman Republic"
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The deck's name.", valueName: "name"))
  var name: String

  func run() throws {
    let app = try App(options)
    let title = name.trimmed
    let file = title.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
      .split(separator: "-").map { String($0) }.joined(separator: "-")
    guard !file.isEmpty, file.utf8.count <= 200 else {
      throw Failure(
        .badInput("\"\(name)\" is no name for a deck.", mend: "Use letters or digits, at most 200.")
      )
    }
    let path = "\(app.home.decks)/\(file).md"
    guard access(path, F_OK) != 0 else {
      throw Failure(
        .badInput("\(path) exists already.", mend: "\"tripos add --deck \(file)\" adds to it."))
    }
    try makeFolder(app.home.decks)
    let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let text = """
      ---
      name = "\(quoted)"
      ---

      # First section

      """
    try writeFile(path, Array(text.utf8))
    app.world.output.line(
      "Made \(path). \"tripos add --deck \(file)\" adds cards; the file is plain text to edit.")
    try app.world.finish()
  }
}
