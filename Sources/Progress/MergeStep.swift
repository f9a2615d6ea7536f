/// What a merge does with one file of the other folder; files that bring nothing have no step.
package struct MergeStep: Hashable, Sendable {
  /// How the file gets here.
  package enum Kind: Hashable, Sendable {
    /// There was no file of this name.
    case added
    /// The file here is the beginning of the other.
    case grown
    /// Both went on since they were one: the other is kept whole under this name.
    case keptBeside(String)
    /// The other is the fuller one: the one here is kept under this name.
    case replaced(keeping: String)
  }

  /// The file's name, below the folder of progress.
  package var name: String
  package var kind: Kind
  /// The lines of a journal that were not here; 0 for an exam.
  package var lines: Int

  package init(name: String, kind: Kind, lines: Int) {
    self.name = name
    self.kind = kind
    self.lines = lines
  }
}
