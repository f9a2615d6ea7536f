/// Finds what is printed on every page and is no part of the text: running heads, feet, page
/// numbers.
///
/// Where there are form feeds, lines that come back at the top or the bottom of pages are running
/// lines; where there are none, page numbers that count up show where pages end.
struct RunningLines {
  private let bytes: [UInt8]
  private(set) var lines: [Line]
  /// The lines that were taken out, and why.
  private(set) var removed: [(range: Range<Int>, reason: Omission.Reason)] = []

  init(_ lines: [Line], in bytes: [UInt8]) {
    self.bytes = bytes
    self.lines = lines
    if lines.last.map({ $0.page > 0 }) ?? false {
      removeFromPages()
    } else {
      findPages()
    }
  }

  /// How many lines at the top and the bottom of a page may be running lines.
  private static let zone = 4

  private mutating func removeFromPages() {
    var pages: [[Int]] = []
    for (index, line) in lines.enumerated() {
      while pages.count <= line.page { pages.append([]) }
      pages[line.page].append(index)
    }
    let used = pages.filter { !$0.isEmpty }
    var pagesOfForm: [String: Int] = [:]
    for page in used {
      var forms: Set<String> = []
      for index in edges(of: page) where lines[index].length <= 100 {
        forms.insert(form(of: lines[index]))
      }
      for form in forms { pagesOfForm[form, default: 0] += 1 }
    }
    let needed = max(2, used.count * 2 / 5)
    var reasons: [Int: Omission.Reason] = [:]
    for page in used {
      // From the edge inwards: a line inside is running only where all outside it are.
      for side in [
        Array(page.prefix(RunningLines.zone)), page.suffix(RunningLines.zone).reversed(),
      ] {
        for index in side {
          if isPageNumber(lines[index]) {
            reasons[index] = .pageNumber
          } else if lines[index].length <= 100, pagesOfForm[form(of: lines[index])] ?? 0 >= needed {
            reasons[index] = .runningHead
          } else {
            break
          }
        }
      }
    }
    remove(reasons)
  }

  private func edges(of page: [Int]) -> Set<Int> {
    Set(page.prefix(RunningLines.zone)).union(page.suffix(RunningLines.zone))
  }

  /// Finds pages by bare numbers that count up, and lines beside them that come back.
  private mutating func findPages() {
    var reasons: [Int: Omission.Reason] = [:]
    var numbers: [(index: Int, value: Int)] = []
    for (index, line) in lines.enumerated() {
      guard let value = bareNumber(line), line.blanksBefore > 0 || index == 0,
        index + 1 == lines.count || lines[index + 1].blanksBefore > 0
      else { continue }
      numbers.append((index, value))
    }
    var pageEnds: [Int] = []
    for (position, number) in numbers.enumerated() {
      let isNext = position > 0 && numbers[position - 1].value + 1 == number.value
      let isLast = position + 1 < numbers.count && numbers[position + 1].value == number.value + 1
      if isNext || isLast {
        reasons[number.index] = .pageNumber
        pageEnds.append(number.index)
      }
    }
    var count: [String: [Int]] = [:]
    for end in pageEnds {
      for index in [end - 2, end - 1, end + 1, end + 2] where lines.indices.contains(index) {
        guard lines[index].length <= 100, reasons[index] == nil else { continue }
        count[form(of: lines[index]), default: []].append(index)
      }
    }
    for indices in count.values where Set(indices).count >= 2 {
      for index in indices { reasons[index] = .runningHead }
    }
    for index in lines.indices.dropFirst() where reasons[index - 1] != nil && reasons[index] == nil
    {
      for later in index..<lines.count { lines[later].page += 1 }
    }
    remove(reasons)
  }

  private mutating func remove(_ reasons: [Int: Omission.Reason]) {
    guard !reasons.isEmpty else { return }
    var kept: [Line] = []
    var blanks = 0
    for (index, line) in lines.enumerated() {
      if let reason = reasons[index] {
        removed.append((line.range, reason))
        blanks = max(blanks, line.blanksBefore)
      } else {
        var line = line
        line.blanksBefore = max(line.blanksBefore, blanks)
        blanks = 0
        kept.append(line)
      }
    }
    lines = kept
  }

  /// A line as it comes back on other pages: without its numbers.
  private func form(of line: Line) -> String {
    var form: [UInt8] = []
    for byte in bytes[line.range] {
      let mark = byte.isASCIIDigit ? UInt8(ascii: "#") : byte
      if mark == UInt8(ascii: "#"), form.last == mark { continue }
      if mark.isASCIISpace, form.last == 0x20 { continue }
      form.append(mark.isASCIISpace ? 0x20 : mark)
    }
    return String(decoding: form, as: UTF8.self)
  }

  private func bareNumber(_ line: Line) -> Int? {
    guard line.length <= 4 else { return nil }
    var value = 0
    for byte in bytes[line.range] {
      guard byte.isASCIIDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// "12", "- 12 -", "Page 3 of 10", "xii".
  private func isPageNumber(_ line: Line) -> Bool {
    guard line.length <= 16 else { return false }
    let words = bytes.words(in: line.range).map(\.lowercasedString)
    let isNumber = { (word: String) in
      word.utf8.allSatisfy(\.isASCIIDigit) && word.utf8.count <= 4
        || word.utf8.allSatisfy { "ivxl".utf8.contains($0) } && word.utf8.count <= 6
    }
    return words.contains(where: isNumber)
      && words.allSatisfy {
        isNumber($0) || ["-", "–", "—", "page", "p.", "of", "/", "|"].contains($0)
      }
  }
}
