import Glibc
import Testing

/// Students who study the shipped deck for thirty days, in a terminal of 80 by 24.
@Suite struct StudentTests {
  /// Three, or as many as `TRIPOS_STUDENTS` says, or the one that `TRIPOS_STUDENT` names.
  private static let seeds: ClosedRange<UInt64> = {
    if let one = number("TRIPOS_STUDENT") { return one...one }
    return 1...max(1, number("TRIPOS_STUDENTS") ?? 3)
  }()

  private static func number(_ variable: String) -> UInt64? {
    getenv(variable).flatMap { UInt64(String(cString: $0)) }
  }

  @Test(arguments: seeds)
  func everythingHoldsForThirtyDays(_ seed: UInt64) throws {
    let student = try SimulatedStudent(seed: seed)
    try student.study(days: 30)
    #expect(student.complaints.sorted() == [])
    print(
      "seed \(seed): \(student.rightAnswers) right, \(student.deeds.sorted { $0.key < $1.key })")
  }
}
