import Decks
import JSON

extension Blueprint {
  /// The blueprint as a sitting's file has it.
  package var json: JSON {
    .members([
      ("name", .string(name)), ("questions", .int(questions)),
      ("minutes", minutes.map { .int($0) }),
      ("sections", Self.json(sections) { $0 }), ("kinds", Self.json(kinds) { $0.name }),
      ("types", Self.json(types) { $0.rawValue }), ("certainty", .bool(scheme.asksCertainty)),
      ("penalty", .number(scheme.penalty)), ("almost", .number(scheme.almost)),
      ("pass", .number(scheme.passMark)),
    ])
  }

  private static func json<Subject>(
    _ weighted: [Weighted<Subject>], _ name: (Subject) -> String
  ) -> JSON {
    .array(
      weighted.map {
        .members([("name", .string(name($0.subject))), ("weight", .number($0.weight))])
      })
  }

  init(_ json: JSONCursor) throws(SavedSittingError) {
    var sections: [Weighted<String>] = []
    for entry in try json["sections"].elements() {
      sections.append(Weighted(try entry["name"].string(), try entry["weight"].double()))
    }
    var kinds: [Weighted<KindGroup>] = []
    for entry in try json["kinds"].elements() {
      let name = entry["name"]
      let group = try name.value(KindGroup(named: try name.string()))
      kinds.append(Weighted(group, try entry["weight"].double()))
    }
    var types: [Weighted<QuestionType>] = []
    for entry in try json["types"].elements() {
      let name = entry["name"]
      let type = try name.value(QuestionType(rawValue: try name.string()))
      types.append(Weighted(type, try entry["weight"].double()))
    }
    self.init(
      name: try json["name"].string(), questions: try json["questions"].int(),
      minutes: json["minutes"].isMissing ? nil : try json["minutes"].int(), sections: sections,
      kinds: kinds, types: types,
      scheme: MarkingScheme(
        asksCertainty: try json["certainty"].bool(), penalty: try json["penalty"].double(),
        almost: try json["almost"].double(), passMark: try json["pass"].double()))
  }
}
