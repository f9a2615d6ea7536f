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

  /// How many lines begin with a text, empty ones left out; all of them where none is given.
  func lineCount(beginningWith start: [UInt8] = []) -> Int {
    withUnsafeBytes { memory in
      var count = 0
      var offset = 0
      while offset < memory.count, let base = memory.baseAddress {
        let found = memchr(base + offset, 0x0a, memory.count - offset)
        let end = found.map { UnsafeRawPointer($0) - base } ?? memory.count
        let isLong = end - offset >= Swift.max(start.count, 1)
        if isLong && memcmp(base + offset, start, start.count) == 0 { count += 1 }
        offset = end + 1
      }
      return count
    }
  }
}
