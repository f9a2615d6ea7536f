import Decks
import Files
import Glibc

/// The decks that ship with the program, for a home that has none yet.
struct SampleDecks {
  /// The names of the decks, and how many cards they have together.
  let names: [String]
  let cardCount: Int
  private let library: Library

  /// Finds them: beside the installed data, else in the build tree; `nil` where there are none.
  init?() {
    guard let data = DataFolder.path else { return nil }
    let folders = ["\(data)/Samples", "\(parentFolder(of: data))/Decks"]
    guard let folder = folders.first(where: { access($0, R_OK) == 0 }),
      let library = try? Library(folder: folder, cache: nil), !library.decks.isEmpty
    else { return nil }
    self.library = library
    names = Set(library.decks.map(\.name)).sorted()
    cardCount = library.entries.count
  }

  /// Copies them into a folder of decks; a deck that is there already stays as it is.
  ///
  /// - Parameter folder: the folder, made where it is missing.
  /// - Returns: the paths of the copies.
  /// - Throws: `FileError`.
  func copy(to folder: String) throws(FileError) -> [String] {
    try makeFolder(folder)
    var copies: [String] = []
    for deck in library.decks {
      let name = deck.path.split(separator: "/").last ?? ""
      let copy = "\(folder)/\(name)"
      guard FileIdentity(path: copy) == nil else { continue }
      try writeFile(copy, try readFile(deck.path).bytes)
      copies.append(copy)
    }
    return copies
  }
}
