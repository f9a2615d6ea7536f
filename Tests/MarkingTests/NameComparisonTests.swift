import Testing

@testable import Marking

@Suite struct NameComparisonTests {
  private func agreement(_ expected: String, _ typed: String) -> NameAgreement? {
    guard let mine = PersonName(Folded(expected).words),
      let other = PersonName(Folded(typed).words, familyFirst: mine.isFamilyFirst)
    else { return nil }
    return mine.agreement(with: other)
  }

  @Test(
    arguments: [
      ("Kim Il Sung", "KIM IL-SUNG", .same(slips: 0)),
      ("Kim Il Sung", "kim ilsung", .same(slips: 0)),
      ("Kim Il Sung", "Kim Il-song", .same(slips: 0)),
      ("Deng Xiaoping", "Teng Hsiao-p'ing", .same(slips: 0)),
      ("Deng Xiaoping", "Xiaoping Deng", .same(slips: 0)),
      ("Ho Chi Minh", "Ho Chi Min", .same(slips: 1)),
      ("Kim Jong Il", "Kim Yong Il", .different),
      ("Kim Yong Il", "Kim Yong", .part),
      ("Kim Yong Nam", "Kim", .familyName(slips: 0)),
      ("Winston Churchill", "Churchill, Winston", .same(slips: 0)),
      ("Winston Churchill", "W. Churchill", .same(slips: 0)),
      ("Winston Churchill", "Randolph Churchill", .otherGivenName),
      ("Winston Churchill", "Churchill", .familyName(slips: 0)),
      ("Winston Churchill", "Winston", .part),
      ("John F. Kennedy", "John Fitzgerald Kennedy", .same(slips: 0)),
      ("George W. Bush", "George H. W. Bush", .otherGivenName),
      ("Leon Trotsky", "Leon Trotskij", .same(slips: 0)),
      ("Charles de Gaulle", "de Gaulle", .familyName(slips: 0)),
      ("Nicholas II", "Nikolai II", .same(slips: 0)),
      ("Nicholas II", "Nicholas I", .numberDiffers),
      ("Nicholas II", "Nicholas", .numberMissing),
      ("Henry VIII", "King Henry the Eighth", .same(slips: 0)),
      ("Alexander the Great", "Alexander", .numberMissing),
      ("Catherine of Aragon", "Catherine of Braganza", .different),
      ("Napoleon", "Napoleon III", .numberDiffers),
      ("Alexander the Great", "Alexander Fleming", .different),
      ("Michelangelo", "Michelangelo Caravaggio", .fuller),
      ("Yuri Gagarin", "Juri Gagarin", .same(slips: 0)),
    ] as [(String, String, NameAgreement)])
  func compares(expected: String, typed: String, agreement: NameAgreement) {
    #expect(self.agreement(expected, typed) == agreement)
  }
}
