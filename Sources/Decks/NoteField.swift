/// The names of field lines.
package enum NoteField: String, CaseIterable, Hashable, Sendable {
  case also = "Also"
  case kind = "Kind"
  case event = "Event"
  case why = "Why"
  case source = "Source"
  case tags = "Tags"
  case id = "Id"

  /// Whether it speaks of one answer, so that it takes a number in a note of several blanks.
  package var speaksOfAnswer: Bool {
    switch self {
    case .also, .kind, .event: true
    case .why, .source, .tags, .id: false
    }
  }
}

/// A field line taken apart: `Also 2: Ho`.
struct FieldLine: Hashable {
  var field: NoteField
  /// The blank it speaks of, counted from 1.
  var number: Int?
  var value: ArraySlice<UInt8>

  /// Reads a line, which is given without its line end; `nil` where it is no field line.
  init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, NoteField.initials.contains(first), let head = FieldHead(line),
      let field = NoteField.named(head.name)
    else { return nil }
    if head.isSpaced {
      guard let number = head.number, number > 0 else { return nil }
      self.number = number
    } else if head.number != nil {
      return nil
    }
    self.field = field
    self.value = head.rest.trimmed
  }

  /// The field that a line was probably meant to be: `Als:`, `also:`, `Also2:`.
  static func nearly(_ line: ArraySlice<UInt8>) -> (written: String, meant: NoteField)? {
    guard let head = FieldHead(line), FieldLine(line) == nil else { return nil }
    let name = head.name.text.lowercased()
    for field in NoteField.allCases {
      let meant = field.rawValue.lowercased()
      let allowed = meant.count >= 4 ? 1 : 0
      if editDistance(name, meant, limit: allowed) != nil {
        let number = head.number.map { (head.isSpaced ? " " : "") + String($0) } ?? ""
        return (head.name.text + number, field)
      }
    }
    return nil
  }
}

extension NoteField {
  fileprivate static let initials: [UInt8] = Array("AKEWSTI".utf8)

  private static let names = allCases.map { (field: $0, name: Array($0.rawValue.utf8)) }

  fileprivate static func named(_ name: ArraySlice<UInt8>) -> NoteField? {
    names.first { name.elementsEqual($0.name) }?.field
  }
}

/// A word, perhaps a number, and a colon at the beginning of a line.
private struct FieldHead {
  var name: ArraySlice<UInt8>
  var number: Int?
  /// Whether one space stands between the word and the number.
  var isSpaced = false
  var rest: ArraySlice<UInt8>

  init?(_ line: ArraySlice<UInt8>) {
    let word = line.prefix(9).prefix { $0.isASCIILetter }
    guard (2...8).contains(word.count) else { return nil }
    var rest = line.dropFirst(word.count)
    if rest.first == .space {
      isSpaced = true
      rest = rest.dropFirst()
    }
    let digits = rest.prefix(5).prefix { $0.isDigit }
    guard digits.count <= 4, !isSpaced || !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    guard rest.first == .colon else { return nil }
    if !digits.isEmpty { number = Int(digits.text) }
    self.name = word
    self.rest = rest.dropFirst()
  }
}
