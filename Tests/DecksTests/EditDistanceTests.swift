import Testing

@testable import Decks

@Test(
  arguments: [
    ("", "", 0, 0), ("also", "als", 1, 1), ("also", "aslo", 1, 1), ("kitten", "sitting", 3, 3),
    ("kitten", "sitting", 2, nil), ("", "abc", 3, 3), ("abc", "", 2, nil),
  ] as [(String, String, Int, Int?)])
func distances(left: String, right: String, limit: Int, expected: Int?) {
  #expect(editDistance(left, right, limit: limit) == expected)
}

@Test func nearestNames() {
  let names = ["north-korea-vietnam", "North Korea", "Cold War", "World War I", "World War II"]
  #expect(nearest(to: "north koera", among: names) == ["North Korea"])
  #expect(nearest(to: "world war", among: names) == ["World War I", "World War II", "Cold War"])
  #expect(nearest(to: "zebra", among: names) == [])
}
