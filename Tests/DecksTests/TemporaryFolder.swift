import Glibc

/// A folder of its own for one test, removed with everything in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(base)/tripos-decks-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  deinit { TemporaryFolder.removeAll(path) }

  struct Failure: Error {}

  /// Writes a file, its folders made, as it would have been written an hour ago.
  func write(_ name: String, _ text: String, age: Int = 3600) throws {
    let parts = name.split(separator: "/").dropLast()
    var folder = path
    for part in parts {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    guard let stream = fopen("\(path)/\(name)", "w") else { throw Failure() }
    fwrite(text, 1, text.utf8.count, stream)
    fclose(stream)
    setAge(of: name, age)
  }

  /// Moves the time of the last change `seconds` into the past.
  func setAge(of name: String, _ seconds: Int) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    now.tv_sec -= seconds
    utimensat(AT_FDCWD, "\(path)/\(name)", [now, now], 0)
  }

  func remove(_ name: String) { Glibc.remove("\(path)/\(name)") }

  func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

  private static func removeAll(_ path: String) {
    if unlink(path) == 0 { return }
    guard let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { removeAll("\(path)/\(name)") }
    }
    closedir(stream)
    rmdir(path)
  }
}
