/// Pairs of words that contradict each other, as tokens.
enum Antonyms {
  static func areOpposite(_ left: String, _ right: String) -> Bool {
    table[left]?.contains(right) == true || table[right]?.contains(left) == true
  }

  /// Words that deny without a "not".
  static let denying: Set<String> = Set(
    [
      "reject", "oppose", "deny", "forbid", "ban", "prevent", "stop", "lose", "miss", "refuse",
      "abort", "cancel", "abandon",
    ].map { Synonyms.canonical(Stem.of($0)) })

  /// Whether a victory is missing and the answer tells it as the defeat of another: "beating the
  /// United States".
  static func tellsOfVictory(_ missing: [String], _ typed: [String]) -> Bool {
    guard missing.contains(Synonyms.canonical("win")) else { return false }
    return zip(typed, typed.dropFirst()).contains { first, second in
      ["beat", "beats", "beating", "defeats", "defeating"].contains(first)
        && !Stopwords.all.subtracting(["the"]).contains(second)
    }
  }

  private static let table: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for line in pairs.split(separator: "\n") {
      let sides = line.split(separator: "|").map { side in
        side.split(separator: " ").map { Synonyms.canonical(Stem.of(String($0))) }
      }
      guard sides.count == 2 else { continue }
      for left in sides[0] { table[left, default: []].formUnion(sides[1]) }
    }
    return table
  }()

  private static let pairs = """
    accept accepted approve agree adopt welcome | reject oppose deny
    increase grow rise expand raise growth | decrease shrink fall reduce lower cut decline
    win won victory triumph succeed success gain | lose lost defeat fail failure loss
    support back favour help | oppose resist fight attack condemn
    before | after
    cause | prevent stop
    north northern | south southern
    east eastern | west western
    for | against
    strengthen strong stronger | weaken weak weaker
    allow permit legalise legalize | forbid ban prohibit outlaw
    independence free freedom | dependence colony slavery
    peace | war
    ally friend alliance | enemy foe
    join joined enter | leave left quit
    resume continue restart | stop halt end cease
    begin start outbreak | end finish
    open opened | close closed
    pass | fail failure
    welcome like love | resent hate
    foreign | domestic native
    large big great | small little tiny
    rich wealth wealthy | poor poverty
    private privatise privatize | public nationalise nationalize
    first | last
    improve improved better | worsen worse deteriorate
    more | fewer less
    much many | little few
    unite unify union | divide split partition
    attack invade | defend retreat
    high higher increase | low lower decrease
    am | pm
    bc bce | ad ce
    occupy conquer | leave free liberate evacuate
    prevent | spread cause
    raise introduce | abolish
    kill murder execute | rescue save pardon
    man men | woman women
    export | import
    victory win | defeat loss
    majority | minority
    prince king emperor duke father son brother | princess queen empress duchess mother daughter sister
    left | right
    minimum | maximum
    advance | retreat
    same | different
    build built found create | destroy abolish dissolve
    """
}
