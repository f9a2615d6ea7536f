/// A document while it is read: tables that later lines may add to, or must not.
struct TOMLTree {
  /// How a table came to be, which decides who may add to it.
  private enum Origin {
    /// Named on the way to a deeper header; may be opened once itself.
    case implied
    /// Opened by a header of its own.
    case header
    /// Made by a dotted key; only dotted keys add keys to it.
    case dotted
    /// `[[…]]`: the elements are tables opened by headers.
    case tables
    /// A value, closed for good.
    case value(TOML.Value)
  }

  private struct Node {
    var origin: Origin
    var line: Int
    var keys: [String: Int] = [:]
    var order: [String] = []
    var elements: [Int] = []
  }

  let root = 0
  private var nodes: [Node]

  init(line: Int) { nodes = [Node(origin: .header, line: line)] }

  var firstLine: Int { nodes[root].line }

  /// Opens the table of a `[header]` or appends one to the array of a `[[header]]`.
  mutating func open(
    _ path: [String], isArray: Bool, line: Int
  ) throws(TOMLError.Cause) -> Int {
    var table = root
    for key in path.dropLast() {
      guard let child = nodes[table].keys[key] else {
        table = add(key, to: table, Node(origin: .implied, line: line))
        continue
      }
      switch nodes[child].origin {
      case .implied, .header, .dotted: table = child
      case .tables: table = nodes[child].elements.last ?? child
      case .value: throw .notATable(key: key, firstLine: nodes[child].line)
      }
    }
    guard let key = path.last else { return table }
    let opened = Node(origin: .header, line: line)
    guard let existing = nodes[table].keys[key] else {
      guard isArray else { return add(key, to: table, opened) }
      let array = add(key, to: table, Node(origin: .tables, line: line))
      return append(opened, to: array)
    }
    switch nodes[existing].origin {
    case .implied where !isArray:
      nodes[existing].origin = .header
      nodes[existing].line = line
      return existing
    case .tables where isArray: return append(opened, to: existing)
    case .implied, .header, .dotted, .tables, .value:
      throw .duplicate(key: path.joined(separator: "."), firstLine: nodes[existing].line)
    }
  }

  /// Sets a dotted or plain key of a table.
  mutating func set(
    _ path: [String], to value: TOML, in table: Int, line: Int
  ) throws(TOMLError.Cause) {
    var table = table
    for key in path.dropLast() {
      guard let child = nodes[table].keys[key] else {
        table = add(key, to: table, Node(origin: .dotted, line: line))
        continue
      }
      guard case .dotted = nodes[child].origin else {
        throw .notATable(key: key, firstLine: nodes[child].line)
      }
      table = child
    }
    guard let key = path.last else { return }
    if let existing = nodes[table].keys[key] {
      throw .duplicate(key: path.joined(separator: "."), firstLine: nodes[existing].line)
    }
    _ = add(key, to: table, Node(origin: .value(value.value), line: value.line))
  }

  /// The finished value of a table, the whole document by default.
  func value(of index: Int = 0) -> TOML {
    let node = nodes[index]
    switch node.origin {
    case .value(let value): return TOML(value, line: node.line)
    case .tables:
      return TOML(.array(node.elements.map { value(of: $0) }), line: node.line)
    case .implied, .header, .dotted:
      let entries = node.order.compactMap { key in
        node.keys[key].map { TOML.Entry(key: key, value: value(of: $0)) }
      }
      return TOML(.table(entries), line: node.line)
    }
  }

  private mutating func add(_ key: String, to table: Int, _ node: Node) -> Int {
    nodes.append(node)
    nodes[table].keys[key] = nodes.count - 1
    nodes[table].order.append(key)
    return nodes.count - 1
  }

  private mutating func append(_ node: Node, to array: Int) -> Int {
    nodes.append(node)
    nodes[array].elements.append(nodes.count - 1)
    return nodes.count - 1
  }
}
