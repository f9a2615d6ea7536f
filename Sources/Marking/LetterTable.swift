/// The plain Latin letters that a letter stands for when diacritics do not count.
///
/// Latin letters follow Unicode's compatibility decomposition, with the usual spelling of the
/// letters that have none (ø, ł, đ, ß, þ); Cyrillic and Greek follow the common English
/// romanisations, so that a name may be typed in its own script.
enum LetterTable {
  /// The lower-case ASCII letters for a scalar above U+007F.
  ///
  /// Returns `nil` for a letter without an entry, and an empty string for one that is silent.
  static func latin(_ scalar: Unicode.Scalar) -> String? {
    let value = Int(scalar.value)
    switch value {
    case 0xc0...0x24f: return entry(latin1[value - 0xc0])
    case 0x1e00...0x1eff: return entry(additional[value - 0x1e00])
    case 0x391...0x3a9: return entry(greek[value - 0x391])
    case 0x3b1...0x3c9: return entry(greek[value - 0x3b1])
    case 0x410...0x42f: return silentOr(cyrillic[value - 0x410])
    case 0x430...0x44f: return silentOr(cyrillic[value - 0x430])
    case 0x401, 0x451: return "e"
    case 0x404, 0x454: return "ye"
    case 0x406, 0x456, 0x407, 0x457: return "i"
    case 0x490, 0x491: return "g"
    default: return nil
    }
  }

  private static func entry(_ text: Substring) -> String? { text == "." ? nil : String(text) }

  private static func silentOr(_ text: Substring) -> String? { text == "." ? "" : String(text) }

  private static let latin1 = split(
    """
    a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th ss a a a a a a ae c e e e e \
    i i i i d n o o o o o . o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e \
    e e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l . . l l n n n n \
    n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u \
    w w y y y z z z z z z s . . . . . . . . . . . . . . e a . . . . . . . . . . . . . . . . o o \
    . . . . . . . . . . . . . u u . . . . . . . . . . . . . . . . . . . dz dz dz lj lj lj nj nj \
    nj a a i i o o u u u u u u u u u u e a a a a . . . . g g k k o o o o . . j dz dz dz g g . . \
    n n a a . . . . a a a a e e e e i i i i o o o o r r r r u u u u s s t t . . h h . . . . . . \
    a a e e o o o o o o o o y y . . . . . . . . . . . . . . . . . . . . . . . . . . . .
    """)

  private static let additional = split(
    """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i \
    i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r \
    r r r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w \
    x x x x y y z z z z z z h t w y . s . . ss . a a a a a a a a a a a a a a a a a a a a a a a a \
    e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o o o o o u u \
    u u u u u u u u u u u u y y y y y y y y . . . . . .
    """)

  private static let cyrillic = split(
    """
    a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch . y . e yu ya
    """)

  private static let greek = split(
    """
    a b g d e z e th i k l m n x o p r s s t y ph ch ps o
    """)

  private static func split(_ table: String) -> [Substring] { table.split(separator: " ") }
}
