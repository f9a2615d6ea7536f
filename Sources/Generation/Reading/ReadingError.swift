/// Why a text could not be read.
package enum ReadingError: Error, Hashable, Sendable {
  /// Nothing, or nothing but white space.
  case empty
  case binary(BinaryKind)
  /// More than the limit, in bytes; an endless pipe is cut off here.
  case tooLarge(limit: Int)
  /// A byte that is not UTF-8, and no other encoding was announced.
  case invalidUTF8(offset: Int, line: Int)
  /// An encoding was announced that we cannot read.
  case unknownEncoding(String)
  /// The file has the notes of a deck.
  case isDeck(firstNoteLine: Int)
  /// Too few words for a sentence.
  case tooShort(words: Int)
  /// There is text, but in tables only.
  case onlyTables
  /// There is text, but only of a kind that is left out: navigation, references, code.
  case noProse
  /// The pages of a PDF are pictures.
  case pdfWithoutText
  /// A PDF asks for a password.
  case pdfEncrypted
  /// A PDF forbids its text to be copied.
  case pdfCopyingForbidden
  /// The program that reads PDF files failed; what it said.
  case pdfUnreadable(message: String)
  /// The program that reads PDF files could not be started.
  case programMissing(String)
  /// Reading a file or a pipe failed.
  case unreadable(path: String, errno: Int32)
  case notEnglish(LanguageEvidence)
}
