import Decks

/// Anki's blanks, `{{c1::answer::hint}}`, as blanks of a deck.
package enum AnkiCloze {
  /// Whether a field has a blank.
  package static func isCloze(_ field: String) -> Bool {
    field.utf8.contains(UInt8(ascii: "{")) && opening(field[...]) != nil
  }

  /// The sentence in the form of a deck: each blank in brackets, without number and hint.
  ///
  /// A blank within a blank becomes part of the outer one's answer.
  ///
  /// - Parameter field: the text of the field, without HTML.
  /// - Returns: the sentence; brackets of the text itself are escaped.
  package static func sentence(_ field: String) -> String {
    var sentence = ""
    var rest = field[...]
    while let open = opening(rest) {
      sentence += escaped(rest[..<open.lowerBound])
      let (answer, after) = answer(rest[open.upperBound...])
      sentence += answer.trimmed.isEmpty ? "" : "[\(escaped(answer.trimmed[...]))]"
      rest = after
    }
    return sentence + escaped(rest)
  }

  /// The `{{c1::` of the first blank.
  private static func opening(_ text: Substring) -> Range<Substring.Index>? {
    var rest = text
    while let brace = rest.firstRange(of: "{{c") {
      let digits = rest[brace.upperBound...].prefix { $0.isASCII && $0.isNumber }
      let after = rest[digits.endIndex...]
      if !digits.isEmpty, after.hasPrefix("::") {
        return brace.lowerBound..<after.index(after.startIndex, offsetBy: 2)
      }
      rest = rest[brace.upperBound...]
    }
    return nil
  }

  /// The answer of a blank that was opened, and what stands after its `}}`.
  private static func answer(_ text: Substring) -> (String, Substring) {
    var answer = ""
    var rest = text
    while true {
      let close = rest.firstRange(of: "}}")
      if let inner = opening(rest), inner.lowerBound < close?.lowerBound ?? rest.endIndex {
        answer += rest[..<inner.lowerBound]
        let (nested, after) = self.answer(rest[inner.upperBound...])
        answer += nested
        rest = after
      } else {
        answer += rest[..<(close?.lowerBound ?? rest.endIndex)]
        let hint = answer.firstRange(of: "::")?.lowerBound ?? answer.endIndex
        return (String(answer[..<hint]), rest[(close?.upperBound ?? rest.endIndex)...])
      }
    }
  }

  private static func escaped(_ text: Substring) -> String {
    String(text).replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}

extension AnkiCloze {
  /// The field for a sentence: each blank with a number of its own.
  package static func field(_ cloze: Cloze) -> String {
    cloze.text { index in "{{c\(index + 1)::\(cloze.blanks[index].answer)}}" }
  }
}
