import Digest
import Files

/// This device's name, kept in a file and tied to the machine.
///
/// The file holds one line, the name and a digest of the machine's id: where the digest differs, a
/// home folder was copied to another machine, and two machines must not write under one name.
package enum Device {
  /// The device's name; a new one where there is none, or one of another machine.
  ///
  /// - Parameters:
  ///   - path: the file, made with the folders above it where a new name is needed.
  ///   - machine: the content of the machine's own id file; `nil` where it has none.
  ///   - taken: names that a new one must not be, such as those of the journals that are there.
  ///   - random: what a new name is drawn from.
  /// - Returns: the name.
  /// - Throws: `FileError` where the new name cannot be kept.
  package static func load(
    at path: String, machine: String?, avoiding taken: Set<DeviceID> = [],
    using random: inout some RandomNumberGenerator
  ) throws(FileError) -> DeviceID {
    if let device = stored(at: path, machine: machine) { return device }
    return try renew(at: path, machine: machine, avoiding: taken, using: &random)
  }

  /// The device's name as it is kept, for programs that only read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - machine: the content of the machine's own id file; `nil` where it has none.
  /// - Returns: the name; `nil` where there is none for this machine.
  package static func stored(at path: String, machine: String?) -> DeviceID? {
    guard let bytes = try? readFile(path, limit: 1 << 12).bytes else { return nil }
    let words = bytes.split { $0 == 0x20 || $0 == 0x0a }
    guard words.count == 2, words[0].count == 4, let device = DeviceID(words[0]),
      words[1].elementsEqual(digest(machine).utf8)
    else { return nil }
    return device
  }

  /// A new name, kept in place of the old one.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - machine: the content of the machine's own id file; `nil` where it has none.
  ///   - taken: names that the new one must not be.
  ///   - random: what it is drawn from.
  /// - Returns: the name.
  /// - Throws: `FileError` where it cannot be kept.
  package static func renew(
    at path: String, machine: String?, avoiding taken: Set<DeviceID>,
    using random: inout some RandomNumberGenerator
  ) throws(FileError) -> DeviceID {
    var device = DeviceID(using: &random)
    while taken.contains(device) { device = DeviceID(using: &random) }
    try makeFolder(parentFolder(of: path))
    try writeFile(path, Array("\(device.text) \(digest(machine))\n".utf8))
    return device
  }

  /// The devices that have a journal in a folder.
  ///
  /// - Parameter folder: the folder of progress.
  /// - Returns: their names; none where the folder cannot be listed.
  package static func devices(in folder: String) -> Set<DeviceID> {
    let names = (try? JournalReader.journals(in: folder)) ?? []
    return Set(
      names.compactMap { name in
        DeviceID(
          Array(name.utf8.dropFirst("reviews-".utf8.count).prefix { $0 != UInt8(ascii: ".") }))
      })
  }

  /// A machine's id, unreadable: the id itself is nobody's business (machine-id(5)).
  private static func digest(_ machine: String?) -> String {
    let text = "tripos " + (machine ?? "").filter { !$0.isWhitespace }
    return SHA256.hash(text.utf8).prefix(8).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
