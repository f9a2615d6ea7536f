/// A terminal's window as a person sees it: enough of an emulator for what readline and Tripos send.
struct VirtualScreen {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var cells: [[Character]]
  private(set) var row = 0
  private(set) var column = 0
  private var pending: [UInt8] = []
  /// Lines that have scrolled out at the top.
  private(set) var scrolledOut: [String] = []
  /// Sequences that are not understood: a test asserts that there is none.
  private(set) var unknown: [String] = []
  /// How many prompts readline has opened: it switches bracketed paste on for each.
  private(set) var promptCount = 0
  /// Whether a prompt waits for a line.
  private(set) var isPromptOpen = false

  init(columns: Int = 80, rows: Int = 24) {
    self.columns = columns
    self.rows = rows
    self.cells = Array(repeating: VirtualScreen.blank(columns), count: rows)
  }

  /// The visible lines without the spaces at their ends.
  var lines: [String] { cells.map(VirtualScreen.text) }

  /// The visible text.
  var text: String { lines.joined(separator: "\n") }

  /// The line that the cursor is on.
  var cursorLine: String { VirtualScreen.text(cells[row]) }

  /// Everything that was ever shown.
  var transcript: String {
    let seen = scrolledOut + lines
    let end = seen.lastIndex { !$0.isEmpty } ?? -1
    return seen[...end].joined(separator: "\n")
  }

  /// The lines from one on, counted from the first that was ever shown.
  func lines(since number: Int) -> [String] {
    Array(scrolledOut.dropFirst(number)) + lines.dropFirst(max(0, number - scrolledOut.count))
  }

  /// Whether the cursor stands behind one of the prompts with nothing typed yet.
  var isAtPrompt: Bool {
    let line = cursorLine
    let endings = [">", "y/n", "y/N", "y/N/show", "Enter: go on", "Enter: finish", "Enter: begin"]
    return column == line.count + 1 && endings.contains { line.hasSuffix($0) }
  }

  /// Gives the window another size; lines are cut or filled up, not wrapped again.
  mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    for index in cells.indices {
      cells[index] = Array((cells[index] + VirtualScreen.blank(columns)).prefix(columns))
    }
    while cells.count > rows {
      scrolledOut.append(VirtualScreen.text(cells.removeFirst()))
      row = max(0, row - 1)
    }
    while cells.count < rows { cells.append(VirtualScreen.blank(columns)) }
    self.rows = rows
    column = min(column, columns - 1)
  }

  private static func blank(_ columns: Int) -> [Character] {
    Array(repeating: " ", count: columns)
  }

  private static func text(_ line: [Character]) -> String {
    let end = line.lastIndex { $0 != " " } ?? -1
    // The second cell of a wide character holds a NUL.
    return String(line[...end].filter { $0 != "\0" })
  }

  /// Takes in bytes that a program wrote.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count {
      guard let used = consume(at: index) else { break }
      index += used
    }
    pending.removeFirst(index)
  }

  /// Handles what begins at `index`: the bytes used, `nil` where more are needed.
  private mutating func consume(at index: Int) -> Int? {
    let byte = pending[index]
    switch byte {
    case 0x1b: return escape(at: index)
    case 0x0a:
      lineFeed()
      return 1
    case 0x0d:
      column = 0
      return 1
    case 0x08:
      column = max(0, column - 1)
      return 1
    case 0x07: return 1
    case 0x09:
      column = min(columns - 1, (column / 8 + 1) * 8)
      return 1
    default: break
    }
    let length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    guard index + length <= pending.count else { return nil }
    for scalar in String(decoding: pending[index..<(index + length)], as: UTF8.self).unicodeScalars
    {
      put(scalar)
    }
    return length
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if (0x20...0x7e).contains(scalar.value) && column < columns {
      cells[row][column] = Character(scalar)
      column += 1
      return
    }
    let category = scalar.properties.generalCategory
    if category == .nonspacingMark || category == .enclosingMark || scalar.value == 0x200d {
      if column > 0 {
        let before = cells[row][column - 1]
        cells[row][column - 1] = Character(String(before) + String(scalar))
      }
      return
    }
    let isWide =
      (0x1100...0x115f).contains(scalar.value) || (0x2e80...0xa4cf).contains(scalar.value)
      || (0xac00...0xd7a3).contains(scalar.value) || (0x1f300...0x1faff).contains(scalar.value)
    if column + (isWide ? 2 : 1) > columns {
      column = 0
      lineFeed()
    }
    cells[row][column] = Character(scalar)
    column += 1
    if isWide {
      cells[row][column] = "\0"
      column += 1
    }
  }

  private mutating func lineFeed() {
    if row < rows - 1 {
      row += 1
      return
    }
    scrolledOut.append(VirtualScreen.text(cells.removeFirst()))
    cells.append(VirtualScreen.blank(columns))
  }

  private mutating func escape(at index: Int) -> Int? {
    guard index + 1 < pending.count else { return nil }
    guard pending[index + 1] == 0x5b else {
      unknown.append("ESC \(Character(Unicode.Scalar(pending[index + 1])))")
      return 2
    }
    guard let end = pending[(index + 2)...].firstIndex(where: { (0x40...0x7e).contains($0) })
    else { return nil }
    let body = String(decoding: pending[(index + 2)..<end], as: UTF8.self)
    control(Character(Unicode.Scalar(pending[end])), body)
    return end + 1 - index
  }

  private mutating func control(_ final: Character, _ body: String) {
    let numbers = body.split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "m": break
    case "h" where body == "?2004":
      promptCount += 1
      isPromptOpen = true
    case "l" where body == "?2004": isPromptOpen = false
    case "h" where body.hasPrefix("?"), "l" where body.hasPrefix("?"): break
    case "K":
      let range = numbers.first == 1 ? 0..<column : column..<columns
      for place in range { cells[row][place] = " " }
    case "J":
      for place in column..<columns { cells[row][place] = " " }
      for line in (row + 1)..<max(row + 1, rows) { cells[line] = VirtualScreen.blank(columns) }
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "P":
      for _ in 0..<count {
        cells[row].remove(at: column)
        cells[row].append(" ")
      }
    case "@":
      for _ in 0..<count {
        cells[row].insert(" ", at: column)
        cells[row].removeLast()
      }
    case "H": (row, column) = (0, 0)
    default: unknown.append("CSI \(body)\(final)")
    }
  }
}
