import Glibc
import Testing

@testable import Files

/// A folder that is removed with everything in it when nobody refers to it any more.
final class TemporaryFolder {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(parent)/tripos-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError.system(.create, "temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { TemporaryFolder.remove(path) }

  private static func remove(_ path: String) {
    chmod(path, 0o700)
    for entry in (try? listFolder(path)) ?? [] {
      let inner = "\(path)/\(entry.name)"
      if entry.kind == .folder, unlink(inner) != 0 { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }

  func read(_ name: String) -> String? {
    (try? readFile("\(path)/\(name)").bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ name: String, _ text: String) {
    guard let stream = fopen("\(path)/\(name)", "w") else { return }
    fwrite(text, 1, text.utf8.count, stream)
    fclose(stream)
  }

  func mode(_ name: String) -> mode_t {
    var info = stat()
    return stat("\(path)/\(name)", &info) == 0 ? info.st_mode & 0o7777 : 0
  }

  var names: [String] { ((try? listFolder(path)) ?? []).map(\.name) }
}

@Suite struct ReadFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func readsWholeFiles() throws {
    folder.write("a", "é\0\n")
    let (bytes, identity) = try readFile("\(folder.path)/a")
    #expect(bytes == Array("é\0\n".utf8))
    #expect(identity == FileIdentity(path: "\(folder.path)/a"))
    #expect(identity.size == 4)
    folder.write("empty", "")
    #expect(try readFile("\(folder.path)/empty").bytes == [])
  }

  @Test("B17") func refusesWhatIsNoFile() throws {
    mkfifo("\(folder.path)/pipe", 0o600)
    for path in ["\(folder.path)/pipe", folder.path, "/dev/zero", "/dev/null"] {
      let error = #expect(throws: FileError.self) { try readFile(path) }
      #expect(error?.cause == .notAFile)
    }
    let missing = #expect(throws: FileError.self) { try readFile("\(folder.path)/none") }
    #expect(missing == FileError(.open, "\(folder.path)/none", .errno(ENOENT)))
    folder.write("big", "12345")
    let error = #expect(throws: FileError.self) { try readFile("\(folder.path)/big", limit: 4) }
    #expect(error?.cause == .tooLarge(limit: 4))
  }
}

@Suite struct WriteFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func makesAFileForTheUserAlone() throws {
    let identity = try writeFile("\(folder.path)/a", Array("one".utf8))
    #expect(folder.read("a") == "one")
    #expect(folder.mode("a") == 0o600)
    #expect(FileIdentity(path: "\(folder.path)/a") == identity)
    #expect(folder.names == ["a"])
  }

  @Test func keepsTheMode() throws {
    folder.write("a", "old")
    chmod("\(folder.path)/a", 0o640)
    try writeFile("\(folder.path)/a", Array("new".utf8))
    #expect(folder.read("a") == "new")
    #expect(folder.mode("a") == 0o640)
    try writeFile("\(folder.path)/a", [], durably: false)
    #expect(folder.read("a") == "")
  }

  @Test("B19") func aLinkStaysALink() throws {
    try makeFolder("\(folder.path)/dotfiles")
    folder.write("dotfiles/real", "old")
    symlink("dotfiles/real", "\(folder.path)/link")
    symlink("link", "\(folder.path)/second")
    try writeFile("\(folder.path)/second", Array("new".utf8))
    #expect(folder.read("dotfiles/real") == "new")
    var info = stat()
    #expect(lstat("\(folder.path)/link", &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
    #expect(folder.names == ["dotfiles", "link", "second"])
  }

  @Test("B18") func aDanglingLinkGetsItsTarget() throws {
    symlink("\(folder.path)/target", "\(folder.path)/link")
    try writeFile("\(folder.path)/link", Array("x".utf8))
    #expect(folder.read("target") == "x")
  }

  @Test("B20") func aLoopOfLinksIsAnError() throws {
    symlink("b", "\(folder.path)/a")
    symlink("a", "\(folder.path)/b")
    let error = #expect(throws: FileError.self) { try writeFile("\(folder.path)/a", []) }
    #expect(error?.cause == .errno(ELOOP))
  }

  @Test("B14 B16") func failuresLeaveNothingBehind() throws {
    try makeFolder("\(folder.path)/dir")
    let error = #expect(throws: FileError.self) { try writeFile("\(folder.path)/dir", [1]) }
    #expect(error?.cause == .notAFile)
    let missing = #expect(throws: FileError.self) { try writeFile("\(folder.path)/no/a", [1]) }
    #expect(missing?.cause == .errno(ENOENT))
    let name = String(repeating: "x", count: 300)
    let long = #expect(throws: FileError.self) { try writeFile("\(folder.path)/\(name)", [1]) }
    #expect(long?.cause == .errno(ENAMETOOLONG))
    #expect(folder.names == ["dir"])
  }

  @Test("B31") func doesNotOverwriteSomeoneElsesChange() throws {
    let identity = try writeFile("\(folder.path)/a", Array("one".utf8))
    folder.write("a", "other")
    let error = #expect(throws: FileError.self) {
      try writeFile("\(folder.path)/a", Array("two".utf8), replacing: identity)
    }
    #expect(error?.cause == .changed)
    #expect(folder.read("a") == "other")
    #expect(folder.names == ["a"])
  }

  @Test("B21") func hardLinksKeepTheOldContent() throws {
    folder.write("a", "old")
    link("\(folder.path)/a", "\(folder.path)/backup")
    try writeFile("\(folder.path)/a", Array("new".utf8))
    #expect(folder.read("backup") == "old")
  }

  @Test func removesWhatKilledWritersLeft() throws {
    folder.write("a", "kept")
    folder.write(".a.tripos-999-0", "litter")
    folder.write(".b.tripos-999-0", "another's")
    removeTemporaries(of: "\(folder.path)/a")
    #expect(folder.names == [".b.tripos-999-0", "a"])
  }

  @Test func writesMoreThanIsComparedAtOnce() throws {
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try writeFile("\(folder.path)/a", bytes)
    #expect(try readFile("\(folder.path)/a").bytes == bytes)
  }
}

@Suite struct AppendFileTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = "\(folder.path)/log"
  }

  @Test func appendsLines() throws {
    var file = AppendFile(path)
    #expect(folder.names == [])
    #expect(try file.append(Array("one".utf8)) == 0)
    #expect(try file.append(Array("two".utf8)) == 4)
    var again = AppendFile(path)
    #expect(try again.append(Array("three".utf8)) == 8)
    #expect(try file.append([]) == 14)
    #expect(folder.read("log") == "one\ntwo\nthree\n\n")
    #expect(folder.mode("log") == 0o600)
  }

  @Test("E16") func aTornLineGetsANewlineFirst() throws {
    folder.write("log", "whole\nto")
    var file = AppendFile(path)
    #expect(try file.append(Array("next".utf8)) == 9)
    #expect(folder.read("log") == "whole\nto\nnext\n")
  }

  @Test("B14") func followsAFileThatWasReplaced() throws {
    var file = AppendFile(path)
    _ = try file.append(Array("one".utf8))
    unlink(path)
    #expect(try file.append(Array("two".utf8)) == 0)
    #expect(folder.read("log") == "two\n")
    folder.write("new", "synced")
    rename("\(folder.path)/new", path)
    #expect(try file.append(Array("three".utf8)) == 7)
    #expect(folder.read("log") == "synced\nthree\n")
  }

  @Test func failsWhereItCannotWrite() throws {
    mkdir(path, 0o700)
    var file = AppendFile(path)
    #expect(throws: FileError.self) { try file.append([0x61]) }
    rmdir(path)
    #expect(try file.append([0x61]) == 0)
    mkfifo("\(folder.path)/pipe", 0o600)
    var pipe = AppendFile("\(folder.path)/pipe")
    let error = #expect(throws: FileError.self) { try pipe.append([0x61]) }
    #expect(error?.cause == .notAFile)
  }

  @Test("B24") func aFileThatMayNotGrow() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      signal(SIGXFSZ, SIG_IGN)
      var file = AppendFile("\(folder.path)/log")
      _ = try file.append(Array("first".utf8))
      var limit = rlimit(rlim_cur: 10, rlim_max: rlim_t.max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let error = #expect(throws: FileError.self) { try file.append(Array("second".utf8)) }
      #expect(error?.cause == .errno(EFBIG))
      limit.rlim_cur = rlim_t.max
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      // What got through before the limit stays, and the line is written again behind it.
      _ = try file.append(Array("second".utf8))
      #expect(folder.read("log") == "first\nseco\nsecond\n")
    }
  }

  @Test("A22") func neverTakesTheStandardDescriptors() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      close(0)
      let file = try Descriptor("\(folder.path)/a", O_RDWR | O_CREAT)
      #expect(file.number > 2)
      #expect(fcntl(0, F_GETFD) == -1)
    }
  }
}

