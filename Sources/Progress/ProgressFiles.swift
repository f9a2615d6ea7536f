import Files

/// The files of a folder of progress that are worth keeping: all but the lock and hidden ones.
enum ProgressFiles {
  /// Their paths below the folder, sorted; those of `exams/` among them.
  ///
  /// - Throws: `FileError`.
  static func names(in folder: String) throws(FileError) -> [String] {
    var names: [String] = []
    for entry in try listFolder(folder) {
      switch entry.kind {
      case .file: names.append(entry.name)
      case .folder where entry.name == "exams":
        for inner in try listFolder("\(folder)/exams") where inner.kind == .file {
          names.append("exams/\(inner.name)")
        }
      case .folder, .other: break
      }
    }
    return names.filter(isOurs)
  }

  /// Whether a path below the folder is one of these, so that it leads nowhere else.
  static func isOurs(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlaced = parts.count == 1 && name != "lock" || parts.count == 2 && parts[0] == "exams"
    return isPlaced && !parts.contains { $0.isEmpty || $0.hasPrefix(".") } && !name.contains("\n")
  }
}
