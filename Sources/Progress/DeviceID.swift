/// The name of a device in the journals: four characters of lower-case base32, such as `k3fb`.
///
/// What is read may have one to eight letters and digits, so that journals made by hand are read.
package struct DeviceID: Hashable, Comparable, Sendable {
  /// The characters, the first in the highest byte, so that numbers order as texts do.
  let packed: UInt64

  /// The device called `text`; `nil` unless it has the form of a name.
  package init?(_ text: some Collection<UInt8>) {
    guard (1...8).contains(text.count), text.allSatisfy(DeviceID.isAllowed) else { return nil }
    var packed: UInt64 = 0
    var shift: UInt64 = 64
    for byte in text {
      shift -= 8
      packed |= UInt64(byte) << shift
    }
    self.packed = packed
  }

  /// The device called `text`; `nil` unless it has the form of a name.
  package init?(_ text: String) { self.init(text.utf8) }

  /// The name that 20 random bits stand for.
  ///
  /// - Parameter random: where the bits come from.
  package init(using random: inout some RandomNumberGenerator) {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var packed: UInt64 = 0
    for shift in [56, 48, 40, 32] as [UInt64] {
      packed |= UInt64(letters[Int(random.next() >> 59)]) << shift
    }
    self.packed = packed
  }

  /// No device, until one is read.
  static let none = DeviceID(packed: 0)

  private init(packed: UInt64) { self.packed = packed }

  /// The characters.
  package var text: String {
    let bytes = stride(from: 56, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: packed >> UInt64($0))
    }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  package static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

/// What names a record in all journals: the device that wrote it and that device's running count.
package struct RecordID: Hashable, Comparable, Sendable {
  /// The device that wrote it.
  package var device: DeviceID
  /// Counts up from 1 on each device.
  package var count: Int64

  package init(device: DeviceID, count: Int64) {
    self.device = device
    self.count = count
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.device == right.device ? left.count < right.count : left.device < right.device
  }
}
