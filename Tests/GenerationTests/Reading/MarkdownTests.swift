import Testing

@testable import Generation

@Suite struct MarkdownTests {
  @Test func structureAndPlaces() throws {
    let text = try read(
      """
      ---
      title: Transistor
      ---
      # The transistor

      A **field-effect** device ([FET](https://example.org/1925_FET)) was
      patented in *Canada* &amp; the `US` in 1925\\*.

      > The second line
      > of a quotation &ndash; 1947.

      - one item of the list
      - another one

      ```
      let year = 1999
      ```

      | a | b |
      |---|---|
      | 1 | 2 |

      ## References

      Nobody, 1990.
      """)
    #expect(text.format == .markdown)
    #expect(
      outline(text) == [
        "h1: The transistor",
        "p: A field-effect device (FET) was patented in Canada & the US in 1925*.",
        "q: The second line of a quotation – 1947.", "li: one item of the list", "li: another one",
      ])
    #expect(
      text.omissions.map(\.reason) == [.frontMatter, .code, .table, .references, .references])
    #expect(source(of: "(FET) was", in: text) == "([FET](https://example.org/1925_FET)) was")
    #expect(source(of: "& the", in: text) == "&amp; the")
    #expect(source(of: "1925", in: text) == "1925")
    #expect(source(of: "line of a", in: text) == "line\n> of a")
    #expect(misplaced(text) == nil)
  }

  @Test func emphasisIsRemembered() throws {
    let text = try read("# Books\n\nHe wrote *Nineteen Eighty-Four* in the year after the war.")
    #expect(text.blocks[1].emphasis.map(text.quoted) == ["Nineteen Eighty-Four"])
  }
}
