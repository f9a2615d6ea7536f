/// The results of several sittings as a plain-text chart.
package struct Trend: Hashable, Sendable {
  /// One sitting.
  package struct Point: Hashable, Sendable {
    package var label: String
    package var result: Proportion

    package init(label: String, result: Proportion) {
      self.label = label
      self.result = result
    }
  }

  private let points: [Point]

  /// The chart of sittings, the oldest first.
  package init(_ points: [Point]) { self.points = points }

  /// One line a sitting: its label, a bar of 20 signs for 100 % with the interval's ends, and the
  /// figures.
  package var lines: [String] {
    let width = points.map(\.label.count).max() ?? 0
    return points.map { point in
      let label = point.label + String(repeating: " ", count: width - point.label.count)
      return "\(label)  |\(bar(point.result))|  \(point.result.words)"
    } + [sentence].filter { !$0.isEmpty }
  }

  /// `#` up to the share, `-` where the interval goes on.
  private func bar(_ result: Proportion) -> String {
    let signs = 20
    let filled = Int((result.share * Double(signs)).rounded())
    let upper = Int((result.interval.upperBound * Double(signs)).rounded())
    return String(
      (0..<signs).map { place -> Character in
        place < filled ? "#" : place < upper ? "-" : " "
      })
  }

  /// The chart in words, for those who hear it.
  package var sentence: String {
    guard let first = points.first, let last = points.last, points.count > 1 else { return "" }
    let shares = points.map { "\(Proportion.percent($0.result.share))" }.joined(separator: ", ")
    let isApart =
      first.result.interval.upperBound < last.result.interval.lowerBound
      || last.result.interval.upperBound < first.result.interval.lowerBound
    let direction =
      !isApart
      ? "no change that chance would not explain"
      : first.result.share < last.result.share ? "rising" : "falling"
    return "\(points.count) exams: \(shares) % right; \(direction)."
  }
}
