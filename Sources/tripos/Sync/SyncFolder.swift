import Files
import Glibc

/// What of a home is synced, and what stays on each computer.
struct SyncFolder {
  /// The folder of the repository: the home, or in a checkout of Tripos the progress alone.
  let path: String
  /// The folder of progress below it, with a slash at its end; empty where it is the same.
  let progress: String

  init(_ home: Home) {
    let isCheckout =
      access(home.path + "/Package.swift", F_OK) == 0
      && access(home.path + "/Sources/tripos", F_OK) == 0
    path = isCheckout ? home.progress : home.path
    progress = isCheckout ? "" : "Progress/"
  }

  /// What is synced even where git does not know it yet; all else only where it was added by hand.
  var parts: [String] {
    let names =
      progress.isEmpty
      ? ((try? listFolder(path)) ?? []).map(\.name).filter { $0 != ".git" && $0 != "README.md" }
      : ["Decks", "Progress", "tripos.toml", ".gitignore", ".gitattributes"]
    return names.filter { access("\(path)/\($0)", F_OK) == 0 && !isLocal($0) }
  }

  /// Whether a file belongs to one computer: what can be rebuilt, locks, backups, and what is
  /// being written.
  func isLocal(_ name: String) -> Bool {
    if name.hasPrefix("Backups/") || name == "Backups" { return true }
    let last = String(name.split(separator: "/").last ?? "")
    if last.hasPrefix("."), last.contains(".tripos-") { return true }
    guard let inner = progressName(name) else { return false }
    return inner.hasPrefix("progress.json") || inner == "lock"
  }

  /// The name below the folder of progress; `nil` for a file elsewhere.
  func progressName(_ name: String) -> String? {
    name.hasPrefix(progress) ? String(name.dropFirst(progress.count)) : nil
  }

  /// Whether a file is a journal, which is merged by its lines.
  func isJournal(_ name: String) -> Bool {
    guard let inner = progressName(name) else { return false }
    return inner.hasPrefix("reviews-") && inner.hasSuffix(".jsonl") && !inner.contains("/")
  }

  /// Whether a file is a sitting of an exam.
  func isSitting(_ name: String) -> Bool {
    guard let inner = progressName(name) else { return false }
    return inner.hasPrefix("exams/") && inner.hasSuffix(".json")
  }

  /// Writes what tells git, also when it is used by hand, what to leave alone and how to merge.
  ///
  /// Lines that are there stay; missing ones are added.
  func prepare() throws(FileError) {
    let place = "/\(progress)"
    try add(
      [
        "# Added by \"tripos sync\": what belongs to one computer only.",
        "\(place)progress.json*", "\(place)lock", ".*.tripos-*", "/Backups/",
      ] + (progress.isEmpty ? ["/README.md"] : []), to: ".gitignore")
    try add(
      [
        "# Added by \"tripos sync\": a journal never conflicts, whoever merges it.",
        "\(place)reviews-*.jsonl -text merge=union",
      ], to: ".gitattributes")
  }

  private func add(_ lines: [String], to name: String) throws(FileError) {
    let file = "\(path)/\(name)"
    let exists = FileIdentity(path: file) != nil
    let old = exists ? String(decoding: try readFile(file).bytes, as: UTF8.self) : ""
    let known = Set(old.split(whereSeparator: \.isNewline).map(String.init))
    let missing = lines.filter { !known.contains($0) }
    guard !missing.isEmpty else { return }
    let gap = old.isEmpty || old.hasSuffix("\n") ? "" : "\n"
    try writeFile(file, Array((old + gap + missing.joined(separator: "\n") + "\n").utf8))
  }
}
