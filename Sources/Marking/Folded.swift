/// Text as marking compares it: lower-case words without diacritics, punctuation, possessives.
package struct Folded: Hashable, Sendable {
  /// The words, in ASCII where a letter has a Latin equivalent.
  package var words: [String]
  /// Whether the text was longer than `limit`, so that its end was left out.
  package var isCut: Bool

  /// The most Unicode scalars that are read: no answer is longer, and a pasted book costs nothing.
  package static let limit = 2048

  package init(words: [String], isCut: Bool = false) {
    self.words = words
    self.isCut = isCut
  }

  /// Folds text as it was typed or written.
  package init(_ text: String) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(min(text.utf8.count, Folded.limit))
    var isCut = false
    for scalar in text.unicodeScalars {
      if scalars.count == Folded.limit {
        isCut = true
        break
      }
      scalars.append(plain(scalar.value))
    }
    var folder = Folder(scalars: scalars)
    self.init(words: folder.fold(), isCut: isCut)
  }

  /// The words with one space between them.
  package var joined: String { words.joined(separator: " ") }

  /// The words with nothing between them: `kimilsung` is both `Kim Il-sung` and `Kim Ilsung`.
  package var squashed: String { words.joined() }

  package var isEmpty: Bool { words.isEmpty }
}

/// The ASCII digit, apostrophe or letter that a scalar is another form of, else the scalar.
private func plain(_ value: UInt32) -> UInt32 {
  switch value {
  case 0..<0x80: value
  case 0x2018, 0x2019, 0x201b, 0x2b9...0x2bf, 0xb4: 0x27
  case 0x660...0x669: value - 0x660 + 0x30
  case 0x6f0...0x6f9: value - 0x6f0 + 0x30
  case 0x966...0x96f: value - 0x966 + 0x30
  case 0xff01...0xff5e: value - 0xfee0
  default: value
  }
}

/// Splits scalars into folded words; what a dot, comma or apostrophe means depends on both sides.
private struct Folder {
  let scalars: [UInt32]
  private var words: [String] = []
  private var word: [UInt8] = []
  /// How many of the word's letters are known to belong to an acronym such as `U.S.S.R.`.
  private var acronym = 0

  init(scalars: [UInt32]) { self.scalars = scalars }

  mutating func fold() -> [String] {
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar {
      case 0x61...0x7a, 0x41...0x5a:
        if !isPossessive(at: index) { word.append(UInt8(truncatingIfNeeded: scalar | 0x20)) }
      case 0x30...0x39: word.append(UInt8(truncatingIfNeeded: scalar))
      case Folder.apostrophe, Folder.backtick: continue
      case Folder.dot: foldDot(at: index)
      case Folder.comma: if !(endsInDigit && digits(after: index) == 3) { endWord() }
      case Folder.ampersand: addWord("and")
      case Folder.percent: addWord("percent")
      default: fold(other: scalar)
      }
    }
    endWord()
    return words
  }

  private static let apostrophe: UInt32 = 0x27
  private static let backtick: UInt32 = 0x60
  private static let dot: UInt32 = 0x2e
  private static let comma: UInt32 = 0x2c
  private static let ampersand: UInt32 = 0x26
  private static let percent: UInt32 = 0x25

  private mutating func fold(other value: UInt32) {
    switch value {
    case 0..<0x80: endWord()
    // Combining marks, joiners, soft hyphen, variation selectors: no part of the letter.
    case 0x300...0x36f, 0x200b...0x200f, 0x2060, 0xfeff, 0xad, 0xfe00...0xfe0f: return
    default:
      guard let scalar = Unicode.Scalar(value) else { return endWord() }
      if let letters = LetterTable.latin(scalar) {
        word.append(contentsOf: letters.utf8)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        endWord()
      }
    }
  }

  /// A dot joins the letters of an acronym and the parts of a number; else it ends the word.
  private mutating func foldDot(at index: Int) {
    if word.count == acronym + 1, !endsInDigit, isLetter(index + 1) {
      acronym += 1
    } else if endsInDigit, digits(after: index) > 0 {
      word.append(0x2e)
    } else {
      endWord()
    }
  }

  /// Whether the letter is the `s` of "Nixon's", which does not count.
  private func isPossessive(at index: Int) -> Bool {
    guard scalars[index] | 0x20 == 0x73, index >= 2, !word.isEmpty else { return false }
    let before = scalars[index - 1]
    return (before == Folder.apostrophe || before == Folder.backtick) && !isLetter(index + 1)
  }

  private var endsInDigit: Bool { word.last.map { (0x30...0x39).contains($0) } ?? false }

  private func isLetter(_ index: Int) -> Bool {
    guard index < scalars.count else { return false }
    let value = scalars[index]
    if value < 0x80 { return (0x61...0x7a).contains(value | 0x20) }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  private func digits(after index: Int) -> Int {
    scalars[(index + 1)...].prefix(4).prefix { (0x30...0x39).contains($0) }.count
  }

  private mutating func addWord(_ text: String) {
    endWord()
    words.append(text)
  }

  private mutating func endWord() {
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
    acronym = 0
  }
}
