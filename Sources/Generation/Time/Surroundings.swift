/// What stands around an expression of time and belongs to it.
struct Surroundings {
  /// The pieces of the expression with its article and what makes it approximate.
  var tokens: Range<Int>
  /// The same with its preposition.
  var phrase: Range<Int>
  var relation = TimeExpression.Relation.none
  var role = TimeExpression.Role.adverbial
  /// "Around", "about".
  var isCirca = false
  /// Whether later relative expressions may be measured from here.
  var isAnchor = true
}

extension BlockScan {
  /// Looks to the left and the right of an expression.
  func surroundings(of found: Found) -> Surroundings {
    var start = found.tokens.lowerBound
    let end = found.tokens.upperBound
    var isCirca = false
    while let word = reader.word(start - 1) {
      if word == .article || word == .preposition(.around) && isDate(found) {
        isCirca = isCirca || word != .article
        start -= 1
      } else if word == .roughly, isDate(found) {
        isCirca = true
        start -= 1
      } else {
        break
      }
    }
    if reader.word(start - 1) == .later || reader.word(start - 1) == .earlier,
      case .relative(.shift) = found.meaning
    {
      start -= 1
    }
    var result = Surroundings(tokens: start..<end, phrase: start..<end, isCirca: isCirca)
    let preposition = preposition(before: start)
    if let preposition {
      result.phrase = preposition.start..<end
      result.relation = relation(preposition.word, found)
    } else if reader.word(start - 1) == .than {
      result.relation = .than
    }
    result.role = role(start, end, hasPreposition: preposition != nil)
    result.isAnchor = isAnchor(found, result)
    return result
  }

  private func isDate(_ found: Found) -> Bool {
    if case .date = found.meaning { true } else { false }
  }

  /// The preposition that governs an expression, with what may stand between: "as early as", "the
  /// night of", "the course of".
  private func preposition(before start: Int) -> (word: TimeWord.Preposition, start: Int)? {
    var index = start - 1
    if reader.kind(index) == .hyphen, reader.isTight(index) { index -= 1 }
    if reader.word(index) == .asWord, reader.word(index - 2) == .asWord { index -= 3 }
    if case .unit(.year, _) = reader.word(index) {
      index -= reader.word(index - 1) == .article ? 2 : 1
    }
    guard let preposition = reader.preposition(index), preposition != .around else { return nil }
    if preposition == .of {
      if reader.word(index - 1) == .asWord { return (.in, index - 1) }
      let isPartOfDay =
        reader.word(index - 1) == .partOfDay || reader.isWord("course", index - 1)
        || reader.unit(index - 1)?.unit == .moment
      var outer = index - 2
      if case .part = reader.word(outer) { outer -= 1 }
      if reader.word(outer) == .article { outer -= 1 }
      if isPartOfDay, let word = reader.preposition(outer) { return (word, outer) }
    }
    if preposition == .to {
      if reader.isWord("prior", index - 1) { return (.before, index - 1) }
      if reader.isWord("up", index - 1) {
        return (.until, reader.isWord("leading", index - 2) ? index - 2 : index - 1)
      }
      return nil
    }
    return (preposition, index)
  }

  private func relation(_ word: TimeWord.Preposition, _ found: Found) -> TimeExpression.Relation {
    var isRange = false
    if case .date(let date) = found.meaning, case .range = date.form { isRange = true }
    switch word {
    case .in, .on, .at, .during, .for, .into, .over: return .during
    case .throughout, .through: return .throughout
    case .by: return .by
    case .since: return .since
    case .until: return .until
    case .before: return .before
    case .after: return .after
    case .from: return isRange ? .span : .since
    case .between: return .span
    case .of: return .of
    case .to, .around: return .none
    }
  }

