import CZstd

/// Compression as newer packages have it.
enum Zstd {
  /// Unpacks one file.
  ///
  /// - Parameters:
  ///   - bytes: the compressed file, of one frame or several.
  ///   - name: the entry, for errors.
  /// - Returns: the content.
  /// - Throws: `AnkiError`.
  static func unpacked(_ bytes: [UInt8], name: String) throws(AnkiError) -> [UInt8] {
    guard let stream = ZSTD_createDStream() else { throw .damagedEntry(name: name) }
    defer { ZSTD_freeDStream(stream) }
    // A window as large as `zstd --long` makes; more would let a stranger choose our memory.
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 27)
    var whole: [UInt8] = []
    whole.reserveCapacity(expectedSize(bytes))
    let step = max(1 << 16, ZSTD_DStreamOutSize())
    var input = ZSTD_inBuffer(src: nil, size: bytes.count, pos: 0)
    var pending = 0
    var failed = false
    while input.pos < input.size || pending != 0 {
      let before = (input.pos, whole.count)
      let part = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
        bytes.withUnsafeBytes { source in
          input.src = source.baseAddress
          var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: step, pos: 0)
          pending = ZSTD_decompressStream(stream, &output, &input)
          count = output.pos
        }
        failed = ZSTD_isError(pending) != 0
      }
      whole += part
      guard !failed else { throw .damagedEntry(name: name) }
      // Nothing read and nothing written: the end of the frame is missing.
      guard before != (input.pos, whole.count) else { throw .damagedEntry(name: name) }
      try ArchiveLimit.check(
        name: name, packed: UInt64(bytes.count), unpacked: UInt64(whole.count))
    }
    return whole
  }

  /// The content in one frame.
  ///
  /// - Throws: `AnkiError.cannotPack`.
  static func packed(_ bytes: [UInt8]) throws(AnkiError) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    var code = 0
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      code = bytes.withUnsafeBytes {
        ZSTD_compress(buffer.baseAddress, bound, $0.baseAddress, $0.count, ZSTD_CLEVEL_DEFAULT)
      }
      count = ZSTD_isError(code) == 0 ? code : 0
    }
    guard ZSTD_isError(code) == 0 else {
      throw .cannotPack(String(cString: ZSTD_getErrorName(code)))
    }
    return packed
  }

  /// What the frame says of its size, so far as it is believable.
  private static func expectedSize(_ bytes: [UInt8]) -> Int {
    let size = bytes.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
    // The two highest numbers mean "unknown" and "damaged".
    guard size <= UInt64(ArchiveLimit.bytes) else { return 0 }
    return min(Int(size), max(ArchiveLimit.ratioFrom, bytes.count * ArchiveLimit.ratio))
  }
}
