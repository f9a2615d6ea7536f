/// What kind of thing a card asks for; one of the two axes of an exam's blueprint.
package enum CardKind: String, CaseIterable, Hashable, Sendable {
  case date
  case person
  case state
  case organisation
  case place
  case number
  case term
  case cause
  case quotation
  case list
  case text
}
