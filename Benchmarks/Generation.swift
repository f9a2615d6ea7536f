import Files
import Generation
import Glibc
import Language

extension Benchmarks {
  /// Ten thousand words and a book into cards, and words a second beside spaCy's small English
  /// model where that is installed (`.build/test-venv` with `spacy` and a model package).
  static func generation(_ folder: String) {
    print("\nCards from a text: ten thousand words, and a book of two hundred thousand …")
    let short = folder + "/short.txt"
    let book = folder + "/book.txt"
    guard let words = write(words: 10_000, to: short), write(words: 200_000, to: book) != nil else {
      return print("no passages here to read")
    }
    let runs = (0..<5).map { _ in runToEnd(["generate", short, "--json"], home: folder) }
    let middle = runs.sorted { $0.seconds < $1.seconds }[2]
    report("10,000 words, start-up included", middle.seconds, "s", promise: 0.5)
    report("  of the processors", middle.processorSeconds, "s", promise: 0.5)
    report("  memory", middle.megabytes, "MB", promise: 150)
    let long = runToEnd(["generate", book, "--json"], home: folder)
    report("200,000 words, twenty times those", long.seconds, "s", promise: 20 * middle.seconds)
    report("  memory", long.megabytes, "MB", promise: 150)
    let one = rate(of: short, words: words, threads: 1)
    let two = rate(of: short, words: words, threads: 2)
    print("Generation alone: \(Int(one)) words/s on one thread, \(Int(two)) on two.")
    guard let theirs = spacyRate(short) else { return print("spaCy is not installed here.") }
    print("spaCy: \(Int(theirs)) words/s.")
    report("  one thread beside spaCy, times", 5, "x", promise: one / theirs)
    report("  two threads beside spaCy, times", 10, "x", promise: two / theirs)
  }

  /// Words a second from the bytes of a text to its cards, models loaded.
  private static func rate(of path: String, words: Int, threads: Int) -> Double {
    guard let data = dataFolder(), let models = try? LanguageModels(folder: data + "/Language"),
      let table = try? readFile(data + "/states.tsv"), let text = try? readFile(path)
    else { return .nan }
    let generator = Generator(
      models: models, states: StateNames(table: table.bytes), threads: threads)
    let reader = TextReader { _, _ in throw NoProgram() }
    let seconds = median(5) {
      let start = monotonic()
      guard let source = try? reader.read(text.bytes) else { return .nan }
      _ = generator.cards(of: source)
      return monotonic() - start
    }
    return Double(words) / seconds
  }

  /// There is no PDF to convert.
  private struct NoProgram: Error {}

  /// Writes the passages of the tests again and again, until a text is long enough.
  private static func write(words: Int, to path: String) -> Int? {
    let folder = "Tests/GenerationTests/Passages"
    guard let listing = opendir(folder) else { return nil }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt") { names.append(name) }
    }
    closedir(listing)
    let passages = names.sorted().compactMap { try? readFile("\(folder)/\($0)").bytes }
    guard !passages.isEmpty, let file = fopen(path, "w") else { return nil }
    defer { fclose(file) }
    var count = 0
    var next = 0
    while count < words {
      let passage = passages[next % passages.count]
      count += passage.split(whereSeparator: { $0 == 0x20 || $0 == 0x0a }).count
      fwrite(passage + Array("\n\n".utf8), 1, passage.count + 2, file)
      next += 1
    }
    return count
  }

  /// Words a second of spaCy's small English model on the same text.
  private static func spacyRate(_ path: String) -> Double? {
    let python = ".build/test-venv/bin/python"
    guard access(python, X_OK) == 0,
      let stream = popen("\(python) Benchmarks/spacy-rate.py \(path) 2>/dev/null", "r")
    else { return nil }
    defer { pclose(stream) }
    var line = [CChar](repeating: 0, count: 64)
    guard fgets(&line, Int32(line.count), stream) != nil else { return nil }
    return strtod(line, nil)
  }
}
