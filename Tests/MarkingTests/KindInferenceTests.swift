import Decks
import Testing

@testable import Marking

@Suite struct KindInferenceTests {
  @Test(
    arguments: [
      ("When did it happen?", "1978", .date),
      ("How many students were there?", "1978", .number),
      ("How many rubles?", "12,300,333 rubles", .number),
      ("Between which years?", "1965-1968", .date),
      ("", "the 19th century", .date),
      ("", "turn of the 20th century", .date),
      ("", "first half of the 18th century", .date),
      ("", "two centuries", .number),
      ("", "1950 metres", .number),
      ("", "30 years", .number),
      ("", "1500 years", .number),
      ("Who announced it?", "Richard Nixon", .person),
      ("Which two negotiated?", "Henry Kissinger and Le Duc Tho", .list),
      ("Which goods?", "small arms, ammunition, clothing, tractors, and vehicles", .list),
      ("Which country?", "North Korea", .state),
      ("Which state is it?", "Bosnia and Herzegovina", .state),
      ("Where is the mausoleum?", "Bac Giang", .place),
      ("Why did it fail?", "nobody came", .cause),
      ("What did he say?", "\u{201c}Never.\u{201d}", .quotation),
      ("What is the reform called?", "Doi Moi", .term),
      ("What happened?", "it was rejected by the other parties at once", .text),
      ("Who attacked whom?", "Japan attacked the United States", .text),
    ] as [(String, String, CardKind)])
  func infers(question: String, answer: String, kind: CardKind) {
    #expect(Fixtures.marker.infer(Expected(answer: answer, question: question)) == kind)
  }

  @Test func theDecksActorsDecide() {
    let marker = Marker(actors: [Actor(name: "Mainichi", kind: .organisation, also: ["MS"])])
    #expect(marker.infer(Expected(answer: "MS", question: "Who asked?")) == .organisation)
  }
}
