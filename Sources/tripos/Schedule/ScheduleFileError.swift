import Memory

/// What is wrong with a file of reviews, and at which value of it.
struct ScheduleFileError: Error, Hashable {
  /// The fault, without where it is.
  enum Problem: Hashable {
    /// A value that has to be there is not.
    case missing
    /// A value is not what stands in its place in such files, as `a list` or `a rating, 1–4`.
    case expected(String)
    /// The scheduler cannot work with a setting.
    case setting(SettingError)
    /// The time zone is not known here.
    case unknownZone(String)
  }

  /// The way to the value from the top of the document: `sequences[3].reviews[0].rating`.
  let path: String
  let problem: Problem
}
