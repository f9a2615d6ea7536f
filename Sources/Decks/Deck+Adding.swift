/// Notes that go into one section of a deck.
package struct NoteGroup: Hashable, Sendable {
  /// The titles of the headings, outermost first; empty for what stands before any heading.
  package var section: [String]
  package var notes: [NoteSource]

  package init(section: [String], notes: [NoteSource]) {
    self.section = section
    self.notes = notes
  }
}

extension Deck {
  /// The file with many new notes, each at the end of its section.
  ///
  /// A section that is not there is made below the nearest one that is; every byte of the file stays.
  ///
  /// - Parameter groups: the notes by section.
  /// - Returns: the bytes of the file.
  package func adding(_ groups: [NoteGroup]) -> [UInt8] {
    var places: [Int: [UInt8]] = [:]
    var known: [[String]: Int] = [:]
    for (index, section) in sections.enumerated() where known[section.path] == nil {
      known[section.path] = index
    }
    var branches: [Int: NewSection] = [:]
    for group in groups {
      let path = Deck.titles(group.section)
      if let index = known[path] {
        places[end(ofSection: index), default: []] += Deck.text(of: group.notes)
      } else {
        let depth = path.indices.last { known[Array(path[...$0])] != nil }.map { $0 + 1 } ?? 0
        let parent = known[Array(path[..<depth])] ?? 0
        branches[parent, default: NewSection()].add(group.notes, at: path[depth...])
      }
    }
    for (parent, branch) in branches.sorted(by: { $0.key < $1.key }) {
      let level = parent == 0 ? topLevel : sections[parent].level + 1
      places[end(ofBranch: parent), default: []] += branch.text(level: level)
    }
    return inserting(places)
  }

  private func inserting(_ places: [Int: [UInt8]]) -> [UInt8] {
    var edited: [UInt8] = []
    var copied = 0
    for (place, text) in places.sorted(by: { $0.key < $1.key }) {
      let start = max(copied, bytes[..<place].trimmed.endIndex)
      edited += bytes[copied..<start]
      let isFirst = edited.allSatisfy(\.isASCIISpace)
      edited += lines(of: (isFirst ? "" : "\n\n") + text[...].trimmed.text)
      if start == bytes.count { edited += lines(of: "\n") }
      copied = start
    }
    return edited + bytes[copied...]
  }

  /// Where the bytes of a section and of all sections below it end; the file's end for the first.
  private func end(ofBranch index: Int) -> Int {
    guard index > 0 else { return bytes.count }
    let next = sections[(index + 1)...].firstIndex { $0.level <= sections[index].level }
    return next.map { end(ofSection: $0 - 1) } ?? bytes.count
  }

  /// The level of the deck's outermost headings.
  private var topLevel: Int { sections.dropFirst().map(\.level).min() ?? 1 }

  /// Titles as headings can have them: one line each, not empty.
  private static func titles(_ path: [String]) -> [String] {
    path.compactMap { NoteSource.oneLine($0) }
  }

  fileprivate static func text(of notes: [NoteSource]) -> [UInt8] {
    notes.reduce(into: []) { $0 += $1.utf8 + [.lineFeed, .lineFeed] }
  }
}

/// A heading that is to be made, with what stands under it.
private struct NewSection {
  private var notes: [NoteSource] = []
  private var titles: [String] = []
  private var children: [String: NewSection] = [:]

  mutating func add(_ notes: [NoteSource], at path: ArraySlice<String>) {
    guard let title = path.first else {
      self.notes += notes
      return
    }
    if children[title] == nil { titles.append(title) }
    children[title, default: NewSection()].add(notes, at: path.dropFirst())
  }

  /// The notes and headings; a heading deeper than Markdown has stays at its deepest.
  func text(level: Int) -> [UInt8] {
    titles.reduce(into: Deck.text(of: notes)) { text, title in
      // A "#" at the end would be taken for the heading's closing mark.
      let closing = title.hasSuffix("#") ? " #" : ""
      text += "\(String(repeating: "#", count: min(level, 6))) \(title)\(closing)\n\n".utf8
      text += children[title]?.text(level: level + 1) ?? []
    }
  }
}
