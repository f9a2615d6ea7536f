/// A predicate with its subject and what else hangs on it, by number in the sentence.
package struct Clause: Hashable, Sendable {
  /// The head of the predicate: a verb, or the noun or adjective after a copula.
  package let predicate: Int
  /// The copula where there is one, else the predicate.
  package let verb: Int
  /// The subject's head.
  package let subject: Int
  /// Whether the subject undergoes the act: "was rejected".
  package let isPassive: Bool
  /// Whether both directions give a subject in the same name to the same verb.
  package let isAgreed: Bool
  /// Whether the subject's head is a noun or a name, not a pronoun.
  package let hasNominalSubject: Bool
  /// The direct object's head, where both directions give it to the predicate.
  package let object: Int?
  /// The heads of the phrases that modify the verb, where both directions give them to it.
  package let obliques: [Int]
}

extension Sentence {
  /// The clauses with a subject, in the order of their subjects.
  ///
  /// Cards come only from those that are agreed on: a second tree that gives the same subject to
  /// the same verb makes one wrong clause of eight into one of twenty.
  package var clauses: [Clause] {
    let reverse = SubjectVerbs(tokens.map(\.reverse))
    return SubjectVerbs(tokens.map(\.arc)).pairs.map { pair in
      let subject = tokens[pair.subject]
      let agreed = tokens.indices.filter {
        tokens[$0].head == pair.predicate && tokens[$0].hasAgreedHead
      }
      return Clause(
        predicate: pair.predicate,
        verb: pair.verb,
        subject: pair.subject,
        isPassive: subject.relation == .passiveSubject,
        isAgreed: reverse.contains(pair),
        hasNominalSubject: subject.universal.isNominal,
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
