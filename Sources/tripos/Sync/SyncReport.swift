import JSON
import Progress

/// What a sync brought and sent.
struct SyncReport {
  /// The other side.
  let remote: String
  /// What came into the journals.
  private(set) var steps: [MergeStep] = []
  /// Decks and other files that came or changed, and those that went.
  private(set) var taken: [String] = []
  private(set) var removed: [String] = []
  /// Files that were changed on both sides, and what theirs is called here.
  private(set) var doubled: [(name: String, theirs: String)] = []
  /// How many records went to the other side.
  var sent = 0
  /// Whether anything went there.
  var hasSent = false

  init(remote: String) { self.remote = remote }

  /// How many records came.
  var received: Int { steps.reduce(0) { $0 + $1.lines } }

  mutating func add(_ outcome: SyncMerge.Outcome) {
    steps += outcome.steps
    taken += outcome.taken
    removed += outcome.removed
    doubled += outcome.doubled
  }

  /// What happened, for a person.
  var lines: [String] {
    var lines = taken.map { "\($0): as on the other device." }
    lines += removed.map { "\($0): was removed on the other device." }
    lines += doubled.map {
      "\($0.name): changed here and there. Yours stays; theirs is \($0.theirs): carry over what you want and delete it."
    }
    if steps.isEmpty && taken.isEmpty && removed.isEmpty && doubled.isEmpty && !hasSent {
      return lines + ["Nothing new here or there."]
    }
    let came = ReviewWording.count(received, "record")
    lines.append("\(came) came in, \(sent) went out. All is the same here and in \(remote).")
    return lines
  }

  /// What happened, for programs.
  var json: JSON {
    JSON.answer([
      ("remote", .string(remote)), ("received", .integer(Int64(received))),
      ("sent", .integer(Int64(sent))), ("taken", .array(taken.map(JSON.string))),
      ("removed", .array(removed.map(JSON.string))),
      ("doubled", .array(doubled.map { .string($0.theirs) })),
    ])
  }
}
