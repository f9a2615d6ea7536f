/// Tags there, apart by spaces, and here, apart by commas.
enum AnkiTags {
  /// The tags of a note of Anki's; the space that `joined` wrote is one again.
  static func split(_ tags: String) -> [String] {
    guard !tags.isEmpty else { return [] }
    return tags.split { $0 == " " || $0 == "\u{3000}" }.flatMap { tag in
      tag.split(separator: ",").map { String($0).replacing("\u{a0}", with: " ") }
    }
  }

  /// Tags as Anki keeps them: spaces within one do not part it, and quotation marks go.
  static func joined(_ tags: [String]) -> String {
    let kept = tags.map { tag in
      tag.replacing("\"", with: "").split(whereSeparator: \.isWhitespace).joined(
        separator: "\u{a0}")
    }.filter { !$0.isEmpty }
    return kept.isEmpty ? "" : " \(kept.joined(separator: " ")) "
  }
}
