/// What the scheduler is told about an answer: FSRS's four grades.
package enum Rating: Int, CaseIterable, Hashable, Sendable {
  case again = 1
  case hard
  case good
  case easy
}
