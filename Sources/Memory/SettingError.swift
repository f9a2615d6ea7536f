/// A setting that the scheduler cannot work with: which, what it was, and what it may be.
package enum SettingError: Error, Hashable, Sendable {
  /// There are neither 21 parameters (FSRS-6) nor 19 (FSRS-5) nor 17 (FSRS-4.5).
  case parameterCount(Int)
  /// Parameter w`index` is not finite or out of its bounds.
  case parameter(index: Int, value: Double, bounds: ClosedRange<Double>)
  /// The retention is not above 0 and below 1.
  case desiredRetention(Double)
  /// A learning step, counted from 0, is out of bounds; both in seconds.
  case learningStep(index: Int, seconds: Int, bounds: ClosedRange<Int>)
  /// A relearning step, counted from 0, is out of bounds; both in seconds.
  case relearningStep(index: Int, seconds: Int, bounds: ClosedRange<Int>)
  /// The maximum interval is out of bounds; both in days.
  case maximumInterval(Int, bounds: ClosedRange<Int>)
}
