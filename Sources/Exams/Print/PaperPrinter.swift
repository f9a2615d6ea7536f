import Decks

/// A form in which a paper is printed.
package enum PrintFormat: String, CaseIterable, Hashable, Sendable {
  case text
  case markdown
  case gift
}

/// Prints papers and their answer keys.
package struct PaperPrinter: Sendable {
  private let paper: Paper
  private let title: String
  private let format: PrintFormat

  /// Prepares a paper.
  ///
  /// - Parameters:
  ///   - paper: the paper.
  ///   - title: its name, with the version where there are several.
  ///   - format: how it is printed.
  package init(_ paper: Paper, title: String, format: PrintFormat) {
    self.paper = paper
    self.title = title
    self.format = format
  }

  /// The paper as the candidate gets it; for GIFT with the answers, since its reader marks.
  package var sheet: String {
    switch format {
    case .text: textSheet
    case .markdown: markdownSheet
    case .gift: GIFT.text(paper, title: title)
    }
  }

  /// The answers, by number.
  package var key: String {
    switch format {
    case .text, .gift:
      return "\(title): answers\n\n" + answers.map { "\($0). \($1)\n" }.joined()
    case .markdown:
      // Written numbers, so that a reader's list never renumbers them.
      return "# \(Markdown.escaped(title)): answers\n\n"
        + answers.map { "**\($0).** \(Markdown.escaped($1))\n\n" }.joined()
    }
  }

  private var answers: [(Int, String)] {
    paper.questions.enumerated().map { index, question in
      let also =
        question.type == .typed && !question.card.also.isEmpty
        ? " (also: \(question.card.also.joined(separator: "; ")))" : ""
      return (index + 1, QuestionWording.key(of: question) + also)
    }
  }

  private var summary: String {
    let count = paper.questions.count
    let time = paper.blueprint.minutes.map { ", \($0) minute\($0 == 1 ? "" : "s")" } ?? ""
    return "\(count) question\(count == 1 ? "" : "s")\(time)"
  }

  private var textSheet: String {
    var text = "\(title)\n\(summary)\n\nName: ______________________________\n"
    for (index, question) in paper.questions.enumerated() {
      let wording = QuestionWording(question)
      let number = "\(index + 1). "
      let indent = String(repeating: " ", count: number.count)
      var lines: [String] = []
      if !wording.instruction.isEmpty { lines.append(wording.instruction) }
      lines += blanked(wording.stem).split(separator: "\n").map(String.init)
      text += "\n"
      for (place, line) in lines.enumerated() {
        text += wrapped(line, first: place == 0 ? number : indent, rest: indent)
      }
      for line in wording.left {
        text += wrapped(blanked(line.text), first: "\(indent)\(line.label)  ", rest: indent + "   ")
      }
      if !wording.left.isEmpty { text += "\n" }
      for line in wording.lines {
        text += wrapped(line.text, first: "\(indent)\(line.label)) ", rest: indent + "   ")
      }
      text += "\(indent)\(wording.wanted): ____________________\n"
    }
    return text
  }

  private var markdownSheet: String {
    var text =
      "# \(Markdown.escaped(title))\n\n\(summary)\n\nName: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n"
    for (index, question) in paper.questions.enumerated() {
      let wording = QuestionWording(question)
      text += "\n**\(index + 1).** "
      let stem = blanked(wording.stem).split(separator: "\n").map { Markdown.escaped(String($0)) }
      text += ([wording.instruction].filter { !$0.isEmpty } + stem).joined(separator: "  \n") + "\n"
      if !wording.left.isEmpty {
        text += "\n"
        for line in wording.left {
          text += "- \(line.label)\\. \(Markdown.escaped(blanked(line.text)))\n"
        }
        text += "\n"
      }
      if !wording.lines.isEmpty {
        if wording.left.isEmpty { text += "\n" } else { text += "<!-- -->\n\n" }
        for line in wording.lines { text += "- \(line.label)) \(Markdown.escaped(line.text))\n" }
      }
      text += "\n*\(wording.wanted)*: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n"
    }
    return text
  }

  private func blanked(_ text: String) -> String {
    text.replacing(Cloze.mark, with: "__________")
  }

  private func wrapped(_ text: String, first: String, rest: String) -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + 1 + word.count > 78 {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Markdown's escapes (CommonMark).
enum Markdown {
  /// Text without meaning as Markdown.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_{}[]<>#|~&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
