/// Why a file of the language models cannot be used.
package enum ModelError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The system refuses to read the file; `errno` says why.
  case unreadable(path: String, errno: Int32)
  /// The file does not begin as a model file does.
  case notAModel(path: String)
  /// The file was made for another version of the program.
  case version(path: String, found: Int, expected: Int)
  /// The file holds another model than its name says.
  case otherModel(path: String)
  /// Bytes are missing or were changed.
  case damaged(path: String)

  /// The file in question.
  package var path: String {
    switch self {
    case .missing(let path), .unreadable(let path, _), .notAModel(let path),
      .version(let path, _, _), .otherModel(let path), .damaged(let path):
      path
    }
  }
}
