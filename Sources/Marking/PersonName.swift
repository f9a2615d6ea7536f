/// The parts of a person's name that decide whether two names mean one person.
struct PersonName: Hashable, Sendable {
  /// Given and family names as written, without titles, particles, ordinals and epithets.
  let core: [String]
  /// "VIII" in Henry VIII, "the Second".
  let regnal: Int?
  /// The first of two family names that "y" joins: Hidalgo y Costilla.
  let firstFamilyName: String?
  /// What stands after "of" or "the": `aragon`, `great`.
  let epithet: [String]
  /// Whether the family name comes first, as in China, Korea and Vietnam.
  let isFamilyFirst: Bool
  /// Whether the family name is one that millions bear, so that alone it names nobody.
  let isFamilyNameCommon: Bool
  /// Whether it is the son's, who bears his father's name.
  let isJunior: Bool

  /// Reads folded words; `nil` where nothing but titles is there.
  ///
  /// - Parameters:
  ///   - words: the name.
  ///   - familyFirst: the order to read it in, where another name has settled that.
  init?(_ words: [String], familyFirst: Bool? = nil) {
    var rest = words[...]
    while rest.count > 1, let first = rest.first, PersonName.titles.contains(first) {
      rest = rest.dropFirst()
    }
    var isJunior = false
    while rest.count > 1, let last = rest.last, PersonName.suffixes.contains(last) {
      if last == "jr" || last == "junior" { isJunior = true }
      rest = rest.dropLast()
    }
    self.isJunior = isJunior
    guard !rest.isEmpty else { return nil }
    var regnal: Int?
    var epithet: [String] = []
    if let cut = rest.dropFirst().firstIndex(where: { $0 == "of" || $0 == "the" }) {
      var tail = rest[(cut + 1)...]
      rest = rest[..<cut]
      if let first = tail.first, let value = NumberWords.ordinal(first) {
        regnal = value
        tail = tail.dropFirst()
      }
      epithet = tail.filter { $0 != "of" && $0 != "the" }
    }
    if rest.count > 1, let last = rest.last,
      let value = last == "i"
        ? 1
        : NumberWords.roman(last) ?? NumberWords.ordinal(last)
          ?? (rest.count == 2 ? NumberWords.cardinals[last] : nil)
    {
      regnal = value
      rest = rest.dropLast()
    }
    let isJapanese = rest.count == 2 && rest.first.map(PersonName.japanese.contains) == true
    self.isFamilyFirst = familyFirst ?? (isJapanese || PersonName.isFamilyFirst(rest))
    self.isFamilyNameCommon = isFamilyFirst && !isJapanese
    self.firstFamilyName = rest.dropFirst(2).firstIndex(of: "y").map { rest[$0 - 1] }
    self.core = isFamilyFirst ? Array(rest) : PersonName.withoutParticles(rest)
    self.regnal = regnal
    self.epithet = epithet
  }

  /// The folded family name; `nil` for a single name and a ruler's.
  var familyKey: String? {
    guard core.count > 1 else { return nil }
    if isFamilyFirst { return core.first }
    return regnal == nil ? core.last : nil
  }

  private static func withoutParticles(_ words: ArraySlice<String>) -> [String] {
    let kept = words.filter { !particles.contains($0) }
    return kept.isEmpty ? Array(words) : kept
  }

  /// Whether the words are a Chinese, Korean or Vietnamese family name and one to three syllables.
  private static func isFamilyFirst(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first, (2...4).contains(words.count), familyNames.contains(first)
    else { return false }
    return words.dropFirst().allSatisfy(isEastAsianGivenName)
  }

  /// One syllable, or two written together, with the endings that these languages have.
  private static func isEastAsianGivenName(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard (1...9).contains(bytes.count) else { return false }
    var groups = 0
    var wasVowel = false
    for byte in bytes {
      let isVowel = "aeiouy".utf8.contains(byte)
      if isVowel && !wasVowel { groups += 1 }
      wasVowel = isVowel
    }
    guard (1...2).contains(groups) else { return false }
    let endings = ["n", "ng", "nh", "m", "p", "t", "k", "l", "c", "ch", "h", "b"]
    guard let lastVowel = bytes.lastIndex(where: { "aeiouy".utf8.contains($0) }) else {
      return false
    }
    let tail = String(decoding: bytes[(lastVowel + 1)...], as: UTF8.self)
    return tail.isEmpty || endings.contains(tail)
  }

  private static func list(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  static let titles = list(
    """
    the mr mrs ms miss dr sir lord lady dame baron baroness count countess duke duchess earl \
    marquis marquess viscount king queen emperor empress tsar tsarina czar kaiser prince \
    princess archduke archduchess president premier chancellor minister prime foreign secretary \
    senator governor general gen marshal field admiral colonel col major captain capt lieutenant \
    sergeant commander comrade chairman leader dictator pope saint st cardinal archbishop bishop \
    father reverend rev rabbi imam ayatollah sheikh shaykh sultan caliph shah khan pasha pharaoh \
    chief justice judge professor prof vice us american british french german soviet russian \
    chinese north south korean vietnamese first great uncle brother dear supreme commodore \
    brigadier corporal vizier khedive nawab maharaja rajah raja begum shogun emir amir margrave \
    landgrave elector doge consul abbot sister mother don dona herr frau monsieur madame mme \
    signor ambassador congressman representative mayor commissar viceroy regent dauphin blessed \
    apostle citizen his her their son daughter wife husband nephew niece \
    generalissimo generalfeldmarschall grand fuhrer duce caudillo lt cpl \
    cmdr brig sen gov pres rear vice-admiral archdeacon infanta infante tsarevich csar negus ras
    """)

  private static let suffixes = list("jr sr junior senior esq phd md obe kbe mp pasha bey effendi")

  /// Words in lower case that stand inside names.
  static let joins = particles.union(["the", "of", "and", "d", "o"])

  private static let particles = list(
    "von van de da di del della der den la le du dos das do el al bin ibn ben ter ten zu af y e")

  private static let japanese = list(
    """
    abe ashikaga fujiwara fukuda fukuzawa fumimaro hashimoto hatoyama hideyoshi ikeda inukai \
    ishihara itagaki ito itoh iwasaki kato katsura kido kishi koizumi konoe kurosawa kuroda \
    matsuoka minamoto mishima miyamoto miyazaki mori nakasone nobunaga oda ohira okubo okuma \
    ozawa saigo saionji sakamoto sato shidehara suzuki taira takahashi takeshita tanaka togo \
    tojo tokugawa toyoda toyotomi uesugi yamagata yamamoto yamashita yoshida
    """)

  static let familyNames = list(
    """
    kim lee yi rhee ri park pak choe choi jung chung jeong chong kang cho jo yoon yun jang chang \
    lim im han oh o seo so shin sin kwon hwang ahn an song ryu yu hong jeon chon ko koh moon mun \
    son yang pae bae paek baek heo ho nam sim noh roh no ha kwak sung cha chu joo woo ku hyon le \
    nguyen tran pham huynh hoang phan vu vo dang bui do ngo duong ly dinh truong to luong phung \
    mai bao ton mao deng teng zhou chou jiang chiang sun li wang zhang chen liu zhao huang wu xu \
    hu zhu chu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao \
    yuan shen zeng peng lu su jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi \
    yao hua xi bo kong qin qian tan hsu tseng ting yeh tsai soong kung meng bai lai kang cai hao \
    yen
    """)
}
