/// A sentence: its tokens in the order of the text, with their tree.
package struct Sentence: Hashable, Sendable {
  /// The tokens; heads are numbers in this array.
  package let tokens: [Token]

  package init(tokens: [Token]) { self.tokens = tokens }

  /// The bytes from the first token to the last.
  package var range: Range<Int> {
    (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0)
  }

  /// The number of the tree's root.
  package var root: Int? { tokens.firstIndex { $0.head == nil } }

  /// The dependents of a token in the tree from left to right, in the order of the text.
  package func dependents(of head: Int) -> [Int] {
    tokens.indices.filter { tokens[$0].head == head }
  }

  /// The dependents of a token with a relation.
  package func dependents(of head: Int, _ relation: Relation) -> [Int] {
    tokens.indices.filter { tokens[$0].head == head && tokens[$0].relation == relation }
  }

  /// The tokens from the first to the last one that hang on a token, it included.
  ///
  /// Where the tree is not projective the range also holds tokens that hang elsewhere.
  package func span(of token: Int) -> Range<Int> {
    var lower = token
    var upper = token
    var isInside = [Bool](repeating: false, count: tokens.count)
    isInside[token] = true
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for (index, other) in tokens.enumerated() where !isInside[index] {
        guard let head = other.head, isInside[head] else { continue }
        isInside[index] = true
        hasGrown = true
        lower = min(lower, index)
        upper = max(upper, index)
      }
    }
    return lower..<upper + 1
  }

  /// The names in the sentence: what they name, and their tokens.
  package var names: [(kind: NameKind, tokens: Range<Int>)] {
    var names: [(kind: NameKind, tokens: Range<Int>)] = []
    for (index, token) in tokens.enumerated() {
      switch token.name {
      case .outside: continue
      case .start(let kind): names.append((kind, index..<index + 1))
      case .inside(let kind):
        if let last = names.last, last.kind == kind, last.tokens.upperBound == index {
          names[names.count - 1].tokens = last.tokens.lowerBound..<index + 1
        } else {
          names.append((kind, index..<index + 1))
        }
      }
    }
    return names
  }
}
