import Decks
import Files
import Terminal

/// The home folder that was used last, so that nobody studies in another one by mistake.
extension App {
  private var lastHomeFile: String { home.state + "/home" }

  /// The home used last, where this one was not chosen on purpose and holds no deck.
  var lastHomeInstead: (path: String, reviews: Int)? {
    guard let last = lastHome, last != home.path else { return nil }
    switch home.reason {
    case .option, .variable: return nil
    case .nearest, .standard: return (last, reviewCount(in: last))
    }
  }

  /// Whether this home has no deck at all.
  var hasNoDeck: Bool {
    do {
      _ = try library()
    } catch let failure as Failure {
      if case .noDecks = failure.cause { return true }
    } catch {}
    return false
  }

  private var lastHome: String? {
    guard let bytes = try? readFile(lastHomeFile, limit: 4096).bytes else { return nil }
    let last = String(decoding: bytes, as: UTF8.self).trimmed
    return last.isEmpty ? nil : last
  }

  /// Says so where another home than the last one was found without being named.
  func sayWhichHome() {
    guard let last = lastHomeInstead else { return }
    let here = reviewCount(in: home.path)
    world.messages.line(
      "Home: \(world.short(home.path)) (\(count(here))). Last time: \(world.short(last.path)) (\(count(last.reviews))); \("tripos --home " + last.path) goes on there."
    )
    world.messages.flush()
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
