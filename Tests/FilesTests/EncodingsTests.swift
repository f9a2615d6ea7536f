import Testing

@testable import Files

@Suite struct EncodingsTests {
  /// What is taken for a character is what Swift takes for one.
  @Test func utf8LengthsAreThoseOfSwift() {
    let edges: [UInt8] = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff]
    for first in UInt8(0x80)...0xff {
      for second in edges {
        for (third, fourth) in [(UInt8(0x80), UInt8(0xbf)), (0xbf, 0x80), (0x41, 0x80)] {
          let bytes = [first, second, third, fourth]
          let length = bytes.withUnsafeBufferPointer { Encodings.utf8Length($0, at: 0) }
          let expected = (2...4).first {
            String(validating: bytes[..<$0], as: UTF8.self)?.unicodeScalars.count == 1
          }
          #expect(length == expected, "\(bytes)")
        }
      }
    }
  }

  @Test func aCharacterCutShortIsNone() {
    for bytes in [[0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98]] as [[UInt8]] {
      #expect(bytes.withUnsafeBufferPointer { Encodings.utf8Length($0, at: 0) } == nil)
    }
  }

  @Test func windows1252HasQuotesAndTheEuro() {
    #expect(
      [0x80, 0x93, 0x94, 0x9f, 0xa0, 0xe9, 0xff].map(Encodings.windows1252)
        == ["€", "“", "”", "Ÿ", "\u{a0}", "é", "ÿ"])
  }
}
