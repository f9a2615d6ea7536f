/// Text within Moodle's GIFT format, in which `~ = # { } :` and the backslash mean something.
package enum GIFTText {
  /// The text without meaning as GIFT; a line end is `\n`.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", "~", "=", "#", "{", "}", ":": escaped += "\\\(character)"
      case "\n", "\r\n", "\r": escaped += "\\n"
      case _: escaped.append(character)
      }
    }
    return escaped
  }

  /// The text that was escaped: `\n` is a line end, a backslash before anything else that means
  /// nothing stays.
  static func unescaped(_ text: Substring) -> String {
    var plain = ""
    var rest = text
    while let backslash = rest.firstIndex(of: "\\") {
      plain += rest[..<backslash]
      rest = rest[rest.index(after: backslash)...]
      guard let next = rest.first else { return plain + "\\" }
      switch next {
      case "\\", "~", "=", "#", "{", "}", ":": plain.append(rest.removeFirst())
      case "n":
        rest.removeFirst()
        plain += "\n"
      case _: plain += "\\"
      }
    }
    return plain + rest
  }
}

extension Substring {
  /// Where one of some characters stands without a backslash before it.
  func firstUnescaped(where matches: (Character) -> Bool) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index] == "\\" {
        index = self.index(after: index)
        if index == endIndex { return nil }
      } else if matches(self[index]) {
        return index
      }
      index = self.index(after: index)
    }
    return nil
  }

  /// The parts between unescaped occurrences of a character.
  func splitUnescaped(at mark: Character) -> [Substring] {
    var parts: [Substring] = []
    var rest = self
    while let place = rest.firstUnescaped(where: { $0 == mark }) {
      parts.append(rest[..<place])
      rest = rest[rest.index(after: place)...]
    }
    return parts + [rest]
  }

  /// Without white space at either end; a space that a backslash protects is not white space.
  var outerTrimmed: Substring {
    var text = drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
