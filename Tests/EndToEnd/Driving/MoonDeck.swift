/// A small deck of our own that has a card of every kind and a story.
enum MoonDeck {
  static let name = "moon.md"

  static let text = """
    ---
    name = "The Moon"

    [actors."Neil Armstrong"]
    kind = "person"
    also = ["Armstrong"]

    [actors."Yuri Gagarin"]
    kind = "person"

    [actors."Soviet Union"]
    kind = "state"
    also = ["USSR"]
    ---

    # First flights

    Before anybody walked there, machines went. The race lasted ten years and ended with
    a walk of two hours.

    C: The probe Luna 2 of the [Soviet Union] struck the Moon in [September 1959].
    Event 2: Luna 2 strikes the Moon

    Q: Who was the first to walk on the Moon?
    A: Neil Armstrong
    Why: He left the lander before Buzz Aldrin.

    Q: When did Apollo 11 land on the Moon?
    A: 20 July 1969
    Event: Apollo 11 lands on the Moon

    Q: How many people have walked on the Moon?
    A: 12

    # Words

    Q: What are the dark plains on the Moon called?
    A: maria
    Also: mare
    Kind: term
    Why: They were taken for seas.

    Q: Which two metals are common in the rocks of the dark plains?
    A: iron and titanium
    Kind: list

    Q: Why does the Moon always show the same face?
    A: It turns once on its axis in the time of one orbit around the Earth

    """

  /// A home with this deck alone.
  static func home(settings: String? = nil) throws -> TemporaryHome {
    try TemporaryHome(decks: [name: text], settings: settings)
  }
}

/// The instant at which most sessions begin: an evening, with its study day 2026-11-25.
let evening = ["--now", "2026-11-25T20:00:00Z", "--seed", "1"]
let nextEvening = ["--now", "2026-11-26T20:00:00Z", "--seed", "1"]
