import Glibc

/// The files that hold the models, and what all of them have in common.
///
/// Thirty-two bytes of head, then the content: the mark, the version, the file's number, the
/// length of the content and its checksum; all numbers are little-endian.
package enum ModelFile: String, CaseIterable, Sendable {
  case lexicon
  case leftToRight = "left-to-right"
  case rightToLeft = "right-to-left"
  case names

  /// The version of the format, of the features and of the tag sets: a change in any makes
  /// older weights useless.
  package static let version = 1
  private static let mark = Array("TRIPOSLM".utf8)
  private static let headCount = 32
  /// No model is as large; a larger file is not read.
  private static let largest = 1 << 28

  /// The file's name in the folder of the models.
  package var name: String { "\(rawValue).model" }

  private var number: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 0) }

  /// The whole file for a content.
  package func encode(_ content: [UInt8]) -> [UInt8] {
    var writer = ModelWriter()
    writer.bytes.append(contentsOf: Self.mark)
    writer.write(UInt32(Self.version))
    writer.write(number)
    writer.write(UInt64(content.count))
    writer.write(Self.checksum(of: content[...]))
    return writer.bytes + content
  }

  /// Reads the content of a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - path: where it came from, for the error.
  /// - Returns: a reader at the start of the content.
  /// - Throws: `ModelError` where anything is not as `encode(_:)` wrote it.
  func decode(_ bytes: [UInt8], path: String) throws(ModelError) -> ModelReader {
    guard bytes.count >= Self.headCount, bytes.starts(with: Self.mark) else {
      throw .notAModel(path: path)
    }
    var reader = ModelReader(bytes: bytes, place: Self.mark.count, path: path)
    let version = Int(try reader.readUInt32())
    guard version == Self.version else {
      throw .version(path: path, found: version, expected: Self.version)
    }
    guard try reader.readUInt32() == number else { throw .otherModel(path: path) }
    guard try reader.readUInt64() == UInt64(bytes.count - Self.headCount),
      try reader.readUInt64() == Self.checksum(of: bytes[Self.headCount...])
    else { throw .damaged(path: path) }
    return reader
  }

  /// Opens the file in a folder and checks it.
  ///
  /// - Parameter folder: the folder of the models.
  /// - Returns: a reader at the start of the content.
  /// - Throws: `ModelError`.
  func open(in folder: String) throws(ModelError) -> ModelReader {
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    return try decode(Self.contents(of: path), path: path)
  }

  private static func contents(of path: String) throws(ModelError) -> [UInt8] {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .unreadable(path: path, errno: errno)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largest else {
      throw .notAModel(path: path)
    }
    let size = Int(status.st_size)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      preferLargePages(UnsafeMutableRawBufferPointer(buffer))
      while count < size {
        let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw .unreadable(path: path, errno: failure) }
    return bytes
  }

  /// Asks for large pages, since the models are read all over: fewer faults and misses.
  private static func preferLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
    guard let base = buffer.baseAddress else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    guard page > 0 else { return }
    let start = (Int(bitPattern: base) + page - 1) / page * page
    let end = (Int(bitPattern: base) + buffer.count) / page * page
    guard start < end else { return }
    // A refusal costs speed only.
    _ = madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
  }

  /// A checksum over four interleaved streams of eight bytes, as fast as memory can be read.
  private static func checksum(of content: ArraySlice<UInt8>) -> UInt64 {
    var lanes = SIMD4<UInt64>(1, 2, 3, 4)
    var tail: UInt64 = 0
    content.withUnsafeBytes { bytes in
      let whole = bytes.count / 32 * 32
      var place = 0
      while place < whole {
        let words = bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
        lanes = (lanes ^ words) &* SIMD4(repeating: 0x9fb2_1c65_1e98_df25)
        lanes ^= lanes &>> SIMD4(repeating: 29)
        place += 32
      }
      tail = Hashing.bytes(bytes[whole...])
    }
    return (0..<4).reduce(tail) { Hashing.finish(Hashing.pair($0, lanes[$1])) }
  }
}
