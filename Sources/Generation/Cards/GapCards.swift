import Decks
import Language

/// Cards that show a sentence of the text, or a part of it, with a figure or a name left out.
extension CardMaker {
  /// A sentence with its first figure that is worth to know left out.
  func numberCloze(_ sentence: SourceSentence) -> GeneratedCard? {
    guard let tree = sentence.tree, let figure = figure(in: tree, sentence) else { return nil }
    return cloze(.numberCloze, figure, .number, sentence)
  }

  /// A sentence with the name of a person left out who did something or had it done to him.
  func actorCloze(_ sentence: SourceSentence) -> GeneratedCard? {
    guard let tree = sentence.tree else { return nil }
    let others = tree.names.count { $0.kind != .person }
    for name in tree.names where name.kind == .person && name.tokens.count > 1 {
      let text = tree.text(Array(name.tokens))
      guard let actor = actors.actor(named: text), actor.kind == .person,
        others > 0 || tree.names.count > 1 || !sentence.times.isEmpty,
        !tree.tokens[name.tokens].contains(where: { PersonRole.contains($0.form.lowercased()) }),
        sentence.text.ranges(of: text).count == 1, standsFree(name.tokens, tree)
      else { continue }
      let range =
        tree.tokens[name.tokens.lowerBound].range
        .lowerBound..<tree.tokens[
          name.tokens.upperBound - 1
        ].range.upperBound
      if let card = cloze(.actorCloze, range, .person, sentence, actor: actor) { return card }
    }
    return nil
  }

  /// Whether a name is a noun phrase of its own, no part of a longer name: "the Doi Moi reform".
  private func standsFree(_ name: Range<Int>, _ tree: Sentence) -> Bool {
    let before = tree.tokens[..<name.lowerBound]
    if before.count(where: { $0.penn == .openingBracket })
      > before.count(where: { $0.penn == .closingBracket })
    {
      return false
    }
    if name.lowerBound > 0 {
      let before = tree.tokens[name.lowerBound - 1]
      if before.universal == .determiner || before.universal == .properNoun { return false }
      // "The name Telefonaktiebolaget was adopted".
      if ["name", "word", "term", "title"].contains(before.form) { return false }
      // "The Old Truman Brewery".
      if before.universal == .adjective, before.form.first?.isUppercase == true { return false }
      // "The Battle of Goose Green".
      if before.form == "of", name.lowerBound > 1,
        tree.tokens[name.lowerBound - 2].form.first?.isUppercase == true
      {
        return false
      }
    }
    if tree.tokens[name].contains(where: { $0.penn == .possessiveEnding }) { return false }
    guard name.upperBound < tree.tokens.count else { return true }
    let next = tree.tokens[name.upperBound]
    return !next.universal.isNominal && next.universal != .adjective
      && next.penn != .possessiveEnding && next.penn != .openingBracket
      && !next.form.hasPrefix("'") && !next.form.hasPrefix("’")
  }

  /// A sentence, or the longest part of it that is clear by itself, with some bytes left out.
  private func cloze(
    _ form: GeneratedCard.Form, _ gap: Range<Int>, _ kind: CardKind, _ sentence: SourceSentence,
    actor: Actor? = nil
  ) -> GeneratedCard? {
    guard sentence.hasWholeMarks, !sentence.times.contains(where: { $0.kind == .relative }) else {
      return nil
    }
    let answer = sentence.text(gap)
    let parts =
      canStandAlone(sentence)
      ? [sentence.range] : SentenceParts(sentence, descriptions).around(gap, isFronted: false)
    for part in parts {
      let before = sentence.toldText(part.lowerBound..<max(part.lowerBound, gap.lowerBound))
      let after = sentence.toldText(gap.upperBound..<max(gap.upperBound, part.upperBound))
      let end = part == sentence.range ? "" : "."
      guard check.veto(before + " " + after, answer: answer) == nil else { continue }
      return card(
        form, before + GeneratedCard.blank + after + end, answer, kind, sentence, actor: actor)
    }
    return nil
  }

  /// The bytes of the first figure that is worth to know: money, a share, a count of many.
  private func figure(in tree: Sentence, _ sentence: SourceSentence) -> Range<Int>? {
    for index in tree.tokens.indices where tree.tokens[index].penn == .cardinal {
      let token = tree.tokens[index]
      guard token.form.contains(where: \.isNumber),
        !sentence.times.contains(where: { $0.range.overlaps(token.range) })
      else { continue }
      var start = index
      if index > 0, tree.tokens[index - 1].penn == .currency { start -= 1 }
      var end = index + 1
      while end < tree.tokens.count, tree.tokens[end].penn == .cardinal { end += 1 }
      if end < tree.tokens.count {
        if tree.tokens[end].form == "%" { end += 1 }
        guard tree.tokens[end - 1].form == "%" || tree.tokens[end].penn != .hyphen else { continue }
      }
      // "Between 2,000 and 3,000", "at 6.53 pm".
      // "Batting.324", "BayCon '83".
      if start > 0, [".", "'", "’", "#"].contains(tree.tokens[start - 1].form) { continue }
      if token.range.lowerBound > 0, sentence.bytes[token.range.lowerBound - 1] == UInt8(ascii: ".")
      {
        continue
      }
      // "Burned down in 404": a year that was not known for one.
      let isBareYear =
        token.form.count == 3 && start > 0
        && ["in", "by", "until", "since", "from", "before", "after"]
          .contains(tree.tokens[start - 1].form.lowercased())
        && (end >= tree.tokens.count || !tree.tokens[end].universal.isNominal)
      if isBareYear { continue }
      // "33⅓" goes on.
      let behind = tree.tokens[end - 1].range.upperBound
      if behind < sentence.bytes.count, sentence.bytes[behind] >= 0xc0 { continue }
      let isRange =
        end + 1 < tree.tokens.count && ["and", "to", "-", "–"].contains(tree.tokens[end].form)
        && tree.tokens[end + 1].penn == .cardinal
      let isHour =
        end < tree.tokens.count && ["am", "pm", "a.m.", "p.m."].contains(tree.tokens[end].form)
      let isYear = token.form.count == 4 && end == index + 1 && token.form.allSatisfy(\.isNumber)
      let isNamed =
        end < tree.tokens.count && tree.tokens[end].universal == .properNoun
        && tree.tokens[end].penn == .singularName
      if isRange || isHour || isYear || isNamed || token.form.contains("/") { continue }
      let isPart =
        start > 0
        && (tree.tokens[start - 1].universal == .properNoun
          || [
            "-", "–", "/", ")", "no", "number", "chapter", "article", "resolution", "section",
            "and",
            "to",
          ]
          .contains(tree.tokens[start - 1].form.lowercased()))
      let text = sentence.text(
        tree.tokens[start].range.lowerBound..<tree.tokens[end - 1].range.upperBound)
      let isLarge = text.count(where: \.isNumber) >= 2 || end > index + 1
      guard !isPart, isLarge else { continue }
      return tree.tokens[start].range.lowerBound..<tree.tokens[end - 1].range.upperBound
    }
    return nil
  }
}
