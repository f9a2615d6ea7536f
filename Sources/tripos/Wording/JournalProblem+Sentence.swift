import JSON
import Progress

extension JournalProblem {
  /// What is wrong with a line of a journal, with its place; the file itself is left as it is.
  var sentence: String {
    let place = line.map { "\(path):\($0)" } ?? "\(path), byte \(offset)"
    return "\(place): \(what)"
  }

  private var what: String {
    switch cause {
    case .torn:
      "the last line is cut short; it is set aside, and the next answer begins a new line."
    case .tooLong(let bytes): "a line of \(bytes) bytes is no record; it is set aside."
    case .notJSON(let cause, let column):
      "no record: \(cause.clause), at column \(column); it is set aside."
    case .checksumMissing: "the checksum is missing; the line is set aside."
    case .checksumWrong:
      "the checksum does not fit: the line was changed or damaged; it is set aside."
    case .memberMissing(let name): "\"\(name)\" is missing; the line is set aside."
    case .memberMalformed(let name): "\"\(name)\" cannot be used; the line is set aside."
    case .newerVersion(let version):
      "written in version \(version) of the format by a newer Tripos; nothing is written here."
    case .sameNameTwice(let id):
      "two different records are called \(id.device.text) \(id.count): two machines write as one device; both are kept."
    case .countNotRising(let from, let to): "the count goes from \(from) to \(to)."
    case .countGap(let from, let to): "the records between \(from) and \(to) are missing."
    case .unreadable(let error): error.sentence
    }
  }
}
