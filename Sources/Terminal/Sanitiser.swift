/// Makes text from anywhere harmless to a terminal.
///
/// Control characters become visible (`^[`, `\u{9b}`), a tab a space, line and paragraph
/// separators line breaks; characters that turn the writing direction or have no width are dropped;
/// a letter keeps eight combining marks at most; after ten thousand cells the rest is left out.
/// What comes out holds no byte below 0x20 but the line break, and no escape sequence.
///
/// - Parameters:
///   - text: what to show.
///   - keepingLines: whether line breaks stay; otherwise they become spaces.
/// - Returns: the safe text.
package func sanitise(_ text: some StringProtocol, keepingLines: Bool) -> String {
  if text.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) && text.utf8.count <= longestField {
    return String(text)
  }
  var safe = String.UnicodeScalarView()
  var marks = 0
  var length = 0
  var previousWasReturn = false
  for scalar in text.unicodeScalars {
    let isLineFeedOfPair = previousWasReturn && scalar == "\n"
    previousWasReturn = scalar == "\r"
    if isLineFeedOfPair { continue }
    guard length < longestField else {
      safe.append("…")
      break
    }
    switch treatment(of: scalar) {
    case .keep:
      marks = 0
      safe.append(scalar)
    case .combine:
      marks += 1
      if marks > 8 { continue }
      safe.append(scalar)
    case .drop: continue
    case .space: safe.append(" ")
    case .breakLine: safe.append(keepingLines ? "\n" : " ")
    case .spell(let spelling): safe.append(contentsOf: spelling.unicodeScalars)
    }
    length += 1
  }
  return String(safe)
}

/// The characters of a field that are shown at most.
private let longestField = 10_000

private enum Treatment {
  case keep
  case combine
  case drop
  case space
  case breakLine
  case spell(String)
}

private func treatment(of scalar: Unicode.Scalar) -> Treatment {
  switch scalar.value {
  case 0x20...0x7e: return .keep
  case 0x09: return .space
  case 0x0a, 0x0d, 0x2028, 0x2029, 0x85: return .breakLine
  case 0x00..<0x20:
    return .spell("^" + String(Unicode.Scalar(UInt8(scalar.value + 0x40))))
  case 0x7f: return .spell("^?")
  case 0x80...0x9f: return .spell("\\u{" + String(scalar.value, radix: 16) + "}")
  // Marks and overrides of direction, and the isolates.
  case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: return .drop
  // No width: but the joiners stay, which letters and emoji need.
  case 0x00ad, 0x200b, 0x2060...0x2065, 0x206a...0x206f, 0xfeff, 0xfff9...0xfffb,
    0xe0000...0xe007f:
    return .drop
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return .combine
  case .control, .lineSeparator, .paragraphSeparator: return .drop
  default: return .keep
  }
}
