import Generation
import Glibc

/// The text that cards are made of, as the command line names it.
struct GenerationSource {
  /// The file; `-` for standard input.
  let path: String
  /// Whether it is read even where it is not English or looks like a deck.
  let isForced: Bool

  private var isStandardInput: Bool { path == "-" }

  /// Whether it comes from a keyboard.
  var isTyped: Bool { isStandardInput && isatty(STDIN_FILENO) == 1 }

  /// What to call it.
  var name: String {
    isStandardInput ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The name of a deck that is called like it.
  var stem: String {
    if isStandardInput { return "text" }
    let parts = name.split(separator: ".")
    return parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
  }

  /// Reads it.
  ///
  /// - Throws: `Failure` where it gives no text.
  func read() throws -> SourceText {
    do throws(ReadingError) {
      let bytes =
        isStandardInput
        ? try TextInput.contents(of: STDIN_FILENO, path: name)
        : try TextInput.contents(ofFile: path)
      let reader = TextReader(isForced: isForced) { try captureProgram($0, input: $1) }
      return try reader.read(bytes, name: isStandardInput ? nil : name)
    } catch {
      throw Failure(.text(name: name, error))
    }
  }
}
