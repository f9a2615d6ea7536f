/// Tells by a person's name whether "he" or "she" can stand for it.
enum GivenNames {
  enum Gender: Hashable {
    case female
    case male
  }

  /// The gender of a full name or a title with a name; `nil` where the words do not tell.
  static func gender(of name: String) -> Gender? {
    for word in name.split(whereSeparator: { $0 == " " || $0 == "-" }) {
      let word = word.lowercased()
      if female.contains(word) { return .female }
      if male.contains(word) { return .male }
    }
    // "Artemisia Gentileschi": such endings are those of women's names in most of Europe.
    let words = name.split(separator: " ")
    if words.count > 1, let first = words.first?.lowercased(), first.count > 4,
      femaleEndings.contains(where: first.hasSuffix)
    {
      return .female
    }
    return nil
  }

  private static let femaleEndings = [
    "sia", "zia", "cia", "lia", "nia", "ria", "tia", "ina", "ella", "etta", "ława", "anna", "isa",
    "issa", "gitta",
  ]

  /// The gender that a pronoun asks for; `nil` for "it" and "they".
  static func gender(ofPronoun pronoun: String) -> Gender? {
    switch pronoun {
    case "he", "him", "his", "himself": .male
    case "she", "her", "hers", "herself": .female
    case _: nil
    }
  }

  private static let female: Set<String> = [
    "queen", "empress", "princess", "duchess", "countess", "lady", "mrs", "miss", "ms", "dame",
    "agnes", "alice", "amelia", "anna", "anne", "annie", "barbara", "beatrice", "bertha", "betty",
    "caroline", "catherine", "charlotte", "christina", "clara", "cleopatra", "diana", "dorothy",
    "eleanor", "elena", "elisabeth", "elizabeth", "ellen", "emily", "emma", "esther", "eva", "eve",
    "florence", "frances", "frida", "gertrude", "grace", "greta", "hannah", "harriet", "helen",
    "helena", "henrietta", "indira", "irene", "irène", "isabel", "isabella", "jane", "janet",
    "jeanne", "jessica", "joan", "joanna", "josephine", "judith", "julia", "juliet", "karen",
    "kate", "katherine", "laura", "linda", "lise", "louisa", "louise", "lucy", "margaret", "maria",
    "marie", "marta", "martha", "ingrid", "astrid", "sofia", "lucia", "teresa",
    "margarita", "natalia", "svetlana", "tatiana", "ada", "edith", "eliza", "ida", "rachel", "mary",
    "mathilda", "matilda", "maud", "michelle", "nancy", "olga",
    "patricia", "pauline", "rebecca", "rosa", "rosalind", "ruth", "sarah", "simone", "sophia",
    "artemisia", "brigitte", "camille", "cecily", "cecilia", "constance", "daphne", "deborah",
    "denise", "doris", "edna", "ethel", "françoise", "geneviève", "gwendolyn", "hedy", "hilary",
    "hilda", "inge", "iris", "jacqueline", "jennifer", "jocelyn", "kathleen", "leonora", "lillian",
    "marian", "marjorie", "mildred", "millicent", "miriam", "muriel", "nora", "odette", "phyllis",
    "prudence", "renée", "rita", "rosemary", "sally", "shirley", "sibyl", "sonia", "stella",
    "sylvia", "thelma", "ursula", "vera", "violet", "vivien", "wilhelmina", "winifred", "zelda",
    "sophie", "susan", "theresa", "valentina", "victoria", "virginia", "wangari", "yvonne",
  ]

  private static let male: Set<String> = [
    "king", "emperor", "prince", "duke", "count", "lord", "sir", "mr", "pope", "bishop", "tsar",
    "abraham", "adam", "adolf", "alan", "albert", "alexander", "alfred", "andrew", "antoine",
    "anton", "antonio", "arthur", "augustus", "benjamin", "benito", "bernard", "bill", "boris",
    "carl", "charles", "christian", "christopher", "daniel", "david", "dennis", "dmitri", "dwight",
    "edmund", "edward", "edwin", "emil", "eric", "ernest", "ernst", "eugene", "felix", "ferdinand",
    "francis", "francisco", "franklin", "franz", "frederick", "friedrich", "fritz", "gabriel",
    "galileo", "george", "georges", "gerald", "giovanni", "giuseppe", "gregor", "gustav", "guy",
    "hans", "harald", "harold", "harry", "heinrich", "helmut", "henri", "henry", "herbert",
    "hermann", "howard", "hugh", "hugo", "isaac", "ivan", "jack", "jacob", "jacques", "james",
    "jan", "jean", "jim", "johann", "johannes", "john", "jorge", "joseph", "josef", "josé", "juan",
    "jules", "julius", "karl", "kenneth", "konrad", "lawrence", "leo", "leon", "leonardo",
    "leonid", "lewis", "louis", "ludwig", "luis", "manuel", "marc", "marco", "mark", "martin",
    "max", "michael", "mikhail", "miguel", "mohandas", "nelson", "niccolò", "nicholas", "nikita",
    "nikolai", "oliver", "oscar", "oskar", "otto", "pablo", "paul", "pedro", "peter", "philip",
    "philipp", "moses", "immanuel",
    "aksel", "alasdair", "alessandro", "alexandre", "alexei", "allan", "ambrose", "andrea",
    "angelo", "armand", "arnold", "auguste", "balthasar", "bruno", "caspar", "cecil", "cesare",
    "clement", "colin", "cosimo", "cyril", "diego", "donald", "douglas", "édouard", "egon", "elias",
    "enrico", "enrique", "erich", "erik", "ernesto", "étienne", "evan", "fernando", "filippo",
    "fyodor", "gaspard", "geoffrey", "gilbert", "giorgio", "gottfried", "graham", "grigori",
    "guillaume", "günther", "hideki", "horace", "horatio", "ian", "ignatius", "igor", "jaap",
    "jerome", "joachim", "joaquín", "jonathan", "joshua", "keith", "klaus", "kurt", "lars",
    "laurence", "leopold", "lionel", "lorenzo", "luca", "lucien", "lyndon", "malcolm", "marcel",
    "marcus", "mario", "matthew", "maurice", "maxim", "maximilian", "michelangelo", "mustafa",
    "neil", "neville", "nicolas", "niels", "nils", "norman", "olaf", "orazio", "orville", "osman",
    "owen", "patrick", "pavel", "percy", "pierantonio", "pietro", "rafael", "raphael", "rainer",
    "raoul", "reginald", "reinhard", "roberto", "roland", "ross", "rupert", "salvador", "sebastian",
    "sidney", "sigmund", "stanley", "stefan", "sven", "timothy", "tobias", "tomás", "tommaso",
    "ulrich", "ulysses", "umberto", "vasco", "vasily", "victor", "viktor", "vittorio", "warren",
    "wilbur", "wilfred", "yuri",
    "philippe", "pierre", "ralph", "raymond", "rené", "richard", "robert", "roger", "ronald",
    "rudolf", "samuel", "sergei", "siegfried", "simon", "stephen", "steven", "theodore", "thomas",
    "thurgood", "vincent", "vladimir", "walter", "werner", "wilhelm", "william", "winston",
    "wolfgang",
  ]
}
