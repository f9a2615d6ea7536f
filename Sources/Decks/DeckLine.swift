/// What a line of a deck is by its beginning.
enum DeckLine: Hashable {
  /// `Q:`
  case question
  /// `A:`
  case answer
  /// `C:`
  case cloze
  /// `---`
  case separator
  /// `#` to `######`, followed by a space or nothing.
  case heading(level: Int)
  /// Three or more backticks or tildes.
  case fence(Fence)
  case text

  /// What opens a code block and what must close it.
  struct Fence: Hashable {
    var mark: UInt8
    var length: Int
    /// Whether something follows the marks, so that the line can open a block but not close one.
    var hasInfo: Bool

    /// Whether this line closes the block that `opening` began.
    func closes(_ opening: Fence) -> Bool {
      mark == opening.mark && length >= opening.length && !hasInfo
    }
  }

  /// Classifies a line, which is given without its line end.
  init(_ line: ArraySlice<UInt8>) {
    self = .text
    guard let first = line.first else { return }
    switch first {
    case .letterQ where line.dropFirst().first == .colon: self = .question
    case .letterA where line.dropFirst().first == .colon: self = .answer
    case .letterC where line.dropFirst().first == .colon: self = .cloze
    case .dash where line.count >= 3:
      if line[line.startIndex + 1] == .dash, line[line.startIndex + 2] == .dash,
        line.dropFirst(3).allSatisfy(\.isASCIISpace)
      {
        self = .separator
      }
    case .hash:
      let level = line.prefix { $0 == .hash }.count
      let next = line.dropFirst(level).first
      if level <= 6, next == nil || next == .space || next == .tab {
        self = .heading(level: level)
      }
    case .space, .backtick, .tilde:
      if let fence = DeckLine.fence(line) { self = .fence(fence) }
    case _: break
    }
  }

  /// The fence that a line, or what follows `Q:`, `A:` or `C:` on it, consists of.
  static func fence(_ line: ArraySlice<UInt8>) -> Fence? {
    let indent = line.prefix { $0 == .space }.count
    let rest = line.dropFirst(indent)
    guard indent <= 3, let mark = rest.first, mark == .backtick || mark == .tilde else {
      return nil
    }
    let length = rest.prefix { $0 == mark }.count
    let info = rest.dropFirst(length)
    guard length >= 3, mark == .tilde || !info.contains(.backtick) else { return nil }
    return Fence(mark: mark, length: length, hasInfo: !info.allSatisfy(\.isASCIISpace))
  }
}

/// Cuts bytes into lines at `\n`, `\r\n` and lone `\r`.
struct LineScanner {
  /// One line.
  struct Line {
    /// Without the line end.
    var content: Range<Int>
    /// Where the next line begins.
    var end: Int
  }

  let bytes: [UInt8]
  private(set) var index: Int
  let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.index = range.lowerBound
    self.end = range.upperBound
  }

  /// The next line; `nil` at the end.
  mutating func next() -> Line? {
    guard index < end else { return nil }
    let start = index
    return bytes.withUnsafeBufferPointer { bytes in
      var place = start
      while place < end, bytes[place] != .lineFeed, bytes[place] != .carriageReturn { place += 1 }
      let content = start..<place
      if place < end {
        let isPair =
          bytes[place] == .carriageReturn && place + 1 < end && bytes[place + 1] == .lineFeed
        place += isPair ? 2 : 1
      }
      index = place
      return Line(content: content, end: place)
    }
  }
}
