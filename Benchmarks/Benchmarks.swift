import Glibc

/// Measures what Tripos promises about speed, and prints medians with their ratio to the promise.
///
/// Run with `make bench`. Nothing here is a test: a number depends on the machine and on what else
/// it does.
@main
enum Benchmarks {
  static func main() {
    let folder = "/tmp/tripos-bench-\(getpid())"
    mkdir(folder, 0o700)
    defer { removeTree(folder) }
    print("Median of several runs; below 1.00 the promise is kept.\n")
    // `benchmarks generation` measures that alone.
    if CommandLine.arguments.contains("generation") { return generation(folder) }
    inProcess()
    shippedDeck(folder + "/shipped")
    largeHome(folder + "/large")
    generation(folder)
    ankiPackages(folder, home: folder + "/large")
  }

  /// Prints a figure beside what was promised; smaller is better.
  static func report(_ what: String, _ value: Double, _ unit: String, promise: Double) {
    let ratio = value / promise
    let columns = [
      pad(what, 52), padLeft(format(value), 10), pad(unit, 4), padLeft(format(promise), 10),
      padLeft(format(ratio), 8),
    ]
    print(columns.joined(separator: " "))
  }

  /// The middle one of several measurements.
  static func median(_ runs: Int, _ measure: () -> Double) -> Double {
    let values = (0..<runs).map { _ in measure() }.sorted()
    return values[values.count / 2]
  }

  private static func format(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func padLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

/// Seconds on a clock that only goes forward.
func monotonic() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Removes a folder of ours with all that is in it.
func removeTree(_ path: String) {
  if let listing = opendir(path) {
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    closedir(listing)
    for name in names { removeTree(path + "/" + name) }
  }
  remove(path)
}
