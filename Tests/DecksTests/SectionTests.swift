import Testing

@testable import Decks

private let sections = deck("# War\n## Aid\n## Trade and aid\n# Peace\n## Aid\n# 1986").sections

@Test(
  arguments: [
    ("1", .found(1)), ("peace", .found(4)), ("tra", .found(3)), ("and aid", .found(3)),
    ("aid", .ambiguous([2, 5])), ("war / AID", .found(2)), ("Peace/aid", .found(5)),
    ("1986", .found(6)), ("7", .unknown), ("", .unknown), ("xyz", .unknown), ("p", .found(4)),
  ] as [(String, [Section].Lookup)])
func sectionsAreFound(name: String, expected: [Section].Lookup) {
  #expect(sections.find(name) == expected)
}
