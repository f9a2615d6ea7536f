import Decks
import JSON

extension Paper {
  /// The paper with its key, as a sitting's file has it: nothing else is needed to go on with it.
  package var json: JSON {
    .members([
      ("blueprint", blueprint.json),
      // A seed may not fit a signed number.
      ("seed", .string(String(seed))), ("questions", .array(questions.map(\.json))),
      ("shortfalls", .array(shortfalls.map(\.json))),
    ])
  }

  init(_ json: JSONCursor) throws(SavedSittingError) {
    var questions: [PaperQuestion] = []
    for entry in try json["questions"].elements() { questions.append(try PaperQuestion(entry)) }
    var shortfalls: [Shortfall] = []
    for entry in try json["shortfalls"].elements() { shortfalls.append(try Shortfall(entry)) }
    let seed = json["seed"]
    self.init(
      blueprint: try Blueprint(json["blueprint"]), seed: try seed.value(UInt64(try seed.string())),
      questions: questions, shortfalls: shortfalls)
  }
}

extension Shortfall {
  /// The shortfall with what was asked and what is possible.
  package var json: JSON {
    let (axis, name, asked, possible): (String, String?, Int, Int) =
      switch self {
      case .questions(let asked, let possible): ("questions", nil, asked, possible)
      case .section(let name, let asked, let possible): ("section", name, asked, possible)
      case .kind(let name, let asked, let possible): ("kind", name, asked, possible)
      case .type(let type, let asked, let possible): ("type", type.rawValue, asked, possible)
      }
    return .members([
      ("of", .string(axis)), ("name", name.map { .string($0) }), ("asked", .int(asked)),
      ("possible", .int(possible)),
    ])
  }

  init(_ json: JSONCursor) throws(SavedSittingError) {
    let (asked, possible) = (try json["asked"].int(), try json["possible"].int())
    switch try json["of"].string() {
    case "questions": self = .questions(asked: asked, possible: possible)
    case "section":
      self = .section(try json["name"].string(), asked: asked, possible: possible)
    case "kind": self = .kind(try json["name"].string(), asked: asked, possible: possible)
    case "type":
      let name = json["name"]
      self = .type(
        try name.value(QuestionType(rawValue: try name.string())), asked: asked,
        possible: possible)
    case _: throw .member(json["of"].path)
    }
  }
}

extension PaperQuestion {
  /// The question with its card and its key.
  package var json: JSON {
    .members([("type", .string(type.rawValue)), ("card", card.json), ("task", task.json)])
  }

  init(_ json: JSONCursor) throws(SavedSittingError) {
    let name = json["type"]
    self.init(
      card: try Card(json["card"]),
      type: try name.value(QuestionType(rawValue: try name.string())), task: try Task(json["task"]))
  }
}

extension Card {
  fileprivate var json: JSON {
    .members([
      ("key", .string(key)), ("deck", .string(deck)), ("path", .string(path)),
      ("line", .int(line)), ("note", .int(note)), ("section", .strings(section)),
      ("prompt", .string(prompt)), ("blank", blank.map { .int($0) }), ("answer", .string(answer)),
      ("also", also.isEmpty ? nil : .strings(also)), ("kind", .string(kind.rawValue)),
      ("event", event.map { .string($0) }), ("why", why.map { .string($0) }),
      ("source", source.map { .string($0) }), ("tags", tags.isEmpty ? nil : .strings(tags)),
    ])
  }

  fileprivate init(_ json: JSONCursor) throws(SavedSittingError) {
    func optional(_ name: String) throws(SavedSittingError) -> String? {
      json[name].isMissing ? nil : try json[name].string()
    }
    func list(_ name: String) throws(SavedSittingError) -> [String] {
      json[name].isMissing ? [] : try json[name].strings()
    }
    let kind = json["kind"]
    self.init(
      key: try json["key"].string(), deck: try json["deck"].string(),
      path: try json["path"].string(), line: try json["line"].int(), note: try json["note"].int(),
      section: try json["section"].strings(), prompt: try json["prompt"].string(),
      blank: json["blank"].isMissing ? nil : try json["blank"].int(),
      answer: try json["answer"].string(), also: try list("also"),
      kind: try kind.value(CardKind(rawValue: try kind.string())), event: try optional("event"),
      why: try optional("why"), source: try optional("source"), tags: try list("tags"))
  }
}

