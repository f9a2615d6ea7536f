import CSQLite

/// An SQLite database in memory: one that was read from a package, or one that is being made.
final class Database {
  fileprivate let connection: OpaquePointer

  /// Opens a database for reading, and trusts nothing of it.
  ///
  /// Views and triggers do not run, and nothing but its own pages is read.
  ///
  /// - Parameter image: the whole file.
  /// - Throws: `AnkiError.damagedCollection`.
  init(reading image: [UInt8]) throws(AnkiError) {
    guard image.starts(with: Array("SQLite format 3\0".utf8)), image.count >= 512 else {
      throw .damagedCollection("file is not a database")
    }
    connection = try Database.connect()
    let count = sqlite3_int64(image.count)
    guard let copy = sqlite3_malloc64(UInt64(image.count)) else {
      throw .damagedCollection("out of memory")
    }
    let memory = copy.assumingMemoryBound(to: UInt8.self)
    image.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memory.update(from: base, count: source.count) }
    }
    // A database that was left in the mode of write-ahead logs has no log here.
    for place in [18, 19] where memory[place] == 2 { memory[place] = 1 }
    let flags = UInt32(SQLITE_DESERIALIZE_READONLY | SQLITE_DESERIALIZE_FREEONCLOSE)
    guard sqlite3_deserialize(connection, "main", memory, count, count, flags) == SQLITE_OK,
      tripos_sqlite_distrust(connection) == SQLITE_OK
    else { throw failure }
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 64 << 20)
    try run("PRAGMA cell_size_check = ON")
  }

  /// A new, empty database.
  ///
  /// - Throws: `AnkiError.damagedCollection`.
  init() throws(AnkiError) {
    connection = try Database.connect()
  }

  deinit { sqlite3_close_v2(connection) }

  private static func connect() throws(AnkiError) -> OpaquePointer {
    var connection: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
    guard sqlite3_open_v2(":memory:", &connection, flags, nil) == SQLITE_OK, let connection else {
      sqlite3_close_v2(connection)
      throw .damagedCollection("out of memory")
    }
    // Newer collections order names in this way; the order itself is nothing to us.
    sqlite3_create_collation_v2(
      connection, "unicase", SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        let left = UnsafeRawBufferPointer(start: left, count: Int(leftCount))
        let right = UnsafeRawBufferPointer(start: right, count: Int(rightCount))
        if left.elementsEqual(right) { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
      }, nil)
    return connection
  }

  /// The database's bytes, as a file would hold them.
  func image() -> [UInt8] {
    var count: sqlite3_int64 = 0
    guard let bytes = sqlite3_serialize(connection, "main", &count, 0) else { return [] }
    defer { sqlite3_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// What SQLite says of the last failure.
  var failure: AnkiError { .damagedCollection(String(cString: sqlite3_errmsg(connection))) }

  /// Runs statements that give no rows.
  ///
  /// - Throws: `AnkiError.damagedCollection`.
  func run(_ sql: String) throws(AnkiError) {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Prepares a statement.
  ///
  /// - Throws: `AnkiError.damagedCollection`.
  func prepare(_ sql: String) throws(AnkiError) -> Statement {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement
    else { throw failure }
    return Statement(statement, of: self)
  }

  /// The columns that a table keeps, which are not computed, in small letters; none where it is no
  /// table.
  ///
  /// - Throws: `AnkiError.damagedCollection`.
  func columns(of table: String) throws(AnkiError) -> Set<String> {
    let kind = try prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    kind.bind(table, at: 1)
    guard try kind.next(), !kind.text(0).lowercased().hasPrefix("create virtual") else { return [] }
    let rows = try prepare("SELECT name, hidden FROM pragma_table_xinfo(?)")
    rows.bind(table, at: 1)
    var columns: Set<String> = []
    while try rows.next() {
      if rows.integer(1) == 0 { columns.insert(rows.text(0).lowercased()) }
    }
    return columns
  }
}

/// A prepared statement; columns are counted from 0, parameters from 1.
final class Statement {
  private let statement: OpaquePointer
  private let database: Database

  fileprivate init(_ statement: OpaquePointer, of database: Database) {
    self.statement = statement
    self.database = database
  }

  deinit { sqlite3_finalize(statement) }

  /// Goes to the next row.
  ///
  /// - Returns: whether there is one.
  /// - Throws: `AnkiError.damagedCollection`.
  func next() throws(AnkiError) -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case _: throw database.failure
    }
  }

  /// Runs the statement once more with what was bound.
  ///
  /// - Throws: `AnkiError.damagedCollection`.
  func run() throws(AnkiError) {
    while try next() {}
    sqlite3_reset(statement)
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The text of a column, U+FFFD for what is not UTF-8.
  func text(_ column: Int32) -> String { bytes(column) { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of a text or blob, good during the call.
  func bytes<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return body(
      UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
  }

  func bind(_ value: Int64, at parameter: Int32) {
    sqlite3_bind_int64(statement, parameter, value)
  }

  func bind(_ text: String, at parameter: Int32) {
    sqlite3_bind_text(statement, parameter, text, Int32(text.utf8.count), transient)
  }
}

/// Tells SQLite to make a copy of its own.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
