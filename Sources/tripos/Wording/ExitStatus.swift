/// The exit codes, after BSD's sysexits; a wrong answer is never an error.
enum ExitStatus {
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
}
