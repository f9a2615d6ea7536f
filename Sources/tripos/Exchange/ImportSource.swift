import Exchange
import Files
import Generation
import Glibc

/// The file that an import reads, or standard input.
struct ImportSource {
  /// The most that is read, in bytes.
  static let limit = 1 << 30

  /// As the command line has it; `-` for standard input.
  let argument: String
  let bytes: [UInt8]

  /// Reads it.
  ///
  /// - Throws: `Failure`.
  init(_ argument: String) throws {
    self.argument = argument
    if argument.contains("://") {
      throw Failure(
        .badInput(
          "\"\(argument)\" is an address on the network, which Tripos never uses.",
          mend: "Save the file, and give its path."))
    }
    if argument == "-" {
      do throws(ReadingError) {
        bytes = try TextInput.contents(
          of: STDIN_FILENO, path: "standard input", limit: ImportSource.limit)
      } catch {
        throw Failure(.text(name: "standard input", error))
      }
    } else {
      bytes = try readFile(argument, limit: ImportSource.limit).bytes
    }
  }

  /// The file's name; `nil` for standard input.
  var fileName: String? {
    argument == "-" ? nil : argument.split(separator: "/").last.map(String.init)
  }

  /// What to call it in messages.
  var name: String { fileName ?? "standard input" }

  /// A name for a deck made of it.
  var deckName: String {
    guard let fileName else { return "imported" }
    guard let dot = fileName.lastIndex(of: "."), dot > fileName.startIndex else { return fileName }
    return String(fileName[..<dot])
  }

  /// Finds the notes.
  ///
  /// - Parameters:
  ///   - format: the form that the user names; `nil` to find out.
  ///   - options: what else the user says of the file.
  /// - Returns: the form and what was found.
  /// - Throws: `Failure`.
  func read(
    as format: ExchangeFormat?, options: ReadOptions
  ) throws -> (ExchangeFormat, Findings) {
    do throws(ExchangeError) {
      if let kind = BinaryKind(bytes) { throw .binary(kind) }
      if bytes.isEmpty { throw .empty }
      guard let format = format ?? ExchangeFormat.recognise(bytes, fileName: fileName) else {
        throw .unknownFormat
      }
      switch format {
      case .csv, .tsv, .quizlet, .text, .gift, .json, .markdown:
        return (format, try FileReading.read(bytes, as: format, options: options))
      }
    } catch {
      throw Failure(.exchange(name: name, error))
    }
  }
}
