import Chronology
import Digest
import JSON
import Memory

/// What a snapshot and the cache say beside the cards.
struct SnapshotHead {
  /// How far each journal was read.
  var positions: [JournalPosition] = []
  /// The highest count of each device.
  var highest: [DeviceID: Int64] = [:]
  /// Names the scheduler's settings: states computed by others are not used.
  var scheduler = ""
  var days: [Int: DayTally] = [:]
  var aliases: [Fingerprint: FoldedState.Alias] = [:]
  var lastRenaming = Int64.min
  var hasDanglingAmendments = false

  /// The names of all members, besides `schema`, `program` and `cards`.
  static let memberNames = [
    "scheduler", "journals", "devices", "renamed", "lastRenaming", "dangling", "days",
  ]

  init() {}

  init(
    _ state: FoldedState, positions: [JournalPosition], highest: [DeviceID: Int64],
    scheduler: Scheduler
  ) {
    self.positions = positions
    self.highest = highest
    self.scheduler = scheduler.settingsName
    days = state.days
    aliases = state.aliases
    lastRenaming = state.lastRenaming
    hasDanglingAmendments = state.hasDanglingAmendments
  }

  /// The state of these cards with what the head says.
  func state(_ image: StateImage) -> FoldedState {
    var state = FoldedState()
    state.image = image
    state.days = days
    state.aliases = aliases
    state.lastRenaming = lastRenaming
    state.hasDanglingAmendments = hasDanglingAmendments
    return state
  }

  /// Appends all members, each followed by a comma and a newline.
  func append(to bytes: inout [UInt8]) {
    bytes.append(line: "scheduler", .string(scheduler))
    bytes.append(
      list: "journals", "[", "]",
      positions.map { position in
        .object([
          .init("name", .string(position.name)), .init("offset", .integer(position.offset)),
          .init("lines", .integer(Int64(position.lines))),
          .init("tail", .string(hexadecimal(position.tail))),
        ])
      }.map { (nil, $0) })
    bytes.append(
      list: "devices", "{", "}",
      highest.sorted { $0.key < $1.key }.map { ($0.key.text, .integer($0.value)) })
    bytes.append(
      list: "renamed", "{", "}",
      aliases.values.sorted { $0.old < $1.old }.map { ($0.old, .string($0.new)) })
    if lastRenaming != .min { bytes.append(line: "lastRenaming", .integer(lastRenaming)) }
    if hasDanglingAmendments { bytes.append(line: "dangling", .bool(true)) }
    bytes.append(
      list: "days", "{", "}",
      days.sorted { $0.key < $1.key }.map { day, tally in
        let counts = zip(DayTally.fieldNames, DayTally.fields).map {
          JSON.Member($0, .integer(Int64(tally[keyPath: $1])))
        }
        return (CivilDay(number: day).iso, .object(counts))
      })
  }

  /// Takes the value of one member.
  ///
  /// - Returns: whether the value has the right form.
  mutating func take(_ name: String, _ value: JSON) -> Bool {
    switch name {
    case "scheduler":
      guard let text = value.string else { return false }
      scheduler = text
    case "journals":
      for item in value.array ?? [] {
        guard let name = item["name"]?.string, let offset = item["offset"]?.int64, offset >= 0,
          let lines = item["lines"]?.int, lines >= 0,
          let tail = item["tail"]?.string.flatMap({ UInt32($0, radix: 16) })
        else { return false }
        positions.append(JournalPosition(name: name, offset: offset, lines: lines, tail: tail))
      }
      return value.array != nil
    case "devices":
      for member in value.members ?? [] {
        guard let device = DeviceID(member.name), let count = member.value.int64 else {
          return false
        }
        highest[device] = count
      }
      return value.members != nil
    case "renamed":
      for member in value.members ?? [] {
        guard let new = member.value.string else { return false }
        aliases[Fingerprint(member.name)] = .init(old: member.name, new: new)
      }
      return value.members != nil
    case "lastRenaming":
      guard let instant = value.int64 else { return false }
      lastRenaming = instant
    case "dangling":
      guard let isDangling = value.bool else { return false }
      hasDanglingAmendments = isDangling
    case "days":
      for member in value.members ?? [] {
        guard let day = CivilDay(iso: member.name) else { return false }
        var tally = DayTally()
        for (name, field) in zip(DayTally.fieldNames, DayTally.fields) {
          guard let count = member.value[name]?.int, count >= 0 else { return false }
          tally[keyPath: field] = count
        }
        days[day.number] = tally
      }
      return value.members != nil
    default: return false
    }
    return true
  }
}

extension Scheduler {
  /// A name of the settings that states and due dates depend on.
  var settingsName: String {
    let text =
      "\(parameters) \(desiredRetention) \(learningSteps) \(relearningSteps) \(maximumInterval) "
      + "\(fuzz)"
    let digits = String(Fingerprint(text).bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension [UInt8] {
  fileprivate mutating func append(line name: String, _ value: JSON) {
    appendJSON(name)
    append(contentsOf: ": ".utf8)
    append(contentsOf: value.utf8(indented: false))
    append(contentsOf: ",\n".utf8)
  }

  /// Appends a list with one item a line.
  fileprivate mutating func append(
    list name: String, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ items: [(String?, JSON)]
  ) {
    appendJSON(name)
    append(contentsOf: ": \(open)".utf8)
    for (index, item) in items.enumerated() {
      append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
      if let name = item.0 {
        appendJSON(name)
        append(contentsOf: ": ".utf8)
      }
      append(contentsOf: item.1.utf8(indented: false))
    }
    append(contentsOf: items.isEmpty ? "\(close),\n".utf8 : "\n\(close),\n".utf8)
  }
}
