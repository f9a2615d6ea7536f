import Digest
import Files
import Glibc

/// The folders that Tripos works with.
struct Home: Hashable, Sendable {
  /// Why a folder was chosen as the home.
  enum Reason: Hashable, Sendable {
    case option
    case variable
    /// The nearest folder at or above the current one that looks like a home.
    case nearest
    case standard
  }

  /// The home folder.
  let path: String
  let reason: Reason
  /// The user's own settings, over which the home's go.
  let userSettings: String
  /// Caches; deleting them changes nothing.
  let cache: String
  /// The device id and the history of commands.
  let state: String

  /// Where the decks lie.
  var decks: String { path + "/Decks" }
  /// Where progress is kept.
  var progress: String { path + "/Progress" }
  /// Where backups of the progress are kept.
  var backups: String { path + "/Backups" }
  /// Where the backups are kept that are made without being asked for.
  var automaticBackups: String { backups + "/Automatic" }
  /// The home's settings.
  var settings: String { path + "/tripos.toml" }

  /// The file of a cache, one for each home.
  func cacheFile(_ name: String) -> String {
    "\(cache)/\(String(Fingerprint(path).bits, radix: 36))/\(name)"
  }

  /// Finds the home.
  ///
  /// - Parameters:
  ///   - option: what `--home` says.
  ///   - folder: the current folder, absolute.
  ///   - environment: looks a variable up.
  init(option: String?, folder: String, environment: (String) -> String?) {
    let user = environment("HOME") ?? folder
    // The specification has relative values ignored.
    func base(_ name: String, _ standard: String) -> String {
      let value = environment(name) ?? ""
      return value.hasPrefix("/") ? value : "\(user)/\(standard)"
    }
    if let option {
      (self.path, self.reason) = (Home.absolute(option, in: folder), .option)
    } else if let variable = environment("TRIPOS_HOME") {
      (self.path, self.reason) = (Home.absolute(variable, in: folder), .variable)
    } else if let nearest = Home.nearest(to: folder) {
      (self.path, self.reason) = (nearest, .nearest)
    } else {
      (self.path, self.reason) = (base("XDG_DATA_HOME", ".local/share") + "/tripos", .standard)
    }
    self.userSettings = base("XDG_CONFIG_HOME", ".config") + "/tripos/tripos.toml"
    self.cache = base("XDG_CACHE_HOME", ".cache") + "/tripos"
    self.state = base("XDG_STATE_HOME", ".local/state") + "/tripos"
  }

  private static func absolute(_ path: String, in folder: String) -> String {
    var whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    while whole.count > 1 && whole.hasSuffix("/") { whole.removeLast() }
    return whole
  }

  private static func nearest(to folder: String) -> String? {
    var parts = folder.split(separator: "/")
    while true {
      let candidate = "/" + parts.joined(separator: "/")
      if isHome(candidate) { return candidate }
      if parts.isEmpty { return nil }
      parts.removeLast()
    }
  }

  /// A folder with `tripos.toml`, or with a `Decks` that holds decks and no Swift sources.
  private static func isHome(_ folder: String) -> Bool {
    if access(folder + "/tripos.toml", F_OK) == 0 { return true }
    guard let listing = opendir(folder + "/Decks") else { return false }
    defer { closedir(listing) }
    var holdsDeck = false
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".swift") { return false }
      if name.hasSuffix(".md") { holdsDeck = true }
    }
    return holdsDeck
  }
}
