/// A subject and what it is the subject of, by number in the sentence.
package struct SubjectVerb: Hashable, Sendable {
  /// The subject's head.
  package let subject: Int
  /// The head of the predicate: a verb, or the noun or adjective after a copula.
  package let predicate: Int
  /// The copula where there is one, else the predicate.
  package let verb: Int

  package init(subject: Int, predicate: Int, verb: Int) {
    self.subject = subject
    self.predicate = predicate
    self.verb = verb
  }
}

/// The subjects in a tree.
package struct SubjectVerbs: Sendable {
  /// One for each subject, in the order of the subjects.
  package let pairs: [SubjectVerb]
  private let arcs: [Arc]

  package init(_ arcs: [Arc]) {
    self.arcs = arcs
    var copulas: [Int: Int] = [:]
    for (index, arc) in arcs.enumerated() where arc.relation == .copula {
      if let head = arc.head, copulas[head] == nil { copulas[head] = index }
    }
    pairs = arcs.indices.compactMap { index in
      guard arcs[index].relation.isSubject, let head = arcs[index].head else { return nil }
      return SubjectVerb(subject: index, predicate: head, verb: copulas[head] ?? head)
    }
  }

  /// Whether the tree gives the same verb a subject in the same name or compound.
  ///
  /// "President" and "Nixon" are the same subject, and trees may differ on whether a form of
  /// "be" is a copula or an auxiliary.
  package func contains(_ pair: SubjectVerb) -> Bool {
    pairs.contains { own in
      (own.verb == pair.verb || own.predicate == pair.predicate || own.verb == pair.predicate
        || own.predicate == pair.verb)
        && (own.subject == pair.subject || isPart(pair.subject, of: own.subject))
    }
  }

  private func isPart(_ word: Int, of name: Int) -> Bool {
    var word = word
    while let head = arcs[word].head, arcs[word].relation.isWithinName {
      if head == name { return true }
      word = head
    }
    return false
  }
}

extension Relation {
  /// Whether a word with this relation is a part of its head's name, title or compound.
  fileprivate var isWithinName: Bool {
    self == .flat || self == .compound || self == .descriptiveModifier
  }
}
