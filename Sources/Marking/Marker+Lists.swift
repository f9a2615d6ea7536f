import Decks

/// Lists: any order, any separator; what is missing is named, what is extra counts by its share.
extension Marker {
  func markList(_ answer: TypedAnswer, _ target: Target) -> Verdict {
    if answer.isNegated, !target.forms.contains(where: { Negation.isNegated($0.words) }) {
      return Verdict(.wrong, because: .negated)
    }
    var best: Verdict?
    for form in target.forms {
      let items = ListItems.split(form.text)
      var verdict =
        items.count > 1
        ? compare(answer, with: items, target) : markName(answer, target)
      if let family = SharedFamilyName(items) {
        let typed = ListItems.split(answer.text)
        if answer.words == ["\(family.name)s"] { return Verdict(.correct) }
        let segments = SharedFamilyName(typed)?.items ?? typed
        let full = compare(segments, with: family.items, target)
        // "Marie Curie" alone is one of the two.
        verdict = typed.count < 2 ? full : better(full, verdict)
      }
      // Clauses joined by "and" may be told in another order and wording.
      if verdict.mark != .correct,
        items.allSatisfy({ tokenizer.tokens(Folded($0).words).all.count > 2 })
      {
        let told = markText(answer, target)
        if told.mark == .correct { verdict = told }
      }
      best = best.map { better($0, verdict) } ?? verdict
    }
    return best ?? Verdict(.wrong, because: .nothingInCommon)
  }

  private func compare(_ answer: TypedAnswer, with items: [String], _ target: Target) -> Verdict {
    var segments = ListItems.split(answer.text)
    // Written one after another without commas: cut at the expected items' words.
    if segments.count < items.count {
      segments = segments.flatMap { cut(TypedAnswer($0), at: items) }
    }
    return compare(segments, with: items, target)
  }

  private func compare(
    _ segments: [String], with items: [String], _ target: Target
  ) -> Verdict {
    var free = Array(segments.prefix(64))
    var missing: [String] = []
    var almost = false
    for item in items {
      let inner = Expected(answer: item, kind: nil, question: "")
      let verdicts = free.map { mark($0, forItem: inner, of: target) }
      if let found = verdicts.firstIndex(where: { $0.mark == .correct }) {
        free.remove(at: found)
      } else if let found = verdicts.firstIndex(where: { $0.mark == .almost }) {
        free.remove(at: found)
        almost = true
      } else {
        missing.append(item)
      }
    }
    let extra = free.filter { segment in
      let words = Folded(segment).words.filter { !target.questionWords.contains($0) }
      return !Fillers.stripped(words).isEmpty && !tokenizer.tokens(words).all.isEmpty
    }
    return verdict(items.count, missing, extra, almost)
  }

  private func verdict(
    _ count: Int, _ missing: [String], _ extra: [String], _ almost: Bool
  ) -> Verdict {
    let matched = count - missing.count
    if missing.isEmpty && extra.isEmpty {
      return almost ? Verdict(.almost, because: .partOfName) : Verdict(.correct)
    }
    let cause: Reason =
      extra.isEmpty
      ? .missing(missing) : missing.isEmpty ? .extra(extra) : .missingAndExtra(missing, extra)
    // One of many is no list; each wrong item takes a right one away.
    let share = Double(matched - extra.count) / Double(count)
    let least = extra.isEmpty ? 0.3 : 0.5
    return Verdict(share >= least ? .almost : .wrong, because: cause, missing: missing)
  }

  private func mark(_ segment: String, forItem item: Expected, of list: Target) -> Verdict {
    let target = target(item)
    let answer = TypedAnswer(segment)
    if target.forms.contains(where: { $0.words == answer.words }) { return Verdict(.correct) }
    switch target.kind {
    case .number: return markNumber(answer, target)
    case .date: return markDate(answer, target)
    case .list, .person, .state, .organisation, .place, .term, .cause, .quotation, .text:
      let target = Target(
        forms: target.forms, kind: itemKind(target, item.answer, list), question: "",
        questionWords: list.questionWords)
      let verdict = markName(answer, target)
      // Beside the other items a family name is clear, unless the deck has another bearer.
      if case .sharedName(let bearers) = verdict.cause, !bearers.isEmpty,
        identities(of: target).actors.isEmpty
      {
        return Verdict(.correct)
      }
      // "Winston Churchill" for Churchill: in a list of his time he is the one.
      if verdict.cause == .wider, target.kind == .person, isBestKnownBearer(answer.words, target) {
        return Verdict(.correct)
      }
      return verdict
    }
  }

