/// How two dates lie in time.
package enum DateOrder: Hashable, Sendable {
  case before
  case after
  /// Both state the same time, as finely.
  case same
  /// They overlap, so that nobody can tell at the precision that is stated.
  case unknown
}

extension HistoricalDate {
  /// How this date lies to another: a partial order on what the two can mean.
  ///
  /// A date is before another where its last possible day is before the other's first. For ordering
  /// questions both ``DateOrder/same`` and ``DateOrder/unknown`` are ties, right either way: May 1945
  /// and 1945 cannot be put in order.
  package func order(to other: HistoricalDate) -> DateOrder {
    if form == other.form { return .same }
    let (first, last) = bounds
    let (otherFirst, otherLast) = other.bounds
    if let last, let otherFirst, last < otherFirst { return .before }
    if let first, let otherLast, otherLast < first { return .after }
    return .unknown
  }

  /// Whether all that another date can mean lies in what this one can mean.
  package func contains(_ other: HistoricalDate) -> Bool {
    let (first, last) = bounds
    let (otherFirst, otherLast) = other.bounds
    if let first {
      guard let otherFirst, first <= otherFirst else { return false }
    }
    if let last {
      guard let otherLast, otherLast <= last else { return false }
    }
    return true
  }
}
