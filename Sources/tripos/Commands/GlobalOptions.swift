import ArgumentParser
import Chronology
import Glibc
import Study
import Terminal

/// The flags that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The home folder, with Decks and Progress in it.", valueName: "dir"))
  var home: String?

  @Option(
    help: ArgumentHelp(
      "Begin at this instant instead of now, such as 2026-11-25T21:00:00Z or 2026-11-25T21:00.",
      valueName: "instant"))
  var now: String?

  @Option(help: ArgumentHelp("Draw random choices from this number.", valueName: "number"))
  var seed: UInt64?

  @Option(
    name: [.long, .customLong("color")],
    help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var colour: Settings.Colour?

  @Flag(help: "No colour and no decoration.")
  var plain = false

  @Flag(help: "Words in place of symbols, for screen readers.")
  var accessible = false

  /// Set for the commands of the home prompt, which know that they return to it.
  @Flag(help: .hidden)
  var atPrompt = false
}

/// The flag of commands that can speak to programs.
struct JSONOption: ParsableArguments {
  @Flag(help: "Print a JSON object for programs.")
  var json = false
}

extension Settings.Colour: ExpressibleByArgument {}

extension GlobalOptions {
  /// The world that the flags describe, with the terminal's streams.
  func world(settings: Settings) throws -> World {
    let setTo = try now.map(instant)
    let isAccessible = isAccessible(settings)
    let choice = ColourChoice(plain ? .never : colour ?? settings.colour)
    let input: any LineReader
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    if isTerminal {
      let state = try homeFolder().state
      input = ReadlineReader(historyPath: state + "/history")
    } else {
      input = PipeReader()
    }
    return World(
      clock: Clock(setTo: setTo), offset: localOffset, seed: seed,
      environment: environmentVariable, folder: currentFolder(),
      isAccessible: isAccessible,
      progressLook: ProgressBar.Look(
        isTerminal: isatty(STDERR_FILENO) == 1,
        isAppendOnly: plain || isAccessible || environmentVariable("TERM") ?? "dumb" == "dumb"),
      output: screen(STDOUT_FILENO, choice, isSpoken: isAccessible),
      messages: screen(STDERR_FILENO, choice, isSpoken: isAccessible), input: input)
  }

  /// The home folder that the flags, the environment and the current folder lead to.
  func homeFolder() throws -> Home {
    Home(option: home, folder: currentFolder(), environment: environmentVariable)
  }

  private func isAccessible(_ settings: Settings) -> Bool {
    accessible || settings.isAccessible || environmentVariable("TRIPOS_ACCESSIBLE") != nil
      || environmentVariable("ACCESSIBLE") != nil
  }

  private func screen(_ descriptor: Int32, _ choice: ColourChoice, isSpoken: Bool) -> Screen {
    let screen = Screen(
      .descriptor(descriptor),
      usesColour: choice.isOn(
        environment: environmentVariable, isTerminal: isatty(descriptor) == 1),
      isSpoken: isSpoken, columns: 79)
    if let window = TerminalDevice.window(descriptor) {
      screen.fit(columns: window.columns, rows: window.rows)
    }
    return screen
  }

  private func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// An instant as the command line gives it: UTC where it ends in Z, else with its offset or local.
  private func instant(_ text: String) throws -> Instant {
    if let instant = Instant(iso: text) { return instant }
    let endings = ["Z", ":00Z", "T12:00:00Z"]
    guard let local = endings.lazy.compactMap({ Instant(iso: text + $0) }).first else {
      throw Failure(.badInstant(text))
    }
    let offset = localOffset(at: local)
    return local.advanced(byMilliseconds: -Int64(offset) * 1000)
  }
}

extension ColourChoice {
  /// The choice that the settings name.
  init(_ colour: Settings.Colour) {
    switch colour {
    case .auto: self = .auto
    case .always: self = .always
    case .never: self = .never
    }
  }
}
