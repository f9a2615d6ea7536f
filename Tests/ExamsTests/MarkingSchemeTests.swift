import Testing

@testable import Exams

@Suite struct MarkingSchemeTests {
  @Test func certaintyPaysByTheTable() {
    let scheme = MarkingScheme(asksCertainty: true)
    func points(_ credit: Double?, _ certainty: Int?) -> Double {
      scheme.points(credit, type: .typed, certainty: certainty)
    }
    #expect([1, 2, 3].map { points(1, $0) } == [1, 2, 3])
    #expect([1, 2, 3].map { points(0, $0) } == [0, -2, -6])
    #expect(points(nil, 3) == 0)
    #expect(points(1, nil) == 1 && points(0, nil) == 0)
    // The best certainty changes at 2/3 and 4/5.
    func expected(_ p: Double, _ level: Int) -> Double {
      p * points(1, level) + (1 - p) * points(0, level)
    }
    #expect(abs(expected(2.0 / 3, 1) - expected(2.0 / 3, 2)) < 1e-12)
    #expect(abs(expected(4.0 / 5, 2) - expected(4.0 / 5, 3)) < 1e-12)
  }

  @Test func penaltiesAreForWrongChoicesOnly() {
    let scheme = MarkingScheme(penalty: 0.25)
    #expect(scheme.points(0, type: .choice, certainty: nil) == -0.25)
    #expect(scheme.points(0, type: .truth, certainty: nil) == -0.25)
    #expect(scheme.points(0, type: .typed, certainty: nil) == 0)
    #expect(scheme.points(nil, type: .choice, certainty: nil) == 0)
    #expect(scheme.points(0.5, type: .order, certainty: nil) == 0.5)
  }
}
