/// The direction in which a model reads a sentence.
package enum Direction: String, CaseIterable, Sendable {
  case leftToRight
  case rightToLeft
}

/// A tagger and a parser that read sentences in one direction.
package struct Reader: Sendable {
  /// The direction.
  package let direction: Direction
  /// The tagger, for words in the order of reading.
  package let tagger: Tagger
  /// The parser, for words in the order of reading.
  package let parser: Parser

  package init(direction: Direction, tagger: Tagger, parser: Parser) {
    self.direction = direction
    self.tagger = tagger
    self.parser = parser
  }

  /// What the tagger decides, in the order of the text.
  func decide(_ words: [WordFeatures]) -> [Tagger.Decision] {
    switch direction {
    case .leftToRight: tagger.decide(words)
    case .rightToLeft: tagger.decide(words.reversed()).reversed()
    }
  }

  /// The tree of a tagged sentence; words, tags and arcs are in the order of the text.
  func tree(of words: [WordFeatures], _ tags: [TagLabel]) -> [Arc] {
    switch direction {
    case .leftToRight: parser.tree(of: words, tags)
    case .rightToLeft:
      parser.tree(of: words.reversed(), tags.reversed()).reversed().map { arc in
        Arc(head: arc.head.map { words.count - 1 - $0 }, relation: arc.relation)
      }
    }
  }
}

/// What the models make of a sentence.
package struct Reading: Equatable, Sendable {
  /// The tag of each word.
  package let tags: [TagLabel]
  /// The tree that was read from left to right.
  package let forward: [Arc]
  /// The tree that was read from right to left.
  package let backward: [Arc]
  /// The name tag of each word.
  package let names: [NameTag]
}

extension LanguageModels {
  /// Reads a sentence in both directions.
  ///
  /// The taggers decide together on the tags, which the first tree is built on. The second tree is
  /// built on its own tagger's tags: what both trees agree on is then right more often (0.951
  /// against 0.943 on development text, for one clause in a hundred fewer).
  ///
  /// - Parameter words: the words in the order of the text.
  /// - Returns: what the models make of them.
  package func read(_ words: [WordFeatures]) -> Reading {
    let first = forward.decide(words)
    let second = backward.decide(words)
    let tags = zip(zip(first, second).map(surer), words).map(TagRepair.mended)
    let others = zip(second.map { backward.tagger.labels[$0.label] }, words).map(TagRepair.mended)
    let tree = forward.tree(of: words, tags)
    return Reading(
      tags: tags,
      forward: tree,
      backward: backward.tree(of: words, others),
      names: NameRepair.joinPersons(names.names(in: words, tags), tags, tree)
    )
  }

  /// The tag that both taggers give a word, and where they differ that of the surer one.
  private func surer(_ first: Tagger.Decision, _ second: Tagger.Decision) -> TagLabel {
    let label = forward.tagger.labels[first.label]
    let other = backward.tagger.labels[second.label]
    guard label != other else { return label }
    let margin = first.margin(over: forward.tagger.labels.firstIndex(of: other))
    let otherMargin = second.margin(over: backward.tagger.labels.firstIndex(of: label))
    return margin >= otherMargin ? label : other
  }
}
