import Language

/// Tells which transitions lose no right arc (Goldberg and Nivre, 2013, for arc-hybrid).
struct DynamicOracle {
  private let heads: [Int]
  private let relations: [Int]
  private let dependents: [[Int]]

  /// An oracle for a right tree.
  init(_ arcs: [Arc]) {
    heads = arcs.map { $0.head ?? arcs.count }
    relations = arcs.map { arc in Relation.allCases.firstIndex(of: arc.relation) ?? 0 }
    var dependents = [[Int]](repeating: [], count: arcs.count + 1)
    for (word, head) in heads.enumerated() { dependents[head].append(word) }
    self.dependents = dependents
  }

  /// The allowed transitions that lose the fewest right arcs.
  ///
  /// - Returns: their classes, in rising order.
  func best(_ state: borrowing ParserState) -> [Int] {
    let front = state.front
    let root = Relation.allCases.firstIndex(of: .root) ?? 0
    var costs: (shift: Int?, left: Int?, right: Int?) = (nil, nil, nil)
    if state.mayShift {
      let stack = state.stack
      costs.shift =
        dependents[front].count { $0 < front && stack.contains($0) }
        + (stack.dropLast().contains(heads[front]) ? 1 : 0)
    }
    let top = state.stacked(0)
    let below = state.stacked(1)
    if state.mayAttachLeft {
      costs.left =
        dependents[top].count { $0 >= front }
        + (heads[top] == below || heads[top] > front ? 1 : 0)
    }
    if state.mayAttachRight {
      costs.right = dependents[top].count { $0 >= front } + (heads[top] >= front ? 1 : 0)
    }
    let least = [costs.shift, costs.left, costs.right].compactMap { $0 }.min() ?? 0
    var best: [Int] = []
    if costs.shift == least { best.append(Transition.shift.index) }
    if costs.left == least {
      if front == state.count {
        best.append(Transition.left(root).index)
      } else if heads[top] == front {
        best.append(Transition.left(relations[top]).index)
      } else {
        best += Transition.lefts.filter { $0 != Transition.left(root).index }
      }
    }
    if costs.right == least {
      if heads[top] == below {
        best.append(Transition.right(relations[top]).index)
      } else {
        best += Transition.rights.filter { $0 != Transition.right(root).index }
      }
    }
    return best
  }
}
