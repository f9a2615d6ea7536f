import Decks
import JSON

/// What a deck file says of itself, hidden in the page of an exported deck.
///
/// A comment of HTML, which Anki does not show: `<!--tripos {"source": …}-->`.
struct DeckHeader: Hashable {
  var source: String?
  var actors: [Actor]

  /// What is in a deck's front matter; `nil` where that is nothing.
  init?(_ frontMatter: FrontMatter) {
    source = frontMatter.source
    actors = frontMatter.actors
    if source == nil && actors.isEmpty { return nil }
  }

  /// Reads a deck's page; `nil` where there is none of ours.
  init?(description: String) {
    guard let start = description.firstRange(of: "<!--tripos "),
      let end = description[start.upperBound...].firstRange(of: "-->"),
      let value = try? JSON.parse(Array(description[start.upperBound..<end.lowerBound].utf8))
    else { return nil }
    source = value["source"]?.string
    actors = (value["actors"]?.array ?? []).compactMap { actor in
      guard let name = actor["name"]?.string,
        let kind = actor["kind"]?.string.flatMap({ Actor.Kind(rawValue: $0) })
      else { return nil }
      return Actor(
        name: name, kind: kind, also: actor["also"]?.array?.compactMap(\.string) ?? [],
        role: actor["role"]?.string, state: actor["state"]?.string, from: actor["from"]?.string,
        to: actor["to"]?.string, demonym: actor["demonym"]?.string,
        capital: actor["capital"]?.string)
    }
  }

  /// The comment.
  var comment: String {
    func members(_ pairs: [(String, String?)]) -> [JSON.Member] {
      pairs.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } }
    }
    let actors = self.actors.map { actor in
      var all = members([("name", actor.name), ("kind", actor.kind.rawValue)])
      if !actor.also.isEmpty {
        all.append(JSON.Member("also", .array(actor.also.map { .string($0) })))
      }
      all += members([
        ("role", actor.role), ("state", actor.state), ("from", actor.from), ("to", actor.to),
        ("demonym", actor.demonym), ("capital", actor.capital),
      ])
      return JSON.object(all)
    }
    let value = JSON.object(members([("source", source)]) + [JSON.Member("actors", .array(actors))])
    // No text of ours may end the comment.
    return "<!--tripos \(value.compact.replacing(">", with: "\\u003e"))-->"
  }
}
