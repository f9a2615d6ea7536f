/// How a typed name of a person relates to the expected one.
enum NameAgreement: Hashable, Sendable {
  /// The same person, with so many letters off.
  case same(slips: Int)
  /// One letter off where it makes another name: a substitution in a short word.
  case nearly
  /// A single name with another name added that may make it another person's.
  case fuller
  /// Only the family name.
  case familyName(slips: Int)
  /// Another part of the name.
  case part
  /// The ruler's number or epithet is missing.
  case numberMissing
  /// Another ruler of that name.
  case numberDiffers
  /// The same family name with another given name.
  case otherGivenName
  case different
}

extension PersonName {
  /// How a typed name relates to this one.
  func agreement(with typed: PersonName) -> NameAgreement {
    if let regnal, let other = typed.regnal, regnal != other { return .numberDiffers }
    if regnal == nil, let other = typed.regnal, other != 1 || !epithet.isEmpty {
      return .numberDiffers
    }
    if !epithet.isEmpty, !typed.epithet.isEmpty, !epithet.contains(where: typed.epithet.contains) {
      return regnal == nil ? .different : .numberDiffers
    }
    if typed.isJunior, !isJunior { return core.last == typed.core.last ? .part : .different }
    let names = isFamilyFirst ? familyFirstAgreement(typed) : westernAgreement(typed)
    switch names {
    case .same, .nearly, .familyName:
      if regnal != nil, typed.regnal == nil { return .numberMissing }
      if core.count == 1, !epithet.isEmpty, typed.epithet.isEmpty, typed.core.count == 1 {
        return .numberMissing
      }
      return names
    case .fuller, .part, .numberMissing, .numberDiffers, .otherGivenName, .different: return names
    }
  }

  // MARK: Family name first

  private func familyFirstAgreement(_ typed: PersonName) -> NameAgreement {
    let whole = core.joined()
    for turn in 0..<max(1, min(typed.core.count, 4)) {
      let turned = (typed.core[turn...] + typed.core[..<turn]).joined()
      if turned == whole { return .same(slips: 0) }
      for tradition in [Romanisation.Tradition.chinese, .korean]
      where turned.utf8.count > 4
        && Romanisation.key(turned, tradition) == Romanisation.key(whole, tradition)
      {
        return .same(slips: 0)
      }
    }
    if core.sorted() == typed.core.sorted() { return .same(slips: 0) }
    if typed.core.count < core.count {
      if typed.core.count == 1, typed.core.first == core.first { return .familyName(slips: 0) }
      if core.starts(with: typed.core) || core.suffix(typed.core.count).elementsEqual(typed.core)
        || core.dropFirst().joined() == typed.core.joined()
      {
        return .part
      }
    }
    return slippedSyllables(typed)
  }

  /// One letter off in one syllable is a slip, unless it makes another syllable of one.
  private func slippedSyllables(_ typed: PersonName) -> NameAgreement {
    guard core.count == typed.core.count else {
      let slips = Slip.distance(core.joined(), typed.core.joined(), limit: 1)
      return slips.map { .same(slips: $0) } ?? .different
    }
    var slips = 0
    var isSubstituted = false
    for (mine, other) in zip(core, typed.core) where mine != other {
      // Another first sound is another name: Yong and Jong.
      guard mine.utf8.first == other.utf8.first || mine.utf8.sorted() == other.utf8.sorted(),
        Slip.distance(mine, other, limit: 1) != nil
      else { return .different }
      slips += 1
      if mine.utf8.count == other.utf8.count, mine.utf8.sorted() != other.utf8.sorted(),
        mine.utf8.count <= 4
      {
        isSubstituted = true
      }
    }
    guard slips <= 2, core.joined().utf8.count > 4 else { return .different }
    return isSubstituted ? (slips == 1 ? .nearly : .different) : .same(slips: slips)
  }

  // MARK: Family name last

