import Testing

@testable import Generation

@Suite struct HTMLTests {
  @Test func proseIsKeptAndTheRestLeftOut() throws {
    let text = try read(
      """
      <!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>
      <nav><a href="/">Home 1999</a></nav>
      <h1>The <i>War</i><span class="mw-editsection">[edit]</span></h1>
      <table class="infobox"><tr><td>Born 1900</td></tr></table>
      <p>It began on the 1<sup>st</sup> of May&nbsp;1900<sup class="reference">[1]</sup> &amp; ended
      in the 21<sup>st</sup> century.<script>var a = 1950;</script></p>
      <blockquote><p>We shall go on.</p></blockquote>
      <ul><li>The first reason was the price of oil.<li><a>Link</a></ul>
      <div class="reflist">Smith 1990</div>
      <h2>See also</h2><p>Another page of this site.</p>
      <h2>Legacy</h2><p>AT&T was there, and so was the caf&eacute;.</p>
      <footer>Copyright 2020</footer></body></html>
      """)
    #expect(text.format == .html)
    #expect(
      outline(text) == [
        "h1: The War", "p: It began on the 1st of May 1900 & ended in the 21st century.",
        "q: We shall go on.", "li: The first reason was the price of oil.", "h2: Legacy",
        "p: AT&T was there, and so was the café.",
      ])
    #expect(source(of: "May 1900", in: text) == "May&nbsp;1900")
    #expect(source(of: "café", in: text) == "caf&eacute;")
    #expect(source(of: "21st", in: text) == "21<sup>st")
    #expect(misplaced(text) == nil)
    #expect(
      Set(text.omissions.map(\.reason)).isSuperset(of: [.navigation, .table, .references, .code]))
  }

  @Test func announcedEncodingOfThePageIsFollowed() throws {
    let page = "<html><head><meta charset=\"iso-8859-1\"></head><body><p>The town of Orl"
    let bytes =
      Array(page.utf8) + [0xe9] + Array("ans fell in the year 1429.</p></body></html>".utf8)
    let text = try reader().read(bytes)
    #expect(outline(text) == ["p: The town of Orléans fell in the year 1429."])
    #expect(source(of: "1429", in: text) == "1429")
  }

  @Test func brokenMarkupIsReadAsFarAsItGoes() throws {
    let text = try read(
      "<html><p>One <b>bold <i>claim</b> of the year<p>A second one of theirs <div></p></span>")
    #expect(outline(text) == ["p: One bold claim of the year", "p: A second one of theirs"])
    #expect(misplaced(text) == nil)
  }
}
