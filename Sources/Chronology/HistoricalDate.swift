/// A date as history states it: a day, a month, a decade, "the mid-1960s", "from 1965 to 1968".
package struct HistoricalDate: Hashable, Sendable {
}

extension HistoricalDate {
  /// How finely a date is stated.
  package enum Precision: String, Hashable, Sendable, CaseIterable {
    case day
    case month
    case season
    case year
    case decade
    case century
    case millennium
    /// A range or a set: what is asked has several parts.
    case range
    case set
  }

  /// Reads a date that stands alone: English in the forms people write, or EDTF.
  ///
  /// Fails where any word is left over that a date does not have.
  package init?(_ text: String) { return nil }

  /// The canonical English form: `25 July 1969`, `mid-February 1983`, `44 BC`.
  package var english: String { "" }

  /// The EDTF form (ISO 8601-2): `1969-07-25`, `196X`, `1965/1968`.
  package var edtf: String { "" }

  /// How finely the date is stated.
  package var precision: Precision { .day }

  /// The first and last day that the date can mean; `nil` at an end that is open or unknown.
  package var bounds: (first: CivilDay?, last: CivilDay?) { (nil, nil) }
}
