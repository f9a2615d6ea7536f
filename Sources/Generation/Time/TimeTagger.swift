import Chronology

/// Finds every expression of time in a text and says which date it means.
package struct TimeTagger {
  private let text: SourceText
  private let readers: [TokenReader]
  private let isEarly: Bool
  private let isScholarly: Bool
  private var narrative = Narrative()
  private var expressions: [TimeExpression] = []

  /// All expressions of time, in the order of the text.
  package static func expressions(in text: SourceText) -> [TimeExpression] {
    var tagger = TimeTagger(text)
    for index in text.blocks.indices { tagger.read(index) }
    return tagger.expressions
  }

  private init(_ text: SourceText) {
    self.text = text
    readers = text.blocks.map { TokenReader($0.content.bytes) }
    isEarly = readers.contains(where: TimeTagger.speaksOfEarlyTimes)
    isScholarly = readers.reduce(0) { $0 + TimeTagger.citations(in: $1) } >= 2
  }

  /// How often a block says "et al.".
  private static func citations(in reader: TokenReader) -> Int {
    reader.tokens.indices.count { reader.isWord("al", $0) && reader.isWord("et", $0 - 1) }
  }

  /// Whether a block names an era with a number, or a century before the eleventh.
  private static func speaksOfEarlyTimes(_ reader: TokenReader) -> Bool {
    for index in reader.tokens.indices {
      if reader.era(index) != nil { return true }
      if case .ordinal(let value) = reader.kind(index), value <= 10,
        reader.unit(index + 1)?.unit == .century
      {
        return true
      }
    }
    return false
  }

  private mutating func read(_ index: Int) {
    let block = text.blocks[index]
    if case .heading = block.kind { narrative.reset() }
    narrative.block = index
    let reader = readers[index]
    let years = YearContext(reader: reader, isEarly: isEarly, isScholarly: isScholarly)
    let scan = BlockScan(block, reader: reader, years: years)
    let isQuotation = block.kind == .quotation
    var position = 0
    while position < scan.reader.tokens.count {
      guard let found = scan.expression(at: position) else {
        position += 1
        continue
      }
      position = max(position + 1, found.tokens.upperBound)
      guard !scan.isTitle(found.tokens) else { continue }
      add(found, scan, block: index, isQuoted: isQuotation || scan.isQuoted(found.tokens))
    }
  }

  private mutating func add(
    _ found: BlockScan.Found, _ scan: BlockScan, block: Int, isQuoted: Bool
  ) {
    let surroundings = scan.surroundings(of: found)
    var date: HistoricalDate?
    var kind: TimeExpression.Kind
    var anchor: Int?
    switch found.meaning {
    case .date(let stated):
      kind = stated.isAbsolute ? .absolute : .relative
      let completed = narrative.completed(surroundings.isCirca ? stated.approximate : stated)
      date = completed.date
      if date == nil, stated.isAbsolute { return }
      if !stated.isAbsolute, completed.periods.contains(where: \.hasWrongWeekday) { date = nil }
      if date != nil, !stated.isAbsolute { anchor = narrative.anchor?.index }
      narrative.note(completed)
    case .relative(.shift(let shift)):
      kind = .relative
      date = narrative.date(at: shift)
      if date != nil { anchor = narrative.anchor?.index }
    case .relative(.unresolved): kind = .relative
    case .relative(.vague): kind = .vague
    case .relative(.duration): kind = .duration
    }
    if kind == .absolute, narrative.publication == nil, block < 4,
      scan.isPublication(surroundings.phrase), case .single(let period)? = date?.form
    {
      narrative.publication = period.unit
    }
    if let date, !isQuoted, surroundings.isAnchor {
      narrative.move(to: date, index: expressions.count)
    }
    expressions.append(
      TimeExpression(
        block: block, range: scan.bytes(of: surroundings.tokens),
        phrase: scan.bytes(of: surroundings.phrase), kind: kind, date: date,
        relation: surroundings.relation, role: surroundings.role, anchor: anchor,
        isQuoted: isQuoted))
  }
}

extension StatedDate {
  /// The date with every period approximate.
  fileprivate var approximate: StatedDate {
    var date = self
    date.periods = periods.map { period in
      var period = period
      period.partial.isCirca = true
      return period
    }
    return date
  }
}
