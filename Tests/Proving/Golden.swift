import Glibc

/// A generator with a seed, for property tests: SplitMix64 (Steele, Lea and Flood, 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { self.state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}

/// Compares text with a golden file beside the test, in `__Snapshots__/<TestFile>/<name>.txt`.
///
/// A missing file is recorded and the comparison fails, so that a new golden file is looked at;
/// `TRIPOS_RECORD=1` records all, and fails too.
///
/// - Returns: `nil` where they agree, else what to say.
public func differenceFromGolden(
  _ text: String, name: String, file: String = #filePath
) -> String? {
  let folder = file.split(separator: "/").dropLast().joined(separator: "/")
  let stem = file.split(separator: "/").last.map { $0.dropLast(6) } ?? "test"
  let parent = "/\(folder)/__Snapshots__"
  let path = "\(parent)/\(stem)/\(name).txt"
  let recorded = contents(of: path)
  if recorded == text { return nil }
  if recorded == nil || getenv("TRIPOS_RECORD") != nil {
    mkdir(parent, 0o755)
    mkdir("\(parent)/\(stem)", 0o755)
    guard let stream = fopen(path, "w") else { return "cannot write \(path)" }
    fputs(text, stream)
    fclose(stream)
    return "recorded \(path): read it, then run the test again"
  }
  return difference(from: recorded ?? "", to: text)
}

/// The text of a file, or `nil` where it cannot be read.
public func contents(of path: String) -> String? {
  guard let stream = fopen(path, "r") else { return nil }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var byte = getc(stream)
  while byte != EOF {
    bytes.append(UInt8(truncatingIfNeeded: byte))
    byte = getc(stream)
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func difference(from old: String, to new: String) -> String {
  let before = old.split(separator: "\n", omittingEmptySubsequences: false)
  let after = new.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for change in after.difference(from: before) {
    switch change {
    case .remove(let offset, let element, _): lines.append("- \(offset + 1): \(element)")
    case .insert(let offset, let element, _): lines.append("+ \(offset + 1): \(element)")
    }
  }
  return lines.joined(separator: "\n")
}
