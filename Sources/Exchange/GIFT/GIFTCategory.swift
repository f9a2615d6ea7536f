import Decks

/// The path of a category: `Cold War/Divided Germany`; a slash within a name is doubled.
enum GIFTCategory {
  static func write(_ path: [String]) -> String {
    path.map { $0.replacing("/", with: "//") }.joined(separator: "/")
  }

  /// The names, without Moodle's own outermost ones.
  static func read(_ text: String) -> [String] {
    let parts = text.replacing("//", with: "\0").split(separator: "/")
      .map { $0.replacing("\0", with: "/").trimmed }
    return parts.filter { !$0.isEmpty && $0 != "top" && !($0.hasPrefix("$") && $0.hasSuffix("$")) }
  }
}
