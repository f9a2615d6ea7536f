import Testing

@testable import Exchange

@Suite struct FormulaTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-5", "'-5"), ("@home", "'@home"), ("\tx", "'\tx"),
    ("\rx", "'\rx"), ("'=x", "''=x"), ("''-", "'''-"), ("1950", "1950"), ("'tis", "'tis"),
    ("", ""), ("'", "'"), ("a=b", "a=b"),
  ])
  func marksWhatASpreadsheetWouldCompute(_ cell: String, _ guarded: String) {
    #expect(Formula.guarded(cell) == guarded)
    #expect(Formula.unguarded(guarded) == cell)
  }
}
