import Decks
import Digest

/// What names a note here and there: the `Id:` of a deck and the guid of a collection.
///
/// A note of Anki's is called `anki-` and its guid here, so that it is known again, however it is
/// edited on either side; its second and later cards that are notes of their own here have `/2` and
/// so on after it. A note of Tripos's is called by its key there.
enum NoteName {
  private static let prefix = "anki-"
  /// What stands before two digits for a character that an `Id:` cannot have; Anki's own guids are
  /// made without it.
  private static let escape: Unicode.Scalar = "'"

  /// The `Id:` of a note of Anki's.
  ///
  /// - Parameters:
  ///   - guid: the note's guid.
  ///   - number: which of its cards, counted from 1; 1 for a note that stays one.
  /// - Returns: the `Id:`.
  static func id(guid: String, number: Int = 1) -> String {
    let suffix = number > 1 ? "/\(number)" : ""
    let id = prefix + escaped(guid) + suffix
    if CardKey.isUsable(id: id) { return id }
    return prefix + Base32.encode(SHA256.hash(guid.utf8).prefix(15)) + suffix
  }

  /// The guid of a note of a deck.
  ///
  /// - Parameters:
  ///   - id: its `Id:`.
  ///   - key: the key of its first card.
  ///   - deck: the deck's name: an `Id:` is only the learner's own.
  /// - Returns: the guid.
  static func guid(id: String?, key: String, deck: String) -> String {
    guard let id else { return key }
    guard id.hasPrefix(prefix) else {
      let digest = SHA256.hash("\(deck)\n\(id)".utf8).prefix(10)
      return "tripos-\(Base32.encode(digest))"
    }
    return unescaped(String(id.dropFirst(prefix.count)))
  }

  private static func escaped(_ guid: String) -> String {
    var text = ""
    for scalar in guid.unicodeScalars {
      let isStrange =
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if scalar == escape || isStrange {
        for byte in String(scalar).utf8 {
          text += "\(escape)\(String(byte >> 4, radix: 16))\(String(byte & 15, radix: 16))"
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ text: String) -> String {
    let mark = UInt8(ascii: escape)
    guard text.utf8.contains(mark) else { return text }
    let bytes = Array(text.utf8)
    var guid: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == mark, index + 2 < bytes.count,
        let byte = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        guid.append(byte)
        index += 3
      } else {
        guid.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: guid, as: UTF8.self)
  }
}
