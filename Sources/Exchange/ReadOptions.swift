/// What a user says of a file, which goes before what the file seems to be.
package struct ReadOptions: Hashable, Sendable {
  /// What keeps columns apart; `nil` to find out.
  package var separator: UInt8?
  /// The encoding; `nil` to find out.
  package var encoding: TextDecoding.Encoding?
  /// Whether the first row holds names of columns, whatever they are.
  package var hasHeader = false

  package init() {}
}
