import Proving
import Testing

@testable import Exchange

private func text(_ html: String) -> String {
  var converter = FieldText()
  return converter.convert(Array(html.utf8))
}

struct FieldTextTests {
  @Test func plainTextStaysAsItIs() {
    #expect(text("") == "")
    #expect(text("In which year?") == "In which year?")
    #expect(text("Hồ Chí Minh, 김일성") == "Hồ Chí Minh, 김일성")
  }

  @Test func linesAreBreaksAndBlocks() {
    #expect(text("a<br>b") == "a\nb")
    #expect(text("a<br><br>b") == "a\n\nb")
    #expect(text("a<div>b</div><div><br></div><div>c</div>") == "a\nb\n\nc")
    #expect(text("<p>a</p>\n<p>b</p>") == "a\nb")
    #expect(text("<h1>a</h1>b<hr>c") == "a\nb\nc")
    #expect(text("a<br></div><div>b") == "a\nb")
  }

  @Test func styleGoesAndWhiteSpaceCollapses() {
    #expect(text(" a  <b>b</b>\n<i> c</i>&nbsp; d ") == "a b c d")
    #expect(text("<span style=\"color: red\">r</span>") == "r")
    #expect(text("<pre>a  b\n c</pre>d") == "a  b\n c\nd")
  }

  @Test func listsAndTables() {
    #expect(text("x<ul><li>a</li><li>b</li></ul>y") == "x\n- a\n- b\ny")
    #expect(text("<ol><li>a<li>b</ol>") == "1. a\n2. b")
    #expect(
      text("<table><tr><td>a<td>b</tr><tr><td>c</td><td>d</td></tr></table>") == "a | b\nc | d")
  }

  @Test func referencesAreCharacters() {
    #expect(
      text("a &amp; b &lt; c &#8211; d &#x2014; e &eacute; &hellip;") == "a & b < c – d — e é …")
    #expect(text("AT&T &unknown; &") == "AT&T &unknown; &")
    #expect(text("&#0;&#1114112;&#55296;") == "\u{fffd}\u{fffd}\u{fffd}")
  }

  @Test func raisedAndLoweredAndRuby() {
    #expect(text("x<sup>2</sup> + H<sub>2</sub>O") == "x² + H₂O")
    #expect(text("x<sup>ab</sup> y<sub>k</sub>") == "x^(ab) y_k")
    #expect(text("<ruby>日本<rp>(</rp><rt>にほん</rt><rp>)</rp></ruby>") == "日本(にほん)")
  }

  @Test func scriptsCommentsAndBrokenTags() {
    #expect(text("a<script>alert(1 < 2)</script>b<STYLE>x{}</STYLE>c<!-- d -->e") == "abce")
    #expect(text("a < b and c > d <") == "a < b and c > d <")
    #expect(text("a<script>never ends") == "a")
    #expect(text("a<!-- never ends") == "a")
    #expect(text("a <b never ends") == "a <b never ends")
    #expect(text("a\u{1b}[2Jb\u{7}\u{0}") == "a[2Jb")
  }

  @Test func filesAreImagesAndAreListed() {
    var converter = FieldText(media: FieldText.Media(folder: "wars.media/"))
    let html =
      "<img src=\"a map&amp;.png\" alt='a [map]'> [sound:x.mp3] [sound: <img src=http://x/y.png>"
    #expect(
      converter.convert(Array(html.utf8))
        == "![a map](wars.media/\(MediaName.safe("a map&.png"))) ![](wars.media/x.mp3) [sound: "
        + "![](http://x/y.png)")
    #expect(converter.media.names == ["a map&.png", "x.mp3"])
  }

  @Test func filesOfAFormWithoutMediaAreTheirNames() {
    #expect(
      FieldText.plain("<img src=\"map.png\"> [sound:a.mp3] <video src=x.mp4>")
        == "(map.png) (a.mp3) (x.mp4)")
  }

  @Test func plainTextHasAtMostOneEmptyLine() {
    #expect(FieldText.plain("a <br><br><br> b&#160;<br>") == "a\n\nb")
  }

  @Test(arguments: 0..<300) func anyBytesGiveSafeText(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "<", ">", "</", "<br", "<!--", "-->", "&", "&#", ";", "<img src=", "\"", "'", "[sound:", "]",
      "<sup>", "</sup>", "<li>", "<ol>", "</ol>", "<script", "x", " ", "\u{1}", "\u{2}", "\u{1b}",
      "<pre>", "<td>", "\u{ff}", "é",
    ]
    var html: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      html += pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8
      if UInt8.random(in: 0..<10, using: &random) == 0 {
        html.append(.random(in: 0...255, using: &random))
      }
    }
    var converter = FieldText()
    let result = converter.convert(html)
    #expect(
      !result.unicodeScalars.contains { $0.value < 0x20 && ![1, 2, 0x0a, 0x09].contains($0.value) })
  }
}
