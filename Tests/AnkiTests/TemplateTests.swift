import Testing

@testable import Anki

private let fields = ["Front", "Back", "Extra"]

private func html(_ source: String, _ values: [String], afterRule: Bool = false) -> String {
  var template = Template(source, fields: fields)
  if afterRule { template = template.afterRule }
  return String(decoding: template.html(values.map { Array($0.utf8)[...] }), as: UTF8.self)
}

struct TemplateTests {
  @Test func fieldsAndText() {
    #expect(html("{{Front}}", ["a", "b"]) == "a")
    #expect(html("Capital of {{ Front }}? {{Missing}}{{Tags}}", ["a", "b"]) == "Capital of a? ")
    #expect(html("{{text:Front}} {{furigana:Back}}", ["a", "b"]) == "a b")
  }

  @Test func sections() {
    let source = "{{#Extra}}({{Extra}}){{/Extra}}{{^Extra}}none{{/Extra}}{{#Gone}}x{{/Gone}}"
    #expect(html(source, ["a", "b", "c"]) == "(c)")
    #expect(html(source, ["a", "b", " "]) == "none")
  }

  @Test func asidesAreNotAsked() {
    #expect(
      html("{{Front}} {{type:Back}}{{hint:Extra}}{{tts en_GB:Front}}", ["a", "b", "c"]) == "a ")
  }

  @Test func theAnswerIsWhatFollowsTheRule() {
    #expect(html("{{FrontSide}}<hr id=answer>{{Back}}", ["a", "b"], afterRule: true) == "b")
    #expect(html("{{Front}}<HR id=\"answer\">{{Back}}", ["a", "b"], afterRule: true) == "b")
    #expect(html("{{FrontSide}}<br>{{Back}}", ["a", "b"], afterRule: true) == "<br>b")
  }

  @Test func brokenTemplates() {
    #expect(html("{{#Front}}a", ["x", "y"]) == "a")
    #expect(html("{{Front", ["x", "y"]) == "{{Front")
    #expect(html("{{/Front}}{{}}{{:}}{{!comment}}b", ["x", "y"]) == "b")
  }
}
