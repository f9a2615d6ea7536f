import Memory
import Terminal

/// The table that `tripos schedule` prints for people.
enum ScheduleWording {
  /// A line a review: what was remembered, what became of the card, when it is due.
  static func lines(_ sequences: [ReplaySequence]) -> [SafeText] {
    var lines: [SafeText] = []
    for sequence in sequences {
      lines.append("\(sequence.id)")
      lines.append("  recall  stability  difficulty  state       due in     again/hard/good/easy")
      for step in sequence.replayed() {
        let memory = step.transition.memory
        let columns = [
          padded(percent(step.retrievabilityBefore), toWidth: 6, onLeft: true),
          padded(decimals(memory.stability), toWidth: 9, onLeft: true),
          padded(decimals(memory.difficulty), toWidth: 10, onLeft: true),
          padded(name(step.transition.phase), toWidth: 10),
          padded(length(step.transition.delay), toWidth: 9),
          Rating.allCases.map { length(step.buttons[$0].delay) }.joined(separator: " "),
        ]
        lines.append("  \(columns.joined(separator: "  "))")
      }
    }
    return lines
  }

  private static func name(_ phase: Schedule.Phase) -> String {
    switch phase {
    case .new: "new"
    case .learning: "learning"
    case .review: "review"
    case .relearning: "relearning"
    }
  }

  private static func length(_ delay: Transition.Delay) -> String {
    switch delay {
    case .seconds(let seconds) where seconds < 3600: "\((seconds + 30) / 60)m"
    case .seconds(let seconds): "\((seconds + 1800) / 3600)h"
    case .days(let days): "\(days)d"
    }
  }

  private static func percent(_ chance: Double) -> String {
    "\(Int((chance * 100).rounded()))%"
  }
}

/// A number with two decimals.
func decimals(_ number: Double) -> String {
  let hundredths = (number * 100).rounded()
  guard hundredths.magnitude < 1e15 else { return "\(number)" }
  let whole = Int(hundredths)
  let rest = abs(whole % 100)
  return "\(whole < 0 && whole > -100 ? "-" : "")\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
}
