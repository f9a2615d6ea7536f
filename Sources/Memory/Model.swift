import Glibc

/// FSRS-6: how stability and difficulty move with each review, and how recall fades between them.
///
/// The formulas are those of py-fsrs and fsrs-rs, in double precision, with w for the parameters, S
/// for stability, D for difficulty, R for retrievability and G for the rating, 1–4. What depends on
/// the parameters alone is worked out once, here; what is left for a review is two or three powers.
package struct Model: Hashable, Sendable {
  private let initial: PerRating<MemoryState>
  private let difficulty: DifficultyTerms
  private let growth: GrowthTerms
  private let lapse: LapseTerms
  private let sameDay: SameDayTerms
  /// `-w20`, and the factor that makes retrievability 0.9 when a card's stability has passed.
  private let decay: Double
  private let factor: Double

  package init(_ parameters: Parameters) {
    let w = parameters.values
    func initialDifficulty(_ rating: Rating) -> Double {
      w[4] - exp(w[5] * Double(rating.rawValue - 1)) + 1
    }
    initial = PerRating { rating in
      MemoryState(
        stability: w[rating.rawValue - 1], difficulty: initialDifficulty(rating)
      ).withinBounds
    }
    difficulty = DifficultyTerms(
      change: PerRating { rating in -w[6] * Double(rating.rawValue - 3) / 9 },
      kept: 1 - w[7], pull: w[7] * initialDifficulty(.easy))
    growth = GrowthTerms(
      scale: exp(w[8]), stabilityPower: -w[9], forgetting: w[10], hard: w[15], easy: w[16])
    lapse = LapseTerms(
      scale: w[11], difficultyPower: -w[12], stabilityPower: w[13], forgetting: w[14],
      ceiling: exp(-w[17] * w[18]))
    sameDay = SameDayTerms(
      factor: PerRating { rating in exp(w[17] * (Double(rating.rawValue - 3) + w[18])) },
      stabilityPower: -w[19])
    decay = -w[20]
    factor = pow(0.9, 1 / decay) - 1
  }
}

extension Model {
  /// The chance of recall, 0–1, `days` after a review that left the card with `stability`.
  ///
  /// R = (1 + factor · days / S)^−w20
  package func retrievability(days: Double, stability: Double) -> Double {
    days > 0 ? pow(1 + factor * days / stability, decay) : 1
  }

  /// How many days it takes a card of stability 1 to fade to a chance of recall above 0, below 1.
  ///
  /// Intervals are in proportion to stability. The result may be infinite.
  package func intervalPerStability(retention: Double) -> Double {
    (pow(retention, 1 / decay) - 1) / factor
  }

  /// The memory after a review.
  ///
  /// - Parameters:
  ///   - memory: the memory before it, `nil` on the first review.
  ///   - rating: what the answer was rated.
  ///   - elapsedDays: whole days since the review before; below 1 is the same day.
  /// - Returns: finite numbers within their bounds, whatever the memory before.
  package func next(_ memory: MemoryState?, rating: Rating, elapsedDays: Int) -> MemoryState {
    switch rating {
    case .again: forgotten(memory, elapsedDays: elapsedDays)
    case .hard: recalled(memory, elapsedDays: elapsedDays).hard
    case .good: recalled(memory, elapsedDays: elapsedDays).good
    case .easy: recalled(memory, elapsedDays: elapsedDays).easy
    }
  }

  /// The memory after a review rated again; parameters as for `next`.
  func forgotten(_ memory: MemoryState?, elapsedDays: Int) -> MemoryState {
    guard let memory = memory?.withinBounds else { return initial.again }
    let stability: Double
    if elapsedDays < 1 {
      stability = memory.stability * sameDay.factor.again * sameDay.gain(memory)
    } else {
      let recall = retrievability(days: Double(elapsedDays), stability: memory.stability)
      stability = min(
        lapse.stability(memory, retrievability: recall), memory.stability * lapse.ceiling)
    }
    return MemoryState(
      stability: stability, difficulty: difficulty.next(memory.difficulty, .again)
    ).withinBounds
  }

  /// The memories after a review rated hard, good or easy, which share most of their work.
  ///
  /// Parameters as for `next`.
  func recalled(
    _ memory: MemoryState?, elapsedDays: Int
  ) -> (hard: MemoryState, good: MemoryState, easy: MemoryState) {
    guard let memory = memory?.withinBounds else {
      return (initial.hard, initial.good, initial.easy)
    }
    let hard: Double
    let good: Double
    let easy: Double
    if elapsedDays < 1 {
      let gain = sameDay.gain(memory)
      hard = max(1, sameDay.factor.hard * gain)
      good = max(1, sameDay.factor.good * gain)
      easy = max(1, sameDay.factor.easy * gain)
    } else {
      let recall = retrievability(days: Double(elapsedDays), stability: memory.stability)
      let gain = growth.gain(memory, retrievability: recall)
      hard = 1 + gain * growth.hard
      good = 1 + gain
      easy = 1 + gain * growth.easy
    }
    func grown(_ increase: Double, _ rating: Rating) -> MemoryState {
      MemoryState(
        stability: memory.stability * increase,
        difficulty: difficulty.next(memory.difficulty, rating)
      ).withinBounds
    }
    return (grown(hard, .hard), grown(good, .good), grown(easy, .easy))
  }
}

/// How difficulty moves: by the rating, less near 10, and back towards that of an easy card.
///
/// D' = w7 · D0(easy) + (1 − w7) · (D − w6 · (G − 3) · (10 − D) / 9)
private struct DifficultyTerms: Hashable {
  let change: PerRating<Double>
  let kept: Double
  let pull: Double

  func next(_ difficulty: Double, _ rating: Rating) -> Double {
    pull + kept * (difficulty + change[rating] * (10 - difficulty))
  }
}

/// How stability grows when a card is recalled on a later day.
///
/// S' = S · (1 + e^w8 · (11 − D) · S^−w9 · (e^(w10 · (1 − R)) − 1) · (w15 if hard, w16 if easy))
private struct GrowthTerms: Hashable {
  let scale: Double
  let stabilityPower: Double
  let forgetting: Double
  let hard: Double
  let easy: Double

  func gain(_ memory: MemoryState, retrievability: Double) -> Double {
    scale * (11 - memory.difficulty) * pow(memory.stability, stabilityPower)
      * (exp(forgetting * (1 - retrievability)) - 1)
  }
}

/// What is left of stability when a card is forgotten on a later day.
///
/// S' = min(w11 · D^−w12 · ((S + 1)^w13 − 1) · e^(w14 · (1 − R)), S / e^(w17 · w18))
private struct LapseTerms: Hashable {
  let scale: Double
  let difficultyPower: Double
  let stabilityPower: Double
  let forgetting: Double
  let ceiling: Double

  func stability(_ memory: MemoryState, retrievability: Double) -> Double {
    scale * pow(memory.difficulty, difficultyPower)
      * (pow(memory.stability + 1, stabilityPower) - 1)
      * exp(forgetting * (1 - retrievability))
  }
}

/// How stability moves when a card is reviewed again on the same day.
///
/// S' = S · e^(w17 · (G − 3 + w18)) · S^−w19, and no less than S unless forgotten
private struct SameDayTerms: Hashable {
  let factor: PerRating<Double>
  let stabilityPower: Double

  func gain(_ memory: MemoryState) -> Double { pow(memory.stability, stabilityPower) }
}
