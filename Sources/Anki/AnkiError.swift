/// Why a package cannot be read or made.
package enum AnkiError: Error, Hashable, Sendable {
  /// It is no zip archive, or its end is missing.
  case notAnArchive
  /// The archive is damaged; what the library says.
  case damagedArchive(String)
  /// One entry is damaged: its checksum is wrong or it ends too early.
  case damagedEntry(name: String)
  /// An entry needs a password.
  case encrypted(name: String)
  /// The name of an entry leads out of the archive, or is no name.
  case unsafeName(String)
  /// An entry is a link.
  case link(name: String)
  /// Two entries have one name.
  case repeatedName(String)
  case tooManyEntries(limit: Int)
  /// Unpacked it would be larger than Tripos reads; in bytes.
  case tooLarge(name: String, limit: Int)
  /// It is packed so tightly that it must be meant to fill the memory.
  case bomb(name: String)
  /// There is no collection in the archive.
  case noCollection
  /// A version of packages that came later than this Tripos.
  case newerPackage(version: Int)
  /// The collection is no SQLite database, or a damaged one; what SQLite says.
  case damagedCollection(String)
  /// The database is none of Anki's: what it lacks.
  case foreignSchema(missing: String)
  /// A table holds JSON that cannot be read.
  case damagedTable(String)
  /// What is made would be larger than Tripos writes; in bytes.
  case cannotPack(String)
}
