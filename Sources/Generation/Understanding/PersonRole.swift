/// Nouns that say what a person does or is.
enum PersonRole {
  /// Whether a word in lower case is one.
  static func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether a word in lower case says whose relative somebody is.
  static func isKin(_ word: String) -> Bool { kin.contains(word) }

  private static let kin: Set<String> = [
    "father", "mother", "son", "daughter", "brother", "sister", "wife", "husband", "uncle", "aunt",
    "nephew", "niece", "cousin", "grandfather", "grandmother", "grandson", "granddaughter",
    "widow", "stepfather", "stepmother", "parents",
  ]

  private static let words: Set<String> = [
    "explorer", "physicist", "physicists", "chemist", "chemists", "inventor", "inventors",
    "architect", "architects", "engineer", "engineers", "king", "queen", "emperor", "president",
    "premier", "chancellor", "minister", "general", "admiral", "captain", "colonel", "commander",
    "marshal", "major", "lieutenant", "pope", "bishop", "archbishop", "cardinal", "prince",
    "princess", "duke", "earl", "count", "lord", "sultan", "caliph", "tsar", "shah", "khan",
    "senator", "governor", "mayor", "judge", "justice", "lawyer", "secretary", "treasurer",
    "ambassador", "chairman", "director", "founder", "leader", "philosopher", "historian",
    "mathematician", "astronomer", "biologist", "geologist", "botanist", "physician", "surgeon",
    "doctor", "professor", "scientist", "scientists", "economist", "economists", "writer",
    "novelist", "poet", "playwright", "journalist", "author", "authors", "painter", "sculptor",
    "composer", "conductor", "singer", "actor", "actress", "photographer", "merchant",
    "merchants", "banker", "businessman", "businesswoman", "industrialist", "missionary", "monk",
    "priest", "preacher", "reformer", "revolutionary", "activist", "navigator", "sailor",
    "aviator", "pilot", "astronaut", "cosmonaut", "mountaineer", "son", "daughter", "brother",
    "sister", "heir", "widow", "wife", "husband", "ceo", "executive",
  ]
}
