import Progress

/// What a card looks like, for those who read about it.
package struct CardText: Hashable, Sendable {
  package var key: String
  package var prompt: String
  package var answer: String

  package init(key: String, prompt: String, answer: String) {
    self.key = key
    self.prompt = prompt
    self.answer = answer
  }
}

/// A card that keeps failing: forgotten on several study days, and not well known since.
package struct Leech: Hashable, Sendable {
  /// What was typed in its place.
  package struct Typed: Hashable, Sendable {
    package var text: String
    package var count: Int

    package init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// On how many study days it has to be forgotten.
  static let leastDays = 4

  /// The index of the card among those that statistics are given.
  package let card: Int
  /// On how many different study days it was forgotten.
  package let days: Int
  /// How often it was forgotten, and how often it was asked, after its first time.
  package let answers: Share
  /// Where the answers stand that were wrong.
  package let misses: [AnswerLog.Line]
  /// What the card looks like; `nil` until it is described, and where its deck cannot be read.
  package var text: CardText?
  /// What was typed, the most frequent first.
  package var typed: [Typed] = []

  /// How often it was forgotten.
  package var failures: Int { answers.total - answers.right }
}

/// Two cards of which one's answer was given for the other's.
package struct ConfusedPair: Hashable, Sendable {
  /// How often it has to happen.
  static let leastTimes = 2

  /// The indices of the cards among those that statistics are given, the lower first.
  package let cards: [Int]
  /// How often the second card's answer was given for the first, and the other way round.
  package let times: [Int]
  /// What the cards look like; empty until they are described.
  package var texts: [CardText] = []

  /// How often they were confused.
  package var total: Int { times.reduce(0, +) }
}

extension Statistics {
  /// Adds what the troublesome cards look like and what was typed for them.
  ///
  /// - Parameters:
  ///   - text: what the card of an index looks like; `nil` where its deck cannot be read.
  ///   - typed: what was typed in the answers at these lines.
  package mutating func describeTrouble(
    text: (Int) -> CardText?, typed: ([AnswerLog.Line]) -> [String]
  ) {
    for index in leeches.indices {
      leeches[index].text = text(leeches[index].card)
      var counts: [String: Int] = [:]
      var order: [String] = []
      for answer in typed(leeches[index].misses) {
        let answer = answer.withoutOuterSpace
        if counts[answer] == nil { order.append(answer) }
        counts[answer, default: 0] += 1
      }
      let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      leeches[index].typed = counts.map { Leech.Typed(text: $0.key, count: $0.value) }.sorted {
        $0.count != $1.count
          ? $0.count > $1.count : (places[$0.text] ?? 0) < (places[$1.text] ?? 0)
      }
    }
    for index in pairs.indices {
      let texts = pairs[index].cards.compactMap(text)
      if texts.count == 2 { pairs[index].texts = texts }
    }
  }
}

extension String {
  fileprivate var withoutOuterSpace: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
