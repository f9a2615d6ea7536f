import CZip
import Glibc

/// A zip archive in memory, every entry of which is checked before any is read.
///
/// Names are only compared, never used as paths.
final class Zip {
  /// An entry's size and place.
  private struct Entry {
    var index: UInt64
    var size: UInt64
  }

  private let archive: OpaquePointer
  /// The archive's bytes, to be freed after it.
  private let buffer: UnsafeMutableRawBufferPointer
  private var entries: [String: Entry] = [:]

  /// Opens an archive and checks its list of entries.
  ///
  /// - Parameter bytes: the whole archive.
  /// - Throws: `AnkiError`.
  init(_ bytes: [UInt8]) throws(AnkiError) {
    try Zip.checkDirectory(bytes)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    buffer.copyBytes(from: bytes)
    do throws(AnkiError) {
      let archive = try Zip.open(buffer)
      do throws(AnkiError) {
        entries = try Zip.entries(of: archive)
      } catch {
        zip_discard(archive)
        throw error
      }
      self.archive = archive
      self.buffer = buffer
    } catch {
      buffer.deallocate()
      throw error
    }
  }

  deinit {
    zip_discard(archive)
    buffer.deallocate()
  }

  /// Whether there is an entry of a name.
  func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The bytes of an entry; `nil` where there is none of that name.
  ///
  /// - Throws: `AnkiError`.
  func bytes(_ name: String) throws(AnkiError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw .damagedEntry(name: name)
    }
    defer { zip_fclose(file) }
    let size = Int(entry.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < size {
        let read = zip_fread(file, base + count, UInt64(size - count))
        if read <= 0 { return }
        count += Int(read)
      }
    }
    // The checksum is looked at when the end is read.
    var rest: UInt8 = 0
    guard bytes.count == size, zip_fread(file, &rest, 1) == 0 else {
      throw .damagedEntry(name: name)
    }
    return bytes
  }

  /// Looks at the end of the archive, so that a list of millions is never read.
  private static func checkDirectory(_ bytes: [UInt8]) throws(AnkiError) {
    let endLength = 22
    guard bytes.count >= endLength else { throw .notAnArchive }
    let earliest = max(0, bytes.count - endLength - 0xffff)
    var end = bytes.count - endLength
    while end >= earliest, !bytes[end...].starts(with: [0x50, 0x4b, 5, 6]) { end -= 1 }
    guard end >= earliest else { throw .notAnArchive }
    func number(_ offset: Int, _ count: Int) -> UInt64 {
      guard offset >= 0, offset + count <= bytes.count else { return .max }
      return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    var entries = number(end + 10, 2)
    // More than 65,535 stand in another record, to which one before the end leads (zip64).
    let locator = end - 20
    if locator >= 0, bytes[locator...].starts(with: [0x50, 0x4b, 6, 7]),
      let record = Int(exactly: number(locator + 8, 8)), record < locator
    {
      entries = max(entries == 0xffff ? 0 : entries, number(record + 32, 8))
    }
    guard entries <= UInt64(ArchiveLimit.entries) else {
      throw .tooManyEntries(limit: ArchiveLimit.entries)
    }
  }

  private static func open(
    _ buffer: UnsafeMutableRawBufferPointer
  ) throws(AnkiError) -> OpaquePointer {
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard
      let source = zip_source_buffer_create(
        buffer.baseAddress, UInt64(buffer.count), 0, &failure)
    else { throw .damagedArchive(String(cString: zip_error_strerror(&failure))) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      if zip_error_code_zip(&failure) == ZIP_ER_NOZIP { throw .notAnArchive }
      throw .damagedArchive(String(cString: zip_error_strerror(&failure)))
    }
    return archive
  }

  private static func entries(of archive: OpaquePointer) throws(AnkiError) -> [String: Entry] {
    let count = zip_get_num_entries(archive, 0)
    guard count <= ArchiveLimit.entries else {
      throw .tooManyEntries(limit: ArchiveLimit.entries)
    }
    var entries: [String: Entry] = [:]
    for index in 0..<UInt64(max(0, count)) {
      var info = zip_stat_t()
      guard zip_stat_index(archive, index, UInt32(ZIP_FL_ENC_RAW), &info) == 0,
        info.valid & UInt64(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
          == UInt64(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE), let raw = info.name
      else { throw .damagedArchive("an entry without name or size") }
      let name = String(cString: raw)
      guard isSafe(name) else { throw .unsafeName(name) }
      if info.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, info.encryption_method != 0 {
        throw .encrypted(name: name)
      }
      guard !isLink(archive, index) else { throw .link(name: name) }
      try ArchiveLimit.check(name: name, packed: info.comp_size, unpacked: info.size)
      guard entries.updateValue(Entry(index: index, size: info.size), forKey: name) == nil else {
        throw .repeatedName(name)
      }
    }
    return entries
  }

  private static func isLink(_ archive: OpaquePointer, _ index: UInt64) -> Bool {
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    guard zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0,
      system == UInt8(ZIP_OPSYS_UNIX)
    else { return false }
    return mode_t(attributes >> 16) & S_IFMT == S_IFLNK
  }

  /// Whether a name stays within the archive; packages of Anki hold no folders.
  private static func isSafe(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return !name.isEmpty && !name.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }
      && !parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
      && parts.first?.isEmpty == false
      && name.utf8.dropFirst().first != UInt8(ascii: ":")
  }
}

