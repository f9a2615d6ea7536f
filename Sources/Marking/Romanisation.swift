/// Spellings of one sound that romanisations keep apart: a key under which they agree.
///
/// Each tradition is a list of replacements applied in order to a folded word or a squashed name.
/// A key only ever makes two spellings of the same name equal; it is asked for names whose
/// letters differ, never for common words.
enum Romanisation {
  /// Which names the replacements speak of.
  enum Tradition: CaseIterable {
    /// Slavic and Greek names, and the rest of Europe: Trotsky, Trotskii, Trockij.
    case european
    /// Wade-Giles and pinyin.
    case chinese
    /// McCune-Reischauer, the North and South Korean systems.
    case korean
    /// Arabic and Persian names: Gaddafi, Qadhafi.
    case arabic
    /// Turkish letters and what they were written with before 1928: Cemal, Djemal.
    case turkish
  }

  /// The key of a folded word.
  static func key(_ word: String, _ tradition: Tradition) -> String {
    var bytes = Array(word.utf8)
    for (from, to) in rules(tradition) { replace(from, with: to, in: &bytes) }
    // Doubled letters are one sound; doubled digits are another number.
    var result: [UInt8] = []
    for byte in bytes where result.last != byte || byte <= 0x39 { result.append(byte) }
    if tradition == .european { trimEuropean(&result) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The consonants of a folded word, each once where it is doubled.
  static func vowelless(_ word: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in word.utf8 where !"aeiouy".utf8.contains(byte) && result.last != byte {
      result.append(byte)
    }
    return result
  }

  private static func replace(_ from: [UInt8], with to: [UInt8], in bytes: inout [UInt8]) {
    guard bytes.count >= from.count else { return }
    var index = 0
    while index + from.count <= bytes.count {
      if bytes[index] == from[0], bytes[index..<(index + from.count)].elementsEqual(from) {
        bytes.replaceSubrange(index..<(index + from.count), with: to)
        index += max(1, to.count)
      } else {
        index += 1
      }
    }
  }

  /// Endings and a `y` or `j` after the first letter: `-ij`, `-iy`, `-yi` are all `-i`.
  private static func trimEuropean(_ bytes: inout [UInt8]) {
    var result: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      let letter: UInt8 =
        switch byte {
        case 0x79, 0x6a: position > 0 ? 0x69 : 0x79
        default: byte
        }
      if result.last != letter || letter <= 0x39 { result.append(letter) }
    }
    bytes = result
  }

  private static func rules(_ tradition: Tradition) -> [(from: [UInt8], to: [UInt8])] {
    switch tradition {
    case .european: european
    case .chinese: chinese
    case .korean: korean
    case .arabic: arabic
    case .turkish: turkish
    }
  }

  private static func pairs(_ text: String) -> [(from: [UInt8], to: [UInt8])] {
    text.split(separator: " ").map { pair in
      let parts = pair.split(separator: ":", omittingEmptySubsequences: false)
      return (Array(parts[0].utf8), Array(parts[1].utf8))
    }
  }

  private static let european = pairs(
    "yo:e jo:e shch:sc sch:s tsch:c tch:c tsh:c ch:c cz:c sh:s sz:s zh:z kh:h ph:f ck:k ts:c tz:c qu:k "
      + "q:k x:ks w:v "
      + "ou:u oo:u ue:u oe:o ae:e ie:i ff:v th:t dj:j ic:ik ac:ak uc:uk oc:ok ec:ek")

  private static let chinese = pairs(
    "tse:ze tz:z ts:z hs:x ch:j zh:j q:j k:g p:b t:d ung:ong ieh:ie ueh:ue ien:ian yen:yan "
      + "uei:ui eh:e")

  private static let korean = pairs(
    "oo:u ee:i eo:o yeo:yo u:o ch:j k:g t:d p:b r:l ae:e oe:e wo:o")

  private static let turkish = pairs("dj:j sch:s sh:s ch:c c:j ou:u oo:u w:v dh:d")

  private static let arabic = pairs(
    "kh:k gh:k dh:d th:t q:k g:k j:k ou:u oo:u ee:i e:a o:u ai:a ei:a au:a aw:a y:i h:")
}
