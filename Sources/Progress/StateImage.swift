import Chronology
import Digest
import Files
import Memory

/// The states of many cards in one block of memory, sorted by fingerprint.
///
/// The same bytes serve in memory and, mapped, as the cache file: nothing is read that is not
/// asked for. Every access is checked against the block's bounds, so that damage gives wrong
/// values at worst; `StateCache` makes damage improbable.
///
/// A record takes 128 bytes (see `Field`); the texts that it points to follow all records.
struct StateImage {
  /// Keeps the memory.
  private enum Owner {
    case array([UInt64])
    case file(MappedFile)
  }

  /// Where each field begins in a record, in bytes.
  enum Field {
    static let fingerprint = 0
    static let keyStart = 8
    static let keyCount = 12
    static let stability = 16
    static let difficulty = 24
    static let due = 32
    static let lastSecond = 40
    static let latest = 48
    static let interval = 56
    static let lastDay = 60
    static let reviews = 64
    static let lapses = 68
    static let firstDay = 72
    static let buriedDay = 76
    static let practiceMissDay = 80
    static let lastAnswerDay = 84
    static let lastCorrectDay = 88
    static let correctDays = 92
    static let answers = 96
    static let correct = 100
    static let step = 104
    static let phase = 108
    static let dueKind = 109
    static let flags = 110
    static let mark = 111
    static let flagStart = 112
    static let flagCount = 116
    static let examsStart = 120
    static let examsCount = 124
  }

  static let recordSize = 128

  /// Bits of the field `flags`.
  enum Flag {
    static let suspended: UInt8 = 1
    static let flagged: UInt8 = 2
    static let kept: UInt8 = 4
    static let rejected: UInt8 = 8
  }

  /// How many cards there are.
  let count: Int
  private let owner: Owner
  private let records: Range<Int>
  private let texts: Range<Int>
  private let places: FingerprintPlaces

  /// No cards.
  static var empty: StateImage { StateImage(words: [], count: 0, textCount: 0) }

  /// An image in memory.
  ///
  /// - Parameters:
  ///   - words: the records, then the texts, padded to whole words.
  ///   - count: how many records there are.
  ///   - textCount: how many bytes of text follow them.
  init(words: [UInt64], count: Int, textCount: Int) {
    owner = .array(words)
    self.count = count
    records = 0..<count * StateImage.recordSize
    places = words.withUnsafeBytes { bytes in
      FingerprintPlaces(count: count) { StateImage.fingerprint(bytes, $0) }
    }
    texts = records.upperBound..<records.upperBound + textCount
  }

  /// A part of a mapped file; `nil` where it reaches beyond the file's end.
  init?(file: MappedFile, start: Int, count: Int, textCount: Int) {
    let size = file.bytes.count
    guard start >= 0, start % 8 == 0, count >= 0, textCount >= 0, start <= size,
      count <= (size - start) / StateImage.recordSize,
      textCount <= size - start - count * StateImage.recordSize
    else { return nil }
    owner = .file(file)
    self.count = count
    let records = start..<start + count * StateImage.recordSize
    self.records = records
    places = FingerprintPlaces(count: count) {
      StateImage.fingerprint(UnsafeRawBufferPointer(rebasing: file.bytes[records]), $0)
    }
    texts = records.upperBound..<records.upperBound + textCount
  }

  /// Lends all bytes, records and texts.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let range = records.lowerBound..<texts.upperBound
    return switch owner {
    case .array(let words):
      words.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    case .file(let file): body(UnsafeRawBufferPointer(rebasing: file.bytes[range]))
    }
  }

  /// Where the card of a fingerprint stands.
  func index(of fingerprint: Fingerprint) -> Int? {
    withBytes { bytes in
      places.candidates(fingerprint).first {
        StateImage.fingerprint(bytes, $0) == fingerprint
      }
    }
  }

  /// The fingerprint of the card at an index.
  func fingerprint(at index: Int) -> Fingerprint {
    withBytes { StateImage.fingerprint($0, index) }
  }

  /// The key of the card at an index.
  func key(at index: Int) -> String {
    withBytes { String(decoding: StateImage.Reader($0, index, count).key, as: UTF8.self) }
  }

  /// The state of the card at an index.
  func progress(at index: Int) -> CardProgress {
    withBytes { StateImage.Reader($0, index, count).progress }
  }

  /// Calls `body` for every card, in the order of the fingerprints.
  func forEachRecord(_ body: (Reader) -> Void) {
    withBytes { bytes in
      for index in 0..<count { body(Reader(bytes, index, count)) }
    }
  }

  private static func fingerprint(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Fingerprint {
    Fingerprint(
      bits: bytes.load(fromByteOffset: index * recordSize + Field.fingerprint, as: UInt64.self))
  }
}
