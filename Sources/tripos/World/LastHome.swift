import Files
import Terminal

/// The home folder that was used last, so that nobody studies in another one by mistake.
extension App {
  private var lastHomeFile: String { home.state + "/home" }

  /// Says so where another home than the last one was found without being named.
  func sayWhichHome() {
    guard let bytes = try? readFile(lastHomeFile, limit: 4096).bytes else { return }
    let last = String(decoding: bytes, as: UTF8.self).trimmed
    guard !last.isEmpty, last != home.path else { return }
    switch home.reason {
    case .option, .variable: return
    case .nearest, .standard: break
    }
    let here = reviewCount(in: home.path)
    let there = reviewCount(in: last)
    world.messages.line(
      "Home: \(home.path) (\(count(here))). Last time: \(last) (\(count(there))); \("--home") goes on there."
    )
  }

  /// Notes the home for the next time.
  func rememberHome() {
    guard (try? makeFolder(home.state)) != nil else { return }
    _ = try? writeFile(lastHomeFile, Array((home.path + "\n").utf8))
  }

  private func count(_ reviews: Int) -> String { ReviewWording.count(reviews, "review") }

  /// The reviews that the journals of a home hold, by their lines.
  private func reviewCount(in home: String) -> Int {
    let folder = home + "/Progress"
    guard let entries = try? listFolder(folder) else { return 0 }
    return entries.map(\.name).filter { $0.hasPrefix("reviews-") && $0.hasSuffix(".jsonl") }.reduce(
      0
    ) { sum, name in
      guard let bytes = try? readFile("\(folder)/\(name)").bytes else { return sum }
      return sum
        + bytes.split(separator: 0x0a).count { line in
          line.count > 60 && String(decoding: line.prefix(60), as: UTF8.self).contains("\"review\"")
        }
    }
  }
}
