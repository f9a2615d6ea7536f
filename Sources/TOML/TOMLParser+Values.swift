extension TOMLParser {
  /// The value at the index, and nothing after it.
  mutating func readValue(depth: Int) throws(TOMLError) -> TOML {
    guard depth < TOML.maximumDepth else { throw error(.tooDeep) }
    let start = line
    let value: TOML.Value
    switch peek {
    case .quotationMark?:
      let isMultiLine = peek(1) == .quotationMark && peek(2) == .quotationMark
      value = .string(isMultiLine ? try readMultiLineString() : try readBasicString())
    case .apostrophe?:
      let isMultiLine = peek(1) == .apostrophe && peek(2) == .apostrophe
      value = .string(isMultiLine ? try readMultiLineString() : try readLiteralString())
    case .openBracket?: value = .array(try readArray(depth: depth))
    case .openBrace?: value = try readInlineTable(depth: depth)
    case _: value = try readPlainValue()
    }
    return TOML(value, line: start)
  }

  private mutating func readArray(depth: Int) throws(TOMLError) -> [TOML] {
    let start = index
    index += 1
    var elements: [TOML] = []
    while true {
      try skipBlank()
      if peek == .closeBracket { break }
      elements.append(try readValue(depth: depth + 1))
      try skipBlank()
      if peek == .comma {
        index += 1
      } else {
        guard peek == .closeBracket else {
          throw peek == nil
            ? error(.unterminated(.array), at: start) : error(.expected(.commaOrBracket))
        }
      }
    }
    index += 1
    return elements
  }

  /// `{ a = 1, b.c = 2 }` on one line, without a comma at its end.
  private mutating func readInlineTable(depth: Int) throws(TOMLError) -> TOML.Value {
    let start = index
    index += 1
    var table = TOMLTree(line: line)
    skipSpace()
    if peek == .closeBrace {
      index += 1
      return table.value().value
    }
    while true {
      skipSpace()
      if peek == nil || peek == .lineFeed || peek == .carriageReturn {
        throw error(.unterminated(.inlineTable), at: start)
      }
      let place = index
      let path = try readKeyPath()
      guard peek == .equalsSign else { throw error(.expected(.equalsSign)) }
      index += 1
      skipSpace()
      let value = try readValue(depth: depth + 1)
      do {
        try table.set(path, to: value, in: table.root, line: value.line)
      } catch { throw self.error(error, at: place) }
      skipSpace()
      switch peek {
      case .comma?: index += 1
      case .closeBrace?:
        index += 1
        return table.value().value
      case nil, .lineFeed?, .carriageReturn?:
        throw error(.unterminated(.inlineTable), at: start)
      case _: throw error(.expected(.commaOrBrace))
      }
    }
  }

  /// A number, a date or a truth value: everything that has no brackets or quotation marks.
  private mutating func readPlainValue() throws(TOMLError) -> TOML.Value {
    let start = index
    while let byte = peek, byte.isPlainValue { index += 1 }
    guard index > start else { throw error(.expected(.value)) }
    if index - start == 10, peek == .space, bytes[start + 4] == 0x2d, peek(1)?.isDigit == true,
      peek(2)?.isDigit == true, peek(3) == 0x3a
    {
      index += 1
      while let byte = peek, byte.isPlainValue { index += 1 }
    }
    let text = bytes[start..<index]
    do {
      return try plainValue(text)
    } catch { throw self.error(error, at: start) }
  }
}

/// What a word without quotation marks stands for.
private func plainValue(_ text: ArraySlice<UInt8>) throws(TOMLError.Cause) -> TOML.Value {
  let word = String(decoding: text, as: UTF8.self)
  switch word {
  case "true": return .bool(true)
  case "false": return .bool(false)
  case "inf", "+inf": return .number(.infinity)
  case "-inf": return .number(-.infinity)
  case "nan", "+nan", "-nan": return .number(.nan)
  case _: break
  }
  if let isReal = isDateOrTime(text) {
    guard isReal else { throw .badDate(word) }
    return .date(word)
  }
  if let number = try integer(text, word) { return .integer(number) }
  if let number = float(text) { return .number(number) }
  throw .badValue(word)
}

private func integer(
  _ text: ArraySlice<UInt8>, _ word: String
) throws(TOMLError.Cause) -> Int64? {
  for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
    guard let digits = digits(text.dropFirst(2), radix: radix) else { return nil }
    guard let number = Int64(digits, radix: radix) else { throw .outOfRange(word) }
    return number
  }
  let sign = text.first == 0x2b || text.first == 0x2d
  let unsigned = text.dropFirst(sign ? 1 : 0)
  guard let digits = digits(unsigned, radix: 10) else { return nil }
  guard unsigned.count == 1 || unsigned.first != 0x30 else { return nil }
  guard let number = Int64((text.first == 0x2d ? "-" : "") + digits) else {
    throw .outOfRange(word)
  }
  return number
}

/// The digits without their underscores, each of which must stand between two digits.
private func digits(_ text: ArraySlice<UInt8>, radix: Int) -> String? {
  var digits: [UInt8] = []
  var wasDigit = false
  for byte in text {
    if byte == 0x5f {
      guard wasDigit else { return nil }
      wasDigit = false
    } else {
      guard Int(String(UnicodeScalar(byte)), radix: radix) != nil, byte != 0x2b, byte != 0x2d
      else { return nil }
      digits.append(byte)
      wasDigit = true
    }
  }
  return wasDigit ? String(decoding: digits, as: UTF8.self) : nil
}

private func float(_ text: ArraySlice<UInt8>) -> Double? {
  var rest = text
  var plain = ""
  if let sign = rest.first, sign == 0x2b || sign == 0x2d {
    if sign == 0x2d { plain = "-" }
    rest = rest.dropFirst()
  }
  let whole = rest.prefix { $0.isDigit || $0 == 0x5f }
  guard let integral = digits(whole, radix: 10), whole.count == 1 || whole.first != 0x30
  else { return nil }
  plain += integral
  rest = rest.dropFirst(whole.count)
  if rest.first == .dot {
    let fraction = rest.dropFirst().prefix { $0.isDigit || $0 == 0x5f }
    guard let digits = digits(fraction, radix: 10) else { return nil }
    plain += "." + digits
    rest = rest.dropFirst(fraction.count + 1)
  }
  if let exponent = rest.first, exponent == 0x65 || exponent == 0x45 {
    rest = rest.dropFirst()
    plain += "e"
    if let sign = rest.first, sign == 0x2b || sign == 0x2d {
      plain += sign == 0x2d ? "-" : "+"
      rest = rest.dropFirst()
    }
    guard let digits = digits(rest, radix: 10) else { return nil }
    plain += digits
    rest = rest.dropFirst(rest.count)
  }
  return rest.isEmpty ? Double(plain) : nil
}

extension UInt8 {
  fileprivate var isPlainValue: Bool { isBareKey || self == 0x2b || self == .dot || self == 0x3a }
}
