import JSON
import Memory

/// What the text in a card's `data` says: memory, desired retention, last review.
struct CardData: Hashable {
  var memory: MemoryState?
  /// In seconds since 1970 (UTC).
  var lastReview: Int64?

  /// Reads it; what cannot be read says nothing.
  init(_ text: String) {
    guard text.utf8.count > 2, let data = try? JSON.parse(Array(text.utf8)) else { return }
    if let stability = data["s"]?.double, let difficulty = data["d"]?.double, stability > 0 {
      memory = MemoryState(stability: stability, difficulty: difficulty)
    }
    lastReview = data["lrt"]?.int64
  }

  /// The text for a card.
  ///
  /// - Parameters:
  ///   - schedule: where it stands.
  ///   - position: its place among the new cards.
  ///   - scheduler: whose settings go with the memory.
  /// - Returns: the text.
  static func text(_ schedule: Schedule, position: Int, _ scheduler: Scheduler) -> String {
    guard let memory = schedule.memory else { return #"{"pos":\#(position)}"# }
    let decay = scheduler.parameters.last ?? 0
    return
      #"{"pos":\#(position),"s":\#(rounded(memory.stability, 10_000)),"#
      + #""d":\#(rounded(memory.difficulty, 1000)),"dr":\#(rounded(scheduler.desiredRetention, 100)),"#
      + #""decay":\#(rounded(decay, 1000)),"lrt":\#(schedule.lastSecond)}"#
  }

  /// Whether a memory is another one as Anki rounds it.
  ///
  /// Stability has four decimals there, difficulty three, and numbers seven figures.
  static func isSame(_ left: MemoryState?, _ right: MemoryState?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    let scale = max(left.stability, right.stability)
    return abs(left.stability - right.stability) <= 0.000_051 + scale * 2e-7
      && abs(left.difficulty - right.difficulty) <= 0.000_51
  }

  private static func rounded(_ value: Double, _ parts: Double) -> Double {
    (value * parts).rounded() / parts
  }
}