  private func westernAgreement(_ typed: PersonName) -> NameAgreement {
    let mine = core
    let other = typed.core
    if mine == other || mine.joined() == other.joined() { return .same(slips: 0) }
    guard let myLast = mine.last, let myFirst = mine.first, let last = other.last,
      let first = other.first
    else { return .different }
    if other.count == 1 {
      if mine.count == 1 {
        return NameParts.slips(myLast, last, isGiven: true).map { .same(slips: $0) } ?? .different
      }
      // "Paul II" is another pope than John Paul II.
      if regnal != nil, last != myFirst { return .different }
      if let slips = NameParts.slips(myLast, last, isGiven: false) {
        return .familyName(slips: slips)
      }
      if firstFamilyName == last { return .familyName(slips: 0) }
      // "Anne of Cleves" is no part of Anne Boleyn.
      if !typed.epithet.isEmpty, epithet.isEmpty { return .different }
      if mine.contains(last) || GivenNames.areForms(myFirst, last) { return .part }
      return .different
    }
    if mine.count == 1 {
      // A single name, and given names or a family name added to it; rulers have none.
      guard regnal == nil, epithet.isEmpty else { return .different }
      if let slips = NameParts.slips(myLast, last, isGiven: false) { return .same(slips: slips) }
      return NameParts.slips(myLast, first, isGiven: false) == nil ? .different : .fuller
    }
    if regnal == nil, mine.suffix(other.count).elementsEqual(other) { return .familyName(slips: 0) }
    if mine.count == other.count, mine.sorted() == other.sorted() { return .same(slips: 0) }
    // "Talleyrand-Périgord".
    if regnal == nil, mine.count > 2, other.count > mine.count, other.starts(with: mine) {
      return .fuller
    }
    // In the order given, then with the family name first: "Churchill, Winston".
    for (given, family) in [(other.dropLast(), last), (other.dropFirst(), first)] {
      // A ruler's names are all given names.
      guard let familySlips = NameParts.slips(myLast, family, isGiven: regnal != nil) else {
        continue
      }
      if let givenSlips = NameParts.givenSlips(mine.dropLast(), given) {
        return .same(slips: familySlips + givenSlips)
      }
      return .otherGivenName
    }
    if let slips = Slip.distance(mine.joined(), other.joined(), limit: 1) {
      return .same(slips: slips)
    }
    return .different
  }
}

/// Compares single parts of names.
enum NameParts {
  /// How many letters are off between two spellings of one part; `nil` for two different parts.
  static func slips(_ mine: String, _ other: String, isGiven: Bool) -> Int? {
    if mine == other { return 0 }
    if isGiven, GivenNames.areForms(mine, other) { return 0 }
    let shorter = min(mine.utf8.count, other.utf8.count)
    if shorter >= 4 {
      if Romanisation.key(mine, .european) == Romanisation.key(other, .european) { return 0 }
      for tradition in [Romanisation.Tradition.arabic, .turkish]
      where shorter >= 5
        && Romanisation.key(mine, tradition) == Romanisation.key(other, tradition)
      {
        return 0
      }
    }
    return Slip.distance(mine, other, limit: Slip.allowance(length: mine.utf8.count))
  }

  /// How many letters are off between two lists of given names.
  ///
  /// One list may leave out middle names or shorten them to initials; what both have must agree.
  static func givenSlips(_ mine: ArraySlice<String>, _ other: ArraySlice<String>) -> Int? {
    guard let myFirst = mine.first, let otherFirst = other.first else { return 0 }
    let myMiddle = mine.dropFirst()
    let otherMiddle = other.dropFirst()
    if let slips = given(myFirst, otherFirst) {
      if myMiddle.isEmpty || otherMiddle.isEmpty { return slips }
      guard myMiddle.count == otherMiddle.count else { return nil }
      var total = slips
      for (left, right) in zip(myMiddle, otherMiddle) {
        guard let slips = given(left, right) else { return nil }
        total += slips
      }
      return total
    }
    // All initials in one: "JF".
    if isInitials(otherFirst, of: mine) || isInitials(myFirst, of: other) { return 0 }
    // Known by a middle name: Woodrow Wilson was Thomas Woodrow Wilson.
    for name in myMiddle where name.utf8.count > 1 {
      if let slips = given(name, otherFirst) { return slips }
    }
    for name in otherMiddle where name.utf8.count > 1 {
      if let slips = given(myFirst, name) { return slips }
    }
    return nil
  }

  private static func given(_ mine: String, _ other: String) -> Int? {
    if mine.utf8.count == 1 || other.utf8.count == 1 {
      return mine.utf8.first == other.utf8.first ? 0 : nil
    }
    // Told as a spelling that is off, not taken for the name.
    if GivenNames.areTranslations(mine, other) { return 2 }
    if let slips = slips(mine, other, isGiven: true) { return slips }
    // "Niel": in a short name of a long one an exchange is still a slip.
    if mine.utf8.count >= 3, mine.utf8.sorted() == other.utf8.sorted(),
      Slip.distance(mine, other, limit: 1) != nil
    {
      return 1
    }
    return Slip.distance(mine, other, limit: 2).flatMap { slips in
      mine.utf8.count >= 6 && mine.utf8.first == other.utf8.first
        && Romanisation.vowelless(mine) == Romanisation.vowelless(other) ? slips : nil
    }
  }

  private static func isInitials(_ word: String, of names: ArraySlice<String>) -> Bool {
    let letters = Array(word.utf8)
    guard (2...3).contains(letters.count), letters.count >= names.count else { return false }
    return zip(names, letters).allSatisfy { $0.utf8.first == $1 }
  }
}
