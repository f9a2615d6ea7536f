import Decks
import Testing

@testable import Exchange

@Suite struct AnkiTests {
  @Test(arguments: [
    ("{{c1::Hanoi}} fell", "[Hanoi] fell"), ("{{c1::Hanoi::city}}.", "[Hanoi]."),
    ("{{c1::a {{c2::b}} c}} d", "[a b c] d"), ("{{c12::x}} {{c1::}} [y]", "[x]  \\[y\\]"),
    ("{{c1::open", "[open]"), ("{{cx::a}}", "{{cx::a}}"), ("none", "none"),
  ])
  func blanks(_ field: String, _ sentence: String) {
    #expect(AnkiCloze.sentence(field) == sentence)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a<br>b<br/>c", "a\nb\nc"), ("<div>a</div><div>b</div>", "a\nb"),
    ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"), ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
    ("a&nbsp;b &amp;lt; &#65;&#x42; &unknown;", "a b &lt; AB &unknown;"),
    ("<img src=\"map.png\"> <script>x < y</script>z", "(map.png) z"),
    ("<!-- c -->a<b>b</b>", "ab"), ("<style>.x{}</style>", ""), ("<b", "<b"),
    ("a<br><br><br>b", "a\n\nb"),
  ])
  func fields(_ html: String, _ text: String) {
    #expect(FieldText.plain(html) == text)
  }
}
