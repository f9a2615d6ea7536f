import Chronology
import Digest
import Files
import JSON

/// What another program knows of a learner's answers, as the journal of a device of its own.
///
/// It comes into a folder of progress by one atomic write, so that all of it is there or nothing.
/// The device's name is drawn from what the records say: the same records, brought in on two
/// machines that later merge, are the same lines of the same journal, and count once.
package struct ForeignJournal: Sendable {
  /// The lines, with a device still to be named and without checksums.
  private var bytes: [UInt8] = []
  /// Where each line begins.
  private var starts: [Int] = []

  package init() {}

  /// How many records there are.
  package var count: Int { starts.count }

  /// Adds a record; later ones count later where their instants are the same.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - at: when.
  ///   - zone: the local time's offset from UTC, in minutes.
  ///   - day: the study day.
  package mutating func add(_ event: Event, at: Instant, zone: Int, day: CivilDay) {
    starts.append(bytes.count)
    bytes += ForeignJournal.head
    bytes.appendJSONName("n")
    bytes.appendJSON(Int64(starts.count))
    bytes.append(event, at: at, zone: zone, day: day)
  }

  /// Writes the journal into a folder of progress, under its lock; nothing where it is empty.
  ///
  /// - Parameter folder: the folder, made where it is missing.
  /// - Returns: the device that the journal is of; `nil` where there was nothing to write.
  /// - Throws: `ProgressError`; nothing is written then.
  @discardableResult
  package func write(into folder: String) throws(ProgressError) -> DeviceID? {
    guard !starts.isEmpty, let device else { return nil }
    let (lock, _) = try Store.lock(folder)
    defer { withExtendedLifetime(lock) {} }
    do throws(FileError) {
      try writeFile("\(folder)/\(JournalReader.journal(of: device))", lines(of: device))
    } catch {
      throw error.isReadOnly ? .readOnly(error) : .unreadable(error)
    }
    return device
  }

  private static let name = Array("00000000".utf8)
  private static let head = Array(#"{"v":1,"dev":""#.utf8) + name + Array(#"""#.utf8)

  /// `A` and 35 bits of what the records say; this computer's own names have four characters.
  private var device: DeviceID? {
    let bits = bytes.withUnsafeBytes { Fingerprint(of: $0) }.bits
    let digits = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
    return DeviceID("A\(Base32.encode(digits).prefix(7))")
  }

  private func lines(of device: DeviceID) -> [UInt8] {
    let name = Array(device.text.utf8)
    let place = ForeignJournal.head.count - 1 - name.count
    var whole: [UInt8] = []
    whole.reserveCapacity(bytes.count + starts.count * 20)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      let written = whole.count
      whole += bytes[start..<start + place]
      whole += name
      whole += bytes[start + place + name.count..<end]
      let checksum = whole.withUnsafeBytes {
        CRC32.checksum(UnsafeRawBufferPointer(rebasing: $0[written...]))
      }
      whole.appendJSONName("crc")
      whole.appendJSON(hexadecimal(checksum))
      whole += [UInt8(ascii: "}"), UInt8(ascii: "\n")]
    }
    return whole
  }
}
