import Decks
import JSON
import Marking

extension Report {
  /// The report for other programs.
  package var json: JSON {
    .members([
      ("schema", .int(1)), ("sitting", .string(sitting.name)),
      ("exam", .string(sitting.paper.blueprint.name)), ("score", score.json),
      ("points", .number(points)), ("maximum", .number(maximum)), ("passed", .bool(isPassed)),
      ("used_ms", .integer(used)), ("sections", Report.json(sections)),
      ("kinds", Report.json(kinds)), ("types", Report.json(types)),
      ("calibration", calibration.isEmpty ? nil : Report.json(calibration)),
      ("certainty_average", certaintyMark.map { .number($0.average) }),
      ("certainty_bonus", certaintyMark.map { .number($0.bonus) }),
      ("interruptions", .int(sitting.interruptions.count)),
      ("unsure", .array(unsure.map { .int($0) })), ("misses", .array(misses.map(\.json))),
      (
        "reread",
        .array(
          reread.map {
            .members([
              ("deck", .string($0.deck)), ("section", .strings($0.section)),
              ("result", $0.result.json),
            ])
          })
      ),
      (
        "unasked",
        .array(
          unasked.map {
            .members([
              ("deck", .string($0.deck)), ("section", .strings($0.section)),
              ("cards", .int($0.cards)), ("of", .int($0.of)),
            ])
          })
      ),
    ])
  }

  private static func json(_ parts: [Part]) -> JSON {
    .array(parts.map { .members([("name", .string($0.name)), ("result", $0.result.json)]) })
  }
}

extension Proportion {
  var json: JSON {
    .members([
      ("credit", .number(credit)), ("of", .int(count)), ("share", .number(share)),
      ("low", .number(interval.lowerBound)), ("high", .number(interval.upperBound)),
    ])
  }
}

extension Report.Miss {
  fileprivate var json: JSON {
    .members([
      ("q", .int(number)), ("key", .string(question.card.key)),
      ("type", .string(question.type.rawValue)), ("question", .string(question.card.prompt)),
      ("given", given.map { .string($0) }), ("right", .string(right)),
      ("mark", .string(assessment.mark.rawValue)),
      ("credit", assessment.credit.map { .number($0) }), ("points", .number(assessment.points)),
      ("reason", .string(assessment.reason)), ("certainty", certainty.map { .int($0) }),
      ("late", isLate ? .bool(true) : nil), ("source", .string(question.card.place)),
    ])
  }
}
