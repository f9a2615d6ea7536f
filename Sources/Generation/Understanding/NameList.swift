import Language

extension Sentence {
  /// The word behind a list that goes on at a comma: "Norway, Sweden, Finland and Denmark".
  ///
  /// - Parameter comma: the comma behind its first member.
  /// - Returns: the index behind its last member, or `nil` where no list of names or nouns goes on.
  func listEnd(from comma: Int) -> Int? {
    guard comma > 0, comma + 1 < tokens.count, tokens[comma].penn == .comma,
      tokens[comma - 1].universal.isNominal, tokens[comma + 1].penn != .conjunction
    else { return nil }
    if let end = placeEnd(from: comma) { return end }
    let first = tokens[comma - 1].universal
    var index = comma + 1
    var length = 0
    var isLast = false
    while index < tokens.count, index - comma < 24 {
      let token = tokens[index]
      if token.universal.isNominal || token.universal == .adjective || token.universal == .numeral {
        length += 1
        index += 1
        // A member is short, and of the same kind.
        guard length <= 4 else { return nil }
      } else if token.penn == .comma || ["and", "or", "&"].contains(token.form.lowercased()) {
        guard length > 0 || tokens[index - 1].penn == .comma else { return nil }
        if length > 0, tokens[index - 1].universal != first { return nil }
        if isLast { return index }
        isLast = token.penn != .comma
        length = 0
        index += 1
      } else {
        break
      }
    }
    return isLast && length > 0 && tokens[index - 1].universal == first ? index : nil
  }
  /// The word behind a place that says where the one before the comma is: "Charleston, South
  /// Carolina".
  private func placeEnd(from comma: Int) -> Int? {
    guard tokens[comma - 1].name.kind == .place, tokens[comma + 1].name.kind == .place else {
      return nil
    }
    var end = comma + 1
    while end < tokens.count, tokens[end].name.kind == .place { end += 1 }
    guard end < tokens.count else { return end }
    let next = tokens[end]
    return next.universal == .adposition || next.penn == .fullStop ? end : nil
  }
}
