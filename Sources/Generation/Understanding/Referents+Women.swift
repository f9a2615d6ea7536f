/// Whom "she" and "her" stand for, where the text knows women.
extension Referents {
  /// What the text so far or the name itself tells of a person; `nil` where neither does.
  func gender(of name: String) -> GivenNames.Gender? {
    genders[name] ?? GivenNames.gender(of: name)
      // The surname of somebody who was named in full.
      ?? seen.first { $0.hasSuffix(" " + name) }.flatMap { GivenNames.gender(of: $0) }
  }

  /// The women of the text so far.
  var women: Set<String> { seen.filter { gender(of: $0) == .female } }

  /// Whether the text so far knows one woman only, by one or by several names.
  var hasOneWoman: Bool {
    Set(women.map { $0.prefix { $0 != " " } }).count == 1
  }

  /// The only woman of the text so far, or the one whom "she" has stood for alone, where nobody
  /// else who may be "she" was spoken of just now.
  var onlyWoman: String? {
    guard persons.allSatisfy({ gender(of: $0) != nil }) else { return nil }
    let ranked = women.sorted {
      (pronouns[$0] ?? 0, $0.count, $0) > (pronouns[$1] ?? 0, $1.count, $1)
    }
    guard let first = ranked.first else { return nil }
    if hasOneWoman { return first }
    let others = ranked.dropFirst()
    guard pronouns[first] ?? 0 >= 2, others.allSatisfy({ pronouns[$0] == nil }),
      !persons.contains(where: others.contains)
    else { return nil }
    return first
  }

  /// The person of the text so far whom a given name alone means.
  func fullName(of name: String) -> String? {
    guard !name.contains(" ") else { return nil }
    let full = seen.filter { $0.hasPrefix(name + " ") }
    return full.count == 1 ? full.first : nil
  }
}
