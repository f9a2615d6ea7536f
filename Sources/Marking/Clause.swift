/// Who does what to whom in a short sentence, as far as word order, voice and prepositions tell.
///
/// It is no grammar: it reads the places of words round a verb that two sentences share, which is
/// enough to see that two of them were exchanged.
struct Clause: Sendable {
  /// A content word or pronoun and its place.
  struct Item: Hashable, Sendable {
    let token: String
    /// The preposition that its phrase begins with; `nil` for a subject, an object or an agent.
    let preposition: String?
    /// Whether the preposition stands right before it.
    let isFirst: Bool
    /// The number of the coordinate clause that it is part of.
    let part: Int
    let isVerb: Bool
    /// Whether it is a participle after a form of "be".
    let isPassive: Bool
    /// Whether it is the agent that "by" names.
    let isAgent: Bool
  }

  let items: [Item]

  /// Reads folded words.
  init(_ words: [String], _ tokenizer: Tokenizer) {
    var items: [Item] = []
    var preposition: String?
    var isFirst = false
    var part = 0
    var wasBe = false
    var index = 0
    while index < words.count {
      let word = words[index]
      if Clause.breaks.contains(word) {
        part += 1
        preposition = word == "and" || word == "or" ? preposition : nil
        index += 1
        continue
      }
      if Clause.prepositions.contains(word), !(word == "to" && Clause.isInfinitive(words, index)) {
        preposition = word
        isFirst = true
        wasBe = false
        index += 1
        continue
      }
      if Clause.be.contains(word) {
        (wasBe, preposition) = (true, nil)
        index += 1
        continue
      }
      let pronoun = Clause.pronouns[word]
      let (token, length) = pronoun.map { ($0, 1) } ?? tokenizer.item(words, at: index)
      index += length
      guard let token else { continue }
      // "By contaminated water": right after a preposition a participle describes.
      let isVerb = length == 1 && pronoun == nil && !isFirst && Clause.isVerb(word)
      if isVerb { preposition = nil }
      items.append(
        Item(
          token: token, preposition: preposition == "by" ? nil : preposition, isFirst: isFirst,
          part: part, isVerb: isVerb, isPassive: isVerb && wasBe, isAgent: preposition == "by"))
      isFirst = false
      if isVerb { wasBe = false }
    }
    self.items = items
  }

  /// How a typed sentence contradicts this one by its form; `nil` where it does not.
  func contradiction(by typed: Clause) -> Reason? {
    let pairs = items.compactMap { mine -> (mine: Item, other: Item)? in
      let own = items.filter { $0.token == mine.token }
      let others = typed.items.filter { $0.token == mine.token }
      guard own.count == 1, others.count == 1, let other = others.first else { return nil }
      return (mine, other)
    }
    for (mine, other) in pairs where mine.isFirst && other.isFirst {
      if let left = mine.preposition, let right = other.preposition, areOpposed(left, right) {
        return .opposite
      }
    }
    for (place, (mine, other)) in pairs.enumerated() where mine.preposition != other.preposition {
      let isSwapped = pairs[(place + 1)...].contains { next in
        next.mine.preposition == other.preposition && next.other.preposition == mine.preposition
      }
      let isSymmetric = [mine.preposition, other.preposition].contains {
        $0.map(Clause.symmetric.contains) == true
      }
      if isSwapped, !isSymmetric { return .swappedRoles }
    }
    for (mine, other) in pairs where mine.preposition == nil && other.preposition == nil {
      let (left, right) = neighbours(of: mine)
      let (otherLeft, otherRight) = typed.neighbours(of: other)
      if !left.isDisjoint(with: otherRight), !right.isDisjoint(with: otherLeft) {
        return .swappedRoles
      }
    }
    for (mine, other) in pairs where mine.isVerb || other.isVerb {
      let before = sides(of: mine)
      let after = typed.sides(of: other)
      // "The collapse of Russia" has its subject where "the invasion of Russia" has its object.
      if !other.isVerb, after.left.isEmpty || after.right.isEmpty { continue }
      if !mine.isVerb, before.left.isEmpty || before.right.isEmpty { continue }
      // "Divided nation mentality": a participle without a subject describes.
      if mine.isVerb != other.isVerb {
        let verb = mine.isVerb ? mine : other
        if !verb.isPassive, (mine.isVerb ? before : after).left.isEmpty { continue }
      }
      var crossed = before.left.intersection(after.right)
        .union(before.right.intersection(after.left))
      // "Occupied it": the question's own thing, the subject being left out.
      if after.left.isEmpty { crossed = crossed.filter { !$0.hasPrefix("~") } }
      if !crossed.isEmpty || hasSubjectOfAnother(after.left, than: mine, before.left) {
        return .swappedRoles
      }
    }
    return nil
  }

