import Files
import Glibc
import Testing

/// Devices that share a repository on this machine.
final class SyncedDevices {
  let homes: [TemporaryHome]
  /// The bare repository.
  let hub: String
  private var typed = 0

  /// Whether this machine can run these tests at all.
  static let hasGit = access("/usr/bin/git", X_OK) == 0

  init(_ count: Int) throws {
    homes = try (0..<count).map { _ in try MoonDeck.home() }
    hub = homes[0].root + "/hub.git"
    for home in homes {
      let result = try home.run(["sync", "--remote", hub] + evening)
      #expect(result.code == 0, "\(result.messages)")
    }
  }

  /// Studies on a device; each answer differs from all others.
  ///
  /// - Returns: what was typed.
  @discardableResult
  func study(_ device: Int, answers: Int = 1, minute: Int = 0) throws -> [String] {
    let lines = (0..<answers).map { "zz\(device)x\(typed + $0)" }
    typed += answers
    let now = "2026-11-25T20:\(minute < 10 ? "0" : "")\(minute % 60):00Z"
    let result = try homes[device].run(
      ["review", "--now", now], input: lines.joined(separator: "\n") + "\n")
    #expect(result.code == 0, "\(result.messages)")
    let kept = Set(homes[device].journal().compactMap(\.given))
    return lines.filter { kept.contains($0) }
  }

  @discardableResult
  func sync(_ device: Int) throws -> PipeSession.Result {
    try homes[device].run(["sync"] + evening)
  }

  /// Runs git in a home.
  @discardableResult
  func git(_ device: Int, _ arguments: [String], in folder: String? = nil) throws
    -> PipeSession.Result
  {
    let home = homes[device]
    let session = try PipeSession(
      "/usr/bin/git",
      ["-C", folder ?? home.folder, "-c", "user.name=t", "-c", "user.email=t@localhost"]
        + arguments, environment: home.environment, folder: home.folder)
    session.closeInput()
    return try session.finish()
  }

  /// Expects that all devices say the same, and hold the same files.
  func expectAllTheSame(_ answers: [String], sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let first = try files(homes[0])
    let state = try states(of: homes[0].progress)
    for home in homes {
      #expect(try files(home) == first, sourceLocation: sourceLocation)
      #expect(try states(of: home.progress) == state, sourceLocation: sourceLocation)
      try expectSnapshotAsRebuilt(home)
      let given = home.journal().compactMap(\.given)
      for answer in answers {
        #expect(given.contains(answer), "\(answer)", sourceLocation: sourceLocation)
      }
    }
  }

  /// All synced files with their content.
  private func files(_ home: TemporaryHome) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for folder in [home.decks, home.progress] {
      for entry in try listFolder(folder)
      where entry.kind == .file && entry.name != "lock" && !entry.name.hasPrefix("progress.json") {
        files[entry.name] = try readFile("\(folder)/\(entry.name)").bytes
      }
    }
    return files
  }
}
