/// The text of PDF files, by way of poppler's `pdftotext`.
package enum PDF {
  /// Runs a program: its arguments, the first being its name, and its standard input.
  package typealias ProcessRunner = (_ arguments: [String], _ input: [UInt8]) throws ->
    ProcessResult

  /// What a program gave.
  package struct ProcessResult: Sendable {
    package let status: Int32
    package let output: [UInt8]
    package let errors: String

    package init(status: Int32, output: [UInt8], errors: String) {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  static let program = "pdftotext"

  /// The text of a PDF in reading order, with a form feed after each page.
  static func text(
    of bytes: [UInt8], run: ProcessRunner
  ) throws(ReadingError) -> [UInt8] {
    let result: ProcessResult
    do {
      result = try run([program, "-enc", "UTF-8", "-eol", "unix", "-", "-"], bytes)
    } catch {
      throw .programMissing(program)
    }
    let message = result.errors.lowercased()
    if message.contains("incorrect password") { throw .pdfEncrypted }
    if result.status == 3 || message.contains("copying of text") { throw .pdfCopyingForbidden }
    guard result.status == 0 else {
      throw .pdfUnreadable(message: String(result.errors.prefix(200)))
    }
    guard result.output.contains(where: { !$0.isASCIISpace }) else { throw .pdfWithoutText }
    return result.output
  }
}
