import Generation
import Glibc

/// Runs another program on bytes and takes what it writes.
///
/// Its input lies in a file that has no name any more, so that neither side can wait for the
/// other; no shell sees the words.
///
/// - Parameters:
///   - arguments: the program, looked up in PATH, and its arguments.
///   - input: its standard input.
///   - variables: what differs in its environment; `nil` for a variable that it is not to see.
/// - Returns: what it wrote, and its exit code.
/// - Throws: `ProgramNotStarted` where it could not be started.
func captureProgram(
  _ arguments: [String], input: [UInt8], variables: [String: String?] = [:]
) throws -> PDF.ProcessResult {
  guard let program = arguments.first, let source = nameless(), let output = nameless(),
    let errors = nameless()
  else { throw ProgramNotStarted() }
  let files = [source, output, errors]
  defer {
    for file in files { close(file) }
  }
  var written = 0
  while written < input.count {
    let count = input[written...].withUnsafeBytes { write(source, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { throw ProgramNotStarted() }
    written += count
  }
  lseek(source, 0, SEEK_SET)
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (number, file) in files.enumerated() {
    posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
  }
  let words = arguments.map { strdup($0) } + [nil]
  let environment = changedEnvironment(variables)
  defer {
    for word in words + environment { free(word) }
  }
  var process: pid_t = 0
  guard posix_spawnp(&process, program, &actions, nil, words, environment) == 0 else {
    throw ProgramNotStarted()
  }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    guard errno == EINTR else { throw ProgramNotStarted() }
  }
  let code = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
  return PDF.ProcessResult(
    status: code, output: contents(of: output),
    errors: String(decoding: contents(of: errors), as: UTF8.self))
}

/// This program's environment with changes, as C has it; whoever asks frees the texts.
private func changedEnvironment(_ variables: [String: String?]) -> [UnsafeMutablePointer<CChar>?] {
  var texts: [UnsafeMutablePointer<CChar>?] = []
  var place = environ
  while let text = place.pointee {
    let name = String(cString: text).prefix { $0 != "=" }
    if variables[String(name)] == nil { texts.append(strdup(text)) }
    place += 1
  }
  for (name, value) in variables {
    if let value { texts.append(strdup("\(name)=\(value)")) }
  }
  return texts + [nil]
}

/// A program that could not be started.
struct ProgramNotStarted: Error {}

/// A new file for reading and writing that has lost its name at once.
private func nameless() -> Int32? {
  var path = Array("\(environmentVariable("TMPDIR") ?? P_tmpdir)/tripos-XXXXXX".utf8CString)
  let file = mkstemp(&path)
  guard file >= 0 else { return nil }
  _ = fcntl(file, F_SETFD, FD_CLOEXEC)
  unlink(path)
  return file
}

private func contents(of file: Int32) -> [UInt8] {
  lseek(file, 0, SEEK_SET)
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &buffer, buffer.count)
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return bytes }
    bytes += buffer.prefix(count)
  }
}
