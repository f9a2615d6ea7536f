/// The models of English that `Language` works with: read-only values, safe to share.
package struct LanguageModels: Sendable {
  /// What is known of words and names.
  package let lexicon: Lexicon
  /// Tags and trees from left to right.
  package let forward: Reader
  /// Tags and trees from right to left.
  package let backward: Reader
  /// Names.
  package let names: NameTagger

  /// Models made by hand or by training.
  package init(lexicon: Lexicon, forward: Reader, backward: Reader, names: NameTagger) {
    self.lexicon = lexicon
    self.forward = forward
    self.backward = backward
    self.names = names
  }

  /// Reads the four files of a folder.
  ///
  /// - Parameter folder: the folder that holds every file of `ModelFile`.
  /// - Throws: `ModelError` for the first file that is missing or not as it should be.
  package init(folder: String) throws(ModelError) {
    lexicon = try Lexicon(ModelFile.lexicon.open(in: folder))
    forward = try Reader(.leftToRight, ModelFile.leftToRight.open(in: folder))
    backward = try Reader(.rightToLeft, ModelFile.rightToLeft.open(in: folder))
    names = try NameTagger(ModelFile.names.open(in: folder))
  }

  /// Models from the bytes of their files.
  ///
  /// - Parameter files: the bytes of each file.
  /// - Throws: `ModelError` with the file's name as its path.
  package init(files: [ModelFile: [UInt8]]) throws(ModelError) {
    func reader(_ file: ModelFile) throws(ModelError) -> ModelReader {
      guard let bytes = files[file] else { throw .missing(path: file.name) }
      return try file.decode(bytes, path: file.name)
    }
    lexicon = try Lexicon(reader(.lexicon))
    forward = try Reader(.leftToRight, reader(.leftToRight))
    backward = try Reader(.rightToLeft, reader(.rightToLeft))
    names = try NameTagger(reader(.names))
  }

  /// The bytes of all files, by which the models can be read again.
  package var files: [ModelFile: [UInt8]] {
    var files: [ModelFile: [UInt8]] = [:]
    for file in ModelFile.allCases {
      var writer = ModelWriter()
      switch file {
      case .lexicon:
        writer.write(lexicon.wordClasses)
        writer.write(lexicon.names)
      case .leftToRight: forward.write(to: &writer)
      case .rightToLeft: backward.write(to: &writer)
      case .names: writer.write(names.weights)
      }
      files[file] = file.encode(writer.bytes)
    }
    return files
  }
}

extension Lexicon {
  fileprivate init(_ reader: ModelReader) throws(ModelError) {
    var reader = reader
    self.init(wordClasses: try reader.readWordTable(), names: try reader.readWordTable())
    guard reader.isAtEnd else { throw reader.damaged }
  }
}

extension NameTagger {
  fileprivate init(_ reader: ModelReader) throws(ModelError) {
    var reader = reader
    guard let tagger = NameTagger(weights: try reader.readWeights()), reader.isAtEnd else {
      throw reader.damaged
    }
    self = tagger
  }
}

extension Reader {
  fileprivate init(_ direction: Direction, _ reader: ModelReader) throws(ModelError) {
    var reader = reader
    var labels: [TagLabel] = []
    for _ in 0..<(try reader.readCount(limit: 256)) {
      let universal = Int(try reader.readUInt8())
      let penn = Int(try reader.readUInt8())
      guard universal < PartOfSpeech.allCases.count, penn < PennTag.allCases.count else {
        throw reader.damaged
      }
      labels.append(TagLabel(PartOfSpeech.allCases[universal], PennTag.allCases[penn]))
    }
    var choices: [[UInt8]] = []
    for _ in 0..<(try reader.readCount(limit: WordTable.largestValue)) {
      choices.append(try reader.readBytes(Int(try reader.readUInt8())))
    }
    let frequent = try reader.readWordTable()
    guard
      let tagger = Tagger(
        labels: labels, weights: try reader.readWeights(), frequent: frequent, choices: choices
      ), let parser = Parser(weights: try reader.readWeights()), reader.isAtEnd
    else { throw reader.damaged }
    self.init(direction: direction, tagger: tagger, parser: parser)
  }

  fileprivate func write(to writer: inout ModelWriter) {
    writer.write(UInt32(tagger.labels.count))
    for label in tagger.labels {
      writer.write(UInt8(PartOfSpeech.allCases.firstIndex(of: label.universal) ?? 0))
      writer.write(UInt8(PennTag.allCases.firstIndex(of: label.penn) ?? 0))
    }
    writer.write(UInt32(tagger.choices.count))
    for labels in tagger.choices {
      writer.write(UInt8(labels.count))
      writer.bytes.append(contentsOf: labels)
    }
    writer.write(tagger.frequent)
    writer.write(tagger.weights)
    writer.write(parser.weights)
  }
}
