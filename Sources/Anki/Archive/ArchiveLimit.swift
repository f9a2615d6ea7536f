/// How much Tripos unpacks of what a stranger may have packed.
enum ArchiveLimit {
  /// Entries of an archive; collections with sound have some ten thousand.
  static let entries = 100_000
  /// Bytes of one unpacked entry, and of all media together.
  static let bytes = 512 << 20
  /// How many times larger than packed an entry may be.
  static let ratio = 100
  /// Bytes below which the ratio says nothing.
  static let ratioFrom = 16 << 20

  /// Checks the size that an entry says it has.
  ///
  /// - Parameters:
  ///   - name: the entry.
  ///   - packed: its bytes in the archive.
  ///   - unpacked: its bytes unpacked.
  /// - Throws: `AnkiError`.
  static func check(name: String, packed: UInt64, unpacked: UInt64) throws(AnkiError) {
    guard unpacked <= UInt64(bytes) else { throw .tooLarge(name: name, limit: bytes) }
    if unpacked > UInt64(ratioFrom), unpacked / UInt64(ratio) > packed { throw .bomb(name: name) }
  }
}
