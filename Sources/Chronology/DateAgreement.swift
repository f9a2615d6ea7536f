/// How a typed date stands to the expected one: the facts that a mark and its reason rest on.
///
/// Components are listed from coarse to fine.
package enum DateAgreement: Hashable, Sendable {
  /// The same meaning at the same precision, whatever the form; reserves ("about") do not count.
  case same
  /// Nothing is wrong, but something that is asked was not said.
  case coarser(right: [DateComponent], missing: [DateComponent])
  /// Nothing is wrong, but more was said than is known.
  case finer(right: [DateComponent], extra: [DateComponent])
  /// Of a range, only this end was said (``DateComponent/start`` or ``DateComponent/end``), rightly.
  case oneEnd(DateComponent)
  /// Of a set, these members were not said; the others are right.
  case incomplete(missing: [Period])
  /// Several dates were said, and only some of them are right.
  case hedging
  /// The two have time in common, but one is no coarser or finer way to say the other: a year
  /// inside a range, the late 19th century for the turn of the 20th.
  case overlapping
  /// Something is wrong.
  case contradicting(wrong: [DateComponent], right: [DateComponent])
}

extension DateAgreement {
  /// Whether nothing that was said is wrong.
  package var isConsistent: Bool {
    switch self {
    case .same, .coarser, .finer, .oneEnd, .incomplete: true
    case .hedging, .overlapping, .contradicting: false
    }
  }

  /// How near the typed date is, for choosing among readings; less is nearer.
  private var distance: Int {
    switch self {
    case .same: 0
    case .finer: 1
    case .coarser(_, let missing): 1 + missing.count
    case .oneEnd, .incomplete: 2
    case .hedging: 20
    case .overlapping: 30
    case .contradicting(let wrong, let right): 40 + 10 * wrong.count - right.count
    }
  }

  /// The nearest of several agreements; the first of equally near ones.
  static func nearest(_ agreements: [DateAgreement]) -> DateAgreement? {
    var nearest: DateAgreement?
    for agreement in agreements
    where nearest.map({ agreement.distance < $0.distance }) ?? true { nearest = agreement }
    return nearest
  }
}
