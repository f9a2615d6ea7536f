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

  /// The tags and the tree of a sentence, both in the order of the text.
  ///
  /// - Parameter words: the words in the order of the text.
  package func read(_ words: [WordFeatures]) -> Reading {
    switch direction {
    case .leftToRight:
      let tags = tagger.tags(of: words)
      return Reading(tags: tags, arcs: parser.tree(of: words, tags))
    case .rightToLeft:
      let reversed = Array(words.reversed())
      let tags = tagger.tags(of: reversed)
      let arcs = parser.tree(of: reversed, tags).reversed().map { arc in
        Arc(head: arc.head.map { words.count - 1 - $0 }, relation: arc.relation)
      }
      return Reading(tags: tags.reversed(), arcs: arcs)
    }
  }
}

/// What one direction makes of a sentence.
package struct Reading: Equatable, Sendable {
  /// The tag of each word.
  package let tags: [TagLabel]
  /// The arc of each word.
  package let arcs: [Arc]

  package init(tags: [TagLabel], arcs: [Arc]) {
    self.tags = tags
    self.arcs = arcs
  }
}
