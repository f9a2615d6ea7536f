import Chronology
import JSON

extension Sitting {
  /// The format's version.
  static let schema = 1

  /// The sitting with its paper, as its file has it.
  package var json: JSON {
    var members: [(String, JSON?)] = [
      ("schema", .int(Sitting.schema)), ("name", .string(name)),
      ("started", .integer(started.milliseconds)), ("tz", .int(zone)),
      ("strict", .bool(isClockStrict)), ("dry", isDryRun ? .bool(true) : nil),
    ]
    switch state {
    case .open: members.append(("state", .string("open")))
    case .finished(let ending, let at):
      members.append(("state", .string(ending.rawValue)))
      members.append(("finished", .integer(at.milliseconds)))
    }
    members += [
      ("current", .int(current + 1)), ("opened", openedAt.map { .integer($0.milliseconds) }),
      ("set_back", clockSetBack == 0 ? nil : .int(clockSetBack)),
      ("flagged", .array(flagged.sorted().map { .int($0 + 1) })),
      (
        "interruptions",
        .array(
          interruptions.map {
            .members([
              ("q", .int($0.question + 1)), ("from", .integer($0.from.milliseconds)),
              ("to", .integer($0.to.milliseconds)),
            ])
          })
      ), ("answers", .array(responses.indices.map(answerJSON))), ("paper", paper.json),
    ]
    return .members(members)
  }

  private func answerJSON(_ index: Int) -> JSON {
    let override = overrides[index].map { JSON.string($0.rawValue) }
    guard let response = responses[index] else {
      return .members([("ms", .integer(openFor[index])), ("override", override)])
    }
    return .members([
      ("ms", .integer(openFor[index])), ("reply", response.reply.json),
      ("typed", .string(response.typed)), ("certainty", response.certainty.map { .int($0) }),
      ("at", .integer(response.at.milliseconds)), ("late", response.isLate ? .bool(true) : nil),
      ("override", override),
    ])
  }

  /// Reads a sitting.
  ///
  /// - Parameter bytes: the file's content.
  /// - Throws: what is wrong with it.
  package init(_ bytes: [UInt8]) throws(SavedSittingError) {
    let document: JSON
    do {
      document = try JSON.parse(bytes)
    } catch {
      throw .json(error)
    }
    let json = JSONCursor(document)
    let schema = try json["schema"].int()
    guard schema == Sitting.schema else { throw .newer(schema: schema) }
    let paper = try Paper(json["paper"])
    let count = paper.questions.count
    guard count > 0 else { throw .member("paper.questions") }
    self.init(
      name: try json["name"].string(), paper: paper,
      started: Instant(milliseconds: try json["started"].int64()), zone: try json["tz"].int(),
      isClockStrict: try json["strict"].bool(),
      isDryRun: json["dry"].isMissing ? false : try json["dry"].bool())
    var responses: [Response?] = []
    var openFor: [Int64] = []
    var overrides: [Int: Credit] = [:]
    for (index, entry) in try json["answers"].elements().enumerated() {
      openFor.append(max(0, try entry["ms"].int64()))
      let override = entry["override"]
      if !override.isMissing {
        overrides[index] = try override.value(Credit(rawValue: try override.string()))
      }
      responses.append(entry["reply"].isMissing ? nil : try Sitting.response(entry))
    }
    guard responses.count == count else { throw .member("answers") }
    let current = try json["current"].int() - 1
    guard (0..<count).contains(current) else { throw .member("current") }
    var interruptions: [Interruption] = []
    for entry in try json["interruptions"].elements() {
      interruptions.append(
        Interruption(
          question: try entry["q"].int() - 1,
          from: Instant(milliseconds: try entry["from"].int64()),
          to: Instant(milliseconds: try entry["to"].int64())))
    }
    let name = try json["state"].string()
    let state: State
    if name == "open" {
      state = .open
    } else {
      let ending = try json["state"].value(Ending(rawValue: name))
      state = .finished(ending, at: Instant(milliseconds: try json["finished"].int64()))
    }
    let opened = json["opened"]
    restore(
      responses: responses, openFor: openFor,
      flagged: Set(try json["flagged"].ints().map { $0 - 1 }.filter { (0..<count).contains($0) }),
      current: current, interruptions: interruptions, state: state, overrides: overrides,
      openedAt: opened.isMissing ? nil : Instant(milliseconds: try opened.int64()),
      clockSetBack: json["set_back"].isMissing ? 0 : try json["set_back"].int())
  }

  private static func response(_ json: JSONCursor) throws(SavedSittingError) -> Response {
    let certainty = json["certainty"]
    return Response(
      reply: try Reply(json["reply"]), typed: try json["typed"].string(),
      certainty: certainty.isMissing ? nil : try certainty.int(),
      at: Instant(milliseconds: try json["at"].int64()),
      isLate: json["late"].isMissing ? false : try json["late"].bool())
  }
}

extension Reply {
  fileprivate var json: JSON {
    switch self {
    case .text(let text): .members([("text", .string(text))])
    case .option(let index): .members([("option", .int(index))])
    case .truth(let value): .members([("truth", .bool(value))])
    case .order(let order): .members([("order", .array(order.map { .int($0) }))])
    case .match(let pairs):
      .members([("match", .array(pairs.map { $0.map { .int($0) } ?? .null }))])
    }
  }

  fileprivate init(_ json: JSONCursor) throws(SavedSittingError) {
    if !json["text"].isMissing {
      self = .text(try json["text"].string())
    } else if !json["option"].isMissing {
      self = .option(try json["option"].int())
    } else if !json["truth"].isMissing {
      self = .truth(try json["truth"].bool())
    } else if !json["order"].isMissing {
      self = .order(try json["order"].ints())
    } else {
      var pairs: [Int?] = []
      for entry in try json["match"].elements() {
        pairs.append(entry.isMissing ? nil : try entry.int())
      }
      self = .match(pairs)
    }
  }
}
