import Language

/// A share of right ones among those given and among those there are.
struct Score {
  var right = 0
  var given = 0
  var gold = 0

  var precision: Double { given == 0 ? 0 : Double(right) / Double(given) }
  var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
  var f1: Double { given + gold == 0 ? 0 : 2 * Double(right) / Double(given + gold) }
}

/// What the models get right on a treebank with its own words and sentence breaks.
struct Evaluation {
  private var words = 0
  private var universal = 0
  private var penn = 0
  private var attachable = 0
  private var unlabelled = [0, 0]
  private var labelled = [0, 0]
  private var names: [NameKind: Score] = [:]
  private var pairs = [Score(), Score(), Score()]

  /// Evaluates the models on sentences.
  init(_ models: LanguageModels, on sentences: [TreebankSentence]) {
    for sentence in sentences where sentence.words.allSatisfy({ $0.label != nil }) {
      let features = WordFeatures.words(sentence.forms, lexicon: models.lexicon)
      let reading = models.read(features)
      count(sentence, reading)
      countPairs(sentence, reading)
      if sentence.words.allSatisfy({ $0.name != nil }) {
        countNames(sentence.words.compactMap(\.name), reading.names)
      }
    }
  }

  private mutating func count(_ sentence: TreebankSentence, _ reading: Reading) {
    words += sentence.words.count
    for (index, word) in sentence.words.enumerated() {
      if reading.tags[index].universal == word.label?.universal { universal += 1 }
      if reading.tags[index].penn == word.label?.penn { penn += 1 }
      guard word.relation != .punctuation else { continue }
      attachable += 1
      for (direction, tree) in [reading.forward, reading.backward].enumerated()
      where tree[index].head == word.head {
        unlabelled[direction] += 1
        if tree[index].relation == word.relation { labelled[direction] += 1 }
      }
    }
  }

  private mutating func countPairs(_ sentence: TreebankSentence, _ reading: Reading) {
    let gold = SubjectVerbs(sentence.arcs)
    let found = [SubjectVerbs(reading.forward), SubjectVerbs(reading.backward)]
    let given = found.map { found in
      found.pairs.filter { !reading.tags[$0.subject].isPronoun }
    }
    let agreed = given[0].filter { found[1].contains($0) }
    for (place, pairs) in (given + [agreed]).enumerated() {
      self.pairs[place].gold += gold.pairs.count {
        sentence.words[$0.subject].label?.isPronoun == false
      }
      self.pairs[place].given += pairs.count
      self.pairs[place].right += pairs.count { gold.contains($0) }
    }
  }

  private mutating func countNames(_ gold: [NameTag], _ found: [NameTag]) {
    let gold = Set(Self.spans(gold))
    let found = Set(Self.spans(found))
    for kind in NameKind.allCases {
      names[kind, default: Score()].gold += gold.count { $0.kind == kind }
      names[kind, default: Score()].given += found.count { $0.kind == kind }
      names[kind, default: Score()].right += gold.intersection(found).count { $0.kind == kind }
    }
  }

  private struct Span: Hashable {
    let kind: NameKind
    let start: Int
    var end: Int
  }

  private static func spans(_ tags: [NameTag]) -> [Span] {
    var spans: [Span] = []
    for (index, tag) in tags.enumerated() {
      switch tag {
      case .outside: continue
      case .start(let kind): spans.append(Span(kind: kind, start: index, end: index))
      case .inside(let kind):
        if let last = spans.indices.last, spans[last].kind == kind, spans[last].end == index - 1 {
          spans[last].end = index
        } else {
          spans.append(Span(kind: kind, start: index, end: index))
        }
      }
    }
    return spans
  }

  /// Figures, a line each kind.
  var report: String {
    func percent(_ part: Int, _ whole: Int) -> String {
      fixed(whole == 0 ? 0 : 100 * Double(part) / Double(whole), 2)
    }
    var lines = ["  UPOS \(percent(universal, words)) XPOS \(percent(penn, words))"]
    for (place, direction) in Direction.allCases.enumerated() {
      lines.append(
        "  \(direction.rawValue):"
          + " UAS \(percent(unlabelled[place], attachable))"
          + " LAS \(percent(labelled[place], attachable))"
      )
    }
    for (name, score) in zip(["left to right", "right to left", "both agree"], pairs) {
      lines.append(
        "  subject-verb \(name): P \(fixed(score.precision, 4)) (\(score.right)/\(score.given))"
          + " R \(fixed(score.recall, 4)) (\(score.right)/\(score.gold))"
      )
    }
    if !names.isEmpty {
      let figures = NameKind.allCases.map { kind in
        "\(kind.rawValue) \(fixed(100 * (names[kind]?.f1 ?? 0), 1))"
      }
      lines.append("  names F: " + figures.joined(separator: " "))
    }
    return lines.joined(separator: "\n")
  }
}

/// A number with a fixed count of decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  let whole = Int((value * Double(scale)).rounded())
  let fraction = String(whole % scale)
  return "\(whole / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
}