extension Task {
  fileprivate var json: JSON {
    switch self {
    case .typed: return .members([("form", .string("typed"))])
    case .choice(let stem, let options, let key):
      return .members([
        ("form", .string("choice")), ("stem", .string(stem)),
        (
          "options",
          .array(
            options.map { option in
              .members([("text", .string(option.text)), ("card", option.card.map { .string($0) })])
            })
        ), ("key", .int(key)),
      ])
    case .truth(let statement):
      let (form, text, answer): (String, String, String?) =
        switch statement.form {
        case .sentence(let sentence): ("sentence", sentence, nil)
        case .event(let event, let date): ("event", event, date)
        case .answer(let question, let answer): ("answer", question, answer)
        }
      return .members([
        ("form", .string("truth")), ("says", .string(form)), ("text", .string(text)),
        ("answer", answer.map { .string($0) }), ("true", .bool(statement.isTrue)),
        ("lure", statement.lure.map { .string($0) }),
      ])
    case .order(let events):
      return .members([
        ("form", .string("order")),
        (
          "events",
          .array(
            events.map { event in
              .members([
                ("event", .string(event.phrase)), ("date", .string(event.date)),
                ("card", .string(event.card)),
              ])
            })
        ),
      ])
    case .match(let matching):
      return .members([
        ("form", .string("match")), ("subject", .string(matching.subject.rawValue)),
        ("left", .strings(matching.left)), ("right", .strings(matching.right)),
        ("key", .array(matching.key.map { .int($0) })), ("cards", .strings(matching.cards)),
      ])
    }
  }

  fileprivate init(_ json: JSONCursor) throws(SavedSittingError) {
    switch try json["form"].string() {
    case "typed": self = .typed
    case "choice":
      var options: [AnswerOption] = []
      for entry in try json["options"].elements() {
        let card = entry["card"]
        options.append(
          AnswerOption(try entry["text"].string(), card: card.isMissing ? nil : try card.string()))
      }
      let key = try json["key"].int()
      guard options.indices.contains(key) else { throw .member(json["key"].path) }
      self = .choice(stem: try json["stem"].string(), options: options, key: key)
    case "truth":
      let text = try json["text"].string()
      let form: Statement.Form
      switch try json["says"].string() {
      case "sentence": form = .sentence(text)
      case "event": form = .event(text, date: try json["answer"].string())
      case "answer": form = .answer(question: text, try json["answer"].string())
      case _: throw .member(json["says"].path)
      }
      let lure = json["lure"]
      self = .truth(
        Statement(
          form: form, isTrue: try json["true"].bool(),
          lure: lure.isMissing ? nil : try lure.string()))
    case "order":
      var events: [DatedEvent] = []
      for entry in try json["events"].elements() {
        events.append(
          DatedEvent(
            phrase: try entry["event"].string(), date: try entry["date"].string(),
            card: try entry["card"].string()))
      }
      self = .order(events)
    case "match":
      let subject = json["subject"]
      let matching = Matching(
        subject: try subject.value(Matching.Subject(rawValue: try subject.string())),
        left: try json["left"].strings(), right: try json["right"].strings(),
        key: try json["key"].ints(), cards: try json["cards"].strings())
      guard matching.key.count == matching.left.count,
        matching.key.allSatisfy(matching.right.indices.contains)
      else { throw .member(json["key"].path) }
      self = .match(matching)
    case _: throw .member(json["form"].path)
    }
  }
}
