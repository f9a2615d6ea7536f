@testable import Generation

/// Reads a text that is given as a string; a PDF cannot be read.
func read(
  _ text: String, name: String? = nil, isForced: Bool = false
) throws(ReadingError) -> SourceText {
  try reader(isForced: isForced).read(Array(text.utf8), name: name)
}

/// A reader that has no `pdftotext`.
func reader(encoding: Encoding? = nil, isForced: Bool = false) -> TextReader {
  TextReader(encoding: encoding, isForced: isForced) { _, _ in throw NoProgram() }
}

struct NoProgram: Error {}

/// Each block as "kind: text".
func outline(_ text: SourceText) -> [String] {
  text.blocks.map { block in
    switch block.kind {
    case .heading(let level): "h\(level): \(block.text)"
    case .paragraph: "p: \(block.text)"
    case .quotation: "q: \(block.text)"
    case .listItem: "li: \(block.text)"
    }
  }
}

/// Each omission as "reason: source".
func omissions(_ text: SourceText) -> [String] {
  text.omissions.map { "\($0.reason.rawValue): \(text.quoted($0.source))" }
}

/// The first place where a letter or a digit of a block is not the byte of the source that it says
/// it stands for, or where places go backwards; `nil` where all is well.
func misplaced(_ text: SourceText) -> String? {
  for block in text.blocks {
    var last = 0
    for index in block.content.bytes.indices {
      let place = block.source(of: index..<index + 1)
      guard place.upperBound <= text.source.count, place.lowerBound >= last else {
        return "byte \(index) of '\(block.text)' at \(place)"
      }
      last = place.lowerBound
      let byte = block.content.bytes[index]
      guard place.count == 1, byte.isASCIILetter || byte.isASCIIDigit else { continue }
      if text.source[place.lowerBound] != byte {
        return "byte \(index) of '\(block.text)' at \(place)"
      }
    }
  }
  return nil
}

/// The source that stands for the first occurrence of a phrase in a text's blocks.
func source(of phrase: String, in text: SourceText) -> String? {
  let wanted = Array(phrase.utf8)
  for block in text.blocks {
    let bytes = block.content.bytes
    guard bytes.count >= wanted.count else { continue }
    for start in 0...bytes.count - wanted.count
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return text.quoted(block.source(of: start..<start + wanted.count))
    }
  }
  return nil
}
