import Glibc

extension Benchmarks {
  /// The large home out to a package of Anki's and into an empty home, beside Anki's own backend
  /// where that is installed (make test-packages).
  static func ankiPackages(_ folder: String, home: String) {
    print("\nAnki: 100,000 notes with 1,000,000 reviews, in seconds of the processor …")
    let package = folder + "/large.apkg"
    let out = (0..<3).map { number in
      let path = "\(folder)/large\(number).apkg"
      let run = runToEnd(["export", "--to", path, "--with-history"], home: home)
      rename(path, package)
      return run
    }.sorted { $0.processorSeconds < $1.processorSeconds }[1]
    report("export of a package", out.processorSeconds, "s", promise: 3.8)
    var number = 0
    func importing(_ arguments: [String]) -> Run {
      let runs = (0..<3).map { _ in
        number += 1
        mkdir("\(folder)/empty\(number)", 0o700)
        return runToEnd(["import", package] + arguments, home: "\(folder)/empty\(number)")
      }
      return runs.sorted { $0.processorSeconds < $1.processorSeconds }[1]
    }
    let plain = importing([])
    report("import of its notes", plain.processorSeconds, "s", promise: 3.4)
    let whole = importing(["--with-history"])
    guard let theirs = backendSeconds(package) else {
      print("Anki's own backend is not installed: make test-packages")
      return
    }
    print("  beside Anki's own backend, just now:")
    report("export of a package", out.processorSeconds, "s", promise: theirs.export)
    report("import of notes and history", whole.processorSeconds, "s", promise: theirs.import)
  }

  /// What Anki's backend takes of the processor to import a package, and to export it again.
  private static func backendSeconds(_ package: String) -> (import: Double, export: Double)? {
    let python = ".build/test-venv/bin/python"
    guard access(python, X_OK) == 0,
      let stream = popen("\(python) Tests/AnkiTests/backend.py time \(package)", "r")
    else { return nil }
    defer { pclose(stream) }
    var seconds: [Double] = []
    var line = [CChar](repeating: 0, count: 64)
    while fgets(&line, Int32(line.count), stream) != nil { seconds.append(strtod(line, nil)) }
    return seconds.count == 2 ? (seconds[0], seconds[1]) : nil
  }
}
