import Proving
import Terminal
import Testing

@testable import Statistics

@Suite struct ChartTests {
  init() { TerminalDevice.useUTF8() }

  private func text(_ charts: [Chart], _ style: ChartStyle) -> String {
    charts.map { chart in
      chart.lines(style).map { $0.plain + "\n" }.joined()
    }.joined(separator: style.form == .spoken ? "" : "\n")
  }

  @Test(arguments: [39, 79, 119, 199])
  func blocks(_ columns: Int) {
    let text = text(aYear.charts, ChartStyle(.blocks, columns: columns))
    #expect(differenceFromGolden(text, name: "blocks-\(columns + 1)") == nil)
    for line in text.split(separator: "\n") { #expect(width(of: line) <= columns, "\(line)") }
  }

  @Test(arguments: [39, 79])
  func ascii(_ columns: Int) {
    let text = text(aYear.charts, ChartStyle(.ascii, columns: columns))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(differenceFromGolden(text, name: "ascii-\(columns + 1)") == nil)
    for line in text.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
  }

  @Test func spoken() {
    let text = text(aYear.charts, ChartStyle(.spoken, columns: 79))
    #expect(differenceFromGolden(text, name: "spoken") == nil)
    let signs = "|░▒▓█▏▎▍▌▋▊▉▁▂▃▄▅▆▇#"
    #expect(!text.contains { signs.contains($0) })
  }

  /// Every chart at every width, with one answer, none, and numbers of any size.
  @Test func alwaysFits() {
    let one = statistics([answer(0, 0, isNew: true)], cards: [card(0, interval: 1)])
    let none = statistics([], cards: [])
    let all = [aYear.charts, one.charts, none.charts].flatMap(\.self)
    for columns in 39...200 {
      for form in [ChartStyle.Form.blocks, .ascii, .spoken] {
        let lines = all.flatMap { $0.lines(ChartStyle(form, columns: columns)) }
        let widest = lines.max { width(of: $0.plain) < width(of: $1.plain) }
        #expect(width(of: widest?.plain ?? "") <= columns, "\(columns)")
      }
    }
  }

  @Test func oneAnswer() {
    let one = statistics([answer(0, 0, isNew: true)], cards: [card(0, interval: 1)])
    let text = text(one.charts, ChartStyle(.blocks, columns: 79))
    #expect(differenceFromGolden(text, name: "one-answer") == nil)
  }

  @Test func nothing() {
    let none = statistics([], cards: [card(0)])
    #expect(none.isEmpty)
    #expect(
      text([none.emptyChart], ChartStyle(.blocks, columns: 79)) == """
        Nothing was answered yet
          After the first session there are figures here.

        """)
    for chart in none.charts { #expect(!chart.sentence.isEmpty) }
  }

  @Test func bars() {
    let blocks = ChartStyle(.blocks, columns: 80)
    #expect(blocks.bar(0, of: 8, cells: 4) == "    ")
    #expect(blocks.bar(0.001, of: 8, cells: 4) == "▏   ")
    #expect(blocks.bar(3, of: 8, cells: 4) == "█▌  ")
    #expect(blocks.bar(8, of: 8, cells: 4) == "████")
    #expect(blocks.bar(99, of: 8, cells: 4) == "████")
    #expect(blocks.bar(-1, of: 8, cells: 4) == "    ")
    #expect(blocks.bar(1, of: 0, cells: 2, mark: 1) == "▏ ")
    #expect(blocks.bar(4, of: 8, cells: 4, mark: 8) == "██ |")
    let ascii = ChartStyle(.ascii, columns: 80)
    #expect(ascii.bar(3, of: 8, cells: 4) == "##  ")
    #expect(ascii.bar(0.001, of: 8, cells: 4, mark: 4) == "#|  ")
  }

  /// What a deck says can neither move the cursor nor break a chart.
  @Test func hostileText() {
    let table = BarTable(
      series: [BarTable.Series(maximum: 1)],
      rows: [
        BarTable.Row("a\u{1b}[2Jb\nc", [BarTable.Cell(1, ["1"])]),
        BarTable.Row("조선 한국 조선 한국 조선 한국", [BarTable.Cell(0.5, ["2"])]),
      ])
    let lines = table.lines(ChartStyle(.blocks, columns: 39)).map(\.plain)
    #expect(!lines.joined().contains("\u{1b}"))
    #expect(Set(lines.map { width(of: $0) }).count == 1)
  }
}
