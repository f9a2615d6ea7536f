import Digest
import Glibc

extension [UInt8] {
  /// The fingerprints of the lines of a journal, empty ones left out.
  var lineFingerprints: [Fingerprint] {
    withUnsafeBytes { memory in
      guard let base = memory.baseAddress else { return [] }
      var lines: [Fingerprint] = []
      var start = 0
      while start < memory.count {
        let found = memchr(base + start, 0x0a, memory.count - start)
        let end = found.map { UnsafeRawPointer($0) - base } ?? memory.count
        if end > start {
          lines.append(Fingerprint(of: UnsafeRawBufferPointer(rebasing: memory[start..<end])))
        }
        start = end + 1
      }
      return lines
    }
  }
}
