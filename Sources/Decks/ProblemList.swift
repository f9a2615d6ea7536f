/// Collects the problems of one file, each with its line's text.
struct ProblemList {
  let path: String
  private let bytes: [UInt8]
  private(set) var all: [DeckProblem] = []
  /// A line whose beginning is known, so that looking up the next need not start at the top.
  private var known = (line: 1, start: 0)

  init(bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  mutating func add(_ what: DeckProblem.What, line: Int) {
    let isFull = all.count >= Deck.Limit.problems
    add(what, line: line, text: isFull ? "" : text(ofLine: line))
  }

  mutating func add(_ what: DeckProblem.What, line: Int, text: String) {
    guard all.count < Deck.Limit.problems else {
      if all.count == Deck.Limit.problems {
        all.append(DeckProblem(path: path, line: line, what: .moreProblems, text: ""))
      }
      return
    }
    all.append(DeckProblem(path: path, line: line, what: what, text: text))
  }

  /// Reports the byte at `place` in text that begins at `start` on `line`.
  mutating func addInvalidUTF8(at place: Int, from start: Int, line: Int) {
    let (line, column) = position(of: place, from: start, line: line)
    add(.invalidUTF8(byte: bytes[place], column: column), line: line)
  }

  /// Reports the NUL at `place` in text that begins at `start` on `line`.
  mutating func addNUL(at place: Int, from start: Int, line: Int) {
    let (line, column) = position(of: place, from: start, line: line)
    add(.nulByte(column: column), line: line)
  }

  private func position(of place: Int, from start: Int, line: Int) -> (line: Int, column: Int) {
    var lines = LineScanner(bytes, in: start..<bytes.count)
    var number = line
    while let next = lines.next() {
      if place < next.end {
        let before = bytes[next.content.lowerBound..<place]
        return (number, before.count { $0 & 0xc0 != 0x80 } + 1)
      }
      number += 1
    }
    return (number, 1)
  }

  private mutating func text(ofLine line: Int) -> String {
    if line < known.line { known = (1, 0) }
    var lines = LineScanner(bytes, in: known.start..<bytes.count)
    while known.line < line, let next = lines.next() {
      known = (known.line + 1, next.end)
    }
    guard let next = lines.next() else { return "" }
    let content = bytes[next.content]
    let text = content.prefix(800).text
    return text.count > 200 ? text.prefix(199) + "…" : text
  }
}
