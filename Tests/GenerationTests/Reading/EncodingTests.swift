import Testing

@testable import Generation

@Suite struct EncodingTests {
  private func decoded(_ bytes: [UInt8], stated: Encoding? = nil) throws -> String {
    try TextDecoder.decoded(bytes, stated: stated).string
  }

  @Test func byteOrderMarkIsNoText() throws {
    let text = try TextDecoder.decoded([0xef, 0xbb, 0xbf] + Array("Ab".utf8), stated: nil)
    #expect(text.string == "Ab")
    #expect(text.source(of: 0..<1) == 3..<4)
  }

  @Test func latin1IsReadWhereAnnounced() throws {
    let header = Array("Content-Type: text/plain; charset=iso-8859-1\n\n".utf8)
    let text = try TextDecoder.decoded(header + [0x43, 0x61, 0x66, 0xe9, 0x93], stated: nil)
    #expect(text.string.hasSuffix("Café\u{201c}"))
    #expect(text.source(of: text.count - 5..<text.count - 3) == header.count + 3..<header.count + 4)
    #expect(try decoded([0x66, 0xfc, 0x72], stated: .latin1) == "für")
  }

  @Test func utf16IsReadByItsMark() throws {
    #expect(try decoded([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00]) == "Aé")
    #expect(try decoded([0xfe, 0xff, 0xd8, 0x3d, 0xde, 0x00]) == "\u{1f600}")
  }

  @Test func invalidBytesAreReportedWithTheirPlace() {
    #expect(throws: ReadingError.invalidUTF8(offset: 4, line: 2)) {
      try decoded(Array("ab\nc".utf8) + [0xe9, 0x20])
    }
    #expect(throws: ReadingError.unknownEncoding("koi8-r")) {
      try decoded(Array("charset=koi8-r ".utf8) + [0xe9])
    }
  }

  @Test(
    arguments: [
      ([0xc0, 0x80], 0), ([0xed, 0xa0, 0x80], 0), ([0x61, 0xf5, 0x80, 0x80, 0x80], 1),
      ([0xe2, 0x82], 0),
      ([0xf4, 0x90, 0x80, 0x80], 0), ([0x80], 0),
    ] as [([UInt8], Int)])
  func strictness(bytes: [UInt8], offset: Int) {
    #expect(UTF8Check.firstInvalid(in: bytes) == offset)
  }

  @Test func validTextPasses() {
    #expect(UTF8Check.firstInvalid(in: Array("aé€😀\u{d7ff}\u{e000}".utf8)) == nil)
  }

  @Test func proseAboutCodingAnnouncesNothing() {
    #expect(Encoding.announced(in: Array("The charset: a history of coding = art".utf8)) == nil)
    #expect(Encoding.announced(in: Array("-*- coding: latin-1 -*-".utf8)) == "latin-1")
  }
}
