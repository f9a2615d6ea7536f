/// How like two cards are, 0–1: their prompts most, then their answers, then where they stand.
struct Likeness: Hashable {
  /// Of the prompts.
  let prompt: Double
  /// Of the answers; 1 where they are the same.
  let answer: Double
  /// What candidates are ranked by.
  let score: Double

  init(_ left: KnownCard, _ right: KnownCard) {
    prompt = Trigrams(left.prompt).likeness(to: Trigrams(right.prompt))
    let isSameAnswer = CardKey.isSame(left.answer, right.answer)
    answer = isSameAnswer ? 1 : Trigrams(left.answer).likeness(to: Trigrams(right.answer))
    let isNear = left.path == right.path && abs(left.place - right.place) <= 2
    let place =
      (left.path == right.path ? 0.03 : 0) + (left.section == right.section ? 0.03 : 0)
      + (isNear ? 0.04 : 0)
    score = 0.6 * prompt + 0.3 * answer + place
  }

  /// Whether one card may be the other after an edit: the prompt was changed and the answer kept,
  /// or one a little and the other not much.
  var isEnough: Bool {
    answer == 1 && prompt >= 0.45 || prompt >= 0.7 && answer >= 0.5 || prompt >= 0.9
  }
}

/// The runs of three letters of a text, which a typo changes few of.
private struct Trigrams {
  private let runs: [UInt32]

  init(_ text: String) {
    let scalars = Array(" \(foldedName(text)) ".unicodeScalars)
    var runs: [UInt32] = []
    runs.reserveCapacity(scalars.count)
    for index in scalars.indices.dropFirst(2) {
      let run = (scalars[index - 2].value &* 31 &+ scalars[index - 1].value) &* 31
      runs.append(run &+ scalars[index].value)
    }
    self.runs = runs.sorted()
  }

  /// Dice's coefficient of the two bags.
  func likeness(to other: Trigrams) -> Double {
    guard !runs.isEmpty, !other.runs.isEmpty else { return 0 }
    var (left, right, shared) = (0, 0, 0)
    while left < runs.count, right < other.runs.count {
      if runs[left] == other.runs[right] {
        shared += 1
        left += 1
        right += 1
      } else if runs[left] < other.runs[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return 2 * Double(shared) / Double(runs.count + other.runs.count)
  }
}

/// How like two texts are, 0–1: the share of their runs of three letters that they have in common,
/// whatever the case.
package func likeness(_ left: String, _ right: String) -> Double {
  Trigrams(left).likeness(to: Trigrams(right))
}
