/// Words that end in a full stop which is not the end of a sentence.
enum Abbreviations {
  /// How far a full stop after an abbreviation may also end the sentence.
  enum Ending: Sendable {
    /// Never: a title or the like, which belongs to what follows.
    case never
    /// Where a word follows that likely begins a sentence.
    case mayEnd
    /// Where any capital follows.
    case likely
    /// It is an abbreviation only before a number.
    case beforeNumber
  }

  /// What is known of a word without its final full stop.
  ///
  /// - Parameter word: the word with its capitals.
  /// - Returns: how the full stop reads, or `nil` where the word is no abbreviation.
  static func ending(of word: String) -> Ending? {
    table[word] ?? dotted(word)
  }

  /// Letters with full stops between them: U.S, i.e, Ph.D, a.m.
  private static func dotted(_ word: String) -> Ending? {
    let parts = word.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ (1...2).contains($0.count) }) else { return nil }
    return parts.joined().allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7a } ? .mayEnd : nil
  }

  private static let table: [String: Ending] = {
    var table: [String: Ending] = [:]
    func add(_ words: String, _ ending: Ending) {
      for word in words.split(separator: " ") { table[String(word)] = ending }
    }
    add(
      """
      Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Rev Fr Hon Pres Gov Sen Sens Rep Reps Amb Sec Gen \
      Brig Maj Col Lt Capt Cdr Cmdr Adm Sgt Cpl Pvt Insp Supt Ald St Ste Mt Ft Msgr Bp Abp \
      vs approx ca cf cp viz resp incl esp e.g i.e Art Arts Nr Ed Eds trans Trans al-
      """, .never)
    add("Inc Ltd Co Corp Bros Jr Sr Esq Ave Blvd Rd Sq Dept Univ Assn est Est repr rev", .mayEnd)
    add("etc al a.m p.m A.M P.M B.C A.D B.C.E C.E Ph.D D.C ibid op loc seq", .likely)
    add(
      """
      No no Nos nos Vol vol Vols vols pp p Ch ch chap Chap Fig fig Figs figs Sect sect Sec sec \
      Para para Pt pt Ser Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec b d c r fl n art
      """, .beforeNumber)
    add("c v", .never)
    return table
  }()

  /// Words that, with a capital after an abbreviation, begin a new sentence.
  static let starters: Set<String> = [
    "A", "About", "According", "After", "Afterwards", "Again", "All", "Also", "Although", "Among",
    "An", "And", "Another", "Any", "As", "At", "Because", "Before", "Between", "Both", "But", "By",
    "Despite", "During", "Each", "Early", "Even", "Eventually", "Every", "Few", "Finally", "For",
    "From", "Further", "Given", "He", "Her", "Here", "His", "How", "However", "I", "If", "In",
    "Instead", "It", "Its", "Just", "Later", "Like", "Many", "Meanwhile", "Most", "Much", "My",
    "Nevertheless", "No", "Not", "Nor", "Now", "Of", "On", "Once", "One", "Only", "Or", "Other",
    "Others", "Our", "Over", "Perhaps", "She", "Since", "So", "Some", "Soon", "Still", "Such",
    "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "Through",
    "Throughout", "Thus", "To", "Today", "Together", "Two", "Under", "Until", "Upon", "We", "Were",
    "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With", "Within",
    "Without", "Yet", "You", "Your",
  ]
}
