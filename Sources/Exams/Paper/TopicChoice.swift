import Decks

/// The sections of a bank that a blueprint names, and how much each weighs.
struct TopicChoice {
  /// The name, as the blueprint has it; `nil` where no sections are named.
  let names: [String?]
  let weights: [Double]
  /// For each topic of the bank, which of the names it belongs to; `nil` for none.
  let groups: [Int?]

  init(_ blueprint: Blueprint, in bank: ItemBank) throws(BlueprintProblem) {
    guard !blueprint.sections.isEmpty else {
      names = [nil]
      weights = [1]
      groups = bank.topics.map { _ in 0 }
      return
    }
    var groups: [Int?] = bank.topics.map { _ in nil }
    for (group, section) in blueprint.sections.enumerated() {
      for topic in try TopicChoice.topics(named: section.subject, in: bank)
      where groups[topic] == nil {
        groups[topic] = group
      }
    }
    self.groups = groups
    names = blueprint.sections.map(\.subject)
    weights = blueprint.sections.map(\.weight)
  }

  /// The topics under the heading that a name means: a whole title, else a beginning, else a part.
  private static func topics(
    named name: String, in bank: ItemBank
  ) throws(BlueprintProblem) -> [Int] {
    let wanted = name.split(separator: "/").map { folded($0) }
    guard let last = wanted.last, !last.isEmpty else {
      throw .unknownSection(name, nearest: [])
    }
    for fits in [{ $0 == last }, { $0.hasPrefix(last) }, { $0.contains(last) }]
      as [(String) -> Bool]
    {
      var found: [Int] = []
      var titles: [String] = []
      for (index, topic) in bank.topics.enumerated() {
        let path = topic.path.map { folded($0) }
        for (depth, title) in path.enumerated() where fits(title) {
          let above = path[..<depth].suffix(wanted.count - 1)
          guard above.elementsEqual(wanted.dropLast()) else { continue }
          found.append(index)
          if !titles.contains(topic.path[depth]) { titles.append(topic.path[depth]) }
          break
        }
      }
      if titles.count > 1 { throw .ambiguousSection(name, titles: titles) }
      if !found.isEmpty { return found }
    }
    throw .unknownSection(
      name, nearest: nearest(to: name, among: Set(bank.topics.map(\.title)).sorted()))
  }

  private static func folded(_ name: some StringProtocol) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
