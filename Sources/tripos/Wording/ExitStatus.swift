/// The exit codes, after BSD's sysexits; a wrong answer is never an error.
enum ExitStatus {
  static let success: Int32 = 0
  static let general: Int32 = 1
  /// `due --exit-code`: something is due.
  static let due: Int32 = 10
  static let usage: Int32 = 64
  static let badData: Int32 = 65
  static let noInput: Int32 = 66
  /// Another program or machine that is needed is not there.
  static let unavailable: Int32 = 69
  static let internalError: Int32 = 70
  static let cannotCreate: Int32 = 73
  static let ioError: Int32 = 74
  static let lockHeld: Int32 = 75
  static let noPermission: Int32 = 77
  static let badSettings: Int32 = 78
  static let interrupted: Int32 = 130
  static let brokenPipe: Int32 = 141

  /// Every code with what it means, in order.
  static let all: [(code: Int32, meaning: String)] = [
    (success, "All went well."),
    (general, "Something failed that no other code speaks of."),
    (due, "\"tripos due --exit-code\": something is due."),
    (usage, "The command line is wrong: an unknown word, flag or card."),
    (badData, "A deck, the progress or another file has an error."),
    (noInput, "A file or folder is not there, or there is no deck."),
    (unavailable, "Another program or machine that is needed is not there."),
    (internalError, "A mistake in Tripos itself, or no memory left."),
    (cannotCreate, "A file or folder cannot be made."),
    (ioError, "Reading or writing failed: a full disk, for example."),
    (lockHeld, "Another session is open in this home."),
    (noPermission, "Reading or writing there is not allowed."),
    (badSettings, "tripos.toml cannot be used: \"tripos settings --check\" says where."),
    (interrupted, "Ended by Ctrl-C."),
    (brokenPipe, "Whoever read the output left."),
  ]
}
