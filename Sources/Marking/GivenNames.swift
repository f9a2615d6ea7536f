/// Given names that are one name in other languages or short forms.
enum GivenNames {
  /// Whether two folded given names are forms of one: William and Wilhelm, Bill and William.
  static func areForms(_ left: String, _ right: String) -> Bool {
    guard let one = groups[left], let other = groups[right] else { return false }
    return !one.isDisjoint(with: other)
  }

  /// Whether two folded given names are one name in two languages, each with a sound of its own, as
  /// Enrico and Henry are: nobody calls Fermi Henry, though a king goes by both.
  static func areTranslations(_ left: String, _ right: String) -> Bool {
    areForms(left, right) && firstSound(left) != firstSound(right)
      && shortForms[left]?.contains(right) != true && shortForms[right]?.contains(left) != true
  }

  /// The first letter, as far as languages write one sound alike.
  private static func firstSound(_ name: String) -> UInt8? {
    let letters = name.hasPrefix("ye") ? name.dropFirst() : name[...]
    return switch letters.utf8.first {
    case 0x63, 0x71: 0x6b  // c and q as k
    case 0x6a, 0x79: 0x69  // j and y as i
    case 0x77: 0x76  // w as v
    default: letters.utf8.first
    }
  }

  /// What English names are called for short.
  private static let shortForms: [String: Set<String>] = [
    "bill": ["william"], "harry": ["henry"], "jack": ["john"], "jock": ["john"], "ike": ["dwight"],
    "ted": ["theodore", "edward"], "dick": ["richard"], "bob": ["robert"], "bobby": ["robert"],
    "tony": ["anthony"], "hans": ["johannes", "johann"],
  ]

  private static let groups: [String: Set<Int>] = {
    var groups: [String: Set<Int>] = [:]
    for (number, line) in lists.split(separator: "\n").enumerated() {
      for name in line.split(separator: " ") { groups[String(name), default: []].insert(number) }
    }
    return groups
  }()

  private static let lists = """
    william wilhelm bill will guillaume willem guglielmo guillermo
    henry henri heinrich enrique enrico henrik hendrik harry
    charles karl carl carlos carlo karel karoly
    frederick friedrich frederic federico fritz
    louis ludwig luis lewis luigi lajos lodewijk
    nicholas nikolai nikolay nicolas nikolaus niccolo nicola
    peter pyotr petr pierre pedro pietro piotr piet
    john johann jean juan giovanni ivan jan johannes ioann joao hans jack johnny janos
    joseph josef iosif josif giuseppe jose joe jozef
    vladimir wladimir volodymyr
    alexander aleksandr alexandr alexandre alejandro alessandro aleksander alex
    michael mikhail michel miguel michele mikhael mike michal
    paul pavel pablo paolo pal
    catherine katherine ekaterina yekaterina katharina caterina catalina catharine
    elizabeth elisabeth isabel isabella yelizaveta elisabetta
    mary maria marie
    philip philippe felipe philipp filippo phillip
    francis francois franz francisco francesco frank
    ferdinand fernando ferdinando
    george georg georges jorge giorgio georgy georgi
    james jacques jaime giacomo jim jimmy
    stephen steven stefan istvan etienne esteban steve
    leo leon lev leonid
    constantine konstantin constantin
    theodore fyodor feodor teodoro ted teddy fedor theodor
    franklin frank
    richard dick ricardo riccardo
    robert bob roberto bobby
    edward edouard eduard ted edvard
    anthony antony antonio anton tony marcus
    mark marcus marco
    thomas tom tommaso tomas
    benjamin ben
    dwight ike
    ronald ron
    margaret maggie marguerite margarethe
    eugene evgeny eugen yevgeny
    matthew matteo mathieu matthias
    andrew andrei andrey andreas andre andrzej
    christopher cristoforo cristobal
    ernest ernesto
    sergei sergey serge
    dmitri dmitry dimitri
    yuri iurii yury
    boris borys
    gregory grigory grigori
    jerome geronimo
    augustus auguste augusto
    muhammad mohammed mohammad mohamed muhammed mehmed mehmet mahomet
    ahmed ahmad ahmet
    hussein husayn husain
    suleiman suleyman sulayman soliman
    abraham abe
    albert alberto albrecht
    lawrence laurence lorenzo
    martin marti martinus
    otto othon
    rudolf rudolph
    sophie sofia sophia
    anne anna ana ann
    jane joan jeanne juana
    victoria viktoria
    zachary zachariah
    simon simeon
    imre emery emeric
    emil emile
    urban urbanus
    pius pio
    clement clemens
    innocent innocentius
    jozsef joseph
    """
}
