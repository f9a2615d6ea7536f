enum DeckJSONReader {
  static func read(_ text: [UInt8]) throws(ExchangeError) -> Findings { Findings() }
}
