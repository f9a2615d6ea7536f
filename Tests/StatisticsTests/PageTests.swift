import Proving
import Testing

@testable import Statistics

@Suite struct PageTests {
  private func page(_ charts: [Chart]) -> String {
    Page(title: "Statistics", subtitle: "25 Nov 2026: all decks", charts: charts).html
  }

  @Test func aYearOfAnswers() {
    let html = page(aYear.charts)
    #expect(differenceFromGolden(html, name: "a-year") == nil)
    #expect(imbalance(of: html) == nil)
    #expect(Page.isOurs(Array(html.utf8)))
    #expect(!Page.isOurs(Array("<!DOCTYPE html>\n<html></html>".utf8)))
  }

  /// Nothing is fetched from anywhere and nothing runs.
  @Test func standsAlone() {
    let html = page(aYear.charts).replacing("http://www.w3.org/1999/xhtml", with: "")
    for word in ["http:", "https:", "<script", "src=", "href=", "url(", "@import", "onload"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("prefers-color-scheme: dark"))
    #expect(html.contains("<svg"))
  }

  @Test func isAlwaysWellFormed() {
    let none = statistics([], cards: [])
    let one = statistics([answer(0, 0, isNew: true)], cards: [card(0, interval: 1)])
    for charts in [[], none.charts, one.charts, aYear.charts] {
      #expect(imbalance(of: page(charts)) == nil)
    }
  }

  @Test func textIsMadeSafe() {
    #expect(
      Markup.text("<script>alert('x & \"y\"')</script>")
        == "&lt;script&gt;alert(&#39;x &amp; &quot;y&quot;&#39;)&lt;/script&gt;")
    #expect(Markup.text("a\u{0}\u{1b}\u{202e}\nb\u{fffe}") == "a b")
    let chart = Chart(
      title: "</h2><script>", sentence: "]]>", legend: "&lt;",
      content: .items([Chart.Item(headline: "<b>", lines: ["<i>"])]))
    #expect(imbalance(of: page([chart])) == nil)
    #expect(!page([chart]).contains("<script"))
  }

  /// The first tag that is not closed where it should be; `nil` where all are.
  private func imbalance(of html: String) -> String? {
    var open: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.hasPrefix("<!") {
        guard let end = rest.firstIndex(of: ">") else { return "a declaration" }
        rest = rest[rest.index(after: end)...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return String(rest.prefix(40)) }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return String(tag) }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
      if tag.count(where: { $0 == "\"" }) % 2 == 1 { return String(tag) }
    }
    return open.last.map(String.init)
  }
}
