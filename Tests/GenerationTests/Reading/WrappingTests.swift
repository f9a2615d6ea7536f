import Foundation
import Testing

@testable import Generation

/// Every passage gives the same blocks however its lines are wrapped.
@Suite struct WrappingTests {
  enum Wrapping: CaseIterable {
    case hard
    case carriageReturns
    /// A blank line after every line, paragraphs indented.
    case doubleSpaced
    /// No blank lines between paragraphs, only indentation.
    case indented
  }

  private static let passages: [URL] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Passages")
    let folders = [folder, folder.appendingPathComponent("HeldOut")]
    return folders.flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
        ?? []
    }.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }()

  @Test(arguments: passages, Wrapping.allCases)
  func blocksStayTheSame(_ passage: URL, _ wrapping: Wrapping) throws {
    let original = try String(contentsOf: passage, encoding: .utf8)
    let paragraphs = original.split(separator: "\n\n").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let wrapped = paragraphs.map { paragraph -> String in
      let lines = WrappingTests.wrapped(paragraph, at: 66)
      let isBody = paragraph.count > 100
      switch wrapping {
      case .hard: return lines.joined(separator: "\n")
      case .carriageReturns: return lines.joined(separator: "\r\n")
      case .doubleSpaced: return (isBody ? " " : "") + lines.joined(separator: "\n\n")
      case .indented:
        return (isBody ? "   " : "\n") + lines.joined(separator: "\n") + (isBody ? "" : "\n")
      }
    }
    let separator =
      switch wrapping {
      case .hard, .doubleSpaced: "\n\n"
      case .carriageReturns: "\r\n\r\n"
      case .indented: "\n"
      }
    let text = try read(wrapped.joined(separator: separator))
    #expect(outline(text) == outline(try read(original)))
    #expect(misplaced(text) == nil)
  }

  private static func wrapped(_ paragraph: String, at width: Int) -> [String] {
    var lines: [String] = []
    for word in paragraph.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
