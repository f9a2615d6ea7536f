import Digest
import Files
import JSON

/// What a card looked like when it was last seen, by which it is found again after an edit.
package struct CardLabel: Hashable, Sendable {
  package var deck: String
  /// The headings above the note, outermost first.
  package var section: [String]
  /// The card's place in its deck, counted from 0.
  package var place: Int
  package var prompt: String
  package var answer: String

  package init(deck: String, section: [String], place: Int, prompt: String, answer: String) {
    self.deck = deck
    self.section = section
    self.place = place
    self.prompt = prompt
    self.answer = answer
  }

  /// The label that a snapshot holds.
  init?(_ json: JSON) {
    guard let deck = json["deck"]?.string, let section = json["section"]?.array,
      let place = json["place"]?.int, let prompt = json["prompt"]?.string,
      let answer = json["answer"]?.string
    else { return nil }
    self.init(
      deck: deck, section: section.compactMap(\.string), place: place, prompt: prompt,
      answer: answer)
  }

  /// Appends the label as a JSON object.
  func append(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    bytes.appendJSONName("deck")
    bytes.appendJSON(deck)
    bytes.appendJSONName("section")
    bytes.append(UInt8(ascii: "["))
    for (index, heading) in section.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.appendJSON(heading)
    }
    bytes.append(UInt8(ascii: "]"))
    bytes.appendJSONName("place")
    bytes.appendJSON(Int64(place))
    bytes.appendJSONName("prompt")
    bytes.appendJSON(prompt)
    bytes.appendJSONName("answer")
    bytes.appendJSON(answer)
    bytes.append(UInt8(ascii: "}"))
  }
}

/// The labels that a snapshot holds, read when one is first asked for.
struct StoredLabels {
  private let bytes: [UInt8]
  private var places: [Fingerprint: Range<Int>] = [:]

  /// The labels of the snapshot at `path`; none where it cannot be read.
  init(_ path: String) {
    bytes = (try? readFile(path).bytes) ?? []
    var places: [Fingerprint: Range<Int>] = [:]
    bytes.withUnsafeBytes { bytes in
      _ = try? Snapshot(bytes, needsStates: false) { card in
        places[Fingerprint(of: card.key)] = card.label
      }
    }
    self.places = places
  }

  /// What the card of a fingerprint looked like.
  func label(of fingerprint: Fingerprint) -> CardLabel? {
    guard let place = places[fingerprint],
      let json = try? JSON.parse(Array(bytes[place]))
    else { return nil }
    return CardLabel(json)
  }
}
