import Files
import Glibc
import Proving
import Testing

@Suite(.enabled(if: SyncedDevices.hasGit, "missing tool: git"))
struct SyncTests {
  @Test func twoDevicesSeeEachOthersAnswers() throws {
    let devices = try SyncedDevices(2)
    let mine = try devices.study(0, answers: 2)
    let sent = try devices.sync(0)
    #expect(
      unwrapped(devices.homes[0].masked(sent.output))
        == "0 records came in, 2 went out. All is the same here and in ROOT/hub.git.")
    let theirs = try devices.study(1, minute: 5)
    #expect(try devices.sync(1).output.hasPrefix("2 records came in, 1 went out."))
    #expect(try devices.sync(0).output.hasPrefix("1 record came in, 0 went out."))
    #expect(try devices.sync(1).output == "Nothing new here or there.\n")
    try devices.expectAllTheSame(mine + theirs)
    for device in 0...1 {
      #expect(try devices.git(device, ["status", "--porcelain"]).output == "")
      let files = try devices.git(device, ["ls-files"]).output
      #expect(!files.contains("progress.json") && !files.contains("lock"))
    }
  }

  /// C10, C13, C16: whatever is done on whichever device, all end with the same state.
  @Test("C10 C13", arguments: 0..<UInt64(thorough ? 12 : 1)) func anyOrder(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let devices = try SyncedDevices(2 + Int(seed % 2))
    var answers: [String] = []
    for step in 0..<(thorough ? 24 : 8) {
      let device = Int.random(in: 0..<devices.homes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0...1:
        answers += try devices.study(
          device, answers: Int.random(in: 1...3, using: &random), minute: step)
      case 2:
        let deck =
          "home/Decks/\(["moon", "own\(device)"][Int.random(in: 0...1, using: &random)]).md"
        let path = "\(devices.homes[device].root)/\(deck)"
        let old = (try? readFile(path).bytes).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let note = "Q: Question \(seed) \(step)?\nA: 19\(step + 10)\n\n"
        try devices.homes[device].write(
          Bool.random(using: &random) ? old + "\n" + note : note + old, to: deck)
      case _: #expect(try devices.sync(device).code == 0)
      }
    }
    for _ in 0...1 {
      for device in devices.homes.indices { #expect(try devices.sync(device).code == 0) }
    }
    try devices.expectAllTheSame(answers)
  }

  /// C11: two computers with one name, as after a copied disk.
  @Test("C11") func clonedDevice() throws {
    let devices = try SyncedDevices(2)
    var answers = try devices.study(0)
    let state = try readFile(devices.homes[0].state + "/device").bytes
    try makeFolder(devices.homes[1].state)
    try writeFile(devices.homes[1].state + "/device", state)
    answers += try devices.study(1, answers: 2, minute: 3)
    for device in [0, 1, 0, 1, 0] { #expect(try devices.sync(device).code == 0) }
    try devices.expectAllTheSame(answers)
    let names = try devices.homes.map { try readFile($0.state + "/device").bytes }
    #expect(names[0] != names[1])
    answers += try devices.study(0, minute: 6) + devices.study(1, minute: 7)
    for device in [1, 0, 1] { #expect(try devices.sync(device).code == 0) }
    try devices.expectAllTheSame(answers)
    #expect(try devices.sync(0).output == "Nothing new here or there.\n")
  }

  @Test func decksOfBothSidesAreKept() throws {
    let devices = try SyncedDevices(2)
    let deck = "home/Decks/moon.md"
    let old = String(
      decoding: try readFile(devices.homes[0].root + "/" + deck).bytes, as: UTF8.self)
    try devices.homes[0].write("Q: First?\nA: 1\n\n" + old, to: deck)
    try devices.homes[1].write("Q: Second?\nA: 2\n\n" + old, to: deck)
    try devices.homes[1].write("Q: New?\nA: 3\n", to: "home/Decks/new.md")
    #expect(try devices.sync(0).code == 0)
    let result = try devices.sync(1)
    let lines = unwrapped(result.output)
    #expect(lines.contains("Decks/moon.md: changed here and there. Yours stays; theirs is Decks/"))
    #expect(try devices.sync(0).output.contains("Decks/new.md: as on the other device.\n"))
    try devices.expectAllTheSame([])
    let names = try listFolder(devices.homes[0].decks).map(\.name)
    #expect(names.count == 3 && names[1].hasPrefix("moon.md.theirs-"))
    // What is removed on one side goes on the other, where it was not changed.
    unlink("\(devices.homes[0].decks)/\(names[1])")
    #expect(try devices.sync(0).code == 0 && devices.sync(1).code == 0)
    #expect(try listFolder(devices.homes[1].decks).map(\.name) == ["moon.md", "new.md"])
  }

  /// Another device sends something between our fetch and our push.
  @Test func overtakenOnceAndAgain() throws {
    let devices = try SyncedDevices(2)
    var answers = try devices.study(0) + devices.study(1, minute: 2)
    #expect(try devices.sync(1).code == 0)
    // The hub goes back, and forward again while the other pushes.
    let other = try devices.git(1, ["rev-parse", "HEAD"]).output.trimmedEnd
    try devices.git(0, ["update-ref", "refs/heads/main", "\(other)~1"], in: devices.hub)
    let hook = devices.hub + "/hooks/pre-receive"
    let race =
      "#!/bin/sh\n[ -e raced ] || { touch raced; unset GIT_QUARANTINE_PATH; "
      + "git update-ref refs/heads/main \(other); }\n"
    try writeFile(hook, Array(race.utf8))
    chmod(hook, 0o755)
    let result = try devices.sync(0)
    #expect(result.code == 0, "\(result.messages)")
    #expect(access(devices.hub + "/raced", F_OK) == 0)
    try writeFile(hook, Array("#!/bin/sh\nexit 1\n".utf8))
    answers += try devices.study(0, minute: 8)
    let refused = try devices.sync(0)
    #expect(refused.code == 74 && unwrapped(refused.messages).contains("pre-receive hook declined"))
    unlink(hook)
    #expect(try devices.sync(0).code == 0 && devices.sync(1).code == 0)
    try devices.expectAllTheSame(answers)
  }

  @Test func clearWordsWhereItCannotBe() throws {
    let home = try MoonDeck.home()
    _ = try home.run(["review"] + evening, input: "USSR\n")
    let none = try home.run(["sync"])
    #expect(none.code == 64)
    #expect(
      home.masked(none.messages).hasPrefix(
        "tripos: ROOT/home is not shared with another device yet.\n"))
    #expect(access(home.folder + "/.git", F_OK) != 0)
    let missing = try home.run(
      ["sync", "--remote", home.root + "/hub"], environment: ["PATH": "/x"])
    #expect(missing.code == 69)
    #expect(missing.messages.hasPrefix("tripos: git is not installed"))
    let offline = try home.run(["sync", "--remote", "http://127.0.0.1:1/x.git"])
    #expect(offline.code == 69, "\(offline.messages)")
    #expect(offline.messages.contains("127.0.0.1:1/x.git does not answer"))
    try home.write("", to: "no-repository/file")
    let wrong = try home.run(["sync", "--remote", home.root + "/no-repository"])
    #expect(wrong.code == 66, "\(wrong.messages)")
    #expect(home.masked(wrong.messages).contains("there is no repository at ROOT/no-repository."))
    // All was committed meanwhile, and goes out once there is somewhere to go.
    let sent = try home.run(["sync", "--remote", home.root + "/new/hub.git"])
    #expect(sent.code == 0 && sent.output.hasPrefix("0 records came in, 1 went out."))
    let json = try home.run(["sync", "--json"])
    #expect(json.output.hasPrefix("{\"schema\":1,\"remote\":"))
    try home.write("x", to: "home/.git/MERGE_HEAD")
    let unfinished = try home.run(["sync"])
    #expect(unfinished.code == 65)
    #expect(
      home.masked(unfinished.messages).contains("a merge by hand is not finished in ROOT/home."))
  }

  /// A session is open: nothing of what came is mixed into it.
  @Test("C04") func openSession() throws {
    let devices = try SyncedDevices(2)
    let answers = try devices.study(0)
    _ = try devices.sync(0)
    let session = try devices.homes[1].pipe(["review"] + evening)
    session.send("zz1x9\n")
    try session.wait(for: "you typed: zz1x9")
    let result = try devices.sync(1)
    #expect(result.code == 75 && result.messages.contains("another Tripos session is open"))
    session.closeInput()
    #expect(try session.finish().code == 0)
    #expect(try devices.sync(1).code == 0 && devices.sync(0).code == 0)
    try devices.expectAllTheSame(answers + ["zz1x9"])
  }

  /// Tripos or one of the gits that it runs is killed; the next sync makes all good.
  @Test(
    .enabled(if: thorough && Tracer.isPermitted, "part of make torture"),
    arguments: ["write", "openat", "unlink", "rename", "mkdir"])
  func killedAtEachCall(_ call: String) throws {
    let devices = try SyncedDevices(2)
    let theirs = try devices.study(1, answers: 2)
    _ = try devices.sync(1)
    let mine = try devices.study(0, minute: 9)
    let (home, hub) = (devices.homes[0], devices.hub)
    var tally = Tally()
    for number in 1...60 {
      let copy = try home.copy()
      let outcome = try Tracer.run(
        copy, ["sync", "--remote", copy.root + String(hub.dropFirst(home.root.count))] + evening,
        input: "", fault: Fault(call: call, error: nil), number: number)
      let again = try copy.run(["sync"] + evening)
      #expect(again.code == 0, "\(call) \(number): \(again.messages)")
      #expect(Set(copy.given).isSuperset(of: mine + theirs), "\(call) \(number)")
      if outcome.result.code == 0 { break }
      tally.add(faults: 1, marks: 0)
    }
    Tally.report("sync: \(call) kill -9", tally)
  }

  /// In a checkout of Tripos the repository is the progress alone, and not its page.
  @Test func checkout() throws {
    let home = try MoonDeck.home()
    try home.write("", to: "home/Package.swift")
    try makeFolder(home.folder + "/Sources/tripos")
    try home.write("page\n", to: "home/Progress/README.md")
    _ = try home.run(["review"] + evening, input: "USSR\n")
    #expect(try home.run(["sync", "--remote", home.root + "/hub.git"]).code == 0)
    #expect(access(home.folder + "/.git", F_OK) != 0)
    let other = try MoonDeck.home()
    let clone = try PipeSession(
      "/usr/bin/git", ["clone", "-q", home.root + "/hub.git", other.root + "/clone"],
      environment: home.environment, folder: home.root)
    #expect(try clone.finish().code == 0)
    let names = try listFolder(other.root + "/clone").map(\.name)
    #expect(names.filter { !$0.hasPrefix("reviews-") } == [".git", ".gitattributes", ".gitignore"])
    #expect(names.count == 4)
  }

  /// What a repository of strangers could try.
  @Test func hostileRepository() throws {
    let devices = try SyncedDevices(2)
    try devices.study(0)
    let outside = devices.homes[1].root + "/outside"
    try makeFolder(outside)
    symlink(outside, devices.homes[0].decks + "/link")
    symlink("/etc/passwd", devices.homes[0].progress + "/reviews-evil.jsonl")
    _ = try devices.sync(0)
    #expect(try devices.sync(1).code == 0)
    var info = stat()
    #expect(lstat(devices.homes[1].decks + "/link", &info) != 0)
    #expect(lstat(devices.homes[1].progress + "/reviews-evil.jsonl", &info) != 0)
    // A path through the link: nothing is written outside.
    unlink(devices.homes[0].decks + "/link")
    try devices.homes[0].write("Q: a?\nA: b\n", to: "home/Decks/link/deck.md")
    symlink(outside, devices.homes[1].decks + "/link")
    _ = try devices.sync(0)
    _ = try devices.sync(1)
    #expect(try listFolder(outside).isEmpty)
    // A path that leads out of the folder: nothing at all is taken.
    let script = """
      cd hub.git && blob=$(echo evil | git hash-object -w --stdin) \
        && tree=$(printf "100644 blob $blob\\tevil.md\\n" | git mktree) \
        && root=$(printf "040000 tree $tree\\t..\\n" | git mktree) \
        && commit=$(git -c user.name=x -c user.email=x commit-tree -p main -m x $root) \
        && git update-ref refs/heads/main $commit
      """
    let shell = try PipeSession(
      "/bin/sh", ["-c", script], environment: devices.homes[0].environment,
      folder: devices.homes[0].root)
    #expect(try shell.finish().code == 0)
    let result = try devices.sync(0)
    #expect(result.code == 65 && unwrapped(result.messages).contains("\"../evil.md\""), "\(result)")
    #expect(access(devices.homes[0].root + "/evil.md", F_OK) != 0)
  }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0.isNewline }.reversed()) }
}

/// Whether the slow parts of the tests run too.
let thorough = getenv("TRIPOS_THOROUGH") != nil
