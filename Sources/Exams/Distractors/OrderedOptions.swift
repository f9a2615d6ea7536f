/// Chooses options that have an order, such as dates and numbers, so that the right one's place
/// among them is as likely to be any.
///
/// - Parameters:
///   - count: how many distractors are wanted; fewer are taken where there are too few, down to 2.
///   - candidates: what may be chosen, the better first.
///   - draw: where the right one's place comes from.
///   - isBefore: whether a candidate comes before the right one; `nil` where that is open.
///   - accepts: whether a candidate goes with those chosen so far; asked as late as possible.
/// - Returns: the candidates before and after the right one; `nil` where fewer than 2 fit.
func chooseAround<Candidate>(
  _ count: Int, of candidates: [Candidate], using draw: inout SeededDraw,
  isBefore: (Candidate) -> Bool?, accepts: (Candidate, [Candidate]) -> Bool
) -> (before: [Candidate], after: [Candidate])? {
  var lower: [Candidate] = []
  var upper: [Candidate] = []
  for candidate in candidates {
    switch isBefore(candidate) {
    case true?: lower.append(candidate)
    case false?: upper.append(candidate)
    case nil: break
    }
  }
  func take(_ wanted: Int, from pool: [Candidate], beside others: [Candidate]) -> [Candidate] {
    var taken: [Candidate] = []
    for candidate in pool where taken.count < wanted {
      if accepts(candidate, others + taken) { taken.append(candidate) }
    }
    return taken
  }
  for wanted in stride(from: count, through: 2, by: -1) {
    for below in draw.shuffled(Array(0...wanted)) {
      guard lower.count >= below, upper.count >= wanted - below else { continue }
      let before = take(below, from: lower, beside: [])
      guard before.count == below else { continue }
      let after = take(wanted - below, from: upper, beside: before)
      if after.count == wanted - below { return (before, after) }
    }
  }
  return nil
}
