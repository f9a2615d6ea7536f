import Chronology
import Decks
import Language

/// Cards on the years of birth and death that stand in brackets behind a person's name.
extension CardMaker {
  /// Asks when somebody was born and died: "Carmen Cavallaro (6 May 1913 – 12 October 1989) was a
  /// pianist".
  ///
  /// - Parameters:
  ///   - time: the date in brackets.
  ///   - sentence: its sentence, which begins with the name.
  /// - Returns: the cards; none where the date is of something else.
  func lifeCards(_ time: TimeExpression, _ sentence: SourceSentence) -> [GeneratedCard] {
    let words = sentence.words(in: time.phrase)
    guard let tree = sentence.tree, !time.isQuoted, !time.isDerived, words.lowerBound > 1,
      let open = tree.tokens[..<words.lowerBound].lastIndex(where: { $0.penn == .openingBracket }),
      !tree.tokens[open..<words.lowerBound].contains(where: { $0.penn == .closingBracket }),
      words.lowerBound - open <= 14, let name = personName(endingAt: open, tree),
      name.lowerBound <= 1
    else { return [] }
    // "In Czech: Antonín Dvořák; 8 September 1841": a mark divides the date from what is before.
    let mark = tree.tokens[words.lowerBound - 1].form.lowercased()
    let person = tree.text(Array(name))
    let stated = sentence.text(time.range)
    switch time.date?.form {
    case .range(.period(let birth), .period(let death))?:
      let isBaptism = ["baptised", "baptized", "bapt."].contains(mark)
      guard isBaptism || ["(", ",", ";", "born", "b.", ":"].contains(mark) else { return [] }
      let parts = Self.halves(of: stated)
      guard parts.count == 2 else { return [] }
      return [
        isBaptism ? nil : life("born", person, parts[0], HistoricalDate(birth), sentence),
        life("died", person, parts[1], HistoricalDate(death), sentence),
      ].compactMap(\.self)
    case .single(let period)?:
      let isBirth = ["born", "b."].contains(mark)
      guard isBirth || ["died", "d.", "†"].contains(mark) else { return [] }
      return [
        life(isBirth ? "born" : "died", person, stated, HistoricalDate(period), sentence)
      ].compactMap(\.self)
    case .range, .set, .before, .after, nil: return []
    }
  }

  private func life(
    _ what: String, _ person: String, _ answer: String, _ date: HistoricalDate,
    _ sentence: SourceSentence
  ) -> GeneratedCard? {
    guard answer.contains(where: \.isNumber) else { return nil }
    let asking: String
    switch date.precision {
    case .day: asking = "On what date"
    case .year: asking = "In which year"
    case _: asking = "When"
    }
    let question =
      what == "born" ? "\(asking) was \(person) born?" : "\(asking) did \(person) die?"
    guard check.veto(question, answer: answer) == nil else { return nil }
    return GeneratedCard(
      form: .dateQuestion, prompt: question, answer: answer,
      accepted: date.english == answer ? [] : [date.english], kind: .date, date: date,
      isDerived: false, event: "\(person) \(what == "born" ? "was born" : "died")",
      sentence: sentence.text, source: text.blocks[sentence.block].source(of: sentence.range),
      section: sentence.section, actor: nil)
  }

  /// The name of a person right before a bracket.
  private func personName(endingAt end: Int, _ tree: Sentence) -> Range<Int>? {
    var end = end
    // "Dorothea Schlegel (née Mendelssohn) (1764–1839)".
    if end > 0, tree.tokens[end - 1].penn == .closingBracket {
      end = tree.tokens[..<end].lastIndex { $0.penn == .openingBracket } ?? end
    }
    let start = tree.tokens[..<end].lastIndex { $0.universal != .properNoun }.map { $0 + 1 } ?? 0
    let name = start..<end
    guard name.count >= 2,
      actors.actor(named: tree.text(Array(name)))?.kind == .person
        || tree.tokens[name].contains(where: { $0.name.kind == .person })
        || tree.tokens[end...].prefix(36).contains(where: {
          PersonRole.contains($0.form.lowercased())
        })
    else { return nil }
    return name
  }

  /// The two dates of a range as they stand; none where one leaves out what the other says.
  private static func halves(of range: String) -> [String] {
    for mark in [" – ", " — ", " -- ", " - ", "–", "—", "-"] {
      let parts = range.split(separator: mark).map {
        $0.trimmed(" ,;")
      }
      guard parts.count == 2 else { continue }
      return parts.allSatisfy { $0.count(where: \.isNumber) >= 3 } ? parts : []
    }
    return []
  }
}

extension Substring {
  /// Without marks at its ends.
  fileprivate func trimmed(_ marks: String) -> String {
    var text = self
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    while let last = text.last, marks.contains(last) { text.removeLast() }
    return String(text)
  }
}
