import Testing

@testable import Decks