@Suite struct FolderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func listsByBytes() throws {
    for name in ["b", "B", "a", "é", "\u{1b}x"] { folder.write(name, "") }
    try makeFolder("\(folder.path)/dir")
    symlink("dir", "\(folder.path)/link")
    symlink("none", "\(folder.path)/dangling")
    #expect(
      try listFolder(folder.path) == [
        .init(name: "\u{1b}x", kind: .file), .init(name: "B", kind: .file),
        .init(name: "a", kind: .file), .init(name: "b", kind: .file),
        .init(name: "dangling", kind: .other), .init(name: "dir", kind: .folder),
        .init(name: "link", kind: .folder), .init(name: "é", kind: .file),
      ])
    let error = #expect(throws: FileError.self) { try listFolder("\(folder.path)/none") }
    #expect(error == FileError(.list, "\(folder.path)/none", .errno(ENOENT)))
  }

  @Test func makesAllFoldersForTheUserAlone() throws {
    try makeFolder("\(folder.path)/a/b//c/")
    try makeFolder("\(folder.path)/a/b/c")
    #expect(folder.mode("a") == 0o700)
    #expect(folder.mode("a/b/c") == 0o700)
    folder.write("file", "")
    #expect(throws: FileError.self) { try makeFolder("\(folder.path)/file/x") }
    #expect(throws: FileError.self) { try makeFolder("\(folder.path)/file") }
  }

  @Test(arguments: [
    ("a", "."), ("a/b", "a"), ("/a", "/"), ("/", "/"), ("a/b/", "a"), ("/a//b", "/a"), ("", "."),
  ])
  func parents(_ path: String, _ parent: String) { #expect(parentFolder(of: path) == parent) }
}

