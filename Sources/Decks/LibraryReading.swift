import Files

/// Brings what the index knows up to the files there are.
struct LibraryReading {
  let folder: String
  let files: [DeckFolder.File]
  /// In the order of the files; a file that cannot be read has none.
  private(set) var scans: [DeckScan] = []
  private(set) var failures: [FileError] = []
  private(set) var changed: [String] = []
  private(set) var removed: [String] = []
  /// Whether the index on disk is not what a new one would be.
  private(set) var isChanged = false
  private var known: [DeckScan] = []
  /// When the index was written, in nanoseconds since 1970.
  private var indexed: Int64 = .min

  init(folder: String, files: [DeckFolder.File], cache: String?) {
    self.folder = folder
    self.files = files
    guard let cache, let (bytes, identity) = try? readFile(cache) else { return }
    guard let scans = LibraryIndex.decode(bytes) else { return }
    known = scans
    indexed = identity.modified
  }

  mutating func read(threads: Int) {
    let knownByName = Dictionary(
      known.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let reusable = files.map { file -> Int? in
      guard let index = knownByName[file.name] else { return nil }
      return isUnchanged(file, since: known[index]) ? index : nil
    }
    let toRead = files.indices.filter { reusable[$0] == nil }
    let present = Set(files.map { $0.name })
    removed = known.map(\.path).filter { !present.contains($0) }.map {
      LibraryReading.path(of: $0, in: folder)
    }
    changed = toRead.map { files[$0].path }
    isChanged = !toRead.isEmpty || !removed.isEmpty || known.count != files.count
    guard isChanged else {
      scans = known
      return
    }
    let read = inParallel(count: toRead.count, threads: toRead.count < 4 ? 1 : threads) {
      [files] in LibraryReading.scan(files[toRead[$0]])
    }
    var next = read.makeIterator()
    for index in files.indices {
      if let reused = reusable[index] {
        scans.append(known[reused])
      } else {
        switch next.next() {
        case .success(let scan)?: scans.append(scan)
        case .failure(let error)?: failures.append(error)
        case nil: break
        }
      }
    }
    HomeRules.apply(to: &scans)
  }

  /// A file is taken as unchanged when its identity is the same and it was not written so shortly
  /// before the index that a second change could bear the same time.
  private func isUnchanged(_ file: DeckFolder.File, since scan: DeckScan) -> Bool {
    file.identity == scan.identity && file.identity.modified < indexed &- 50_000_000
  }

  static func path(of relative: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + relative : "\(folder)/\(relative)"
  }

  private static func scan(_ file: DeckFolder.File) -> Result<DeckScan, FileError> {
    do {
      let (bytes, identity) = try readFile(file.path, limit: Deck.Limit.file)
      let deck = Deck.parse(bytes: bytes, path: file.path)
      return .success(DeckScan(deck, path: file.name, identity: identity))
    } catch { return .failure(error) }
  }
}
