import Testing

@testable import Exchange

@Suite struct TextDecodingTests {
  private func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xfeff] : []) + Array(text.utf16)).flatMap { unit in
      isBig
        ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
  }

  @Test func encodings() {
    let text = "Größe,žluť 🇻🇳 and enough of ASCII\n"
    let cases: [([UInt8], TextDecoding.Encoding)] = [
      (Array(text.utf8), .utf8), ([0xef, 0xbb, 0xbf] + Array(text.utf8), .utf8),
      (utf16(text, isBig: false, mark: true), .utf16LittleEndian),
      (utf16(text, isBig: true, mark: true), .utf16BigEndian),
      (utf16(text, isBig: false, mark: false), .utf16LittleEndian),
      (utf16(text, isBig: true, mark: false), .utf16BigEndian),
    ]
    for (bytes, encoding) in cases {
      #expect(TextDecoding.encoding(of: bytes) == encoding)
      #expect(TextDecoding.text(bytes).text == text)
    }
  }

  @Test func windows1252() {
    let bytes: [UInt8] = Array("Gr".utf8) + [0xf6, 0xdf, 0x65, 0x20, 0x80, 0x93, 0x81]
    #expect(TextDecoding.encoding(of: bytes) == .windows1252)
    #expect(TextDecoding.text(bytes).text == "Größe €“\u{81}")
  }

  @Test func oneBadByteMakesNoOtherEncoding() {
    let bytes = Array("Größe Größe ".utf8) + [0xf6]
    #expect(TextDecoding.encoding(of: bytes) == .utf8)
    #expect(TextDecoding.text(bytes).text == "Größe Größe \u{fffd}")
  }

  @Test func cutUTF16() {
    #expect(TextDecoding.text([0xff, 0xfe, 0x41, 0x00, 0x3d]).text == "A")
  }
}
