/// Which lines stand in a code block.
///
/// A block that is never closed is no block: it ends at the next line that begins or ends a note,
/// so that a forgotten fence costs no other note anything.
struct FenceFinder {
  private let bytes: [UInt8]
  /// The inside and the closing line of the latest block.
  private var block = 0..<0
  /// Where a line that begins or ends a note stands between a fence and what would close it.
  private(set) var interruption: Int?
  /// Where the search for a closing fence of a mark and length last failed: it would fail again.
  private var failures: [UInt8: (length: Int, before: Int)] = [:]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the line that begins at `index` is inside a block, its closing line included.
  func holds(_ index: Int) -> Bool { block.contains(index) }

  /// Looks for the end of the block that an opening fence, if it is one, begins.
  mutating func opened(_ fence: DeckLine.Fence?, after start: Int) {
    block = start..<start
    guard let fence else { return }
    if let failure = failures[fence.mark], start < failure.before, fence.length >= failure.length {
      return
    }
    var lines = LineScanner(bytes, in: start..<bytes.count)
    while let next = lines.next() {
      switch DeckLine(bytes[next.content]) {
      case .fence(let other) where other.closes(fence):
        block = start..<next.end
        return
      case .question, .cloze, .separator:
        failures[fence.mark] = (fence.length, next.end)
        if isClosed(fence, after: next.end) { interruption = next.content.lowerBound }
        return
      case .answer, .heading, .fence, .text: continue
      }
    }
    failures[fence.mark] = (fence.length, bytes.count)
  }

  /// Whether the first fence after `start`, before the next note, would close a block.
  private func isClosed(_ fence: DeckLine.Fence, after start: Int) -> Bool {
    var lines = LineScanner(bytes, in: start..<bytes.count)
    while let next = lines.next() {
      switch DeckLine(bytes[next.content]) {
      case .fence(let other): return other.closes(fence)
      case .question, .cloze, .separator: return false
      case .answer, .heading, .text: continue
      }
    }
    return false
  }
}
