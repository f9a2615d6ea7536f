import Language

/// Common parts of names, by which persons in treebank sentences get other names.
enum NameLists {
  static let korean = words(
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Shin Kwon Rhee Roh")
  static let koreanGiven = words(
    """
    Il Jong Sung Yong Nam Chul Young Hee Seok Jin Ho Min Soo Hyun Jae Woo Dae Kyung Tae Myung Chang \
    Sang Hwan Kyu Ryong Song Un Pyong
    """)
  static let vietnamese = words(
    "Nguyen Tran Le Pham Hoang Vo Ngo Bui Do Ho Duong Ly Truong Dang Phan")
  static let vietnameseMiddle = words(
    "Van Thi Duc Chi Dinh Xuan Huu Ngoc Minh Quang Nguyen Trong Cong Thanh")
  static let vietnameseGiven = words(
    """
    Minh Giap Dong Diem Thieu Duan Tho Chinh Manh Khai Phuc Linh Binh Huong Kiet Anh Tan Ky Thang \
    Nhu Lan Hai Quan Trinh Dung
    """)
  static let chinese = words(
    "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Deng Lin Mao Peng Hu")
  static let chineseGiven = words(
    """
    Enlai Zedong Jintao Xiaoping Ziyang Dehuai Shaoqi Zemin Keqiang Rongji Peng Yi Biao Jianlian \
    Weiming Guofeng Qichen Yaobang
    """)
  static let africanGiven = words(
    """
    Kwame Julius Jomo Samora Thomas Nnamdi Ahmed Sekou Patrice Modibo Kenneth Amilcar Abebe Wangari \
    Haile Chinua Ngozi Tunde
    """)
  static let african = words(
    """
    Nkrumah Nyerere Kenyatta Machel Sankara Azikiwe Toure Lumumba Keita Kaunda Cabral Mengistu \
    Okafor Mbeki Diallo Mutesa Adichie Obasanjo Tshombe Odinga
    """)
  static let asianGiven = words(
    "Jawaharlal Indira Mohammad Ali Hassan Mehmet Gamal Anwar Yasser Rajiv Benazir Reza Omar Leila")
  static let asian = words(
    """
    Gandhi Nehru Jinnah Bhutto Sukarno Nasser Sadat Mossadegh Ataturk Sihanouk Suharto Rahman Khan \
    Hussein Karzai Singh Demir Pahlavi
    """)
  static let europeanGiven = words(
    """
    Nikita Leonid Josip Walter Konrad Charles Anthony Imre Erich Willy Mikhail Vyacheslav Olof Helmut \
    Georges Antonio Marie Emma Sofia Elena Henry Jane
    """)
  static let european = words(
    """
    Khrushchev Brezhnev Tito Ulbricht Adenauer Mendes Eden Nagy Honecker Brandt Gorbachev Molotov \
    Palme Kohl Pompidou Salazar Curie Goldman Kovacs Novak Rossi Larsen Fischer Kissinger
    """)
  static let initials = words("H. J. F. A. W. M. D. R. S. T.")

  /// Family names that stand first.
  static let eastern = Set(korean + vietnamese + chinese)

  /// A word of a title: the last one hangs on the name, the others on a word of the title.
  struct TitleWord {
    let form: String
    let universal: PartOfSpeech
    let penn: PennTag
    let relation: Relation
    /// The number of the word in the title that it hangs on.
    let head: Int
  }

  static let titles: [[TitleWord]] =
    words(
      """
      President Premier General Chairman Marshal Secretary Ambassador Senator Prince King Emperor \
      Queen Comrade Colonel Professor Doctor
      """
    ).map { [title($0)] }
    + [
      [adjective("Prime", 1), title("Minister")],
      [adjective("Foreign", 1), title("Minister")],
      [adjective("Foreign", 1), title("Minister")],
      [noun("Defense", 1), title("Minister")],
      [noun("Vice", 1), title("President")],
      [adjective("General", 1), title("Secretary")],
      [demonym("Vietnamese", 1), title("Premier")],
      [demonym("Chinese", 1), title("Premier")],
      [demonym("Soviet", 1), title("leader", .noun, .singularNoun)],
      [demonym("Korean", 1), title("leader", .noun, .singularNoun)],
      [adjective("North", 1), demonym("Korean", 2), title("Premier")],
      [adjective("North", 1), demonym("Vietnamese", 2), title("leader", .noun, .singularNoun)],
      [demonym("French", 2), adjective("Foreign", 2), title("Minister")],
      [demonym("Cuban", 2), adjective("Prime", 2), title("Minister")],
      [noun("Communist", 1), noun("Party", 3), adjective("General", 3), title("Secretary")],
      [noun("Party", 1), title("Chairman")],
    ]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func title(
    _ form: String, _ universal: PartOfSpeech = .properNoun, _ penn: PennTag = .singularName
  ) -> TitleWord {
    TitleWord(
      form: form, universal: universal, penn: penn, relation: .descriptiveModifier, head: 0
    )
  }

  private static func adjective(_ form: String, _ head: Int) -> TitleWord {
    TitleWord(
      form: form, universal: .adjective, penn: .singularName, relation: .adjectivalModifier,
      head: head
    )
  }

  private static func demonym(_ form: String, _ head: Int) -> TitleWord {
    TitleWord(
      form: form, universal: .adjective, penn: .adjective, relation: .adjectivalModifier,
      head: head
    )
  }

  private static func noun(_ form: String, _ head: Int) -> TitleWord {
    TitleWord(
      form: form, universal: .properNoun, penn: .singularName, relation: .compound, head: head
    )
  }
}
