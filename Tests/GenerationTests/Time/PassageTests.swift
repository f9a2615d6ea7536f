import Chronology
import Foundation
import Proving
import Testing

@testable import Generation

/// Whole passages of many kinds, with the times that a reader finds in them.
///
/// The half in `HeldOut` is looked at only when rules have been written with the other half in view.
@Suite struct PassageTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Passages")

  private static func passages(_ folder: URL) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { ["txt", "md"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The times found, one a line: kind, EDTF, words.
  private static func found(in passage: URL) throws -> [String] {
    let bytes = try Array(Data(contentsOf: passage))
    let text = try reader().read(bytes, name: passage.lastPathComponent)
    #expect(misplaced(text) == nil)
    return TimeTagger.expressions(in: text).map { expression in
      let words = text.blocks[expression.block].content.bytes[expression.range]
      return
        "\(expression.kind)\t\(expression.date?.edtf ?? "-")\t\(String(decoding: words, as: UTF8.self))"
    }
  }

  private static func expected(for passage: URL) throws -> [String] {
    let file = passage.deletingPathExtension().appendingPathExtension("times.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test(arguments: passages(folder)) func passage(_ passage: URL) throws {
    #expect(try PassageTests.found(in: passage) == PassageTests.expected(for: passage))
  }

  /// What is still missed or wrong in the held-out half, told in a golden file.
  @Test func heldOutHalf() throws {
    var report = ""
    var (right, all, extra) = (0, 0, 0)
    let passages = PassageTests.passages(PassageTests.folder.appendingPathComponent("HeldOut"))
    for passage in passages {
      let found = try PassageTests.found(in: passage)
      let expected = try PassageTests.expected(for: passage)
      let difference = found.difference(from: expected)
      all += expected.count
      right += expected.count - difference.removals.count
      extra += difference.insertions.count
      for change in difference {
        switch change {
        case .remove(_, let line, _): report += "- \(passage.lastPathComponent): \(line)\n"
        case .insert(_, let line, _): report += "+ \(passage.lastPathComponent): \(line)\n"
        }
      }
    }
    report += "\(right) of \(all) right, \(extra) that nobody expected\n"
    #expect(passages.count == 10)
    #expect(differenceFromGolden(report, name: "heldOutHalf") == nil)
  }
}