  /// A capitalised item may be a person, for whom a family name does: one of several words, or
  /// any where the question asks who.
  private func itemKind(_ item: Target, _ text: String, _ list: Target) -> CardKind {
    switch item.kind {
    case .person, .state, .organisation, .place: return item.kind
    case .date, .number, .term, .cause, .quotation, .list, .text:
      let words = text.split(separator: " ")
      let asksPerson = Question.asksPerson(list.questionWords)
      let isName =
        (asksPerson ? 1...4 : 2...4).contains(words.count)
        && words.allSatisfy { $0.first?.isUppercase == true }
      return isName && identities(Folded(text).words).isEmpty ? .person : .term
    }
  }

  /// Cuts words without separators into the expected items they hold and the rest.
  private func cut(_ answer: TypedAnswer, at items: [String]) -> [String] {
    var rest = answer.words
    var segments: [String] = []
    for item in items {
      let words = Fillers.stripped(Folded(item).words)
      guard !words.isEmpty, words.count <= rest.count else { continue }
      for start in 0...(rest.count - words.count)
      where rest[start..<(start + words.count)].elementsEqual(words) {
        rest.removeSubrange(start..<(start + words.count))
        segments.append(item)
        break
      }
    }
    // "Lennon McCartney Harrison": the last words of names.
    if segments.isEmpty, rest.count > 1 {
      let names = Set(items.compactMap { Folded($0).words.last })
      if rest.allSatisfy(names.contains) { return rest }
    }
    if segments.isEmpty { return [answer.text] }
    return rest.isEmpty ? segments : segments + [rest.joined(separator: " ")]
  }
}

/// Persons who share the family name that only the last one is written with: "Marie and Pierre
/// Curie".
struct SharedFamilyName {
  /// The folded family name.
  let name: String
  /// The persons with it.
  let items: [String]

  /// Reads the items of a list; `nil` where they are not written so.
  init?(_ items: [String]) {
    let parts = items.map { $0.split(separator: " ") }
    guard let last = parts.last, last.count == 2, parts.count > 1,
      parts.dropLast().allSatisfy({ $0.count == 1 }),
      parts.joined().allSatisfy({ $0.first?.isLetter == true && $0.first?.isLowercase == false })
    else { return nil }
    self.name = Folded(String(last[1])).joined
    self.items = parts.dropLast().map { "\($0[0]) \(last[1])" } + [items[items.count - 1]]
  }
}

/// Splits a list as people write one.
enum ListItems {
  /// The items of a text: bullets, numbers, lines, commas, semicolons, slashes, plus and "and".
  static func split(_ text: String) -> [String] {
    var items: [String] = []
    var item = ""
    func end() {
      let bare = trimmed(item)
      if !Folded(bare).isEmpty { items.append(bare) }
      item = ""
    }
    let words = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "\t" }
    for word in words {
      let lower = word.lowercased()
      if ["and", "&", "+", "plus", "as", "well", "with"].contains(lower) {
        if lower == "as" || lower == "well" || lower == "with" {
          // "as well as" parts items; "as" alone does not.
          if lower == "well" { end() }
          continue
        }
        end()
        continue
      }
      if isNumbering(word) {
        end()
        continue
      }
      var part = ""
      let characters = Array(word)
      for (position, character) in characters.enumerated() {
        switch character {
        case ",":
          // "50,000" is one number.
          if position + 1 < characters.count, characters[position + 1].isNumber,
            part.last?.isNumber == true
          {
            part.append(character)
            continue
          }
          item += (item.isEmpty ? "" : " ") + part
          part = ""
          end()
        case ";", "\n", "\r\n", "\r", "/", "|", "\u{2022}", "&", "+":
          item += (item.isEmpty ? "" : " ") + part
          part = ""
          end()
        default: part.append(character)
        }
      }
      if !part.isEmpty { item += (item.isEmpty ? "" : " ") + part }
    }
    end()
    return items
  }

  /// Whether a word is the number of an item: "2.", "(b)".
  private static func isNumbering(_ word: Substring) -> Bool {
    guard let last = word.last, ".)".contains(last), (2...4).contains(word.count) else {
      return false
    }
    let body = word.drop { $0 == "(" }.dropLast()
    return !body.isEmpty && body.allSatisfy(\.isNumber) || body.count == 1 && last == ")"
  }

  /// Without a bullet, a number such as "1." or "(a)", and a leading "and".
  private static func trimmed(_ text: String) -> String {
    var words = text.split(separator: " ")
    while words.count > 1, let first = words.first {
      let isMark =
        first.allSatisfy { !$0.isLetter && !$0.isNumber }
        || first.count <= 3 && (first.hasSuffix(".") || first.hasSuffix(")"))
          && first.contains(where: { $0.isNumber || $0.isLetter }) && first.count >= 2
          && !first.dropLast().contains(".")
      if isMark || ["and", "both", "the", "either"].contains(first.lowercased()) {
        words.removeFirst()
      } else {
        break
      }
    }
    return words.joined(separator: " ")
  }
}
