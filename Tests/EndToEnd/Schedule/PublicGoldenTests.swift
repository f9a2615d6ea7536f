import Files
import JSON
import Proving
import Testing

@testable import tripos

/// What py-fsrs and Anki make of some hundred cards, where their files lie beside the project.
///
/// The reviews go the way of `tripos schedule`: from the file to the object that it prints.
@Suite struct PublicGoldenTests {
  /// py-fsrs 6.3.2: the memory to nine digits.
  ///
  /// Its rounding of days is not ours, so what is due when is compared in the steps alone; and of
  /// those not the hard delays of more than a day, which Anki rounds and py-fsrs does not.
  @Test(.enabled(if: exists("fsrs-golden-public.json"), "the file is not here"))
  func memoryIsThatOfPyFSRS() throws {
    let (file, report) = try schedule("fsrs-golden-public.json")
    var comparison = Comparison()
    for (sequence, result) in zip(elements(file, "sequences"), elements(report, "sequences")) {
      let reviews = zip(elements(sequence, "reviews"), elements(result, "reviews"))
      for ((given, ours), expected) in zip(reviews, elements(sequence, "expect")) {
        let theirs = try #require(expected["py"])
        comparison.check(near(ours, theirs), sequence, given)
        let delay = theirs["due_in_secs"]?.int ?? 0
        if theirs["state"] == .string("Review") || given["rating"]?.int == 2 && delay > 86_400 {
          continue
        }
        comparison.check(
          ours["state"]?.string == theirs["state"]?.string?.lowercased()
            && ours["step"] == theirs["step"] && ours["due_in_secs"]?.int == delay,
          sequence, given)
      }
    }
    #expect(comparison.faults == [] && comparison.checks > 0)
  }

  private func near(_ ours: JSON, _ theirs: JSON) -> Bool {
    ["stability", "difficulty", "retrievability_before"].allSatisfy { name in
      guard let mine = ours[name]?.double, let other = theirs[name]?.double else { return false }
      return abs(mine - other) <= 1e-9 * abs(other)
    }
  }

  /// Anki 26.9.3: what the four buttons would do, days exactly below 1,000 and else within one.
  ///
  /// Anki works in single precision and keeps stability to 36,500 at most.
  @Test(.enabled(if: exists("anki-golden-public.json"), "the file is not here"))
  func buttonsAreThoseOfAnki() throws {
    let (file, report) = try schedule("anki-golden-public.json")
    var comparison = Comparison()
    for (sequence, result) in zip(elements(file, "sequences"), elements(report, "sequences")) {
      for (given, review) in zip(elements(sequence, "steps"), elements(result, "reviews")) {
        let buttons = elements(review, "buttons")
        for (ours, theirs) in zip(buttons, elements(given, "buttons")) {
          comparison.check(agrees(ours, theirs), sequence, given)
        }
        let chosen = buttons[try #require(given["rating"]?.int) - 1]
        comparison.check(
          review["state"] == chosen["state"] && review["stability"] == chosen["stability"]
            && review["due_days"] == chosen["days"] ?? .null,
          sequence, given)
      }
    }
    #expect(comparison.faults == [] && comparison.checks > 0)
  }

  private func agrees(_ ours: JSON, _ theirs: JSON) -> Bool {
    guard ours["state"] == theirs["state"], let stability = ours["stability"]?.double,
      let theirStability = theirs["s"]?.double, let difficulty = ours["difficulty"]?.double,
      let theirDifficulty = theirs["d"]?.double
    else { return false }
    let delaysAgree: Bool
    if let days = ours["days"]?.int, let theirDays = theirs["days"]?.int {
      delaysAgree = abs(days - theirDays) <= (theirDays < 1000 ? 0 : 1)
    } else if let seconds = ours["secs"]?.int, let theirSeconds = theirs["secs"]?.int {
      delaysAgree = abs(seconds - theirSeconds) <= 1
    } else {
      delaysAgree = false
    }
    return delaysAgree && abs(difficulty - theirDifficulty) <= 1e-4
      && abs(min(stability, 36_500) - theirStability) <= 2e-4 * theirStability
  }
}

/// How many checks were made, and which failed.
private struct Comparison {
  var checks = 0
  var faults: [String] = []

  mutating func check(_ holds: Bool, _ sequence: JSON, _ review: JSON) {
    checks += 1
    if !holds { faults.append("\(sequence["id"]?.string ?? "") at \(review["t"]?.int ?? 0)") }
  }
}

private func schedule(_ name: String) throws -> (file: JSON, report: JSON) {
  let file = try JSON.parse(try readFile(path(name)).bytes)
  return (file, report(try readSequences(file) { _ in nil }))
}

private func elements(_ json: JSON, _ name: String) -> [JSON] { json[name]?.array ?? [] }

private func path(_ name: String, file: String = #filePath) -> String {
  let root = file.split(separator: "/").dropLast(4).joined(separator: "/")
  return "/\(root)/../shared/data/\(name)"
}

private func exists(_ name: String) -> Bool { (try? readFile(path(name))) != nil }
