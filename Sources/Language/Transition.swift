/// One step of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, 2011).
///
/// Relations are numbers: their places in `Relation.allCases`.
package enum Transition: Hashable, Sendable {
  /// The first word of the buffer goes on the stack.
  case shift
  /// The top of the stack becomes a dependent of the first word of the buffer.
  case left(Int)
  /// The top of the stack becomes a dependent of the word below it.
  case right(Int)

  /// How many transitions there are.
  package static let count = 1 + 2 * Relation.allCases.count
  private static let relations = Relation.allCases.count

  /// The class that stands for the transition in the parser's weights.
  package var index: Int {
    switch self {
    case .shift: 0
    case .left(let relation): 1 + relation
    case .right(let relation): 1 + Self.relations + relation
    }
  }

  /// The transition of a class.
  package init(index: Int) {
    self =
      index == 0
      ? .shift
      : index <= Self.relations ? .left(index - 1) : .right(index - 1 - Self.relations)
  }

  /// The classes of all left arcs.
  package static let lefts = 1..<1 + Relation.allCases.count
  /// The classes of all right arcs.
  package static let rights = 1 + Relation.allCases.count..<Transition.count
}
