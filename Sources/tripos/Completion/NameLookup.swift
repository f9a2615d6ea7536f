import ArgumentParser
import Decks
import Exams
import Glibc
import Progress
import Terminal

/// Looks up the user's names for completions: only reads, and says nothing where it cannot.
struct NameLookup {
  /// Where the home is, given what `--home` says.
  let home: (String?) -> Home

  /// The names that a source has, in an order that is good to read.
  func names(_ query: NameSource.Query) -> [Completer.Candidate] {
    let home = home(query.home)
    switch query.source {
    case .decks: return decks(home)
    case .decksAndBlueprints: return blueprints(home) + decks(home)
    case .sections: return sections(home, inDecks: query.words)
    case .cards: return cards(home, beginning: query.typed)
    case .tags: return tags(home)
    case .topics:
      return Tripos.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map {
        Completer.Candidate(word: $0._commandName, about: $0.configuration.abstract)
      } + HelpTopic.allCases.map { Completer.Candidate(word: $0.rawValue, about: $0.abstract) }
    case .shells: return words(CompletionScript.allCases.map(\.rawValue))
    case .backups:
      return [Completer.Candidate(word: "latest")]
        + Backup.all(in: home.backups).reversed().compactMap { $0.path.split(separator: "/").last }
        .map { Completer.Candidate(word: String($0)) }
    case .practice: return words(KindGroup.names) + sections(home, inDecks: [])
    case .listOfKinds: return list(KindGroup.names, query.typed)
    case .listOfTypes: return list(QuestionType.allCases.map(\.rawValue), query.typed)
    case .files, .folders: return []
    }
  }

  // MARK: Sources

  private func decks(_ home: Home) -> [Completer.Candidate] {
    guard let library = library(home) else { return [] }
    var counts: [String: Int] = [:]
    for deck in library.decks { counts[deck.name, default: 0] += deck.entries.count }
    return counts.keys.sorted().map { name in
      Completer.Candidate(word: name, about: ReviewWording.count(counts[name] ?? 0, "card"))
    }
  }

  private func blueprints(_ home: Home) -> [Completer.Candidate] {
    let names = (try? ExamSettings(path: home.settings))?.blueprintNames ?? []
    return names.map { Completer.Candidate(word: $0, about: "a blueprint of tripos.toml") }
  }

  /// The sections of the decks that are named on the line, else of all.
  private func sections(_ home: Home, inDecks words: [String]) -> [Completer.Candidate] {
    guard let library = library(home) else { return [] }
    let named = words.reduce(into: Set<Int>()) { decks, word in
      decks.formUnion((try? library.decks(named: word)) ?? [])
    }
    var seen: Set<String> = []
    return library.decks.indices.filter { named.isEmpty || named.contains($0) }.flatMap { index in
      let deck = library.decks[index]
      return deck.sections.compactMap(\.last).filter { seen.insert($0).inserted }
        .map { Completer.Candidate(word: $0, about: deck.name) }
    }
  }

  private func cards(_ home: Home, beginning typed: String) -> [Completer.Candidate] {
    guard let library = library(home) else { return [] }
    return library.entries.compactMap { entry in
      let key = library.key(of: entry)
      guard key.hasPrefix(typed) else { return nil }
      let section = library.section(of: entry).last ?? library.decks[Int(entry.deck)].name
      return Completer.Candidate(word: key, about: "\(entry.kind.rawValue), \(section)")
    }
  }

  private func tags(_ home: Home) -> [Completer.Candidate] {
    guard let library = library(home) else { return [] }
    let tags = library.entries.reduce(into: Set<String>()) { $0.formUnion(library.tags(of: $1)) }
    return words(tags.sorted())
  }

  private func words(_ names: [String]) -> [Completer.Candidate] {
    names.map { Completer.Candidate(word: $0) }
  }

  /// Names that continue a list after its last comma.
  private func list(_ names: [String], _ typed: String) -> [Completer.Candidate] {
    let start = typed.lastIndex(of: ",").map { typed[...$0] } ?? ""
    return names.map { Completer.Candidate(word: start + $0) }
  }

  /// The decks of the home; an index that is there is used and kept up to date, none is begun.
  private func library(_ home: Home) -> Library? {
    let cache = home.cacheFile("decks")
    return try? Library(folder: home.decks, cache: access(cache, F_OK) == 0 ? cache : nil)
  }
}
