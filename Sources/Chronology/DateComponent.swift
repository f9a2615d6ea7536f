/// What a date is made of, from coarse to fine: the words for saying what is right or wrong in it.
package enum DateComponent: Int, Hashable, Comparable, Sendable, CaseIterable {
  case era
  case millennium
  case century
  case decade
  case year
  case season
  case month
  case day
  /// Early, mid, late, a half, the turn.
  case part
  case weekday
  /// Old or New Style.
  case style
  /// The first end of a range.
  case start
  /// The last end of a range.
  case end
  /// Before, after, since or until.
  case relation

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
