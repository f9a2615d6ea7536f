import Glibc
import Testing

/// Students who study the shipped deck for thirty days, in a terminal of 80 by 24.
@Suite struct StudentTests {
  /// Three, or as many as `TRIPOS_STUDENTS` says.
  private static let seeds: ClosedRange<UInt64> =
    1...(getenv("TRIPOS_STUDENTS").flatMap { UInt64(String(cString: $0)) } ?? 3)

  @Test(arguments: seeds)
  func everythingHoldsForThirtyDays(_ seed: UInt64) throws {
    let student = try SimulatedStudent(seed: seed)
    try student.study(days: 30)
    #expect(student.complaints.sorted() == [])
    print("seed \(seed): \(student.rightAnswers) right, \(student.deeds.sorted { $0.key < $1.key })")
  }
}
