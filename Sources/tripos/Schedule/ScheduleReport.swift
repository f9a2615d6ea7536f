import JSON
import Memory

/// What `tripos schedule --json` prints: what the scheduler makes of each review.
func report(_ sequences: [ReplaySequence]) -> JSON {
  .object([
    .init("schema", .integer(1)),
    .init("sequences", .array(sequences.map(report))),
  ])
}

private func report(_ sequence: ReplaySequence) -> JSON {
  .object([
    .init("id", .string(sequence.id)),
    .init("reviews", .array(sequence.replayed().map(report))),
  ])
}

private func report(_ step: ReplaySequence.Step) -> JSON {
  let transition = step.transition
  return .object([
    .init("state", state(transition.phase)),
    .init("step", stepIndex(transition.phase)),
    .init("stability", .number(transition.memory.stability)),
    .init("difficulty", .number(transition.memory.difficulty)),
    .init("retrievability_before", .number(step.retrievabilityBefore)),
    .init("due_in_secs", .integer(transition.delay.seconds)),
    .init("due_days", days(transition.delay)),
    .init("buttons", .array(Rating.allCases.map { button(step.buttons[$0]) })),
  ])
}

private func button(_ transition: Transition) -> JSON {
  let delay: JSON.Member =
    switch transition.delay {
    case .seconds(let seconds): .init("secs", .integer(Int64(seconds)))
    case .days(let days): .init("days", .integer(Int64(days)))
    }
  return .object([
    .init("state", state(transition.phase)),
    delay,
    .init("stability", .number(transition.memory.stability)),
    .init("difficulty", .number(transition.memory.difficulty)),
  ])
}

private func state(_ phase: Schedule.Phase) -> JSON {
  switch phase {
  case .new: .string("new")
  case .learning: .string("learning")
  case .review: .string("review")
  case .relearning: .string("relearning")
  }
}

private func stepIndex(_ phase: Schedule.Phase) -> JSON {
  switch phase {
  case .learning(let step), .relearning(let step): .integer(Int64(step))
  case .new, .review: .null
  }
}

private func days(_ delay: Transition.Delay) -> JSON {
  switch delay {
  case .days(let days): .integer(Int64(days))
  case .seconds: .null
  }
}

extension Transition.Delay {
  /// The delay in seconds, a day being 24 hours.
  fileprivate var seconds: Int64 {
    switch self {
    case .seconds(let seconds): Int64(seconds)
    case .days(let days): Int64(days) * 86_400
    }
  }
}
