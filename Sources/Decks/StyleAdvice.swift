/// How a card could be better; said by `check --style`.
package enum StyleAdvice: Hashable, Sendable {
  case twoFacts
}
