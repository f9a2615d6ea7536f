import Testing

@testable import Exams

@Suite struct ReplyTests {
  private let choice = Task.choice(
    stem: "?", options: ["Anna Bell", "Carl", "1912"].map { AnswerOption($0) }, key: 0)
  private let order = Task.order(
    (0..<4).map { DatedEvent(phrase: "\($0)", date: "190\($0)", card: "\($0)") })
  private let match = Task.match(
    Matching(
      subject: .persons, left: ["p", "q", "r"], right: ["w", "x", "y", "z"], key: [0, 1, 2],
      cards: ["p", "q", "r"]))

  private func read(_ text: String, _ task: Task) -> Result<Reply, ReplyProblem> {
    do throws(ReplyProblem) {
      return .success(try Reply.read(text, for: task))
    } catch {
      return .failure(error)
    }
  }

  @Test func optionsByLetterNumberOrText() {
    #expect(read("b", choice) == .success(.option(1)))
    #expect(read(" B) ", choice) == .success(.option(1)))
    #expect(read("3", choice) == .success(.option(2)))
    #expect(read("anna bell", choice) == .success(.option(0)))
    #expect(read("1912", choice) == .success(.option(2)))
    #expect(read("d", choice) == .failure(.unknownOption("d", count: 3)))
    #expect(read("  ", choice) == .failure(.empty))
  }

  @Test func trueOrFalse() {
    let truth = Task.truth(Statement(form: .sentence("So."), isTrue: true))
    #expect(read("T", truth) == .success(.truth(true)))
    #expect(read("false", truth) == .success(.truth(false)))
    #expect(read("maybe", truth) == .failure(.notTrueOrFalse))
  }

  @Test func ordersAreCompleteOrAskedAgain() {
    #expect(read("bdac", order) == .success(.order([1, 3, 0, 2])))
    #expect(read("b, d < a c", order) == .success(.order([1, 3, 0, 2])))
    #expect(read("2 4 1 3", order) == .success(.order([1, 3, 0, 2])))
    #expect(read("b d a", order) == .failure(.missing(["c"])))
    #expect(read("b d a b", order) == .failure(.repeated("b")))
    #expect(read("b d a e", order) == .failure(.unknownOption("e", count: 4)))
  }

  @Test func pairsInAnyForm() {
    #expect(read("1c 2a 3b", match) == .success(.match([2, 0, 1])))
    #expect(read("3-b, 1=c", match) == .success(.match([2, nil, 1])))
    #expect(read("c a b", match) == .success(.match([2, 0, 1])))
    #expect(read("cab", match) == .success(.match([2, 0, 1])))
    #expect(read("c - b", match) == .success(.match([2, nil, 1])))
    #expect(read("c a", match) == .failure(.tooFew(given: 2, asked: 3)))
    #expect(read("1c 2c", match) == .failure(.repeated("c")))
    #expect(read("4a", match) == .failure(.badPair("4a")))
    #expect(read("1", match) == .failure(.badPair("1")))
    #expect(read("1a 1b", match) == .failure(.repeated("1")))
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func anyTextIsReadOrRefused(seed: UInt64) {
    var draw = SeededDraw(seed: seed)
    let alphabet = Array("abcdef1234567890 -=,.:éあ\u{0}\n\u{202e}👩‍👩‍👧")
    let text = String((0..<draw.below(40)).map { _ in alphabet[draw.below(alphabet.count)] })
    for task in [choice, order, match, .typed] { _ = read(text, task) }
  }
}
