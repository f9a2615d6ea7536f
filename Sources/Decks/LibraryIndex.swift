import Files
import Glibc

/// The scans of a home's decks in a file of bytes: a cache, which can always be made again.
///
/// A magic word with the version, a checksum of the rest, then the decks one after the other;
/// numbers in little-endian order. Whatever is damaged or of another version reads as `nil`.
enum LibraryIndex {
  /// Changes with the layout, and with any change to what a scan says about a deck.
  private static let magic: UInt64 = 0x7472_6970_6f73_0001
  private static let headerSize = 16

  static func encode(_ scans: [DeckScan]) -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(
      scans.reduce(1024) { $0 + $1.cards.count * CardRecord.encodedSize + 4096 })
    writer.put(magic)
    writer.put(UInt64(0))
    writer.put(UInt32(scans.count))
    for scan in scans {
      writer.put(scan.path)
      writer.put(scan.identity.size)
      writer.put(scan.identity.modified)
      writer.put(scan.identity.inode)
      writer.put(scan.name)
      writer.put(UInt32(scan.errorCount))
      writer.put(UInt32(scan.headings.count))
      for heading in scan.headings {
        writer.put(heading.path)
        writer.put(UInt32(heading.level))
        writer.put(UInt32(heading.line))
      }
      writer.put(UInt32(scan.tagSets.count))
      for tags in scan.tagSets { writer.put(tags) }
      writer.put(scan.ids)
      writer.put(UInt32(scan.cards.count))
      for card in scan.cards { writer.put(card) }
    }
    let sum = writer.bytes.withUnsafeBytes { checksum($0) }
    writer.bytes.replaceSubrange(8..<16, with: withUnsafeBytes(of: sum.littleEndian, Array.init))
    return writer.bytes
  }

  static func decode(_ bytes: [UInt8]) -> [DeckScan]? {
    guard bytes.count >= headerSize else { return nil }
    return bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      guard reader.get(UInt64.self) == magic, let sum = reader.get(UInt64.self),
        sum == checksum(buffer),
        let count = reader.count(atLeast: 40)
      else { return nil }
      var scans: [DeckScan] = []
      scans.reserveCapacity(count)
      for _ in 0..<count {
        guard let scan = reader.getScan() else { return nil }
        scans.append(scan)
      }
      return reader.isAtEnd ? scans : nil
    }
  }

  /// Writes the file by way of a new one, so that another process never reads half of it.
  ///
  /// A cache that cannot be written is no error: the next start takes longer.
  static func write(_ scans: [DeckScan], to path: String) {
    let bytes = encode(scans)
    let new = "\(path).\(getpid())"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    let isWhole = close(descriptor) == 0 && written == bytes.count
    if !isWhole || rename(new, path) != 0 { unlink(new) }
  }

  /// The checksum of what follows the header.
  ///
  /// Eight bytes at a time, since it must not take longer than reading the file.
  private static func checksum(_ buffer: UnsafeRawBufferPointer) -> UInt64 {
    var sum = UInt64(buffer.count)
    var index = headerSize
    func add(_ word: UInt64) {
      sum = (sum ^ word) &* 0x9e37_79b9_7f4a_7c15
      sum ^= sum >> 29
    }
    while index + 8 <= buffer.count {
      add(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    while index < buffer.count {
      add(UInt64(buffer[index]))
      index += 1
    }
    return sum
  }
}
