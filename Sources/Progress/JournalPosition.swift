import Digest
import Files
import Glibc

/// How far one journal has been read, and how to see that this part is still the same.
struct JournalPosition: Hashable {
  /// The file's name in its folder.
  var name: String
  /// After the last whole line, in bytes.
  var offset: Int64 = 0
  /// How many lines that is.
  var lines = 0
  /// The checksum of the bytes just before the offset, up to `tailLength` of them.
  var tail: UInt32 = 0

  /// How many bytes before the offset are compared.
  static let tailLength = 64

  init(name: String) {
    self.name = name
    tail = CRC32.checksum([])
  }

  init(name: String, offset: Int64, lines: Int, tail: UInt32) {
    self.name = name
    self.offset = offset
    self.lines = lines
    self.tail = tail
  }

  /// The checksum of the bytes before `offset` of a file.
  ///
  /// - Throws: `FileError`.
  static func tail(of path: String, before offset: Int64) throws(FileError) -> UInt32 {
    let count = min(offset, Int64(tailLength))
    return CRC32.checksum(
      try Descriptor(path, O_RDONLY).read(Int(count), at: offset - count))
  }

  /// Whether the journal in `folder` still begins with what was read.
  func isValid(in folder: String) -> Bool {
    let path = "\(folder)/\(name)"
    guard let identity = FileIdentity(path: path), identity.size >= offset,
      let tail = try? JournalPosition.tail(of: path, before: offset)
    else { return false }
    return tail == self.tail
  }
}
