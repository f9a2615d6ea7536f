/// Which blank is which after a `C:` note with an `Id:` was edited.
enum BlankMatching {
  /// Matches blanks by their answers, then those that are left by their numbers.
  ///
  /// So a blank that is put in shifts nothing, and a blank whose answer was mended stays itself.
  ///
  /// - Parameters:
  ///   - known: the blanks as they were.
  ///   - present: the blanks as they are.
  /// - Returns: for each known blank the index of the present one that it is; `nil` where it is gone.
  static func match(_ known: [KnownCard], _ present: [KnownCard]) -> [Int?] {
    var links = [Int?](repeating: nil, count: known.count)
    var isTaken = [Bool](repeating: false, count: present.count)
    let answers = present.map { CardKey.prepared($0.answer) }
    func link(_ index: Int, where fits: (Int) -> Bool) {
      guard links[index] == nil,
        let found = present.indices.first(where: { !isTaken[$0] && fits($0) })
      else { return }
      links[index] = found
      isTaken[found] = true
    }
    for index in known.indices {
      let answer = CardKey.prepared(known[index].answer)
      link(index) { answers[$0] == answer && present[$0].blank == known[index].blank }
    }
    for index in known.indices {
      let answer = CardKey.prepared(known[index].answer)
      link(index) { answers[$0] == answer }
    }
    for index in known.indices { link(index) { present[$0].blank == known[index].blank } }
    return links
  }
}
