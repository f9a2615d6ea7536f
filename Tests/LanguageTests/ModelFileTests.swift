import Proving
import Testing

@testable import Language

@Suite struct ModelFileTests {
  private static func files() throws -> [ModelFile: [UInt8]] {
    try #require(RandomModels.models(seed: 3)).files
  }

  @Test func whatWasWrittenIsReadAgain() throws {
    let files = try Self.files()
    #expect(Set(files.keys) == Set(ModelFile.allCases))
    let models = try LanguageModels(files: files)
    #expect(models.files == files)
    let text = RandomModels.text(seed: 3, count: 40)
    let original = try #require(RandomModels.models(seed: 3))
    #expect(
      Document(text, models: models).sentences == Document(text, models: original).sentences)
  }

  @Test(arguments: ModelFile.allCases)
  func aMissingFileIsNamed(file: ModelFile) throws {
    var files = try Self.files()
    files[file] = nil
    #expect(throws: ModelError.missing(path: file.name)) { try LanguageModels(files: files) }
  }

  @Test func aMissingFolderIsNamed() {
    #expect(throws: ModelError.missing(path: "no/such/folder/lexicon.model")) {
      try LanguageModels(folder: "no/such/folder")
    }
  }

  @Test(arguments: ModelFile.allCases)
  func everyKindOfDamageIsFound(file: ModelFile) throws {
    let files = try Self.files()
    let bytes = try #require(files[file])
    func error(_ changed: [UInt8]) -> ModelError? {
      var damaged = files
      damaged[file] = changed
      do throws(ModelError) {
        _ = try LanguageModels(files: damaged)
        return nil
      } catch { return error }
    }
    #expect(error([]) == .notAModel(path: file.name))
    #expect(error(Array("TRIPOSLM".utf8)) == .notAModel(path: file.name))
    #expect(error(Array(bytes.dropLast())) == .damaged(path: file.name))
    #expect(error(bytes + [0]) == .damaged(path: file.name))
    var other = bytes
    other[8] = 9
    #expect(error(other) == .version(path: file.name, found: 9, expected: ModelFile.version))
    other = bytes
    other[12] ^= 1
    #expect(error(other) == .otherModel(path: file.name))
    for place in stride(from: 16, to: bytes.count, by: max(1, bytes.count / 12)) {
      other = bytes
      other[place] ^= 0x10
      #expect(error(other) == .damaged(path: file.name))
    }
  }

  /// With a right checksum over wrong content, the content itself must be refused or harmless.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func contentThatLiesDoesNoHarm(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var files = try Self.files()
    let file = ModelFile.allCases[Int(random.next() % 4)]
    var content = Array(try #require(files[file]).dropFirst(32))
    for _ in 0..<3 {
      // Counts and labels stand in front.
      let place = Int(random.next() % UInt64(min(content.count, 64)))
      content[place] = UInt8(truncatingIfNeeded: random.next())
    }
    if random.next() % 2 == 0 { content.removeLast(Int(random.next() % UInt64(content.count))) }
    files[file] = file.encode(content)
    do throws(ModelError) {
      let models = try LanguageModels(files: files)
      _ = Document(RandomModels.text(seed: seed, count: 12), models: models)
    } catch {
      #expect(error == .damaged(path: file.name))
    }
  }
}