  private func role(_ start: Int, _ end: Int, hasPreposition: Bool) -> TimeExpression.Role {
    if reader.kind(start - 1) == .open, reader.kind(end) == .close { return .parenthetical }
    if reader.kind(end) == .hyphen, reader.isTight(end) { return .attributive }
    let startsWithArticle = reader.word(start) == .article
    let isDetermined: Bool
    switch reader.kind(start - 1) {
    case .word(.indefinite), .word(.possessive), .possessive: isDetermined = true
    default: isDetermined = startsWithArticle
    }
    let isNoun = reader.kind(end) == .other
    return isDetermined && isNoun && isYearOrAdjective(end - 1) ? .attributive : .adverbial
  }

  /// Whether an expression that ends with a piece can stand before a noun: a year, a month with its
  /// year, "19th-century".
  private func isYearOrAdjective(_ last: Int) -> Bool {
    switch reader.kind(last) {
    case .number: true
    case .word(.unit(.century, _)): reader.kind(last - 1) == .hyphen
    default: false
    }
  }

  /// Whether an expression is where the story stands, and not the date of something it mentions.
  private func isAnchor(_ found: Found, _ surroundings: Surroundings) -> Bool {
    if surroundings.role == .parenthetical || surroundings.relation == .than { return false }
    if surroundings.relation == .until, isRelativeClause(surroundings.phrase.lowerBound) {
      return false
    }
    switch found.meaning {
    case .date, .relative(.shift): break
    case .relative(.unresolved), .relative(.vague), .relative(.duration): return false
    }
    // "(born 1920 in Rome)" and the like.
    let start = surroundings.phrase.lowerBound
    return !isInParentheses(surroundings.tokens.lowerBound) && !isNominal(start)
      && !isFlashback(start)
  }

  /// "William, who claimed that Edward had promised him the throne in 1051": a look back in a
  /// subordinate clause.
  private func isFlashback(_ start: Int) -> Bool {
    var index = start - 1
    var isPluperfect = false
    while index >= 0, start - index < 24, !reader.isSentenceStart(index + 1) {
      if reader.isWord("had", index) { isPluperfect = true }
      if isPluperfect {
        if reader.word(index) == .that { return true }
        let pronouns: [StaticString] = ["which", "who", "whom", "whose", "where", "because"]
        if pronouns.contains(where: { reader.isWord($0, index) }) { return true }
      } else if reader.kind(index) == .comma || reader.kind(index) == .dash {
        return false
      }
      index -= 1
    }
    return false
  }

  /// "The canal, which stayed closed until April 1957": a look ahead.
  private func isRelativeClause(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, start - index < 8, !reader.isSentenceStart(index + 1) {
      if ["which", "who", "that"].contains(where: { (word: StaticString) in
        reader.isWord(word, index)
      }) {
        return true
      }
      if reader.kind(index) == .comma { return false }
      index -= 1
    }
    return false
  }

  private func isInParentheses(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, start - index < 12 {
      if reader.kind(index) == .open { return true }
      if reader.kind(index) == .close { return false }
      index -= 1
    }
    return false
  }

  /// "Since Israel's founding in 1948", inside a sentence: the date is the founding's.
  private func isNominal(_ start: Int) -> Bool {
    var index = start - 1
    var words = 0
    while index >= 0, words < 7 {
      switch reader.kind(index) {
      case .comma, .stop, .dot, .dash, .open, .close: return false
      case .word(.preposition(.since)), .word(.preposition(.after)), .word(.preposition(.before)):
        // "Before dawn on 25 June": the time of day is of the date.
        return words > 0 && !reader.isSentenceStart(index) && !isGerund(index + 1)
          && reader.word(index + 1) != .partOfDay
      case .word(.function): return false
      default: words += 1
      }
      index -= 1
    }
    return false
  }

  private func isGerund(_ index: Int) -> Bool {
    guard reader.kind(index) == .other else { return false }
    let bytes = reader.bytes[reader.tokens[index].range]
    return bytes.count > 4 && bytes.suffix(3).elementsEqual("ing".utf8)
  }
}
