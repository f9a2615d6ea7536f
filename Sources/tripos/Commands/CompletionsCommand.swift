import ArgumentParser
import Decks
import Files
import Terminal

/// `tripos completions`: the script that lets a shell complete the words of a command.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the completion script for a shell: bash, zsh or fish.",
    discussion: """
      tripos completions bash > ~/.local/share/bash-completion/completions/tripos
      tripos completions fish > ~/.config/fish/completions/tripos.fish
      source <(tripos completions zsh)    # in ~/.zshrc, after compinit

      After that Tab completes commands, flags, and the names of your decks,
      sections, tags, blueprints and cards. An installed Tripos brings the
      scripts with it.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "shell"))
  var shell: String

  func run() throws {
    guard let script = CompletionScript(rawValue: shell) else {
      let names = CompletionScript.allCases.map(\.rawValue)
      throw Failure(.unknownShell(shell, suggestion: nearest(to: shell, among: names).first))
    }
    let world = try options.world(settings: App.settingsWhereReadable(try options.homeFolder()))
    world.output.machine(script.text)
    try world.finish()
  }
}
