import Chronology
import Digest
import Memory

/// What a set of records comes to: the cards, the days, and what keys mean now.
struct FoldedState {
  /// A card that differs from the image.
  enum Change {
    case set(key: String, CardProgress)
    /// It bears another key now.
    case removed
  }

  /// An old key, and the key that the card bears now.
  struct Alias: Hashable {
    var old: String
    var new: String
  }

  /// The cards as they were when the image was made.
  var image = StateImage.empty
  /// What changed since.
  var changes: [Fingerprint: Change] = [:]
  /// The tallies by study day, counted from 1970-01-01.
  var days: [Int: DayTally] = [:]
  /// What old keys mean, by their fingerprints.
  var aliases: [Fingerprint: Alias] = [:]
  /// When the last renaming was recorded, in milliseconds since 1970 (UTC).
  var lastRenaming = Int64.min
  /// Whether an amendment speaks of a record that was not met.
  var hasDanglingAmendments = false

  /// The state of the card that bears a key now.
  func progress(of fingerprint: Fingerprint) -> CardProgress? {
    switch changes[fingerprint] {
    case .set(_, let progress): progress
    case .removed: nil
    case nil: image.index(of: fingerprint).map { image.progress(at: $0) }
    }
  }

  /// Calls `body` for every card with its key in UTF-8, in no order.
  func forEachCard(_ body: (Fingerprint, UnsafeRawBufferPointer, CardProgress) -> Void) {
    image.forEachRecord { record in
      let fingerprint = record.fingerprint
      guard changes[fingerprint] == nil else { return }
      body(fingerprint, record.key, record.progress)
    }
    for case (let fingerprint, .set(var key, let progress)) in changes {
      key.withUTF8 { body(fingerprint, UnsafeRawBufferPointer($0), progress) }
    }
  }

  /// Calls `body` for every card, in no order.
  func forEachGlance(_ body: (CardGlance) -> Void) {
    image.forEachRecord { record in
      let fingerprint = record.fingerprint
      if changes.isEmpty || changes[fingerprint] == nil { body(record.glance) }
    }
    for case (let fingerprint, .set(_, let progress)) in changes {
      body(CardGlance(fingerprint, progress))
    }
  }

  /// How many cards there are.
  var cardCount: Int {
    var count = image.count
    for (fingerprint, change) in changes {
      let isInImage = image.index(of: fingerprint) != nil
      switch change {
      case .set: count += isInImage ? 0 : 1
      case .removed: count -= isInImage ? 1 : 0
      }
    }
    return count
  }

  /// When the latest record was made; `nil` where there is none.
  var latest: Instant? {
    var latest = Instant(milliseconds: .min)
    forEachGlance { latest = max(latest, $0.latest) }
    return latest.milliseconds == .min ? nil : latest
  }

  /// The same state with all cards in the image.
  func compacted() -> FoldedState {
    guard !changes.isEmpty else { return self }
    var builder = StateImage.Builder(reserving: image.count + changes.count)
    forEachCard { builder.add($0, key: $1, $2) }
    var state = self
    state.image = builder.build()
    state.changes = [:]
    return state
  }
}
