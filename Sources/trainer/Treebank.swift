import Glibc
import Language

/// One word of a treebank.
struct TreebankWord {
  /// The word as written.
  var form: String
  /// Both tags, where the word has them.
  var label: TagLabel?
  /// The number of the head in the sentence, `nil` for the root.
  var head: Int?
  /// The relation to the head, where the sentence has a tree.
  var relation: Relation?
  /// The name tag, where names were marked; kinds that we do not tell apart count as outside.
  var name: NameTag?
  /// Whether white space follows.
  var spaceAfter: Bool
}

/// One sentence of a treebank.
struct TreebankSentence {
  /// The document it belongs to.
  var document: String
  /// Its words.
  var words: [TreebankWord]

  /// The words' bytes, for `WordFeatures`.
  var forms: [[UInt8]] { words.map { Array($0.form.utf8) } }
  /// Its tree.
  var arcs: [Arc] {
    words.map { Arc(head: $0.head, relation: $0.relation ?? .unspecified) }
  }
}

/// Why training cannot go on.
enum TrainingError: Error {
  /// Neither `train TREEBANK MODELS` nor `evaluate TREEBANK MODELS NAME…` was asked.
  case usage
  /// The files hold no sentence to learn from.
  case nothingLearnt
  case unreadable(path: String)
  case unwritable(path: String)
  case malformed(path: String, line: Int)
}

/// A treebank file: one word a line, sentences apart by a blank line, `# doc` before documents.
enum Treebank {
  /// Reads a file of the folder.
  static func read(_ name: String, in folder: String) throws(TrainingError) -> [TreebankSentence] {
    let path = "\(folder)/\(name).tsv"
    var sentences: [TreebankSentence] = []
    var document = ""
    var words: [TreebankWord] = []
    for (number, line) in try lines(of: path).enumerated() {
      if line.isEmpty {
        if !words.isEmpty { sentences.append(TreebankSentence(document: document, words: words)) }
        words = []
      } else if line.hasPrefix("# doc "), !line.contains("\t") {
        document = String(line.dropFirst(6))
      } else {
        guard let word = TreebankWord(line) else {
          throw .malformed(path: path, line: number + 1)
        }
        words.append(word)
      }
    }
    if !words.isEmpty { sentences.append(TreebankSentence(document: document, words: words)) }
    return sentences
  }

  /// The lines of a text file.
  static func lines(of path: String) throws(TrainingError) -> [Substring] {
    guard let file = fopen(path, "r") else { throw .unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}

extension TreebankWord {
  /// Reads a line of eight columns.
  init?(_ line: Substring) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 8, let head = Int(columns[4]) else { return nil }
    form = String(columns[0])
    self.head = head == 0 ? nil : head - 1
    relation = Relation(rawValue: String(columns[5]))
    if let universal = PartOfSpeech(rawValue: String(columns[3])),
      let penn = PennTag(rawValue: String(columns[2]))
    {
      label = TagLabel(universal, penn)
    }
    if columns[6] != "_" {
      let kind = NameKind(rawValue: String(columns[6].dropFirst(2)))
      name = kind.map { columns[6].hasPrefix("B") ? .start($0) : .inside($0) } ?? .outside
    }
    spaceAfter = columns[7] == "1"
  }
}
