import Digest
import Proving
import Testing

@Suite struct Base32Tests {
  /// RFC 4648, section 10, in lower case and without padding.
  @Test(arguments: [
    ("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"),
    ("fooba", "mzxw6ytb"), ("foobar", "mzxw6ytboi"),
  ])
  func encodes(_ text: String, _ encoded: String) {
    #expect(Base32.encode(text.utf8) == encoded)
  }

  @Test func encodesTenBytesInSixteenLetters() {
    #expect(Base32.encode([UInt8](repeating: 0xff, count: 10)) == "7777777777777777")
  }
}

@Suite struct CRC32Tests {
  @Test(
    arguments: [
      ("", 0), ("a", 0xe8b7_be43), ("123456789", 0xcbf4_3926),
      ("The quick brown fox jumps over the lazy dog", 0x414f_a339),
    ] as [(String, UInt32)])
  func agreesWithPublishedValues(_ text: String, _ checksum: UInt32) {
    #expect(CRC32.checksum(text.utf8) == checksum)
    #expect(Array(text.utf8).withUnsafeBytes { CRC32.checksum($0) } == checksum)
  }

  @Test(arguments: 0..<70)
  func eightBytesAtOnceComeToTheSame(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    var word = ~UInt32(0)
    for byte in bytes {
      word ^= UInt32(byte)
      for _ in 0..<8 { word = word & 1 == 1 ? 0xedb8_8320 ^ word >> 1 : word >> 1 }
    }
    #expect(CRC32.checksum(bytes) == ~word)
  }
}

@Suite struct SHA256Tests {
  func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// FIPS 180-4's examples, and the lengths around a block's end.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func agreesWithTheStandard(_ text: String, _ digest: String) {
    #expect(hexadecimal(SHA256.hash(text.utf8)) == digest)
  }

  @Test func differsWithEveryLength() {
    let digests = (0..<200).map { SHA256.hash([UInt8](repeating: 7, count: $0)) }
    #expect(Set(digests).count == 200)
  }

  /// However a message is cut into parts.
  @Test func takesAMessageInParts() {
    let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for length in 1..<140 {
      var hash = SHA256()
      for start in stride(from: 0, to: message.count, by: length) {
        message[start..<min(start + length, message.count)].withUnsafeBytes { hash.update($0) }
      }
      #expect(hash.finish() == SHA256.hash(message))
    }
  }
}

@Suite struct FingerprintTests {
  /// Caches of different runs are joined by these, so they never change.
  @Test(
    arguments: [
      ("", 0xefd0_1f60_ba99_2926), ("a", 0x82a2_a958_a9be_ce5b),
      ("h1-abcdefghijklmnop", 0x739b_b586_a0b3_3528),
    ] as [(String, UInt64)])
  func staysTheSame(_ key: String, _ bits: UInt64) {
    #expect(Fingerprint(key).bits == bits)
    #expect(Fingerprint(of: Array(key.utf8)).bits == bits)
    #expect(Array(key.utf8).withUnsafeBytes { Fingerprint(of: $0) }.bits == bits)
    #expect(Fingerprint(bits: bits) == Fingerprint(key))
  }

  @Test func tellsKeysApart() {
    let keys = (0..<20_000).map { "h1-\($0)" }
    #expect(Set(keys.map { Fingerprint($0) }).count == keys.count)
    #expect(Fingerprint("e\u{301}") != Fingerprint("\u{e9}"))
  }
}
