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

  /// Writes weights in 8 bits where each is the square of a code, else in 16.
  mutating func write(_ table: WeightTable) {
    let codes = Companding.encode(table.weights)
    write(UInt8(codes == nil ? 16 : 8))
    write(UInt8(table.rowBits))
    write(UInt32(table.classes))
    if let codes {
      bytes.append(contentsOf: codes)
    } else {
      for weight in table.weights { write(weight) }
    }
  }
}
