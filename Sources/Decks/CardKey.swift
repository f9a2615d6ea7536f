import Digest
@_spi(_Unicode) import Swift

/// The stable name of a card in the journal.
///
/// The rule never changes under `h1-`: a key is `h1-` and the first 80 bits, in base32, of the
/// SHA-256 of the prompt's UTF-8, in NFC and with every run of white space made one space (none at
/// the ends). Where two cards of a home have the same prompt and different answers, both get the
/// digest of prompt, line feed and answer, the answer prepared like the prompt; the prepared
/// prompt holds no line feed, so that nothing else has that digest.
package enum CardKey {
  /// The two keys that a card without an `Id:` may have.
  package struct Pair: Hashable, Sendable {
    /// From its prompt.
    package let plain: String
    /// From its prompt and answer, for where another card of the home shares its prompt.
    package let withAnswer: String

    init(prompt: String, answer: String) {
      let digests = CardKey.digests(prompt: prompt, answer: answer)
      (plain, withAnswer) = (digests.plain.key, digests.withAnswer.key)
    }
  }

  /// The key of a card without an `Id:`, from its prompt.
  package static func make(prompt: String) -> String { digest(prompt: prompt).key }

  /// The key of a card without an `Id:` whose prompt another card of the home shares.
  package static func make(prompt: String, answer: String) -> String {
    digest(prompt: prompt, answer: answer).key
  }

  /// The key of a card of a note with an `Id:`.
  ///
  /// - Parameters:
  ///   - id: the note's `Id:`.
  ///   - blank: the blank's number, counted from 1; `nil` for a `Q:` note.
  /// - Returns: `ID` or `ID.2`.
  package static func make(id: String, blank: Int?) -> String {
    guard let blank else { return id }
    return "\(id).\(blank)"
  }

  /// Whether a text can be an `Id:`: one word of at most 64 bytes that cannot be taken for a
  /// digest.
  package static func isUsable(id: String) -> Bool {
    id.utf8.count <= 64 && !id.hasPrefix("h1-")
      && id.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0.properties.generalCategory != .control
      }
  }

  static func digest(prompt: String) -> KeyDigest { KeyDigest(prepared(prompt)) }

  static func digest(prompt: String, answer: String) -> KeyDigest {
    digests(prompt: prompt, answer: answer).withAnswer
  }

  /// The digests of the keys of a card without and with its answer.
  static func digests(
    prompt: String, answer: String
  ) -> (plain: KeyDigest, withAnswer: KeyDigest) {
    var bytes = prepared(prompt)
    let plain = KeyDigest(bytes)
    bytes.append(.lineFeed)
    bytes += prepared(answer)
    return (plain, KeyDigest(bytes))
  }

  /// Whether two texts are the same to a key.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left == right || prepared(left) == prepared(right)
  }

  /// The UTF-8 of a text in NFC, every run of white space made one space, none at the ends.
  static func prepared(_ text: String) -> [UInt8] {
    guard isComposed(text) else { return collapsed(Array(composed(text).utf8)) }
    return collapsed(Array(text.utf8))
  }
}

/// The 80 bits of a key that begins with `h1-`.
struct KeyDigest: Hashable, Sendable {
  var high: UInt64
  var low: UInt16

  /// Zero is no digest: what the key of a note with an `Id:` has.
  init(high: UInt64 = 0, low: UInt16 = 0) {
    self.high = high
    self.low = low
  }

  init(_ prepared: [UInt8]) {
    let hash = SHA256.hash(prepared)
    high = hash[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = UInt16(hash[8]) << 8 | UInt16(hash[9])
  }

  var key: String {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
    return "h1-"
      + Base32.encode(bytes + [UInt8(low >> 8), UInt8(truncatingIfNeeded: low)])
  }

  var fingerprint: UInt64 { Fingerprint(key).bits }
}

/// Whether a text is sure to be in NFC, which saves the work of making it so.
///
/// Sure are letters with their accents built in, ordinary punctuation, Hangul syllables and Chinese
/// characters.
private func isComposed(_ text: String) -> Bool {
  if text.utf8.allSatisfy({ $0 < 0xcc }) { return true }
  return text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case ..<0x300, 0x1e00...0x1eff, 0x2010...0x2027, 0x4e00...0x9fff, 0xac00...0xd7a3: true
    case _: false
    }
  }
}

private func collapsed(_ text: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count + 1)
  var isApart = false
  var index = 0
  while index < text.count {
    let space = whiteSpaceLength(text, at: index)
    if space > 0 {
      isApart = !bytes.isEmpty
      index += space
    } else {
      if isApart { bytes.append(.space) }
      isApart = false
      bytes.append(text[index])
      index += 1
    }
  }
  return bytes
}

/// The length of the character at an index where it has Unicode's White_Space, else 0.
///
/// Written out, since a later Unicode must not change a key.
private func whiteSpaceLength(_ text: [UInt8], at index: Int) -> Int {
  let byte = text[index]
  if byte < 0x80 { return byte.isASCIISpace ? 1 : 0 }
  func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
  switch (byte, next(1)) {
  case (0xc2, 0x85), (0xc2, 0xa0): return 2
  case (0xe1, 0x9a) where next(2) == 0x80: return 3
  case (0xe2, 0x80):
    switch next(2) {
    case 0x80...0x8a, 0xa8, 0xa9, 0xaf: return 3
    case _: return 0
    }
  case (0xe2, 0x81) where next(2) == 0x9f: return 3
  case (0xe3, 0x80) where next(2) == 0x80: return 3
  case _: return 0
  }
}

private func composed(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text._nfc { scalars.append(scalar) }
  return String(scalars)
}
