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

extension Store {
  /// What the cards of some fingerprints looked like when they were last seen.
  ///
  /// Finds their lines in the snapshot without reading the others, so that asking for the cards of
  /// one deck costs little in a large home.
  package func labels(of wanted: Set<Fingerprint>) -> [(key: String, label: CardLabel)] {
    guard !wanted.isEmpty else { return [] }
    var found: [(key: String, label: CardLabel)] = []
    let recent = newLabels.filter { wanted.contains($0.key) }
    if !recent.isEmpty {
      forEachCard { key, _ in
        if let label = recent[Fingerprint(key)] { found.append((key, label)) }
      }
    }
    return found
      + labelsInSnapshot(of: folder) { wanted.contains($0) && recent[$0] == nil }
  }

  /// Takes over what the snapshot of another folder says of cards that have no label here.
  ///
  /// So that the history of a card that was answered only there is found again after an edit.
  ///
  /// - Parameter other: a folder of progress; one without a readable snapshot brings nothing.
  package func takeLabels(from other: String) {
    var cards: Set<Fingerprint> = []
    forEachGlance { cards.insert($0.fingerprint) }
    for known in labels(of: cards) { cards.remove(Fingerprint(known.key)) }
    for (key, label) in labelsInSnapshot(of: other, where: cards.contains) {
      self.label(key, label)
    }
  }
}

/// The labels that the snapshot of a folder has of some cards.
private func labelsInSnapshot(
  of folder: String, where isWanted: (Fingerprint) -> Bool
) -> [(key: String, label: CardLabel)] {
  guard let bytes = try? readFile("\(folder)/\(Snapshot.fileName)").bytes else { return [] }
  var found: [(key: String, label: CardLabel)] = []
  for line in bytes.lines where line.first == UInt8(ascii: "\"") {
    guard let end = line.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else { continue }
    let key = line[line.index(after: line.startIndex)..<end]
    guard isWanted(Fingerprint(of: key)) else { continue }
    var value = line[(end + 1)...].drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
    if value.last == UInt8(ascii: ",") { value.removeLast() }
    if let label = (try? JSON.parse(Array(value)))?["label"].flatMap(CardLabel.init) {
      found.append((String(decoding: key, as: UTF8.self), label))
    }
  }
  return found
}

extension [UInt8] {
  /// The lines, without their ends.
  fileprivate var lines: some Sequence<ArraySlice<UInt8>> {
    var start = startIndex
    return AnyIterator {
      guard start < endIndex else { return nil }
      let end = self[start...].firstIndex(of: 0x0a) ?? endIndex
      defer { start = end + 1 }
      return self[start..<end]
    }
  }
}
