import Chronology
import Language

/// Words questions from statements.
struct QuestionWriter {
  let predication: Predication
  private let lemmatiser: Lemmatiser

  private let states: StateNames

  init(
    _ predication: Predication, lemmatiser: Lemmatiser, states: StateNames,
    hasFullDates: Bool = false
  ) {
    self.hasFullDates = hasFullDates
    self.predication = predication
    self.lemmatiser = lemmatiser
    self.states = states
  }

  private var tree: Sentence { predication.tree }

  /// Whether dates that only the context gives are written in full: where no date is asked for.
  private let hasFullDates: Bool

  /// Words as a question shows them: pronouns in full where nothing before says whom they mean.
  private func text(_ words: [Int], asked: String? = nil) -> String {
    let subject = asked == nil ? predication.subject : []
    let shown = predication.sentence.shown(
      for: subject + predication.body, asked: asked, hasFullDates: hasFullDates)
    return tree.text(words, shown)
  }

  /// Asks for what stands outside of subject and predicate: "When", "In which year", "By whom".
  ///
  /// - Parameters:
  ///   - asking: the words that ask, with a capital.
  ///   - left: words of the predicate that the answer takes away.
  ///   - tail: what is added at the end: a date that stood before the subject.
  /// - Returns: the question, or `nil` where the verb cannot be turned round.
  func inverted(_ asking: String, without left: Set<Int>, tail: String? = nil) -> String? {
    guard let (auxiliary, rest) = inverted(without: left) else { return nil }
    return finish([asking, auxiliary, subjectText, rest, sceneText, tail])
  }

