/// A typed answer, read once: its words, and what it says about itself.
struct TypedAnswer: Sendable {
  /// As typed, cut to what is read.
  let text: String
  let folded: Folded
  /// The words without "it was", "I think", "in".
  let words: [String]
  /// Whether it denies something: "not 1978", "anyone but Nixon".
  let isNegated: Bool

  init(_ typed: String) {
    self.text = typed.utf8.count <= 4096 ? typed : String(typed.unicodeScalars.prefix(1024))
    self.folded = Folded(text)
    self.words = Fillers.stripped(folded.words)
    self.isNegated = Negation.isNegated(folded.words)
  }

  /// Whether a folded word is the name of a place that acts or is acted on as its government does:
  /// "Hanoi's tilt", "signed by Moscow", "Moscow refused", "the tilt to Moscow".
  func hasGovernment(_ word: String) -> Bool {
    guard let place = folded.words.firstIndex(of: word) else { return false }
    if place > 0 {
      let before = folded.words[place - 1]
      if ["by", "against", "with", "towards", "toward"].contains(before) { return true }
      if before == "to", place > 1,
        ["tilt", "tilted", "closer", "leaned", "lean", "loyal"].contains(folded.words[place - 2])
      {
        return true
      }
    } else if place + 1 < folded.words.count, Clause.isVerb(folded.words[place + 1]) {
      return true
    }
    return text.split(whereSeparator: \.isWhitespace).contains { part in
      (part.hasSuffix("'s") || part.hasSuffix("\u{2019}s")) && Folded(String(part)).joined == word
    }
  }

  /// Whether nothing but white space and control characters was typed.
  var isBlank: Bool {
    !text.unicodeScalars.contains { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format
    }
  }

  /// Whether the student says in words that there is no answer.
  var isNoAnswer: Bool {
    folded.words.count <= 7 && Fillers.noAnswers.contains(folded.joined)
  }

  /// The answers offered where more than one was: "1978 or 1979", "1978? 1979?".
  var alternatives: [String] {
    var parts: [String] = [""]
    for piece in text.split(whereSeparator: { " \n\t".contains($0) }) {
      let word = piece.lowercased()
      if word == "or" || word == "or," {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + String(piece)
        if word.hasSuffix("?") { parts.append("") }
      }
      if parts.count > 8 { break }
    }
    let kept = parts.map { part in
      part.lowercased().hasPrefix("either ") ? String(part.dropFirst(7)) : part
    }.filter { part in !Folded(part).words.allSatisfy(Fillers.vague.contains) }
    return kept.count > 1 ? kept : []
  }
}

/// Words around an answer that are no part of it.
enum Fillers {
  static func stripped(_ words: [String]) -> [String] {
    var rest = words[...]
    while rest.count > 1, let first = rest.first, leading.contains(first) { rest.removeFirst() }
    for tail in trailing
    where rest.count > tail.count && rest.suffix(tail.count).elementsEqual(tail) {
      rest = rest.dropLast(tail.count)
    }
    return Array(rest)
  }

  private static let leading: Set<String> = Set(
    """
    the a an it its was is were are this that thats they he she hes shes in on at by to of from \
    because i im think believe guess suppose probably maybe perhaps possibly called named answer \
    so well um uh er definitely surely obviously must have been be as into
    """.split(separator: " ").map(String.init))

  private static let trailing: [[String]] = [
    ["i", "think"], ["i", "believe"], ["i", "guess"], ["i", "suppose"], ["probably"], ["maybe"],
    ["perhaps"], ["of", "course"], ["or", "so"],
  ]

  /// What follows "or" without being an answer: "fifty or so".
  static let vague: Set<String> = [
    "so", "something", "thereabouts", "similar", "whatever", "like", "that", "thing", "someone",
  ]

  static let noAnswers: Set<String> = [
    "idk", "i dont know", "dont know", "do not know", "i do not know", "dunno", "i dunno",
    "no idea", "i have no idea", "no clue", "i have no clue", "not sure", "im not sure",
    "i am not sure", "i forgot", "forgot", "i forget", "forgotten", "cant remember",
    "i cant remember", "cannot remember", "i cannot remember", "dont remember",
    "i dont remember", "i do not remember", "no answer", "unknown", "na", "n a", "pass", "skip",
    "none", "nothing", "who knows", "no", "i give up", "give up", "hmm", "idek", "dk", "help",
    "next", "sorry", "i dont know this one", "i dont know sorry", "sorry i dont know",
    "no idea sorry",
    "not a clue", "havent a clue", "i havent a clue", "i have forgotten", "ive forgotten",
    "beats me", "asdf", "null", "nil", "tbd", "blank", "question mark",
  ]
}

/// Words that deny.
enum Negation {
  static func isNegated(_ words: [String]) -> Bool { count(words) % 2 == 1 }

  /// How often the words deny something.
  static func count(_ words: [String]) -> Int {
    var count = 0
    for (index, word) in words.enumerated() {
      if single.contains(word) {
        // "not only" affirms.
        if word == "not", index + 1 < words.count, words[index + 1] == "only" { continue }
        // "No. 2" is a number.
        if word == "no", index + 1 < words.count, words[index + 1].allSatisfy(\.isNumber) {
          continue
        }
        count += 1
      } else if ["fail", "fails", "failed"].contains(word), index + 1 < words.count,
        words[index + 1] == "to"
      {
        count += 1
      } else if word == "but", index > 0,
        ["anyone", "anybody", "anything", "all"].contains(words[index - 1])
      {
        count += 1
      }
    }
    return count
  }

  static let single: Set<String> = [
    "not", "no", "never", "nobody", "noone", "isnt", "wasnt", "werent", "arent", "didnt", "dont",
    "doesnt", "hasnt", "hadnt", "havent", "cannot", "cant", "couldnt", "wont", "wouldnt", "neither",
    "nor", "except", "without", "nothing", "none", "lack", "lacks", "lacked", "lacking",
  ]
}
