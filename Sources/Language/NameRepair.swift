/// Brings names into line with the tree.
enum NameRepair {
  /// Joins the words that the tree holds together as one name, if any of them is a person.
  ///
  /// - Parameters:
  ///   - names: the name tagger's tags.
  ///   - tags: the words' tags.
  ///   - tree: the tree from left to right.
  /// - Returns: one tag a word.
  static func joinPersons(_ names: [NameTag], _ tags: [TagLabel], _ tree: [Arc]) -> [NameTag] {
    var names = names
    var index = 0
    while index < names.count {
      var end = index + 1
      while end < names.count, tree[end] == Arc(head: index, relation: .flat),
        tags[end].universal == .properNoun
      { end += 1 }
      if end > index + 1, tags[index].universal == .properNoun,
        names[index..<end].contains(where: { $0.kind == .person })
      {
        fill(index..<end, with: .person, &names)
      }
      index = end
    }
    return names
  }

  private static func fill(_ range: Range<Int>, with kind: NameKind, _ names: inout [NameTag]) {
    // What goes on behind the name would now follow nothing.
    if range.upperBound < names.count, case .inside(let other) = names[range.upperBound],
      other != kind
    {
      names[range.upperBound] = .start(other)
    }
    for place in range { names[place] = place == range.lowerBound ? .start(kind) : .inside(kind) }
  }
}