@Suite struct FileLockTests {
  @Test func letsOneIn() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/lock"
    var lock: FileLock? = try FileLock(path)
    let error = #expect(throws: LockError.self) { try FileLock(path, waiting: 40) }
    guard case .held(let process, let host) = error else {
      Issue.record("not held")
      return
    }
    #expect(process == Int(getpid()))
    #expect(host?.isEmpty == false)
    withExtendedLifetime(lock) {}
    lock = nil
    lock = try FileLock(path)
    // C06: one who finds another file in its place is not kept out by the old one.
    unlink(path)
    _ = try FileLock(path, waiting: 40)
  }

  @Test func saysWhyItCannot() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: LockError.self) { try FileLock("\(folder.path)/no/lock") }
    #expect(error == .file(FileError(.create, "\(folder.path)/no/lock", .errno(ENOENT))))
  }
}

@Suite struct LineReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func lines(
    _ text: String, from offset: Int64 = 0, to end: Int64 = .max, limit: Int = 1 << 20
  ) throws -> [String] {
    folder.write("a", text)
    var reader = try LineReader("\(folder.path)/a", from: offset, to: end, limit: limit)
    var lines: [String] = []
    let end = try reader.forEachLine { line, offset in
      switch line {
      case .whole(let bytes): lines.append("\(offset) \(String(decoding: bytes, as: UTF8.self))")
      case .torn(let bytes): lines.append("\(offset) torn \(bytes.count)")
      case .tooLong(let count): lines.append("\(offset) long \(count)")
      }
    }
    return lines + ["end \(end)"]
  }

  @Test func readsLines() throws {
    #expect(try lines("") == ["end 0"])
    #expect(try lines("\n") == ["0 ", "end 1"])
    #expect(try lines("a\nbc\n") == ["0 a", "2 bc", "end 5"])
    #expect(try lines("a\nbc") == ["0 a", "2 torn 2", "end 2"])
    #expect(try lines("a\nbc\nd\n", from: 2) == ["2 bc", "5 d", "end 7"])
    #expect(try lines("a\n", from: 99) == ["end 99"])
    #expect(try lines("abcde\nf\n", limit: 4) == ["0 long 5", "6 f", "end 8"])
  }

  @Test func readsSomeLines() throws {
    #expect(try lines("a\nbc\nd\n", from: 2, to: 5) == ["2 bc", "end 5"])
    #expect(try lines("a\nbc\nd\n", to: 2) == ["0 a", "end 2"])
    #expect(try lines("a\nbc", from: 2, to: 5) == ["2 torn 2", "end 2"])
    #expect(try lines("a\n", from: 2, to: 2) == ["end 2"])
  }

  @Test func readsTheBeginningOfAFile() throws {
    folder.write("a", "abcdef")
    #expect(try beginning(of: "\(folder.path)/a", count: 3) == Array("abc".utf8))
    #expect(try beginning(of: "\(folder.path)/a") == Array("abcdef".utf8))
    #expect(throws: FileError.self) { try beginning(of: folder.path) }
    #expect(throws: FileError.self) { try beginning(of: "\(folder.path)/none") }
  }

  @Test func readsLinesLongerThanItsBuffer() throws {
    let long = String(repeating: "x", count: 700_000)
    let result = try lines("a\n\(long)\nb\n")
    #expect(result.map { $0.prefix(12) } == ["0 a", "2 xxxxxxxxxx", "700003 b", "end 700005"])
    #expect(result[1].utf8.count == 700_002)
    #expect(
      try lines("a\n\(long)\nb\n", limit: 1000) == [
        "0 a", "2 long 700000", "700003 b", "end 700005",
      ])
    #expect(try lines("a\n\(long)", limit: 1000) == ["0 a", "2 long 700000", "end 2"])
  }
}

@Suite struct MappedFileTests {
  @Test func mapsFiles() throws {
    let folder = try TemporaryFolder()
    folder.write("a", "abc")
    folder.write("empty", "")
    let file = try MappedFile("\(folder.path)/a")
    #expect(file.bytes.elementsEqual("abc".utf8))
    #expect(file.identity == FileIdentity(path: "\(folder.path)/a"))
    #expect(try MappedFile("\(folder.path)/empty").bytes.isEmpty)
    #expect(throws: FileError.self) { try MappedFile(folder.path) }
  }
}
