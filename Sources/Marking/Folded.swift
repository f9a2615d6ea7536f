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
    var scalars: [Unicode.Scalar] = []
    var isCut = false
    for scalar in text.unicodeScalars {
      if scalars.count == Folded.limit {
        isCut = true
        break
      }
      scalars.append(plain(scalar))
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
private func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  let value = scalar.value
  guard value >= 0x80 else { return scalar }
  let ascii: UInt32
  switch value {
  case 0x2018, 0x2019, 0x201b, 0x2b9...0x2bf, 0xb4: ascii = 0x27
  case 0x660...0x669: ascii = value - 0x660 + 0x30
  case 0x6f0...0x6f9: ascii = value - 0x6f0 + 0x30
  case 0x966...0x96f: ascii = value - 0x966 + 0x30
  case 0xff01...0xff5e: ascii = value - 0xfee0
  default: return scalar
  }
  return Unicode.Scalar(ascii) ?? scalar
}

/// Splits scalars into folded words; what a dot, comma or apostrophe means depends on both sides.
private struct Folder {
  let scalars: [Unicode.Scalar]
  private var words: [String] = []
  private var word: [UInt8] = []
  /// How many of the word's letters are known to belong to an acronym such as `U.S.S.R.`.
  private var acronym = 0

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func fold() -> [String] {
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar {
      case "a"..."z":
        if !isPossessive(at: index) { word.append(UInt8(scalar.value)) }
      case "0"..."9": word.append(UInt8(scalar.value))
      case "A"..."Z":
        if !isPossessive(at: index) { word.append(UInt8(scalar.value | 0x20)) }
      case "'", "`": continue
      case ".": foldDot(at: index)
      case ",": if !(endsInDigit && digits(after: index) == 3) { endWord() }
      case "&": addWord("and")
      case "%": addWord("percent")
      default: fold(other: scalar)
      }
    }
    endWord()
    return words
  }

  private mutating func fold(other scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80: endWord()
    // Combining marks, joiners, soft hyphen, variation selectors: no part of the letter.
    case 0x300...0x36f, 0x200b...0x200f, 0x2060, 0xfeff, 0xad, 0xfe00...0xfe0f: return
    default:
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
    index >= 2 && !word.isEmpty && (scalars[index] == "s" || scalars[index] == "S")
      && (scalars[index - 1] == "'" || scalars[index - 1] == "`") && !isLetter(index + 1)
  }

  private var endsInDigit: Bool { word.last.map { (0x30...0x39).contains($0) } ?? false }

  private func isLetter(_ index: Int) -> Bool {
    index < scalars.count && scalars[index].properties.isAlphabetic
  }

  private func digits(after index: Int) -> Int {
    scalars[(index + 1)...].prefix(4).prefix { ("0"..."9").contains($0) }.count
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
