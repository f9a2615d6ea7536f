/// A unit of measurement or a currency.
struct Unit: Hashable, Sendable {
  /// What a unit measures; two units of one dimension can be converted, except currencies.
  enum Dimension: Hashable, Sendable {
    case currency
    case mass
    case length
    case area
    case volume
    case time
    case share
  }

  let name: String
  let dimension: Dimension
  /// How many of the dimension's base unit it is.
  let factor: Double

  /// The unit that a folded word or a currency sign means; `nil` for any other noun.
  static func named(_ word: String) -> Unit? { table[word] }

  private static let table: [String: Unit] = {
    var table: [String: Unit] = [:]
    for (dimension, name, factor, words) in list {
      for word in words.split(separator: " ") {
        table[String(word)] = Unit(name: name, dimension: dimension, factor: factor)
      }
    }
    return table
  }()

  private static let list: [(Dimension, String, Double, String)] = [
    (.currency, "dollars", 1, "dollar dollars usd us$ $ bucks"),
    (.currency, "rubles", 2, "ruble rubles rouble roubles rub"),
    (.currency, "pounds", 3, "pound pounds gbp sterling quid £"),
    (.currency, "euros", 4, "euro euros eur €"),
    (.currency, "francs", 5, "franc francs"),
    (.currency, "marks", 6, "mark marks reichsmark reichsmarks deutschmark deutschmarks dm"),
    (.currency, "yen", 7, "yen jpy ¥"),
    (.currency, "yuan", 8, "yuan renminbi rmb"),
    (.currency, "rupees", 9, "rupee rupees ₹"),
    (.currency, "lire", 10, "lira lire liras"),
    (.currency, "pesos", 11, "peso pesos"),
    (.currency, "won", 12, "won ₩"),
    (.currency, "dong", 13, "dong ₫"),
    (.currency, "florins", 14, "florin florins guilder guilders gulden"),
    (.currency, "livres", 15, "livre livres"),
    (.currency, "crowns", 16, "crown crowns kroner kronor"),
    (.currency, "cents", 17, "cent cents"),
    (.currency, "ducats", 18, "ducat ducats"),
    (.currency, "shillings", 19, "shilling shillings"),
    (.currency, "pence", 20, "penny pence pennies"),
    (.currency, "talents", 21, "talent talents"),
    (.currency, "denarii", 22, "denarius denarii"),
    (.mass, "tons", 1000, "ton tons tonne tonnes"),
    (.mass, "kilograms", 1, "kg kilogram kilograms kilo kilos kilogramme kilogrammes"),
    (.mass, "grams", 0.001, "gram grams gramme grammes"),
    (.mass, "ounces", 0.028_349_523_125, "ounce ounces oz"),
    (.mass, "pounds", 0.453_592_37, "lb lbs"),
    (.length, "kilometres", 1000, "km kilometre kilometres kilometer kilometers kms"),
    (.length, "metres", 1, "metre metres meter meters"),
    (.length, "centimetres", 0.01, "cm centimetre centimetres centimeter centimeters"),
    (.length, "millimetres", 0.001, "mm millimetre millimetres millimeter millimeters"),
    (.length, "miles", 1609.344, "mile miles mi"),
    (.length, "yards", 0.9144, "yard yards"),
    (.length, "feet", 0.3048, "foot feet ft"),
    (.length, "inches", 0.0254, "inch inches"),
    (.length, "leagues", 4828.032, "league leagues"),
    (.area, "acres", 4046.856_422_4, "acre acres"),
    (.area, "hectares", 10_000, "hectare hectares ha"),
    (.volume, "litres", 1, "litre litres liter liters"),
    (.volume, "gallons", 3.785_411_784, "gallon gallons"),
    (.volume, "barrels", 158.987_294_928, "barrel barrels"),
    (.time, "centuries", 1200, "century centuries"),
    (.time, "decades", 120, "decade decades"),
    (.time, "years", 12, "year years yr yrs"),
    (.time, "months", 1, "month months"),
    (.time, "weeks", 0.230_137, "week weeks fortnights"),
    (.time, "days", 0.032_876_7, "day days"),
    (.time, "hours", 0.001_369_863, "hour hours hr hrs"),
    (.time, "minutes", 0.000_022_831, "minute minutes min mins"),
    (.time, "seconds", 0.000_000_380_5, "sec secs"),
    (.share, "percent", 0.01, "percent % pct percentage"),
  ]
}
