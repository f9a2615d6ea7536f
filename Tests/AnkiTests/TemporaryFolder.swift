import Files
import Glibc

/// A folder of its own for one test, removed with everything in it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("\(P_tmpdir)/tripos-anki-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  deinit { TemporaryFolder.remove(path) }

  struct Failure: Error {}

  private static func remove(_ path: String) {
    for entry in (try? listFolder(path)) ?? [] {
      let inner = "\(path)/\(entry.name)"
      if entry.kind == .folder { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }
}
