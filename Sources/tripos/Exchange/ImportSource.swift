import Anki
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
        if case .tooLarge(let limit) = error {
          throw Failure(.file(FileError(.read, "standard input", .tooLarge(limit: limit))))
        }
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
  ///   - withHistory: whether answers are read too, where the file has them.
  ///   - report: told now and then how many bytes of all are read.
  /// - Returns: the form, what was found, and the package where it is one of Anki's.
  /// - Throws: `Failure`.
  func read(
    as format: ExchangeFormat?, options: ReadOptions, withHistory: Bool,
    report: (_ done: Int, _ total: Int) -> Void
  ) throws -> (ExchangeFormat, Findings, AnkiSource?) {
    do {
      if let kind = BinaryKind(bytes), !isPackage(format) { throw ExchangeError.binary(kind) }
      if bytes.isEmpty { throw ExchangeError.empty }
      let found = isPackage(format) ? .apkg : ExchangeFormat.recognise(bytes, fileName: fileName)
      guard let format = format ?? found else { throw ExchangeError.unknownFormat }
      switch format {
      case .csv, .tsv, .quizlet, .text, .gift, .json, .markdown:
        let findings = try FileReading.read(bytes, as: format, options: options, report: report)
        return (format, findings, nil)
      case .apkg:
        let source = try anki(withHistory: withHistory)
        return (format, source.reading.findings, source)
      }
    } catch let error as ExchangeError {
      throw Failure(.exchange(name: name, error))
    }
  }

  /// Whether it is taken for a package of Anki's: by the user's word, by its name, or, where it has
  /// no name, as any archive is.
  private func isPackage(_ format: ExchangeFormat?) -> Bool {
    if let format { return format == .apkg }
    guard let fileName else { return BinaryKind(bytes) == .archive }
    return ExchangeFormat(fileName: fileName) == .apkg
  }

  private func anki(withHistory: Bool) throws -> AnkiSource {
    do throws(AnkiError) {
      return try AnkiSource(bytes, withHistory: withHistory)
    } catch {
      throw Failure(.anki(name: name, error))
    }
  }
}
