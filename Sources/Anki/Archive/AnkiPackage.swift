import JSON

/// A package as Anki writes it: `.apkg` for decks, `.colpkg` for a whole collection.
package struct AnkiPackage {
  /// How a package is packed.
  package enum Generation: Int, Hashable, Sendable {
    /// `collection.anki2`, packages of Anki before 2.1.
    case first = 1
    /// `collection.anki21`, read by every Anki 2.1.
    case second = 2
    /// `collection.anki21b` compressed by zstd, read by Anki 2.1.50 and later.
    case third = 3

    var collectionName: String {
      switch self {
      case .first: "collection.anki2"
      case .second: "collection.anki21"
      case .third: "collection.anki21b"
      }
    }
  }

  package let generation: Generation
  private let zip: Zip
  /// The entry of each media file, by the name that notes use.
  private let media: [String: String]

  /// Opens a package.
  ///
  /// - Parameter bytes: the file.
  /// - Throws: `AnkiError`.
  package init(_ bytes: [UInt8]) throws(AnkiError) {
    let zip = try Zip(bytes)
    generation = try AnkiPackage.generation(of: zip)
    media = try AnkiPackage.media(of: zip, generation)
    self.zip = zip
  }

  /// The collection.
  ///
  /// - Parameter withHistory: whether the review log is read too.
  /// - Returns: the collection.
  /// - Throws: `AnkiError`.
  package func collection(withHistory: Bool) throws(AnkiError) -> AnkiCollection {
    let name = generation.collectionName
    guard let packed = try zip.bytes(name) else { throw .noCollection }
    let image = generation == .third ? try Zstd.unpacked(packed, name: name) : packed
    return try CollectionReader(image).collection(withHistory: withHistory)
  }

  /// The names of the media files, sorted.
  package var mediaNames: [String] { media.keys.sorted() }

  /// The content of a media file; `nil` where the package lacks it.
  ///
  /// - Throws: `AnkiError`.
  package func media(_ name: String) throws(AnkiError) -> [UInt8]? {
    guard let entry = media[name], let packed = try zip.bytes(entry) else { return nil }
    return generation == .third ? try Zstd.unpacked(packed, name: name) : packed
  }

  /// Checks how large all media together are.
  ///
  /// - Throws: `AnkiError.tooLarge`.
  package static func checkMedia(total: Int, name: String) throws(AnkiError) {
    guard total <= ArchiveLimit.bytes else {
      throw .tooLarge(name: name, limit: ArchiveLimit.bytes)
    }
  }

  /// The generation that the file `meta` names, else the newest that is there.
  private static func generation(of zip: Zip) throws(AnkiError) -> Generation {
    if let meta = try zip.bytes("meta"), let version = Protobuf(meta).number(1), version > 0 {
      guard let generation = Generation(rawValue: Int(clamping: version)) else {
        throw .newerPackage(version: Int(clamping: version))
      }
      if zip.contains(generation.collectionName) { return generation }
    }
    for generation in [Generation.third, .second, .first] {
      if zip.contains(generation.collectionName) { return generation }
    }
    throw .noCollection
  }

  private static func media(
    of zip: Zip, _ generation: Generation
  ) throws(AnkiError) -> [String: String] {
    guard let list = try zip.bytes("media"), !list.isEmpty else { return [:] }
    var media: [String: String] = [:]
    switch generation {
    case .first, .second:
      guard case .object(let members) = try? JSON.parse(list) else { throw .damagedTable("media") }
      for member in members {
        guard let name = member.value.string else { throw .damagedTable("media") }
        media[name] = member.name
      }
    case .third:
      let message = Protobuf(try Zstd.unpacked(list, name: "media"))
      guard message.isWhole else { throw .damagedTable("media") }
      for (index, entry) in message.all(1).enumerated() {
        guard let name = Protobuf(entry).text(1) else { throw .damagedTable("media") }
        media[name] = String(index)
      }
    }
    return media
  }
}
