import Chronology
import JSON
import Memory

/// Puts a package together.
package struct PackageWriter {
  /// How it is packed: `second`, which every Anki 2.1 reads, or `third`, smaller and newer.
  private let generation: AnkiPackage.Generation
  private var media: [(name: String, bytes: [UInt8])] = []

  /// A package without media so far.
  package init(_ generation: AnkiPackage.Generation) { self.generation = generation }

  /// Adds a media file under the name that notes use.
  package mutating func add(media name: String, _ bytes: [UInt8]) {
    media.append((name, bytes))
  }

  /// The package's bytes.
  ///
  /// - Parameters:
  ///   - collection: what it holds.
  ///   - scheduler: whose settings become the preset of its decks.
  ///   - context: when and where it is written.
  ///   - report: told now and then how much of all is done.
  /// - Returns: the package.
  /// - Throws: `AnkiError`.
  package func packed(
    _ collection: AnkiCollection, _ scheduler: Scheduler, _ context: WritingContext,
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(AnkiError) -> [UInt8] {
    var zip = ZipWriter()
    var meta: [UInt8] = []
    meta.append(field: 1, number: UInt64(generation.rawValue))
    zip.add("meta", meta, .store)
    let image = try CollectionWriter.image(collection, scheduler, context, report: report)
    switch generation {
    case .first, .second:
      zip.add(generation.collectionName, image, .deflate)
      let names = media.enumerated().map {
        JSON.Member(String($0.offset), .string($0.element.name))
      }
      zip.add("media", JSON.object(names).utf8(indented: false), .deflate)
      for (index, file) in media.enumerated() { zip.add(String(index), file.bytes, .store) }
    case .third:
      zip.add(generation.collectionName, try Zstd.packed(image), .store)
      var list: [UInt8] = []
      for (index, file) in media.enumerated() {
        var entry: [UInt8] = []
        entry.append(field: 1, bytes: Array(file.name.utf8))
        entry.append(field: 2, number: UInt64(file.bytes.count))
        entry.append(field: 3, bytes: SHA1.digest(file.bytes))
        list.append(field: 1, bytes: entry)
        zip.add(String(index), try Zstd.packed(file.bytes), .store)
      }
      zip.add("media", try Zstd.packed(list), .store)
    }
    return try zip.packed(at: context.now.seconds)
  }
}
