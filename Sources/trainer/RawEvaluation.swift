import Language

/// What the models get right on plain text, with our own words and sentence breaks.
struct RawEvaluation {
  private var tokens = Score()
  private var starts = Score()
  private var pairs = Score()
  /// Words that were split otherwise than in the treebank, for reading.
  private(set) var differences: [String] = []

  /// Evaluates on the documents' texts; each document is one block.
  init(_ models: LanguageModels, on sentences: [TreebankSentence]) {
    var document: [TreebankSentence] = []
    for sentence in sentences {
      if let last = document.last, last.document != sentence.document {
        evaluate(models, document)
        document = []
      }
      document.append(sentence)
    }
    evaluate(models, document)
  }

  /// A word of the treebank in the text.
  private struct Place {
    let range: Range<Int>
    let sentence: Int
    let word: Int
  }

  private mutating func evaluate(_ models: LanguageModels, _ sentences: [TreebankSentence]) {
    var text: [UInt8] = []
    var places: [Place] = []
    for (number, sentence) in sentences.enumerated() {
      for (index, word) in sentence.words.enumerated() {
        let start = text.count
        text += Array(word.form.utf8)
        places.append(Place(range: start..<text.count, sentence: number, word: index))
        if word.spaceAfter { text.append(UInt8(ascii: " ")) }
      }
      if text.last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
    }
    let document = Document(text, blocks: [0..<text.count], models: models)
    count(document, places)
    countPairs(document, places, sentences)
  }

  private mutating func count(_ document: Document, _ places: [Place]) {
    let gold = Set(places.map(\.range))
    let found = document.sentences.flatMap(\.tokens)
    tokens.gold += gold.count
    tokens.given += found.count
    tokens.right += found.count { gold.contains($0.range) }
    let goldStarts = Set(places.filter { $0.word == 0 }.map(\.range.lowerBound))
    let foundStarts = Set(document.sentences.map(\.range.lowerBound))
    starts.gold += goldStarts.count
    starts.given += foundStarts.count
    starts.right += goldStarts.intersection(foundStarts).count
    for token in found where !gold.contains(token.range) {
      differences.append("word \(token.form)")
    }
    for start in goldStarts.symmetricDifference(foundStarts).sorted() {
      let context = document.text[max(0, start - 30)..<min(document.text.count, start + 20)]
      let side = goldStarts.contains(start) ? "missed" : "false"
      differences.append("\(side) start \(String(decoding: context, as: UTF8.self))")
    }
  }

  private mutating func countPairs(
    _ document: Document, _ places: [Place], _ sentences: [TreebankSentence]
  ) {
    let gold = sentences.map { SubjectVerbs($0.arcs) }
    for (trees, sentence) in zip(gold, sentences) {
      pairs.gold += trees.pairs.count { sentence.words[$0.subject].label?.isPronoun == false }
    }
    for sentence in document.sentences {
      for clause in sentence.clauses where clause.isAgreed {
        let subject = sentence.tokens[clause.subject]
        if TagLabel(subject.universal, subject.penn).isPronoun { continue }
        pairs.given += 1
        guard let first = place(of: subject, places),
          let second = place(of: sentence.tokens[clause.predicate], places),
          let third = place(of: sentence.tokens[clause.verb], places),
          first.sentence == second.sentence, first.sentence == third.sentence
        else { continue }
        let pair = SubjectVerb(subject: first.word, predicate: second.word, verb: third.word)
        if gold[first.sentence].contains(pair) { pairs.right += 1 }
      }
    }
  }

  private func place(of token: Token, _ places: [Place]) -> Place? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.upperBound <= token.range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < places.count && places[low].range.contains(token.range.lowerBound)
      ? places[low] : nil
  }

  /// Two lines of figures.
  var report: String {
    """
      raw text: words F \(fixed(100 * tokens.f1, 2)) sentence starts F \(fixed(100 * starts.f1, 2))
      raw text, subject-verb both agree: P \(fixed(pairs.precision, 4)) (\(pairs.right)/\(pairs.given)) \
    R \(fixed(pairs.recall, 4)) (\(pairs.right)/\(pairs.gold))
    """
  }
}
