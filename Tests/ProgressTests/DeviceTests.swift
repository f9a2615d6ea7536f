import Files
import Proving
import Testing

@testable import Progress

@Suite struct DeviceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func keepsItsName() throws {
    var random = SplitMix64(seed: 1)
    let path = "\(folder.path)/state/tripos/device"
    let device = try Device.load(at: path, machine: "abc\n", using: &random)
    #expect(device.text.count == 4)
    #expect(try Device.load(at: path, machine: "abc", using: &random) == device)
    #expect(Device.stored(at: path, machine: "abc") == device)
    #expect(!String(decoding: folder.read("state/tripos/device"), as: UTF8.self).contains("abc"))
  }

  @Test func takesANewNameOnAnotherMachine() throws {
    var random = SplitMix64(seed: 1)
    let path = "\(folder.path)/device"
    let device = try Device.load(at: path, machine: "abc", using: &random)
    #expect(Device.stored(at: path, machine: nil) == nil)
    let other = try Device.load(at: path, machine: "xyz", using: &random)
    #expect(other != device)
    #expect(try Device.load(at: path, machine: "xyz", using: &random) == other)
  }

  @Test(arguments: ["", "k3fb", "k3fb\n", "k3fb 0123456789abcdef\n", "\0\0\0\0", "k 3 f b"])
  func takesANewNameWhereTheFileIsDamaged(_ text: String) throws {
    var random = SplitMix64(seed: 1)
    folder.write("device", Array(text.utf8))
    let device = try Device.load(at: "\(folder.path)/device", machine: "abc", using: &random)
    #expect(Device.stored(at: "\(folder.path)/device", machine: "abc") == device)
  }

  @Test func avoidsNamesThatAreTaken() throws {
    var random = SplitMix64(seed: 1)
    let first = DeviceID(using: &random)
    folder.write("reviews-\(first.text).jsonl", [])
    folder.write("reviews-bbbb.sync-conflict-1.jsonl", [])
    folder.write("reviews-.jsonl", [])
    let taken = Device.devices(in: folder.path)
    #expect(taken == [first, deviceB])
    random = SplitMix64(seed: 1)
    let device = try Device.load(
      at: "\(folder.path)/device", machine: nil, avoiding: taken, using: &random)
    #expect(device != first)
  }
}

@Suite struct DeviceIDTests {
  @Test(arguments: ["a", "k3fb", "A1b2C3d4"])
  func readsNames(_ text: String) { #expect(DeviceID(text)?.text == text) }

  @Test(arguments: ["", "k3f-", "k 3f", "123456789", "é", "a\0"])
  func rejectsOthers(_ text: String) { #expect(DeviceID(text) == nil) }

  @Test func ordersAsText() {
    let names = ["a", "aa", "aaab", "ab", "b", "zzzz"]
    #expect(names.compactMap { DeviceID($0) }.sorted().map(\.text) == names)
  }

  @Test func drawsEveryLetter() {
    var random = SplitMix64(seed: 3)
    let drawn = (0..<500).map { _ in DeviceID(using: &random).text }.joined()
    #expect(String(Set(drawn).sorted()) == "234567abcdefghijklmnopqrstuvwxyz")
  }
}
