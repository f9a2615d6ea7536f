import Files
import Glibc
import Testing

/// `make install` and `make uninstall`, with the program of the tests.
@Suite struct InstallTests {
  private func run(
    _ home: TemporaryHome, _ action: String, _ variables: [String: String],
    program: String = Built.program
  ) throws -> PipeSession.Result {
    let session = try PipeSession(
      "\(Built.checkout)/Packaging/install", [action, program],
      environment: home.environment.merging(variables) { $1 }, folder: home.folder)
    session.closeInput()
    return try session.finish()
  }

  private func files(below folder: String) throws -> [String] {
    try listFolder(folder).flatMap { entry -> [String] in
      let path = "\(folder)/\(entry.name)"
      return entry.kind == .folder ? try files(below: path) : [path]
    }
  }

  @Test func installsAndGoesAgain() throws {
    let home = try TemporaryHome()
    let prefix = "\(home.root)/a prefix"
    let installed = try run(home, "install", ["PREFIX": prefix])
    #expect(installed.code == 0 && installed.messages == "")
    #expect(
      home.masked(installed.output)
        == """
        Installed in ROOT/a prefix. Start it with: tripos
        ROOT/a prefix/bin is not in your PATH yet: add it, or type ROOT/a prefix/bin/tripos

        """)
    for path in [
      "share/man/man1/tripos.1", "share/bash-completion/completions/tripos",
      "share/zsh/site-functions/_tripos", "share/fish/vendor_completions.d/tripos.fish",
      "share/tripos/Language/names.model", "share/tripos/Samples/north-korea-vietnam.md",
    ] { #expect(access("\(prefix)/\(path)", R_OK) == 0, "\(path)") }

    // It finds its data there, and offers the sample deck.
    let session = try PtySession(
      [], program: "\(prefix)/bin/tripos", environment: home.environment, folder: home.root)
    #expect(try session.nextPrompt().hasPrefix("Enter: begin with it"))
    session.send("q\n")
    #expect(try session.finish() == 0)
    let paths = try PipeSession(
      "\(prefix)/bin/tripos", ["paths"], environment: home.environment, folder: home.root)
    paths.closeInput()
    #expect(home.masked(try paths.finish().output).contains("ROOT/a prefix/share/tripos\n"))

    let gone = try run(home, "uninstall", ["PREFIX": prefix])
    #expect(gone.code == 0)
    #expect(try files(below: prefix) == [])
    let again = try run(home, "uninstall", ["PREFIX": prefix])
    #expect(
      home.masked(again.report)
        == "Nothing of Tripos is installed in ROOT/a prefix.\n--- exit 0\n")
  }

  /// Below `~/.local` the data lie in the same folder as a student's decks and answers.
  @Test func keepsWhatIsNotOurs() throws {
    let home = try TemporaryHome()
    let own = [
      "user/.local/share/tripos/Decks/mine.md", "user/.local/share/tripos/Progress/a.jsonl",
    ]
    for path in own { try home.write("mine", to: path) }
    #expect(try run(home, "install", ["PREFIX": "~/.local"]).code == 0)
    #expect(access("\(home.root)/user/.local/bin/tripos", X_OK) == 0)
    #expect(try run(home, "uninstall", ["PREFIX": "~/.local"]).code == 0)
    #expect(
      Set(try files(below: "\(home.root)/user").map(home.masked)) == Set(own.map { "ROOT/\($0)" }))
  }

  @Test func destination() throws {
    let home = try TemporaryHome()
    let variables = ["PREFIX": "/usr", "DESTDIR": "\(home.root)/stage"]
    #expect(try run(home, "install", variables).code == 0)
    #expect(access("\(home.root)/stage/usr/bin/tripos", X_OK) == 0)
    #expect(access("\(home.root)/stage/usr/share/zsh/vendor-completions/_tripos", R_OK) == 0)
    #expect(try run(home, "uninstall", variables).code == 0)
    #expect(try files(below: "\(home.root)/stage") == [])
  }

  @Test func badPlaces() throws {
    let home = try TemporaryHome()
    try home.write("a file", to: "file")
    let relative = try run(home, "install", ["PREFIX": "here"])
    #expect(
      relative.report
        == "--- stderr\nPREFIX must begin with /, such as PREFIX=$HOME/.local; it is \"here\".\n"
        + "--- exit 64\n")
    let file = try run(home, "install", ["PREFIX": "\(home.root)/file"])
    #expect(
      home.masked(file.report)
        == "--- stderr\nROOT/file is no folder, so nothing can be installed in ROOT/file.\n"
        + "--- exit 73\n")
    let unbuilt = try run(
      home, "install", ["PREFIX": "\(home.root)/x"], program: "\(home.root)/none")
    #expect(
      unbuilt.report
        == "--- stderr\nThe program is not built: run \"make build\" first.\n--- exit 66\n")
    #expect(access("\(home.root)/x", F_OK) != 0)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func unwritable() throws {
    let home = try TemporaryHome()
    try makeFolder("\(home.root)/locked")
    chmod("\(home.root)/locked", 0o555)
    let result = try run(home, "install", ["PREFIX": "\(home.root)/locked/x"])
    #expect(
      home.masked(result.report)
        == "--- stderr\nYou may not write in ROOT/locked. Use sudo, or another place: "
        + "make install PREFIX=$HOME/.local\n--- exit 77\n")
  }
}
