import Anki
import Progress

/// What comes with the decks of an import: pictures, sounds and answers.
struct ImportExtras {
  /// A file that the deck shows.
  struct MediaFile {
    /// Below the folder of decks: `history.media/map.png`.
    var path: String
    var bytes: [UInt8]
  }

  var media: [MediaFile] = []
  /// Files that the notes show and the package does not have.
  var missingMedia: [String] = []
  var journal = ForeignJournal()
  /// What the journal holds; `nil` where answers were not asked for.
  var tally: HistoryImport.Tally?

  /// The folders of the media, below the folder of decks.
  var mediaFolders: [String] {
    Set(media.compactMap { $0.path.split(separator: "/").first.map { "Decks/\($0)" } }).sorted()
  }
}
