/// A half-built tree: the stack, the place in the buffer and the arcs so far.
///
/// Words are numbered from 0; the artificial root stands behind the last one, and `none` stands
/// for a word that is not there.
package struct ParserState {
  /// The number of words, which is also the number of the root.
  package let count: Int
  /// Stands for a word that is not there.
  package let none: Int
  /// The words that wait for a head, the newest last.
  package private(set) var stack: [Int] = []
  /// The first word that was not shifted yet; the root when all were.
  package private(set) var front = 0
  /// The head of each word, `none` where it has none yet.
  package private(set) var heads: [Int]
  /// The relation of each word to its head; one row more than words for the root and `none`.
  package private(set) var relations: [Int]
  /// The outermost dependents on each side and those next to them.
  package private(set) var leftmost: [Int]
  package private(set) var rightmost: [Int]
  package private(set) var innerLeft: [Int]
  package private(set) var innerRight: [Int]
  /// How many dependents a word has on each side.
  package private(set) var leftValency: [Int]
  package private(set) var rightValency: [Int]
  /// The relations of a word's dependents, one bit each.
  package private(set) var dependents: [UInt64]
  /// The case mark that hangs on each word: its preposition or possessive ending.
  package private(set) var caseMarks: [Int]

  /// The relation of a word without head.
  package static let noRelation = Relation.allCases.count
  private static let root = Relation.allCases.firstIndex(of: .root) ?? 0
  private static let caseMark = Relation.allCases.firstIndex(of: .caseMark) ?? 0

  /// The state before the first step over `count` words.
  package init(count: Int) {
    self.count = count
    none = count + 1
    let words = count + 2
    heads = [Int](repeating: none, count: words)
    relations = [Int](repeating: Self.noRelation, count: words)
    leftmost = heads
    rightmost = heads
    innerLeft = heads
    innerRight = heads
    leftValency = [Int](repeating: 0, count: words)
    rightValency = leftValency
    dependents = [UInt64](repeating: 0, count: words)
    caseMarks = heads
    stack.reserveCapacity(words)
  }

  /// The word `depth` below the top of the stack.
  @inline(__always)
  package func stacked(_ depth: Int) -> Int {
    depth < stack.count ? stack[stack.count &- 1 &- depth] : none
  }

  /// The word `offset` behind the front of the buffer.
  @inline(__always)
  package func buffered(_ offset: Int) -> Int {
    front &+ offset <= count ? front &+ offset : none
  }

  /// Whether every word has its head.
  package var isFinished: Bool { front == count && stack.isEmpty }

  /// Whether the front of the buffer may go on the stack.
  package var mayShift: Bool { front < count }
  /// Whether the top of the stack may hang on the front; the root takes only the last word left.
  package var mayAttachLeft: Bool { front < count ? !stack.isEmpty : stack.count == 1 }
  /// Whether the top of the stack may hang on the word below it.
  package var mayAttachRight: Bool { stack.count > 1 }

  /// The transition where no other is allowed.
  var onlyTransition: Transition? {
    if stack.isEmpty { return .shift }
    return front == count && stack.count == 1 ? .left(Self.root) : nil
  }

  /// How many of the classes, from the first, may be allowed here.
  var classes: Int { mayAttachRight ? Transition.count : Transition.lefts.upperBound }

  /// The best transition that is allowed here.
  ///
  /// - Parameter scores: a score for each class.
  /// - Returns: the class; of equal ones the first.
  package func best(_ scores: UnsafePointer<Int32>) -> Int {
    var best = -1
    var top = Int32.min
    func consider(_ classes: Range<Int>) {
      for index in classes where scores[index] > top { (best, top) = (index, scores[index]) }
    }
    if mayShift { consider(0..<1) }
    if mayAttachLeft {
      if front == count {
        consider(Transition.left(Self.root).index..<Transition.left(Self.root).index + 1)
      } else {
        consider(Transition.left(0).index..<Transition.left(Self.root).index)
        consider(Transition.left(Self.root).index + 1..<Transition.lefts.upperBound)
      }
    }
    if mayAttachRight {
      consider(Transition.right(0).index..<Transition.right(Self.root).index)
      consider(Transition.right(Self.root).index + 1..<Transition.rights.upperBound)
    }
    return best
  }

  /// Does one step, which must be allowed.
  package mutating func apply(_ transition: Transition) {
    switch transition {
    case .shift:
      stack.append(front)
      front += 1
    case .left(let relation):
      let word = stack.removeLast()
      attach(word, to: front, relation)
      innerLeft[front] = leftmost[front]
      leftmost[front] = word
      leftValency[front] += 1
    case .right(let relation):
      let word = stack.removeLast()
      let head = stack[stack.count - 1]
      attach(word, to: head, relation)
      innerRight[head] = rightmost[head]
      rightmost[head] = word
      rightValency[head] += 1
    }
  }

  private mutating func attach(_ word: Int, to head: Int, _ relation: Int) {
    heads[word] = head
    relations[word] = relation
    dependents[head] |= 1 << UInt64(relation)
    if relation == Self.caseMark { caseMarks[head] = word }
  }
}
