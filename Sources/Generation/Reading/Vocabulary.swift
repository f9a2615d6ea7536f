/// The words of a text, as evidence for how its broken words belong together.
struct Vocabulary {
  private var words: Set<ArraySlice<UInt8>> = []
  private var compounds: Set<ArraySlice<UInt8>> = []

  /// Reads all words that stand whole on a line.
  init(_ lines: [Line], in bytes: [UInt8]) {
    for line in lines {
      var index = line.range.lowerBound
      while index < line.range.upperBound {
        guard bytes[index].isWordByte else {
          index += 1
          continue
        }
        let start = index
        var isCompound = false
        while index < line.range.upperBound,
          bytes[index].isWordByte
            || bytes[index] == 0x2d && index + 1 < line.range.upperBound
              && bytes[index + 1].isWordByte
        {
          isCompound = isCompound || bytes[index] == 0x2d
          index += 1
        }
        let isBroken = index == line.range.upperBound - 1 && bytes[index] == 0x2d
        guard !isBroken else { continue }
        let word = bytes[start..<index].map(\.lowercasedASCII)[...]
        if isCompound { compounds.insert(word) } else { words.insert(word) }
      }
    }
  }

  func hasWord(_ word: ArraySlice<UInt8>) -> Bool {
    words.contains(word.map(\.lowercasedASCII)[...])
  }

  func hasCompound(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    compounds.contains((first.map(\.lowercasedASCII) + [0x2d] + second.map(\.lowercasedASCII))[...])
  }
}
