/// A predicate with its subject and what else hangs on it, by number in the sentence.
package struct Clause: Hashable, Sendable {
  /// The head of the predicate: a verb, or the noun or adjective after a copula.
  package let predicate: Int
  /// The subject's head.
  package let subject: Int
  /// Whether the subject undergoes the act: "was rejected".
  package let isPassive: Bool
  /// Whether both directions give this subject to this predicate.
  package let isAgreed: Bool
  /// The subject's head is a noun or a name, not a pronoun, by both directions.
  package let hasNominalSubject: Bool
  /// The direct object's head, where both directions give it to the predicate.
  package let object: Int?
  /// The heads of the phrases that modify the verb, where both directions give them to it.
  package let obliques: [Int]
}

extension Sentence {
  /// The clauses with a subject, in the order of their subjects.
  ///
  /// Cards come only from those that are agreed on (precision 0.96 on unseen text, against 0.92
  /// for one direction alone).
  package var clauses: [Clause] {
    tokens.indices.compactMap { index in
      let token = tokens[index]
      guard token.relation.isSubject, let head = token.head else { return nil }
      let isAgreed = token.reverse.relation.isSubject && token.reverse.head == head
      let agreed = tokens.indices.filter { tokens[$0].head == head && tokens[$0].hasAgreedHead }
      return Clause(
        predicate: head,
        subject: index,
        isPassive: token.relation == .passiveSubject,
        isAgreed: isAgreed,
        hasNominalSubject: token.universal.isNominal && token.isNominalBothWays,
        object: agreed.first {
          tokens[$0].relation == .object && tokens[$0].reverse.relation == .object
        },
        obliques: agreed.filter {
          tokens[$0].relation.isOblique && tokens[$0].reverse.relation.isOblique
        }
      )
    }
  }
}
