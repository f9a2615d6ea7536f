/// Reads the content of a model file; every step checks that enough bytes are left.
struct ModelReader {
  private let bytes: [UInt8]
  private var place: Int
  private let path: String

  init(bytes: [UInt8], place: Int, path: String) {
    self.bytes = bytes
    self.place = place
    self.path = path
  }

  /// The error for content that is not as it should be.
  var damaged: ModelError { .damaged(path: path) }

  /// Whether all bytes were read.
  var isAtEnd: Bool { place == bytes.count }

  private mutating func take(_ count: Int) throws(ModelError) -> Range<Int> {
    guard count >= 0, count <= bytes.count - place else { throw damaged }
    defer { place += count }
    return place..<place + count
  }

  mutating func readUInt8() throws(ModelError) -> UInt8 { bytes[try take(1).lowerBound] }

  mutating func readUInt32() throws(ModelError) -> UInt32 {
    bytes[try take(4)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func readUInt64() throws(ModelError) -> UInt64 {
    bytes[try take(8)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A number of things that follow, at most `limit`.
  mutating func readCount(limit: Int) throws(ModelError) -> Int {
    let count = Int(try readUInt32())
    guard count <= limit else { throw damaged }
    return count
  }

  mutating func readBytes(_ count: Int) throws(ModelError) -> [UInt8] {
    Array(bytes[try take(count)])
  }

  /// Little-endian numbers of fixed width.
  private mutating func readNumbers<Number: FixedWidthInteger>(
    _ count: Int, as type: Number.Type
  ) throws(ModelError) -> [Number] {
    let size = Number.bitWidth / 8
    let range = try take(count * size)
    return bytes.withUnsafeBytes { bytes in
      [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
        for index in 0..<count {
          let number = bytes.loadUnaligned(
            fromByteOffset: range.lowerBound &+ index &* size, as: type
          )
          numbers[index] = Number(littleEndian: number)
        }
        initialized = count
      }
    }
  }

  mutating func readWordTable() throws(ModelError) -> WordTable {
    let bits = Int(try readUInt32())
    guard bits <= 24, let table = WordTable(slots: try readNumbers(1 << bits, as: UInt32.self))
    else { throw damaged }
    return table
  }

  mutating func readWeights() throws(ModelError) -> WeightTable {
    guard let precision = WeightTable.Precision(rawValue: try readUInt8()) else { throw damaged }
    let rowBits = Int(try readUInt8())
    let classes = Int(try readUInt32())
    guard (1...28).contains(rowBits), (1...4096).contains(classes) else { throw damaged }
    let count = WeightTable.size(rowBits: rowBits, classes: classes)
    let weights = bytes[try take(count * Int(precision.rawValue / 8))]
    guard
      let table = WeightTable(
        classes: classes, rowBits: rowBits, precision: precision, bytes: weights
      )
    else { throw damaged }
    return table
  }
}
