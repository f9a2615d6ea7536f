/// Keeps a spreadsheet from taking a text for a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end gets a quotation mark `'` before
/// it, which spreadsheets show as text (OWASP, CSV injection). A cell that begins with such marks and
/// one of those characters gets one more, so that taking one away gives back what was there.
enum Formula {
  /// The text, harmless.
  static func guarded(_ cell: String) -> String { isMarked(cell, least: 0) ? "'" + cell : cell }

  /// The text as it was before `guarded`.
  static func unguarded(_ cell: String) -> String {
    isMarked(cell, least: 1) ? String(cell.dropFirst()) : cell
  }

  private static func isMarked(_ cell: String, least: Int) -> Bool {
    let rest = cell.utf8.drop { $0 == UInt8(ascii: "'") }
    guard cell.utf8.count - rest.count >= least, let first = rest.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), .tab,
      .lineFeed, .return:
      return true
    case _: return false
    }
  }
}
