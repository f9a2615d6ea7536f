import Language

/// Puts names from other parts of the world in the place of the persons in treebank sentences.
///
/// The treebanks know few names of three syllables and few titles before them, which history
/// and news are full of. The names are made up of common family and given names.
struct NameSubstitution {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The sentence with other names and titles, or `nil` where no person is named in it.
  mutating func substitute(in sentence: TreebankSentence) -> TreebankSentence? {
    let spans = Self.persons(in: sentence)
    guard !spans.isEmpty else { return nil }
    let hasTree = sentence.words.allSatisfy { $0.relation != nil }
    let hasNames = sentence.words.allSatisfy { $0.name != nil }
    var words: [TreebankWord] = []
    var places = [Int](repeating: 0, count: sentence.words.count)
    // Heads of new words are known only when all places are.
    var heads: [Int: Int] = [:]
    var next = 0
    for span in spans + [sentence.words.count..<sentence.words.count] {
      for index in next..<span.lowerBound {
        places[index] = words.count
        words.append(sentence.words[index])
      }
      next = span.upperBound
      guard !span.isEmpty else { break }
      let first = sentence.words[span.lowerBound]
      let name = self.name(ofLength: span.count)
      let title =
        hasTree && Self.takesTitle(span.lowerBound, in: sentence) && random.isTrue(0.5)
        ? NameLists.titles[pick(NameLists.titles.count)] : []
      let start = words.count + title.count
      for (offset, word) in title.enumerated() {
        heads[words.count] = offset == title.count - 1 ? start : words.count - offset + word.head
        words.append(
          TreebankWord(
            form: word.form, label: TagLabel(word.universal, word.penn), head: 0,
            relation: word.relation, name: hasNames ? .outside : nil, spaceAfter: true
          )
        )
      }
      for index in span { places[index] = start }
      for (offset, form) in name.enumerated() {
        var word = first
        word.form = form
        word.name = hasNames ? (offset == 0 ? .start(.person) : .inside(.person)) : nil
        word.label = hasTree ? TagLabel(.properNoun, .singularName) : nil
        word.spaceAfter =
          offset < name.count - 1 || sentence.words[span.upperBound - 1].spaceAfter
        if offset > 0 {
          word.relation = hasTree ? .flat : nil
          heads[words.count] = start
        }
        words.append(word)
      }
    }
    for index in words.indices {
      words[index].head = heads[index] ?? words[index].head.map { places[$0] }
    }
    return TreebankSentence(document: sentence.document, words: words)
  }

  /// Persons whose names can be replaced without harm to the tree.
  private static func persons(in sentence: TreebankSentence) -> [Range<Int>] {
    let words = sentence.words
    var spans: [Range<Int>] = []
    var index = 0
    while index < words.count {
      var end = index + 1
      if words[index].name == .start(.person) {
        while end < words.count, words[end].name == .inside(.person) { end += 1 }
      } else if words[index].name == nil, words[index].label?.universal == .properNoun {
        while end < words.count, words[end].relation == .flat, words[end].head == index,
          words[end].label?.universal == .properNoun
        { end += 1 }
        if end == index + 1 || words[index].relation == .flat {
          index += 1
          continue
        }
      } else {
        index += 1
        continue
      }
      let isFlat = (index + 1..<end).allSatisfy { place in
        words[place].relation == nil || words[place].relation == .flat && words[place].head == index
      }
      let isLetters = (index..<end).allSatisfy { words[$0].form.first?.isUppercase == true }
      if isFlat, isLetters { spans.append(index..<end) }
      index = end
    }
    return spans
  }

  /// Whether a title may stand before a name: nothing else belongs to it on the left.
  private static func takesTitle(_ first: Int, in sentence: TreebankSentence) -> Bool {
    let words = sentence.words
    guard words[first].relation != .flat else { return false }
    let isFree = !words[..<first].contains { word in
      word.head == first && word.relation != .caseMark && word.relation != .coordination
        && word.relation != .punctuation
    }
    return isFree && (first == 0 || words[first - 1].label?.universal != .properNoun)
  }

  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private mutating func pick(_ list: [String]) -> String { list[pick(list.count)] }

  /// A name; where one word stood, half of the time one word stands again.
  private mutating func name(ofLength length: Int) -> [String] {
    let name = fullName()
    guard length == 1, random.isTrue(0.6) else { return name }
    // Family names come first in East Asia, last elsewhere.
    return [NameLists.eastern.contains(name[0]) ? name[0] : name[name.count - 1]]
  }

  private mutating func fullName() -> [String] {
    switch pick(10) {
    case 0: [pick(NameLists.korean), pick(NameLists.koreanGiven), pick(NameLists.koreanGiven)]
    case 1:
      [
        pick(NameLists.korean),
        "\(pick(NameLists.koreanGiven))-\(pick(NameLists.koreanGiven).lowercased())",
      ]
    case 2, 3:
      [
        pick(NameLists.vietnamese), pick(NameLists.vietnameseMiddle),
        pick(NameLists.vietnameseGiven),
      ]
    case 4: [pick(NameLists.vietnamese), pick(NameLists.vietnameseGiven)]
    case 5: [pick(NameLists.chinese), pick(NameLists.chineseGiven)]
    case 6: [pick(NameLists.africanGiven), pick(NameLists.african)]
    case 7: [pick(NameLists.asianGiven), pick(NameLists.asian)]
    case 8: [pick(NameLists.europeanGiven), pick(NameLists.european)]
    case _: [pick(NameLists.europeanGiven), pick(NameLists.initials), pick(NameLists.european)]
    }
  }
}
