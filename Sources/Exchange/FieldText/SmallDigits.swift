/// Raised and lowered digits and signs that Unicode has characters for.
enum SmallDigits {
  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "n": "ⁿ", "i": "ⁱ",
  ]

  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "+": "₊", "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎",
  ]

  /// The text in raised characters; `nil` where one is missing.
  static func superscript(_ text: String) -> String? { mapped(text, raised) }

  /// The text in lowered characters; `nil` where one is missing.
  static func subscripted(_ text: String) -> String? { mapped(text, lowered) }

  private static func mapped(_ text: String, _ table: [Character: Character]) -> String? {
    var mapped = ""
    for character in text {
      guard let small = table[character] else { return nil }
      mapped.append(small)
    }
    return mapped
  }
}
