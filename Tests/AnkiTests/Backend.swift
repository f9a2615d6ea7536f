import Glibc
import JSON
import Testing

/// Anki's own backend, from PyPI, driven by `backend.py`.
enum Backend {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let python = "\(root)/.build/test-venv/bin/python"

  /// Whether it is installed.
  static let isThere: Bool = {
    access(python, X_OK) == 0 && system("\(python) -c 'import anki.collection' 2>/dev/null") == 0
  }()

  /// Runs `backend.py` and gives what it prints.
  static func run(_ arguments: [String]) throws -> [UInt8] {
    let script = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let words = ([python, "\(script)/backend.py"] + arguments).map { "'\($0)'" }
    let stream = try #require(popen(words.joined(separator: " "), "r"))
    var output: [UInt8] = []
    var buffer = Array(repeating: UInt8(0), count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      output += buffer[..<count]
    }
    try #require(pclose(stream) == 0)
    return output
  }

  /// What a new collection holds after importing packages.
  static func dump(_ packages: String...) throws -> JSON {
    try JSON.parse(try run(["dump"] + packages))
  }
}
