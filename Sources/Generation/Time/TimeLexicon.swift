enum TimeLexicon {
  static func isMonth(_ word: ArraySlice<UInt8>) -> Bool { false }
}
