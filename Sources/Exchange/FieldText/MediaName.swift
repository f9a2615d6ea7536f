import Digest

/// The name that a media file has beside a deck.
package enum MediaName {
  /// A name that is safe in every folder and in Markdown, the same for the same name.
  ///
  /// Names of letters, digits, `.`, `-` and `_` stay; of others the strange characters become `_`,
  /// and eight characters of a digest keep them apart.
  package static func safe(_ name: String) -> String {
    let allowed = name.unicodeScalars.allSatisfy(isAllowed)
    if allowed, name.utf8.count <= 120, !name.isEmpty, !name.hasPrefix("."), !name.hasPrefix("-") {
      return name
    }
    let digest = Base32.encode(SHA256.hash(name.utf8).prefix(5))
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let suffix = parts.count > 1 ? String(parts[parts.count - 1].prefix(8)) : ""
    let stem = parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
    let kept = String.UnicodeScalarView(
      stem.unicodeScalars.prefix(60).map { isAllowed($0) && $0 != "." ? $0 : "_" })
    let ending = suffix.unicodeScalars.allSatisfy(isAllowed) && !suffix.isEmpty ? ".\(suffix)" : ""
    return "\(String(kept))-\(digest)\(ending)"
  }

  /// Whether files of this name are heard, not seen.
  package static func isSound(_ name: String) -> Bool {
    let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return [
      "mp3", "ogg", "oga", "opus", "wav", "flac", "m4a", "aac", "mp4", "mkv", "webm", "mov", "avi",
      "3gp", "mpg", "mpeg", "flv", "spx",
    ].contains(suffix)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
    case _: false
    }
  }
}
