/// A greedy dependency parser: the arc-hybrid system over hashed features.
package struct Parser: Sendable {
  /// The weights, one class a transition.
  package let weights: WeightTable

  /// A parser, or `nil` where the table does not tell apart exactly the transitions.
  package init?(weights: WeightTable) {
    guard weights.classes == Transition.count else { return nil }
    self.weights = weights
  }

  /// The tree of a tagged sentence.
  ///
  /// - Parameters:
  ///   - words: the words in the order of reading.
  ///   - tags: their tags.
  /// - Returns: one arc a word; exactly one hangs on the root, and there are no cycles.
  package func tree(of words: [WordFeatures], _ tags: [TagLabel]) -> [Arc] {
    var state = ParserState(count: words.count)
    let collector = ParserFeatures(words, tags)
    var features = FeatureList()
    let room = WeightTable.paddedClasses(Transition.count)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: room) { scores in
      guard let base = scores.baseAddress else { return }
      while !state.isFinished {
        if let only = state.onlyTransition {
          state.apply(only)
          continue
        }
        collector.collect(&features, state)
        weights.score(features, into: base, upTo: state.classes)
        state.apply(Transition(index: state.best(UnsafePointer(base))))
      }
    }
    return words.indices.map { word in
      let head = state.heads[word]
      return Arc(
        head: head == words.count ? nil : head,
        relation: Relation.allCases[state.relations[word]]
      )
    }
  }
}

/// How one word hangs in a tree.
package struct Arc: Hashable, Sendable {
  /// The head's number in the sentence; `nil` for the root of the tree.
  package let head: Int?
  /// The relation to the head.
  package let relation: Relation

  package init(head: Int?, relation: Relation) {
    self.head = head
    self.relation = relation
  }
}
