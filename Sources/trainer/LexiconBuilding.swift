import Language

extension Lexicon {
  /// The lexicon for WordNet's word list and name list.
  ///
  /// - Parameter folder: where `wordnet-pos.tsv` and `wordnet-names.tsv` lie.
  /// - Throws: `TrainingError`.
  init(treebank folder: String) throws(TrainingError) {
    var classes: [(hash: UInt64, value: Int)] = []
    for line in try Treebank.lines(of: "\(folder)/wordnet-pos.tsv") where !line.isEmpty {
      let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
      guard columns.count == 2, let bits = Int(columns[1]) else { continue }
      var normaliser = Normaliser()
      normaliser.read(columns[0].utf8)
      classes.append((Hashing.bytes(normaliser.lower), bits))
    }
    self.init(wordClasses: WordTable(classes), names: WordTable(try Self.names(in: folder)))
  }

  private static func names(in folder: String) throws(TrainingError) -> [(hash: UInt64, value: Int)]
  {
    var values: [UInt64: Int] = [:]
    var order: [UInt64] = []
    func merge(_ hash: UInt64, _ value: Int) {
      if values[hash] == nil { order.append(hash) }
      let old = values[hash] ?? 0
      values[hash] = (old & Name.kind == 0 ? old | value : old | value & Name.continues)
    }
    for line in try Treebank.lines(of: "\(folder)/wordnet-names.tsv") where !line.isEmpty {
      let columns = line.split(separator: "\t")
      guard columns.count == 2, let type = Int(columns[1]) else { continue }
      let words = Self.words(of: columns[0])
      guard words.count <= Name.longest else { continue }
      var hash: UInt64 = 0
      for (index, word) in words.enumerated() {
        hash = index == 0 ? name(startingWith: word) : name(hash, followedBy: word)
        merge(hash, index == words.count - 1 ? type + 1 : Name.continues)
      }
    }
    return order.map { ($0, values[$0] ?? 0) }
  }

  /// The hashes of a listed name's words; hyphens are words, as in the treebanks.
  private static func words(of name: Substring) -> [UInt64] {
    var parts: [[UInt8]] = [[]]
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "_"): parts.append([])
      case UInt8(ascii: "-"):
        parts.append([byte])
        parts.append([])
      default: parts[parts.count - 1].append(byte)
      }
    }
    var normaliser = Normaliser()
    return parts.filter { !$0.isEmpty }.map { part in
      normaliser.read(part)
      return Hashing.bytes(normaliser.lower)
    }
  }
}
