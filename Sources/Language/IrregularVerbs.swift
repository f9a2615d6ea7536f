/// The common irregular forms of English, by which base forms are found.
enum IrregularVerbs {
  /// Base forms of verb forms.
  static let bases: [String: String] = {
    var bases: [String: String] = [
      "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
      "'s": "be", "'re": "be", "'m": "be", "has": "have", "had": "have", "having": "have",
      "'ve": "have", "does": "do", "doing": "do", "goes": "go", "dying": "die", "lying": "lie",
      "tying": "tie", "vying": "vie", "'ll": "will", "'d": "would", "wo": "will", "ca": "can",
      "sha": "shall", "hanged": "hang", "programmed": "program", "bussed": "bus",
    ]
    for line in table.split(separator: "\n") {
      let forms = line.split(separator: " ").map(String.init)
      guard let base = forms.first else { continue }
      for form in forms where bases[form] == nil { bases[form] = base }
    }
    return bases
  }()

  /// The verbs whose past tense and participle differ from each other and from the base form.
  static let distinct: [(past: String, participle: String)] = table.split(separator: "\n")
    .compactMap { line in
      let forms = line.split(separator: " ").map(String.init)
      guard forms.count == 3, Set(forms).count == 3 else { return nil }
      return (forms[1], forms[2])
    }

  /// Singulars of nouns.
  static let singulars: [String: String] = [
    "men": "man", "women": "woman", "children": "child", "people": "people", "feet": "foot",
    "teeth": "tooth", "geese": "goose", "mice": "mouse", "oxen": "ox", "lives": "life",
    "wives": "wife", "knives": "knife", "leaves": "leaf", "halves": "half", "wolves": "wolf",
    "selves": "self", "shelves": "shelf", "thieves": "thief", "loaves": "loaf", "crises": "crisis",
    "theses": "thesis", "bases": "base", "analyses": "analysis", "axes": "axis",
    "hypotheses": "hypothesis", "criteria": "criterion", "phenomena": "phenomenon",
    "data": "data", "media": "medium", "series": "series", "species": "species", "news": "news",
    "means": "means", "headquarters": "headquarters", "works": "work", "buses": "bus",
    "gases": "gas", "heroes": "hero", "vetoes": "veto", "embargoes": "embargo",
    "negroes": "negro", "potatoes": "potato", "tomatoes": "tomato", "echoes": "echo",
    "cargoes": "cargo", "alumni": "alumnus", "radii": "radius", "nuclei": "nucleus",
  ]

  // The base, then the past tense and the participle where they are not regular.
  private static let table = """
    arise arose arisen
    awake awoke awoken
    bear bore borne born
    beat beat beaten
    become became
    begin began begun
    bend bent
    beset beset
    bet bet
    bid bade bidden
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    broadcast broadcast
    build built
    burn burnt
    burst burst
    buy bought
    cast cast
    catch caught
    choose chose chosen
    cling clung
    come came
    cost cost
    creep crept
    cut cut
    deal dealt
    dig dug
    do did done
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    dwell dwelt
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fling flung
    fly flew flown
    forbid forbade forbidden
    forecast forecast
    foresee foresaw foreseen
    forget forgot forgotten
    forgive forgave forgiven
    forgo forwent forgone
    forsake forsook forsaken
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grind ground
    grow grew grown
    hang hung
    hear heard
    hide hid hidden
    hit hit
    hold held
    hurt hurt
    keep kept
    kneel knelt
    know knew known
    lay laid
    lead led
    lean leant
    leap leapt
    learn learnt
    leave left
    lend lent
    let let
    lie lay lain
    light lit
    lose lost
    make made
    mean meant
    meet met
    mow mown
    overcome overcame
    partake partook partaken
    pay paid
    prove proven
    put put
    quit quit
    read read
    rend rent
    rid rid
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    set set
    sew sewn
    shake shook shaken
    shed shed
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    shut shut
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    sleep slept
    slide slid
    sling slung
    slit slit
    smell smelt
    sow sown
    speak spoke spoken
    speed sped
    spell spelt
    spend spent
    spin spun
    split split
    spoil spoilt
    spread spread
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    stink stank stunk
    strew strewn
    stride strode stridden
    strike struck stricken
    string strung
    strive strove striven
    swear swore sworn
    sweep swept
    swell swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    thrive throve thriven
    throw threw thrown
    thrust thrust
    tread trod trodden
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    wet wet
    win won
    wind wound
    withdraw withdrew withdrawn
    withhold withheld
    wring wrung
    write wrote written
    """
}