  /// Whether a verb got the subject that another verb has here: "Russia resisted and Belgium
  /// mobilised" for the reverse.
  private func hasSubjectOfAnother(
    _ subjects: Set<String>, than verb: Item, _ own: Set<String>
  ) -> Bool {
    guard !own.isEmpty, !subjects.isEmpty, own.isDisjoint(with: subjects) else { return false }
    return items.contains { other in
      other.isVerb && other.part != verb.part && !sides(of: other).left.isDisjoint(with: subjects)
    }
  }

  /// What stands before and after a word in its clause without a preposition, if nothing there is
  /// in the passive: exchanged round a word, as in "the vassal protects the lord", it is turned.
  private func neighbours(of item: Item) -> (left: Set<String>, right: Set<String>) {
    guard let place = items.firstIndex(of: item),
      !items.contains(where: { $0.isPassive || $0.isAgent })
    else { return ([], []) }
    let bare = { (range: ArraySlice<Item>) in
      Set(range.filter { $0.part == item.part && $0.preposition == nil }.map(\.token))
    }
    return (bare(items[..<place]), bare(items[(place + 1)...]))
  }

  /// Those who act and those who are acted on, for one verb or noun of action.
  private func sides(of verb: Item) -> (left: Set<String>, right: Set<String>) {
    guard let place = items.firstIndex(of: verb) else { return ([], []) }
    let agents = Set(items.filter { $0.isAgent }.map(\.token))
    func bare(_ range: some Sequence<Item>) -> Set<String> {
      Set(
        range.filter { item in
          item.part == verb.part && !item.isAgent && !item.isVerb
            && (item.preposition == nil || item.preposition == "of" && !verb.isVerb)
        }.map(\.token))
    }
    let before = bare(items[..<place])
    let after = bare(items[(place + 1)...])
    if verb.isPassive { return (agents, before.union(after)) }
    if !verb.isVerb, before.isEmpty {
      // "The attack of Serbia on Austria".
      let targets = Set(
        items[(place + 1)...].filter { ["on", "against", "over"].contains($0.preposition ?? "") }
          .map(\.token))
      if !targets.isEmpty { return (after.subtracting(targets), targets) }
    }
    return (before.union(agents), after)
  }

  /// Whether two prepositions before one noun contradict each other.
  private func areOpposed(_ left: String, _ right: String) -> Bool {
    if Clause.opposed.contains([left, right]) { return true }
    // "War with" and "war against" are the same.
    let isFight = items.contains { Clause.fights.contains($0.token) }
    return !isFight && Set([left, right]) == ["with", "against"]
  }

  /// Whether "to" at an index begins an infinitive: no article or name follows, but more does.
  private static func isInfinitive(_ words: [String], _ index: Int) -> Bool {
    guard index + 2 < words.count, index > 0 else { return false }
    return verbsBeforeInfinitive.contains(Stem.of(words[index - 1]))
  }

  /// Whether a word has the form of a verb in the past or is a common irregular one.
  static func isVerb(_ word: String) -> Bool {
    word.utf8.count > 4 && word.hasSuffix("ed") || irregular.contains(word)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  static let prepositions = words(
    "of to from by for against with without before after in on at into onto under over above "
      + "below between during until since through upon towards toward about inside outside than")

  private static let symmetric = words("with between at during by")

  private static let breaks = words(
    "and or but because while whereas that which who when although though so as")

  private static let be = words(
    "was were is are be been being got gets am wasnt werent isnt arent")

  private static let verbsBeforeInfinitive = words("want try refus agre decid plan hop begin start")

  private static let fights: Set<String> = Set(
    ["war", "fight", "fought", "battle", "struggle", "compete", "trade"].map {
      Synonyms.canonical(Stem.of($0))
    })

  private static let opposed: Set<Set<String>> = [
    ["for", "against"], ["to", "from"], ["into", "from"], ["for", "from"], ["with", "without"],
    ["before", "after"], ["over", "under"], ["above", "below"], ["inside", "outside"],
    ["until", "since"], ["until", "after"], ["since", "before"],
  ]

  private static let pronouns: [String: String] = [
    "he": "~he", "him": "~he", "she": "~she", "they": "~they", "them": "~they", "it": "~it",
    "both": "~both",
  ]

  private static let irregular = words(
    "beat became began bought brought built came caught chose cut drew drove fell fled fought "
      + "found forbade gave got grew held hit hurt kept knew led left lent let lost made met "
      + "overthrew paid put ran rose said sank saw sent set shot sold spent split spoke spread "
      + "stole struck swore taught threw told took taken understood went withdrew won wrote "
      + "written beaten given driven overthrown shown chosen stolen seen known betrayed attacks "
      + "invades controls rules owes")
}
