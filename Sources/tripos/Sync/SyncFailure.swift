/// Why progress could not be brought to or from the other devices.
enum SyncFailure: Error {
  case gitMissing
  /// Nobody said so far where the other devices find it.
  case noRemote(folder: String)
  /// The network or the other machine does not answer.
  case unreachable(remote: String, message: String)
  /// It answers and lets nobody in.
  case refused(remote: String, message: String)
  /// It answers, and there is no repository.
  case noRepository(remote: String)
  /// A merge, a rebase or the like was begun by hand and not ended.
  case unfinished(folder: String, what: String)
  /// No branch is checked out.
  case detached(folder: String)
  /// Other devices sent something each time before this one could.
  case overtaken(remote: String)
  /// What was fetched holds a path that leads out of the folder.
  case badPath(String)
  case git(command: String, message: String)
}
