import Glibc

/// Where the data lies that ships with the program: `../share/tripos` beside it, else the `Data` of
/// the build tree.
enum DataFolder {
  /// The folder; `nil` where neither is there.
  static let path: String? = {
    guard let program = programPath() else { return nil }
    var parts = program.split(separator: "/").dropLast()
    let installed = "/" + (parts.dropLast() + ["share", "tripos"]).joined(separator: "/")
    // Below ~/.local it is a folder of decks and answers too, which may be all that is there.
    if access(installed + "/states.tsv", F_OK) == 0 { return installed }
    while !parts.isEmpty {
      if parts.last == ".build" {
        let built = "/" + (parts.dropLast() + ["Data"]).joined(separator: "/")
        return isFolder(built) ? built : nil
      }
      parts.removeLast()
    }
    return nil
  }()

  private static func programPath() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
