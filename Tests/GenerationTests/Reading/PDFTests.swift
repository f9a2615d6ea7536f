import Foundation
import Proving
import Testing

@testable import Generation

@Suite struct PDFTests {
  private func text(
    status: Int32, _ output: String, _ errors: String = ""
  ) throws(ReadingError) -> SourceText {
    let reader = TextReader { arguments, _ in
      #expect(arguments == ["pdftotext", "-enc", "UTF-8", "-eol", "unix", "-", "-"])
      return PDF.ProcessResult(status: status, output: Array(output.utf8), errors: errors)
    }
    return try reader.read(Array("%PDF-1.7\n\0\0binary".utf8))
  }

  @Test func placesPointIntoItsText() throws {
    let text = try text(status: 0, "The war be-\ngan in 1914 and was\nover in 1918.\n\u{0c}")
    #expect(text.format == .pdf)
    #expect(outline(text) == ["p: The war began in 1914 and was over in 1918."])
    #expect(source(of: "began", in: text) == "be-\ngan")
  }

  @Test func failuresAreTold() {
    #expect(throws: ReadingError.pdfWithoutText) { try text(status: 0, "\u{0c}\u{0c}\n") }
    #expect(throws: ReadingError.pdfEncrypted) {
      try text(status: 1, "", "Command Line Error: Incorrect password\n")
    }
    #expect(throws: ReadingError.pdfCopyingForbidden) {
      try text(status: 3, "", "Copying of text from this document is not allowed.")
    }
    #expect(throws: ReadingError.pdfUnreadable(message: "Syntax Error")) {
      try text(status: 1, "", "Syntax Error")
    }
    #expect(throws: ReadingError.programMissing("pdftotext")) {
      try reader().read(Array("%PDF-1.4".utf8))
    }
  }

  private static let program = "/usr/bin/pdftotext"

  /// The program itself, on the smallest PDF that has a line of text.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: program), "no pdftotext"))
  func realProgram() throws {
    let reader = TextReader { arguments, input in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: PDFTests.program)
      process.arguments = Array(arguments.dropFirst())
      let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
      (process.standardInput, process.standardOutput, process.standardError) = (
        stdin, stdout, stderr
      )
      try process.run()
      try stdin.fileHandleForWriting.write(contentsOf: Data(input))
      try stdin.fileHandleForWriting.close()
      let output = stdout.fileHandleForReading.readDataToEndOfFile()
      let errors = stderr.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return PDF.ProcessResult(
        status: process.terminationStatus, output: Array(output),
        errors: String(decoding: errors, as: UTF8.self))
    }
    let text = try reader.read(Array(PDFFile.page(["The town was founded in the year 1254."]).utf8))
    #expect(outline(text) == ["p: The town was founded in the year 1254."])
    #expect(throws: ReadingError.pdfWithoutText) { try reader.read(Array(PDFFile.page([]).utf8)) }
  }
}
