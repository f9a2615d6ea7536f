extension SyncFailure {
  var sentence: String {
    switch self {
    case .gitMissing: "git is not installed, and syncing works by it."
    case .noRemote(let folder): "\(folder) is not shared with another device yet."
    case .unreachable(let remote, let message): "\(remote) does not answer: \(message)."
    case .refused(let remote, let message): "\(remote) lets nobody in: \(message)."
    case .noRepository(let remote): "there is no repository at \(remote)."
    case .unfinished(let folder, let what): "a \(what) by hand is not finished in \(folder)."
    case .detached(let folder): "no branch is checked out in \(folder)."
    case .overtaken(let remote): "other devices were faster each time to send to \(remote)."
    case .badPath(let path): "the other side holds a path that is not used here: \"\(path)\"."
    case .git(let command, let message): "git \(command) fails: \(message)."
    }
  }

  var mend: String? {
    switch self {
    case .gitMissing:
      "Install it (sudo apt install git), or carry the answers: \"tripos merge FOLDER\"."
    case .noRemote:
      "Make an empty repository that all your devices reach, and name it once: \"tripos sync --remote URL\"."
    case .unreachable:
      "Your answers are safe here; \"tripos sync\" sends them when you are online."
    case .refused:
      "Your answers are safe here. \"git fetch\" in that folder shows what is asked for."
    case .noRepository:
      "Make an empty one there, or name another: \"tripos sync --remote URL\". Your answers are safe here."
    case .unfinished(let folder, let what):
      "Look with \"git -C \(folder) status\"; \"git -C \(folder) \(what) --abort\" takes it back."
    case .detached(let folder): "\"git -C \(folder) switch main\" goes to one."
    case .overtaken: "Your answers are safe here. Try again in a moment."
    case .badPath: "Nothing was taken. Remove it there, and sync again."
    case .git: "Your answers are safe here; the words after the colon are git's own."
    }
  }

  var exitCode: Int32 {
    switch self {
    case .noRemote: ExitStatus.usage
    case .unfinished, .detached, .badPath: ExitStatus.badData
    case .gitMissing, .unreachable: ExitStatus.unavailable
    case .refused: ExitStatus.noPermission
    case .noRepository: ExitStatus.noInput
    case .overtaken: ExitStatus.lockHeld
    case .git: ExitStatus.ioError
    }
  }
}
