/// One word or mark of a sentence, with its place in the text and what the models say of it.
package struct Token: Hashable, Sendable {
  /// The word as written.
  package let form: String
  /// Its UTF-8 bytes in the document's text.
  package let range: Range<Int>
  /// Whether a space stands before it in the text.
  package let hasSpaceBefore: Bool
  /// Its part of speech.
  package let universal: PartOfSpeech
  /// Its part of speech with its form.
  package let penn: PennTag
  /// How it hangs in the tree that was read from left to right.
  package let arc: Arc
  /// How it hangs in the tree that was read from right to left.
  package let reverse: Arc
  /// Its place in a name.
  package let name: NameTag

  package init(
    form: String, range: Range<Int>, hasSpaceBefore: Bool, universal: PartOfSpeech, penn: PennTag,
    arc: Arc, reverse: Arc, name: NameTag
  ) {
    self.form = form
    self.range = range
    self.hasSpaceBefore = hasSpaceBefore
    self.universal = universal
    self.penn = penn
    self.arc = arc
    self.reverse = reverse
    self.name = name
  }

  /// The head's number in the sentence; `nil` for the root.
  package var head: Int? { arc.head }
  /// The relation to the head.
  package var relation: Relation { arc.relation }
  /// Whether both directions give the same head.
  package var hasAgreedHead: Bool { arc.head == reverse.head }
  /// Whether both directions give the same head and relation.
  package var isAgreed: Bool { arc == reverse }
}
