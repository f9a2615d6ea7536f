/// A heading of a deck with what stands under it: one topic of an exam.
package struct Section: Hashable, Sendable {
  /// The titles from the outermost heading to this one; empty before the first heading.
  package let path: [String]
  /// 1–6; 0 before the first heading.
  package let level: Int
  /// The heading's line, counted from 1.
  package let line: Int
  /// The prose between the heading and the first note or next heading, blocks apart by an empty
  /// line; empty where there is none.
  package var passage: String

  /// The heading's own title; empty before the first heading.
  package var title: String { path.last ?? "" }
}

extension [Section] {
  /// What a person's name for a section found.
  package enum Lookup: Hashable, Sendable {
    case found(Int)
    /// Several sections fit equally.
    case ambiguous([Int])
    case unknown
  }

  /// Finds a section by its number (1 is the first heading), its title or the beginning of its
  /// title, whatever the case; a whole title wins over a beginning.
  ///
  /// - Parameter name: what was typed; `A / B` names B under A.
  /// - Returns: the index of the section, or why there is no single one.
  package func find(_ name: String) -> Lookup {
    let wanted = name.split(separator: "/").map { foldedName($0) }
    let headings = indices.filter { self[$0].level > 0 }
    if let number = Int(name.trimmed), headings.indices.contains(number - 1) {
      return .found(headings[number - 1])
    }
    guard let last = wanted.last, !last.isEmpty else { return .unknown }
    func candidates(_ fits: (String) -> Bool) -> [Int] {
      headings.filter { index in
        let path = self[index].path.map { foldedName($0) }
        guard let title = path.last, fits(title) else { return false }
        return path.dropLast().suffix(wanted.count - 1) == wanted.dropLast()
      }
    }
    for fits in [{ $0 == last }, { $0.hasPrefix(last) }, { $0.contains(last) }] {
      let found = candidates(fits)
      if let only = found.first { return found.count == 1 ? .found(only) : .ambiguous(found) }
    }
    return .unknown
  }
}
