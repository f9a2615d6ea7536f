import Glibc

/// Why a lock could not be had.
package enum LockError: Error, Hashable, Sendable {
  /// Another process has it; its number and machine, where they could be read.
  case held(process: Int?, host: String?)
  /// The file system has no locks, as some network file systems.
  case unsupported(FileError)
  /// The lock file cannot be opened.
  case file(FileError)
}

/// A lock that one process at a time can hold, and that dies with it.
///
/// It is a file of its own, never one that is renamed, and stays when the lock is released; it
/// names its holder for whoever has to wait.
package final class FileLock {
  private let descriptor: Descriptor

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - path: the lock file, made where it is missing.
  ///   - milliseconds: how long to wait for another holder.
  /// - Throws: `LockError`.
  package init(_ path: String, waiting milliseconds: Int = 2000) throws(LockError) {
    let step = 20
    var waited = 0
    while true {
      let file = try FileLock.open(path)
      if flock(file.number, LOCK_EX | LOCK_NB) == 0 {
        // A lock file that was removed or replaced meanwhile keeps nobody out.
        if FileIdentity(path: path)?.inode == UInt64(try FileLock.status(file).st_ino) {
          descriptor = file
          break
        }
      } else if errno == EWOULDBLOCK {
        guard waited < milliseconds else { throw FileLock.holder(file) }
        usleep(UInt32(step) * 1000)
        waited += step
      } else if errno != EINTR {
        let failure = FileError.system(.lock, path)
        throw failure.cause == .errno(ENOLCK) || failure.cause == .errno(EOPNOTSUPP)
          ? .unsupported(failure) : .file(failure)
      }
    }
    // Only for the message: the lock holds without it.
    if ftruncate(descriptor.number, 0) == 0 {
      try? descriptor.write(Array("\(getpid()) \(hostName())\n".utf8))
    }
  }

  private static func open(_ path: String) throws(LockError) -> Descriptor {
    do throws(FileError) {
      return try Descriptor(path, O_RDWR | O_CREAT)
    } catch {
      throw .file(error)
    }
  }

  private static func status(_ file: Descriptor) throws(LockError) -> stat {
    do throws(FileError) {
      return try file.regularStatus()
    } catch {
      throw .file(error)
    }
  }

  private static func holder(_ file: Descriptor) -> LockError {
    let text = (try? file.read(300, at: 0)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let words = text.split { $0 == " " || $0 == "\n" }
    return .held(
      process: words.first.flatMap { Int($0) }, host: words.dropFirst().first.map(String.init))
  }
}

/// The machine's name, for a person.
private func hostName() -> String {
  var buffer = [CChar](repeating: 0, count: 256)
  guard gethostname(&buffer, buffer.count - 1) == 0 else { return "?" }
  return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
