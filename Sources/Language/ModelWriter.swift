/// Writes the content of a model file, as `ModelReader` reads it.
struct ModelWriter {
  /// What was written so far.
  var bytes: [UInt8] = []

  mutating func write(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ table: WordTable) {
    write(UInt32(table.slots.count.trailingZeroBitCount))
    for slot in table.slots { write(slot) }
  }

  mutating func write(_ table: WeightTable) {
    write(table.precision.rawValue)
    write(UInt8(table.rowBits))
    write(UInt32(table.classes))
    bytes.append(contentsOf: table.bytes)
  }
}
