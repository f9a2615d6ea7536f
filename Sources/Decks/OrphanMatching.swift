/// Finds the new card that each card without a deck has become.
///
/// Only cards whose key is gone and cards whose key is new are compared, and of these only those
/// that share a rare word.
struct OrphanMatching {
  private let orphans: [KnownCard]
  private let newcomers: [KnownCard]
  private var links: [Int?]
  private var isTaken: [Bool]

  init(orphans: [KnownCard], newcomers: [KnownCard]) {
    self.orphans = orphans
    self.newcomers = newcomers
    links = Array(repeating: nil, count: orphans.count)
    isTaken = Array(repeating: false, count: newcomers.count)
  }

  /// For each orphan the index of the newcomer that it is; `nil` where none is, or none clearly.
  mutating func match() -> [Int?] {
    guard !orphans.isEmpty, !newcomers.isEmpty else { return links }
    linkUnique { CardKey.prepared($0.prompt) + [.lineFeed] + CardKey.prepared($0.answer) }
    linkUnique { CardKey.prepared($0.prompt) }
    linkSimilar()
    return links
  }

  /// Links where one orphan and one newcomer, and no others, have the same words.
  private mutating func linkUnique(_ words: (KnownCard) -> [UInt8]) {
    let left = orphans.indices.filter { links[$0] == nil }
    let right = newcomers.indices.filter { !isTaken[$0] }
    let there = Dictionary(grouping: right) { words(newcomers[$0]) }
    for (text, here) in Dictionary(grouping: left, by: { words(orphans[$0]) }) {
      guard here.count == 1, let found = there[text], found.count == 1 else { continue }
      link(here[0], found[0])
    }
  }

  private mutating func link(_ orphan: Int, _ newcomer: Int) {
    links[orphan] = newcomer
    isTaken[newcomer] = true
  }

  // MARK: Likeness

  private struct Candidate {
    var orphan: Int
    var newcomer: Int
    var likeness: Likeness
  }

  /// By how much the best must be better than the second best, on both sides.
  private static let margin = 0.1

  private mutating func linkSimilar() {
    var candidates = candidates()
    while true {
      candidates.removeAll { links[$0.orphan] != nil || isTaken[$0.newcomer] }
      let here = ranking(candidates, of: \.orphan)
      let there = ranking(candidates, of: \.newcomer)
      var isDone = true
      for candidate in candidates where candidate.likeness.isEnough {
        let score = candidate.likeness.score
        guard here[candidate.orphan]?.isClear(score) == true,
          there[candidate.newcomer]?.isClear(score) == true
        else { continue }
        link(candidate.orphan, candidate.newcomer)
        isDone = false
      }
      if isDone { return }
    }
  }

  /// The best two scores of one card.
  private struct Ranking {
    var best = 0.0
    var second = 0.0

    mutating func add(_ score: Double) {
      if score > best {
        (best, second) = (score, best)
      } else {
        second = max(second, score)
      }
    }

    func isClear(_ score: Double) -> Bool { score == best && best - second >= margin }
  }

  private func ranking(
    _ candidates: [Candidate], of side: KeyPath<Candidate, Int>
  ) -> [Int: Ranking] {
    var rankings: [Int: Ranking] = [:]
    for candidate in candidates {
      rankings[candidate[keyPath: side], default: Ranking()].add(candidate.likeness.score)
    }
    return rankings
  }

  private func candidates() -> [Candidate] {
    var index = WordIndex()
    for newcomer in newcomers.indices where !isTaken[newcomer] {
      index.add(newcomers[newcomer], as: newcomer)
    }
    return orphans.indices.filter { links[$0] == nil }.flatMap { orphan in
      index.likeliest(for: orphans[orphan]).map { newcomer in
        Candidate(
          orphan: orphan, newcomer: newcomer,
          likeness: Likeness(orphans[orphan], newcomers[newcomer]))
      }
    }
  }
}

/// Which cards hold a word.
private struct WordIndex {
  private var cards: [Substring: [Int]] = [:]
  /// A word in more cards than this tells too little to be worth following.
  private static let common = 200
  private static let wordsFollowed = 8
  private static let candidates = 6

  mutating func add(_ card: KnownCard, as index: Int) {
    for word in WordIndex.words(of: card) { cards[word, default: []].append(index) }
  }

  /// The cards that share most of a card's rarer words.
  func likeliest(for card: KnownCard) -> [Int] {
    let found = WordIndex.words(of: card).compactMap { cards[$0] }.sorted { $0.count < $1.count }
    var counts: [Int: Int] = [:]
    for list in found.prefix(WordIndex.wordsFollowed) where list.count <= WordIndex.common {
      for index in list { counts[index, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(WordIndex.candidates).map(\.key)
  }

  private static func words(of card: KnownCard) -> Set<Substring> {
    Set(foldedName("\(card.prompt) \(card.answer)").split { !$0.isLetter && !$0.isNumber })
  }
}