  /// What stands before the clause, as it reads at its end.
  private var sceneText: String? {
    guard !predication.scene.isEmpty else { return nil }
    let text = tree.text(predication.scene)
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Asks when an event took place that a noun names: "When did the siege of Acre take place?".
  func askingForEvent(_ asking: String, _ words: [Int]) -> String? {
    guard let first = words.first else { return nil }
    let text = text(words)
    let subject = isLowered(first) ? text.prefix(1).lowercased() + text.dropFirst() : text
    return finish([asking, "did", subject, "take place"])
  }

  /// Asks for the subject, as in "Who issued the Edict of Fontainebleau in 1685?".
  ///
  /// - Parameters:
  ///   - asking: the words that ask.
  ///   - name: the answer, which must not be named.
  ///   - tail: what is added at the end.
  /// - Returns: the question, or `nil` where the verb cannot be asked for.
  func askingSubject(_ asking: String, for name: String, tail: String? = nil) -> String? {
    guard !predication.isParticiple, !isGerund, hasSafeVerb(without: []) else { return nil }
    return finish([asking, text(plain(predication.body), asked: name), sceneText, tail])
  }

  /// What happened, without its date.
  ///
  /// - Parameter left: words of the predicate that are left out.
  /// - Returns: a statement without its full stop.
  func event(without left: Set<Int>) -> String? {
    guard !isGerund else { return nil }
    let auxiliary = predication.isParticiple ? (predication.isPlural ? "were" : "was") : nil
    let body = plain(predication.body).filter { !left.contains($0) }
    return capitalised([subjectText, auxiliary, text(body), sceneText])
  }

  /// The statement with something else in the place of some of its words.
  ///
  /// - Parameters:
  ///   - gap: the words that are left out.
  ///   - blank: what stands for them.
  /// - Returns: a statement without its full stop.
  func statement(replacing gap: Range<Int>, by blank: String) -> String? {
    var subject = predication.subject
    // An aside that was kept is closed by its comma.
    if let last = subject.last, subject.contains(where: { tree.tokens[$0].penn == .comma }),
      last + 1 < tree.tokens.count, tree.tokens[last + 1].penn == .comma
    {
      subject.append(last + 1)
    }
    let words = subject + plain(predication.body)
    return capitalised([
      text(words.filter { $0 < gap.lowerBound }), blank,
      text(words.filter { $0 >= gap.upperBound }),
    ])
  }

  private func capitalised(_ parts: [String?]) -> String? {
    let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    guard let first = text.first else { return nil }
    return tidy(first.uppercased() + text.dropFirst())
  }

  /// The subject as it reads inside of a sentence.
  var subjectText: String {
    var text = text(predication.subject)
    guard let first = predication.subject.first, let last = predication.subject.last,
      let initial = text.first
    else { return text }
    // An apposition that was kept is closed by its comma.
    if text.contains(","), last + 1 < tree.tokens.count, tree.tokens[last + 1].penn == .comma {
      text += ","
    }
    return isLowered(first) ? initial.lowercased() + text.dropFirst() : text
  }

  /// Whether the first word of a sentence loses its capital inside of a question.
  private func isLowered(_ first: Int) -> Bool {
    let token = tree.tokens[first]
    guard predication.sentence.standIns[first] == nil else { return false }
    // "In 1925 physicist Julius Lilienfeld": the capital is not the text's.
    let initial = predication.sentence.bytes[token.range.lowerBound]
    if (0x61...0x7a).contains(initial) { return true }
    // "The Least Dangerous Branch", inside of a sentence.
    guard first == 0 else { return false }
    if Self.institutions.contains(token.form) { return false }
    switch token.universal {
    case .determiner, .adposition, .numeral, .auxiliary: return true
    case .noun:
      return token.name == .outside && !states.isDemonym(token.form)
        && lemmatiser.isCommonNoun(token.form)
    case .adjective, .verb, .adverb:
      guard token.name == .outside, !states.isDemonym(token.form),
        // "North Korean troops".
        !(first + 1 < tree.tokens.count && states.isDemonym(tree.tokens[first + 1].form))
      else { return false }
      // "Royal Dutch Shell" begins with an adjective; "unpaid Spanish troops" is no name.
      let next = tree.tokens[(first + 1)...].first { $0.form.first?.isUppercase != true }
      let isPart = Self.directions.contains(token.form)
      return first + 1 >= tree.tokens.count
        || tree.tokens[first + 1].form.first?.isUppercase != true
        || tree.tokens[first + 1].penn == .pluralName || next?.universal == .noun && !isPart
    case .coordinatingConjunction, .interjection, .particle, .pronoun, .properNoun,
      .punctuation, .subordinatingConjunction, .symbol, .other:
      return false
    }
  }

  /// Words that make a name of the demonym behind them: "North Korean".
  private static let directions: Set<String> = [
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central",
    "New", "Royal", "Old", "Great",
  ]

  /// Bodies that are written like names.
  private static let institutions: Set<String> = ["Parliament", "Congress", "Cabinet"]

  private func finish(_ parts: [String?]) -> String? {
    let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    return tidy(text) + "?"
  }

  private func tidy(_ text: String) -> String {
    var text = text.replacing("  ", with: " ").replacing(" ,", with: ",")
    while let last = text.last, ",;: -–—".contains(last) { text.removeLast() }
    // The full stop of a quotation that ends its sentence.
    for mark in ["\"", "”", "’"] where text.hasSuffix(".\(mark)") || text.hasSuffix(",\(mark)") {
      text = text.dropLast(2) + mark
    }
    return text
  }

  /// The words without adverbs that point back into the text.
  private func plain(_ words: [Int]) -> [Int] {
    words.filter { index in
      // "Still resident" says what sort of soldiers; "still led" points back.
      guard tree.tokens[index].universal == .adverb,
        tree.tokens[index].head == predication.predicate || tree.tokens[index].form != "still"
      else { return true }
      // "Eight years later" says when.
      if index > 0, tree.tokens[index - 1].universal == .noun { return true }
      return !Self.connectives.contains(tree.tokens[index].form.lowercased())
    }
  }

  private static let connectives: Set<String> = [
    "also", "however", "then", "thus", "therefore", "later", "subsequently", "eventually",
    "finally", "still", "meanwhile", "moreover", "furthermore", "thereafter", "afterwards",
    "consequently", "accordingly", "instead", "hence", "nevertheless", "already",
  ]

  /// Whether the verb has no tense, as in "after signing the treaty".
  private var isGerund: Bool { tree.tokens[predication.predicate].penn == .gerund }

  /// Whether a dated act is told in the present tense: "In 1147 the king takes the city".
  private var tellsInPresent: Bool {
    let predicate = tree.tokens[predication.predicate]
    return (predicate.penn == .thirdPersonPresent || predicate.penn == .plainPresent)
      && predication.auxiliaries.isEmpty
      && !Self.lasting.contains(lemmatiser.lemma(of: predicate))
      && predication.sentence.times.contains {
        $0.date != nil && [.during, .none, .span].contains($0.relation)
          && predication.attachedWords(of: $0) != nil
      }
  }

  /// Verbs that say in the present what is so now.
  private static let lasting: Set<String> = [
    "be", "have", "date", "go", "remain", "seem", "mean", "contain", "include", "consist", "belong",
    "say", "show", "suggest", "believe", "know", "expect", "plan", "need", "want", "hold", "tell",
  ]

  private func hasSafeVerb(without left: Set<Int>) -> Bool {
    let predicate = tree.tokens[predication.predicate]
    for index in predication.body where tree.tokens[index].head == predication.predicate {
      let token = tree.tokens[index]
      if ["not", "n't", "n’t", "never", "hardly", "neither"].contains(token.form.lowercased()) {
        return false
      }
      if token.penn == .modal { return false }
    }
    if let first = predication.auxiliaries.first {
      return ["was", "were", "had", "has", "have", "is", "are"].contains(
        tree.tokens[first].form.lowercased())
    }
    let isRead =
      predication.clauseStart != nil
      && (predicate.penn == .pastParticiple || predicate.penn == .gerund)
    return (predicate.penn == .pastTense || isRead || tellsInPresent)
      && predicate.universal == .verb
  }

  private func inverted(without left: Set<Int>) -> (auxiliary: String, rest: String)? {
    let body = plain(predication.body).filter { !left.contains($0) }
    if predication.isParticiple {
      return (predication.isPlural ? "were" : "was", text(body))
    }
    guard hasSafeVerb(without: left) else { return nil }
    if let plain = inPlainPast(body, isInverted: true) { return plain }
    if let first = predication.auxiliaries.first {
      return (tree.tokens[first].form.lowercased(), text(body.filter { $0 != first }))
    }
    guard let place = body.firstIndex(of: predication.predicate) else { return nil }
    let base = lemmatiser.lemma(of: tree.tokens[predication.predicate])
    guard
      base != tree.tokens[predication.predicate].form || Self.unchanged.contains(base)
        || tree.tokens[predication.predicate].penn == .plainPresent
    else {
      return nil
    }
    let before = text(Array(body[..<place]))
    let after = text(Array(body[(place + 1)...]))
    // A mark that was glued to the verb stays glued to it.
    let glue = after.first.map { ",;:'’".contains($0) } == true ? "" : " "
    let auxiliary: String
    switch tree.tokens[predication.predicate].penn {
    case .thirdPersonPresent: auxiliary = "does"
    case .plainPresent: auxiliary = "do"
    case _: auxiliary = "did"
    }
    return (
      auxiliary,
      [before, base + (after.isEmpty ? "" : glue + after)].filter { !$0.isEmpty }
        .joined(separator: " ")
    )
  }

  /// A predicate in the past perfect as the simple past tells it, which is how one asks for a point
  /// in time: "had been opened" is "was opened".
  ///
  /// - Returns: `nil` where the predicate has another tense, or a time by which something was done.
  private func inPlainPast(
    _ body: [Int], isInverted: Bool
  ) -> (auxiliary: String, rest: String)? {
    guard let had = predication.auxiliaries.first, had != predication.predicate,
      tree.tokens[had].form.lowercased() == "had",
      !predication.sentence.times.contains(where: {
        [.by, .until, .before, .since].contains($0.relation)
          && predication.attachedWords(of: $0) != nil
      }),
      !body.contains(where: { Self.reaching.contains(tree.tokens[$0].form.lowercased()) })
    else { return nil }
    if predication.auxiliaries.count == 2 {
      let been = predication.auxiliaries[1]
      guard predication.isPassive, tree.tokens[been].form == "been" else { return nil }
      return (predication.isPlural ? "were" : "was", text(body.filter { $0 != had && $0 != been }))
    }
    guard isInverted, predication.auxiliaries.count == 1,
      let place = body.firstIndex(of: predication.predicate)
    else { return nil }
    let before = text(body[..<place].filter { $0 != had })
    let after = text(Array(body[(place + 1)...]))
    let base = lemmatiser.lemma(of: tree.tokens[predication.predicate])
    return ("did", [before, base, after].filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Words that need the past perfect.
  private static let reaching: Set<String> = ["already", "since", "ever", "just", "yet", "long"]

  /// Verbs whose past is their base form.
  private static let unchanged: Set<String> = [
    "set", "put", "cut", "let", "hit", "shut", "cost", "hurt", "split", "spread", "broadcast",
    "cast", "burst", "beat", "quit", "shed", "read", "bid", "rid", "upset",
  ]
}

/// The words that ask for a date, by how finely it is stated.
enum DateAsking {
  /// - Parameters:
  ///   - time: the expression that is the answer.
  ///   - answer: the answer as it will be shown.
  ///   - phrase: the expression with its preposition, as it stands.
  ///   - isAttributive: whether it stands before a noun, so that no preposition speaks of it.
  /// - Returns: the words, or `nil` where no question fits.
  static func words(
    for time: TimeExpression, answer: String, phrase: String, isAttributive: Bool = false
  ) -> String? {
    let startsWithFrom = phrase.lowercased().hasPrefix("from")
    guard let date = time.date else { return nil }
    // "Christmas 1085" is no date with a month.
    if date.precision == .day || date.precision == .month,
      !answer.asciiWords.contains(where: { months.contains(String($0.prefix(3))) })
    {
      return time.relation == .during || time.relation == .none ? "When" : nil
    }
    switch date.form {
    case .single(let period):
      if period.part != nil || period.isUncertain {
        if time.relation == .by { return "By when" }
        if time.relation == .since, startsWithFrom { return "From when" }
        return [.during, .none, .throughout, .span].contains(time.relation) ? "When" : nil
      }
      let noun: String
      switch period.unit {
      case .day: noun = "date"
      case .month: noun = "month and year"
      case .year: noun = "year"
      case .decade: noun = "decade"
      case .century: noun = "century"
      case .season, .millennium: return time.relation == .during ? "When" : nil
      }
      let what = noun == "date" ? "what" : "which"
      if period.isCirca { return "Around \(what) \(noun)" }
      switch isAttributive ? .during : time.relation {
      case .during, .none: return noun == "date" ? "On what date" : "In which \(noun)"
      case .by: return "By \(what) \(noun)"
      case .until: return "Until \(what) \(noun)"
      case .before: return "Before \(what) \(noun)"
      case .after: return "After \(what) \(noun)"
      case .throughout: return "When"
      case .since: return startsWithFrom ? "From \(what) \(noun)" : nil
      case .span, .of, .than: return nil
      }
    case .range:
      switch time.relation {
      case .span, .during, .throughout, .none: return "When"
      case .by, .since, .until, .before, .after, .of, .than: return nil
      }
    case .set:
      return [.during, .none, .throughout].contains(time.relation) ? "When" : nil
    case .before, .after: return nil
    }
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
