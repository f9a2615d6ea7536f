/// An answer to a question, as it was understood.
package enum Reply: Hashable, Sendable {
  case text(String)
  /// The index of the option that was chosen.
  case option(Int)
  case truth(Bool)
  /// The events in the order given, as indices of those shown.
  case order([Int])
  /// For each on the left the index on the right; `nil` for what was left open.
  case match([Int?])
}

/// Why an answer cannot be understood; it is asked for again, never marked.
package enum ReplyProblem: Error, Hashable, Sendable {
  /// Nothing but white space.
  case empty
  /// No option has this letter, number or text.
  case unknownOption(String, count: Int)
  case notTrueOrFalse
  /// Letters that are missing from an order.
  case missing([String])
  /// A letter given twice.
  case repeated(String)
  /// A pair that is no number and letter.
  case badPair(String)
  /// Letters alone, fewer than there are questions to pair.
  case tooFew(given: Int, asked: Int)
}

extension Reply {
  /// Reads what was typed for a question.
  ///
  /// Options are named by letter, number or their own text; an order as `b d a c` or `bdac`; pairs
  /// as `1c 2a` or, in the order of the left column, `c a b`, with `-` for one left open.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - task: the question's task.
  /// - Returns: the answer.
  /// - Throws: why it cannot be understood.
  package static func read(_ text: String, for task: Task) throws(ReplyProblem) -> Reply {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
    switch task {
    case .typed: return .text(text)
    case .choice(_, let options, _): return .option(try option(text, options.map(\.text)))
    case .truth:
      switch Words.all(text).first {
      case "true", "t", "yes", "y", "right": return .truth(true)
      case "false", "f", "no", "n", "wrong": return .truth(false)
      case _: throw .notTrueOrFalse
      }
    case .order(let events): return .order(try order(text, count: events.count))
    case .match(let matching):
      return .match(try match(text, left: matching.left.count, right: matching.right.count))
    }
  }

  private static func option(
    _ text: String, _ options: [String]
  ) throws(ReplyProblem) -> Int {
    let words = Words.all(text)
    if words.count == 1, let index = index(of: words[0], count: options.count) { return index }
    let wanted = Words.all(text)
    let matches = options.indices.filter { Words.all(options[$0]) == wanted }
    guard matches.count == 1, let index = matches.first else {
      throw .unknownOption(text, count: options.count)
    }
    return index
  }

  /// The index that a letter or a number from 1 stands for.
  private static func index(of word: String, count: Int) -> Int? {
    if let number = Int(word) { return (1...count).contains(number) ? number - 1 : nil }
    guard word.utf8.count == 1, let letter = word.utf8.first else { return nil }
    let index = Int(letter) - 97
    return (0..<count).contains(index) ? index : nil
  }

  private static func order(_ text: String, count: Int) throws(ReplyProblem) -> [Int] {
    var words = Words.all(text)
    // "bdac" without spaces.
    if words.count == 1, words[0].count > 1 { words = words[0].map(String.init) }
    var order: [Int] = []
    for word in words {
      guard let index = index(of: word, count: count) else {
        throw .unknownOption(word, count: count)
      }
      if order.contains(index) { throw .repeated(word) }
      order.append(index)
    }
    let missing = (0..<count).filter { !order.contains($0) }
    if !missing.isEmpty { throw .missing(missing.map(QuestionWording.letter)) }
    return order
  }

  private static func match(
    _ text: String, left: Int, right: Int
  ) throws(ReplyProblem) -> [Int?] {
    let pieces = text.lowercased().split { $0.isWhitespace || ",;".contains($0) }
      .flatMap { piece -> [Substring] in
        // "cab" without spaces.
        let isLetters = piece.count > 1 && piece.allSatisfy { $0.isLetter || $0 == "-" }
        return isLetters ? piece.indices.map { piece[$0...$0] } : [piece]
      }
    var pairs = [Int?](repeating: nil, count: left)
    var given: [Int: Bool] = [:]
    var place = 0
    for piece in pieces {
      let digits = piece.prefix(while: \.isNumber)
      let rest = piece.dropFirst(digits.count).drop { "-=:.)".contains($0) }
      if digits.isEmpty {
        guard place < left else { throw .badPair(String(piece)) }
        if piece != "-" {
          guard let index = index(of: String(piece), count: right) else {
            throw .unknownOption(String(piece), count: right)
          }
          pairs[place] = index
        }
        given[place] = true
        place += 1
      } else {
        guard let number = Int(digits), (1...left).contains(number) else {
          throw .badPair(String(piece))
        }
        guard let index = rest.isEmpty ? nil : index(of: String(rest), count: right) else {
          throw .badPair(String(piece))
        }
        if given[number - 1] != nil { throw .repeated(String(digits)) }
        given[number - 1] = true
        pairs[number - 1] = index
      }
    }
    if place > 0, place < left { throw .tooFew(given: place, asked: left) }
    if let twice = pairs.compactMap(\.self).first(where: { index in
      pairs.count { $0 == index } > 1
    }) {
      throw .repeated(QuestionWording.letter(twice))
    }
    return pairs
  }
}

extension Reply {
  /// The answer in words, as the journal and the report show it.
  package func words(for question: PaperQuestion) -> String {
    switch (self, question.task) {
    case (.text(let text), _): text
    case (.option(let index), .choice(_, let options, _)) where options.indices.contains(index):
      options[index].text
    case (.truth(let value), _): value ? "true" : "false"
    case (.order(let order), _): order.map(QuestionWording.letter).joined(separator: " ")
    case (.match(let pairs), _):
      pairs.enumerated().compactMap { left, right in
        right.map { "\(left + 1)\(QuestionWording.letter($0))" }
      }.joined(separator: " ")
    case (.option(let index), _): QuestionWording.letter(index)
    }
  }
}
