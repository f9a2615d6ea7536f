import Chronology
import Memory
import Progress
import Testing

/// The states of a progress folder, as texts with six decimals: what "the same" means of states.
func states(of folder: String) throws -> [String: String] {
  guard let device = DeviceID("e2e") else { return [:] }
  let store = try Store(folder: folder, device: device, scheduler: Scheduler(), access: .reading)
  var states: [String: String] = [:]
  store.forEachCard { key, progress in
    var rounded = progress
    if let memory = progress.schedule.memory {
      rounded.schedule.memory = MemoryState(
        stability: (memory.stability * 1e6).rounded() / 1e6,
        difficulty: (memory.difficulty * 1e6).rounded() / 1e6)
    }
    states[key] = "\(rounded)"
  }
  for day in store.days { states["day \(day.number)"] = "\(store.tally(day))" }
  return states
}

/// Expects that the snapshot says what the journals alone come to.
func expectSnapshotAsRebuilt(_ home: TemporaryHome) throws {
  let kept = try states(of: home.progress)
  let rebuilt = try states(of: home.journalsAlone())
  for (name, state) in rebuilt where kept[name] != state {
    Issue.record("\(name) is \(kept[name] ?? "missing") and not \(state)")
  }
  #expect(kept.count == rebuilt.count)
}
