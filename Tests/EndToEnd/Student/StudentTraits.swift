import Proving

/// What sort of student a seed makes.
struct StudentTraits: Hashable {
  /// The share of cards that are known before they are met.
  let knownBefore: Double
  /// The chance to recall a card that was met.
  let recall: Double
  /// New cards a day.
  let newPerDay: Int
  /// Minutes a day.
  let minutes: Int
  /// Reviews a day; 0 for no limit.
  let reviewsPerDay: Int
  /// The study days on which nothing is done.
  let daysOff: Set<Int>

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed &* 7919 &+ 1)
    knownBefore = Double.random(in: 0.1...0.6, using: &random)
    recall = Double.random(in: 0.75...0.95, using: &random)
    newPerDay = [10, 10, 6, 15].randomElement(using: &random) ?? 10
    minutes = [20, 20, 8, 0].randomElement(using: &random) ?? 20
    reviewsPerDay = [0, 0, 12].randomElement(using: &random) ?? 0
    daysOff = Set((0..<2).map { _ in Int.random(in: 3..<28, using: &random) })
  }

  /// The home's settings.
  var settings: String {
    """
    minutes = \(minutes)
    new-per-day = \(newPerDay)
    reviews-per-day = \(reviewsPerDay)

    """
  }
}
