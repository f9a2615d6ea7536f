/// How a word hangs on its head: the relations of Universal Dependencies for English.
///
/// Subtypes are kept where a clause needs them; all others are cut to the part before the colon.
package enum Relation: String, CaseIterable, Sendable {
  case adnominalClause = "acl"
  case relativeClause = "acl:relcl"
  case adverbialClause = "advcl"
  case adverbialModifier = "advmod"
  case adjectivalModifier = "amod"
  case apposition = "appos"
  case auxiliary = "aux"
  case passiveAuxiliary = "aux:pass"
  case caseMark = "case"
  case coordination = "cc"
  case preconjunction = "cc:preconj"
  case clausalComplement = "ccomp"
  case compound
  case particle = "compound:prt"
  case conjunct = "conj"
  case copula = "cop"
  case clausalSubject = "csubj"
  case passiveClausalSubject = "csubj:pass"
  case unspecified = "dep"
  case determiner = "det"
  case predeterminer = "det:predet"
  case discourse
  case dislocated
  case expletive = "expl"
  case fixed
  case flat
  case goesWith = "goeswith"
  case indirectObject = "iobj"
  case list
  case marker = "mark"
  case nominalModifier = "nmod"
  case descriptiveModifier = "nmod:desc"
  case possessive = "nmod:poss"
  case unmarkedModifier = "nmod:unmarked"
  case subject = "nsubj"
  case passiveSubject = "nsubj:pass"
  case numericModifier = "nummod"
  case object = "obj"
  case oblique = "obl"
  case agent = "obl:agent"
  case unmarkedOblique = "obl:unmarked"
  case orphan
  case parataxis
  case punctuation = "punct"
  case reparandum
  case root
  case vocative
  case openComplement = "xcomp"

  /// A nominal subject, active or passive.
  package var isSubject: Bool { self == .subject || self == .passiveSubject }

  /// A nominal that modifies a verb: with a preposition, without one, or the agent of a passive.
  package var isOblique: Bool {
    self == .oblique || self == .unmarkedOblique || self == .agent
  }
}
