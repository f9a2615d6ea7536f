/// The `Id:` of a note that generation made: `g-`, the sentence's name, `-`, the card's name.
///
/// Both names have eight characters. Notes of one sentence share the first, so that they are known
/// as siblings: each tells what another asks.
package struct GeneratedId: Hashable, Sendable {
  /// The eight characters that notes of one sentence share, as one number.
  let sentence: UInt64

  /// Puts an `Id:` together from two names of eight characters.
  package static func make(sentence: String, card: String) -> String { "g-\(sentence)-\(card)" }

  /// Reads an `Id:`; `nil` for one that generation did not make.
  package init?(_ id: String) {
    guard id.utf8.count == 19, id.utf8.starts(with: "g-".utf8) else { return nil }
    let names = id.utf8.dropFirst(2)
    guard names.dropFirst(8).first == .dash else { return nil }
    sentence = names.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Note {
  /// Whether generation made it.
  package var isGenerated: Bool { fields.id.map { GeneratedId($0) != nil } ?? false }
}

extension DeckScan {
  /// For each `Id:`, one more than the place of the first that names the same sentence; 0 where it
  /// names none.
  var sentences: [Int] {
    var first: [GeneratedId: Int] = [:]
    return ids.indices.map { index in
      // Most decks have no such note, and then this is all it costs.
      guard ids[index].utf8.first == UInt8(ascii: "g"), let id = GeneratedId(ids[index]) else {
        return 0
      }
      if let earlier = first[id] { return earlier }
      first[id] = index + 1
      return index + 1
    }
  }
}