/// A zip archive that is put together in memory.
struct ZipWriter {
  /// Whether an entry is compressed.
  enum Method: Hashable, Sendable {
    case store
    case deflate
  }

  /// How hard deflate looks for repetitions, 1 to 9.
  ///
  /// The tables of a collection repeat themselves so much that beyond 5 it takes a multiple of the
  /// time to save a hundredth.
  private static let level: UInt32 = 5

  private var entries: [(name: String, bytes: [UInt8], method: Method)] = []

  /// Adds an entry.
  mutating func add(_ name: String, _ bytes: [UInt8], _ method: Method) {
    entries.append((name, bytes, method))
  }

  /// The archive's bytes.
  ///
  /// - Parameter second: the time that all entries bear, in seconds since 1970 (UTC).
  /// - Returns: the archive.
  /// - Throws: `AnkiError.cannotPack`.
  func packed(at second: Int64) throws(AnkiError) -> [UInt8] {
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else {
      throw .cannotPack(String(cString: zip_error_strerror(&failure)))
    }
    // One reference is the archive's, one is ours, to read what it wrote.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &failure) else {
      zip_source_free(target)
      throw .cannotPack(String(cString: zip_error_strerror(&failure)))
    }
    // The library reads the bytes when the archive is closed.
    var buffers: [UnsafeMutableRawBufferPointer] = []
    defer { for buffer in buffers { buffer.deallocate() } }
    for (name, bytes, method) in entries {
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
      buffer.copyBytes(from: bytes)
      buffers.append(buffer)
      guard let source = zip_source_buffer(archive, buffer.baseAddress, UInt64(bytes.count), 0)
      else { throw fail(archive) }
      let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        zip_source_free(source)
        throw fail(archive)
      }
      let compression = method == .store ? ZIP_CM_STORE : ZIP_CM_DEFLATE
      guard zip_set_file_compression(archive, UInt64(index), compression, ZipWriter.level) == 0,
        zip_file_set_mtime(archive, UInt64(index), time_t(second), 0) == 0
      else { throw fail(archive) }
    }
    guard zip_close(archive) == 0 else { throw fail(archive) }
    return try ZipWriter.content(of: target)
  }

  private func fail(_ archive: OpaquePointer) -> AnkiError {
    let error = AnkiError.cannotPack(String(cString: zip_strerror(archive)))
    zip_discard(archive)
    return error
  }

  private static func content(of source: OpaquePointer) throws(AnkiError) -> [UInt8] {
    var info = zip_stat_t()
    guard zip_source_open(source) == 0, zip_source_stat(source, &info) == 0 else {
      throw .cannotPack("nothing was written")
    }
    defer { zip_source_close(source) }
    let size = Int(info.size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let read = zip_source_read(source, base + count, UInt64(size - count))
        if read <= 0 { break }
        count += Int(read)
      }
    }
  }
}
