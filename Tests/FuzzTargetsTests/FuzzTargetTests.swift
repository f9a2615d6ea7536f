import Files
import FuzzTargets
import Glibc
import Proving
import Testing

/// The inputs that a fuzzer once found, and a few thousand new ones.
@Suite struct FuzzTargetTests {
  private static let inputs =
    "/"
    + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/FuzzTargets/Inputs"

  /// The inputs that are kept for a target.
  private static func kept(_ target: FuzzTarget) throws -> [[UInt8]] {
    let folder = "\(inputs)/\(target.rawValue)"
    return try listFolder(folder).map { try readFile("\(folder)/\($0.name)").bytes }
  }

  @Test(arguments: FuzzTarget.allCases) func keptInputs(_ target: FuzzTarget) throws {
    let inputs = try FuzzTargetTests.kept(target)
    #expect(!inputs.isEmpty)
    for input in inputs { target.run(input) }
  }

  @Test(arguments: FuzzTarget.allCases) func mutatedInputs(_ target: FuzzTarget) throws {
    let inputs = try FuzzTargetTests.kept(target)
    let rounds = getenv("TRIPOS_THOROUGH") == nil ? 120 : 20_000
    var random = SplitMix64(seed: 17)
    for _ in 0..<rounds {
      guard var input = inputs.randomElement(using: &random) else { return }
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        mutate(&input, inputs, using: &random)
      }
      target.run(input)
    }
  }

  /// Changes an input as libFuzzer would: bits, bytes, pieces of itself and of others.
  private func mutate(
    _ input: inout [UInt8], _ others: [[UInt8]], using random: inout SplitMix64
  ) {
    let pieces: [[UInt8]] = [
      [0x1b, 0x5b], [0xe2, 0x80, 0xae], [0xff], [0x00], [0xcc, 0x81], Array("9999999999".utf8),
      Array("Q: ".utf8), Array("C: [".utf8), Array("---\n".utf8), Array("{\"v\":1".utf8),
      Array("\\u".utf8), Array("- ".utf8), [0x0d], [0x0a],
    ]
    guard let place = input.indices.randomElement(using: &random) else {
      input = pieces.randomElement(using: &random) ?? []
      return
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: input[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: input[place] = UInt8.random(in: 0...255, using: &random)
    case 2:
      let end = min(input.count, place + Int.random(in: 1...40, using: &random))
      input.removeSubrange(place..<end)
    case 3:
      let piece = pieces.randomElement(using: &random) ?? []
      input.insert(contentsOf: piece, at: place)
    case 4:
      let other = others.randomElement(using: &random) ?? []
      input.insert(contentsOf: other.prefix(200), at: place)
    case _:
      let end = min(input.count, place + Int.random(in: 1...40, using: &random))
      input.insert(contentsOf: input[place..<end], at: place)
    }
    if input.count > 1 << 14 { input.removeLast(input.count - 1 << 14) }
  }
}
