/// UTF-8 text in which every byte knows the bytes of the source that it stands for.
///
/// Texts are made from one another by copying slices and by replacing stretches, and the places
/// come along: a ligature in the source becomes two letters that both point at it, a line break a
/// space that points at the break.
package struct MappedText: Hashable, Sendable {
  /// The text.
  package private(set) var bytes: [UInt8]
  private var runs: [Run]

  /// A stretch of the text and the stretch of the source it stands for.
  ///
  /// Stretches of the same length are mapped byte by byte, others as a whole.
  private struct Run: Hashable, Sendable {
    let start: Int
    var length: Int
    let source: Int
    var sourceLength: Int

    var isLinear: Bool { length == sourceLength }
    var end: Int { start + length }
  }

  package init() {
    bytes = []
    runs = []
  }

  /// A text that is its own source, from an offset on.
  package init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = offset == 0 ? bytes : Array(bytes[offset...])
    let length = self.bytes.count
    runs = length == 0 ? [] : [Run(start: 0, length: length, source: offset, sourceLength: length)]
  }

  /// The text as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package var count: Int { bytes.count }

  package var isEmpty: Bool { bytes.isEmpty }

  /// Where a stretch of the text comes from, from the first byte it stands for to the last.
  ///
  /// What was left out in between is part of it. An empty range gives the place where it stands.
  package func source(of range: Range<Int>) -> Range<Int> {
    guard !runs.isEmpty else { return 0..<0 }
    let lower = place(range.lowerBound)
    guard range.upperBound > range.lowerBound else { return lower.lowerBound..<lower.lowerBound }
    // What is read from two columns may end before it begins.
    let upper = place(range.upperBound - 1)
    return min(lower.lowerBound, upper.lowerBound)..<max(lower.upperBound, upper.upperBound)
  }

  /// The source bytes of the byte at an index; the end of the source where the index is the end.
  private func place(_ index: Int) -> Range<Int> {
    let run = runs[self.run(at: index)]
    guard index < run.end else {
      let end = run.source + run.sourceLength
      return end..<end
    }
    guard run.isLinear else { return run.source..<run.source + run.sourceLength }
    let source = run.source + index - run.start
    return source..<source + 1
  }

  /// The last run that starts at an index or before it.
  private func run(at index: Int) -> Int {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if runs[middle].start <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// Appends a stretch of another text with its places.
  package mutating func append(_ range: Range<Int>, of other: MappedText) {
    guard !range.isEmpty else { return }
    var index = other.run(at: range.lowerBound)
    while index < other.runs.count, other.runs[index].start < range.upperBound {
      let run = other.runs[index]
      let (start, end) = (max(run.start, range.lowerBound), min(run.end, range.upperBound))
      let source =
        run.isLinear
        ? (run.source + start - run.start)..<(run.source + end - run.start)
        : run.source..<run.source + run.sourceLength
      append(other.bytes[start..<end], for: source)
      index += 1
    }
  }

  /// Appends bytes that stand for a stretch of the source.
  package mutating func append(_ added: some Collection<UInt8>, for source: Range<Int>) {
    let length = added.count
    guard length > 0 else { return }
    let start = bytes.count
    bytes.append(contentsOf: added)
    if let last = runs.last, last.isLinear, length == source.count,
      last.source + last.sourceLength == source.lowerBound
    {
      runs[runs.count - 1].length += length
      runs[runs.count - 1].sourceLength += length
    } else {
      runs.append(
        Run(start: start, length: length, source: source.lowerBound, sourceLength: source.count))
    }
  }

  /// Appends bytes in the place of a stretch of another text.
  package mutating func append(
    _ added: some Collection<UInt8>, insteadOf range: Range<Int>, of other: MappedText
  ) {
    append(added, for: other.source(of: range))
  }

  /// The text without white space at its ends.
  package func trimmed() -> MappedText {
    var (low, high) = (0, bytes.count)
    while low < high, bytes[low].isASCIISpace { low += 1 }
    while high > low, bytes[high - 1].isASCIISpace { high -= 1 }
    guard high - low < bytes.count else { return self }
    var result = MappedText()
    result.append(low..<high, of: self)
    return result
  }
}

extension MappedText {
  /// The text with spaces in some places, so that everything else stays where it is.
  func blanked(_ ranges: [Range<Int>]) -> MappedText {
    guard !ranges.isEmpty else { return self }
    var result = MappedText()
    var kept = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= kept
    {
      result.append(kept..<range.lowerBound, of: self)
      result.append(
        [UInt8](repeating: 0x20, count: range.count), insteadOf: range, of: self)
      kept = range.upperBound
    }
    result.append(kept..<count, of: self)
    return result
  }
}
