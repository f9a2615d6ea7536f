import Chronology
import Decks
import Files
import Glibc
import Memory
import Progress
import Study
import Terminal

/// What a command works with, opened as far as it needs.
struct App {
  let home: Home
  let settings: Settings
  let world: World
  let calendar: StudyCalendar
  /// Whether a command of the home prompt is carried out.
  let isAtHomePrompt: Bool

  init(_ options: GlobalOptions) throws {
    let home = try options.homeFolder()
    let settings = try App.settings(home)
    self.home = home
    self.settings = settings
    self.isAtHomePrompt = options.atPrompt
    self.world = try options.world(settings: settings)
    self.calendar = StudyCalendar(rolloverHour: settings.rolloverHour, offset: world.offset)
  }

  /// The study day now.
  var today: CivilDay { calendar.day(of: world.clock.now()) }

  /// The second at which the next study day begins.
  var endOfDay: Int64 { calendar.start(of: CivilDay(number: today.number + 1)).seconds }

  /// The user's own settings, and the home's over them.
  private static func settings(_ home: Home) throws -> Settings {
    var settings = Settings()
    for (path, isHome) in [(home.userSettings, false), (home.settings, true)] {
      guard let bytes = try App.readIfThere(path) else { continue }
      try settings.read(bytes, path: path, isHome: isHome)
    }
    return settings
  }

  /// The settings as far as they can be used, for commands that help to mend them.
  static func settingsWhereReadable(_ home: Home) -> Settings {
    var settings = Settings()
    for (path, isHome) in [(home.userSettings, false), (home.settings, true)] {
      guard let bytes = (try? readIfThere(path)).flatMap(\.self) else { continue }
      _ = settings.takeOver(bytes, path: path, isHome: isHome)
    }
    return settings
  }

  /// The bytes of a file that need not be there.
  static func readIfThere(_ path: String) throws(FileError) -> [UInt8]? {
    do {
      return try readFile(path).bytes
    } catch {
      if case .errno(let number) = error.cause, number == ENOENT || number == ENOTDIR {
        return nil
      }
      throw error
    }
  }

  /// All decks of the home.
  ///
  /// - Throws: `Failure` where there is none.
  ///
  /// A session has an index of its own, so that it learns of every edit since the session before,
  /// whatever other commands have read meanwhile.
  func library(forSession: Bool = false) throws -> Library {
    try opened(App.openLibrary(home.decks, indexFile(forSession: forSession)))
  }

  private func indexFile(forSession: Bool) -> String? {
    cacheFile(forSession ? "decks-session" : "decks")
  }

  /// All decks of the home and its progress, read at the same time.
  func libraryAndStore(_ access: Store.Access) throws -> (Library, Store) {
    let (folder, cache) = (home.decks, indexFile(forSession: access == .writing))
    let (library, store) = concurrently(
      { App.openLibrary(folder, cache) }, { Result { try self.store(access) } })
    return (try opened(library), try store.get())
  }

  private static func openLibrary(_ folder: String, _ cache: String?) -> Result<Library, FileError>
  {
    do throws(FileError) {
      return .success(try Library(folder: folder, cache: cache))
    } catch {
      return .failure(error)
    }
  }

  private func opened(_ result: Result<Library, FileError>) throws -> Library {
    let library: Library
    do {
      library = try result.get()
    } catch {
      if case .errno(let number) = error.cause, number == ENOENT {
        throw Failure(.noDecks(folder: home.decks))
      }
      throw Failure(.file(error))
    }
    for failure in library.failures { world.messages.line("\(failure.sentence)") }
    if library.decks.isEmpty { throw Failure(.noDecks(folder: home.decks)) }
    return library
  }

  /// The progress of the home, without a lock and without a write.
  ///
  /// With `fromJournals` every line is read again, as a check does.
  func readStore(fromJournals: Bool = false) throws -> Store {
    try store(.reading, fromJournals: fromJournals)
  }

  /// The progress of the home, to be added to.
  ///
  /// With `fromJournals` every line is read again, as a repair does.
  func storeForSession(fromJournals: Bool = false) throws -> Store {
    try store(.writing, fromJournals: fromJournals)
  }

  /// Says in a line why a session could save nothing here; says nothing where it could.
  private func sayIfReadOnly(_ store: Store) {
    if store.isNewer {
      world.messages.line(
        "Read-only: a newer Tripos wrote this progress; nothing is saved."
      )
    } else if access(home.progress, F_OK) == 0 && access(home.progress, W_OK) != 0 {
      world.messages.line("Read-only: nothing can be saved in \(home.progress).")
    }
  }

  /// This computer's name in the journals from now on, another than before.
  ///
  /// For after a restore: the counts of its former name may be taken by records that are not here.
  func renewDevice() throws {
    var random = SystemRandomNumberGenerator()
    let path = home.state + "/device"
    var taken = Device.devices(in: home.progress)
    if let former = Device.stored(at: path, machine: machine) { taken.insert(former) }
    _ = try Device.renew(at: path, machine: machine, avoiding: taken, using: &random)
  }

  /// This computer's name in the journals; `nil` before the first answer.
  var storedDevice: String? {
    Device.stored(at: home.state + "/device", machine: machine)?.text
  }

  private func store(_ access: Store.Access, fromJournals: Bool = false) throws -> Store {
    let bar = world.progress("Reading your answers")
    defer { bar.finish() }
    do {
      let store = try Store(
        folder: home.progress, device: try device(access), scheduler: settings.scheduler,
        access: access, program: "tripos \(Tripos.version)", cache: cacheFile("states"),
        fromJournals: fromJournals, report: bar.report)
      bar.finish()
      // A check lists what is wrong itself.
      if access == .reading && !fromJournals { sayIfReadOnly(store) }
      return store
    } catch let error as ProgressError {
      throw Failure(.progress(error))
    }
  }

  /// This device's name, made where a writer needs it.
  private func device(_ access: Store.Access) throws -> DeviceID {
    let path = home.state + "/device"
    var random = SystemRandomNumberGenerator()
    switch access {
    case .reading: return Device.stored(at: path, machine: machine) ?? DeviceID(using: &random)
    case .writing: return try Device.load(at: path, machine: machine, using: &random)
    }
  }

  /// The machine's own id; `nil` where it has none.
  private var machine: String? {
    (try? readFile("/etc/machine-id", limit: 4096).bytes).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The file of a cache; `nil` where no folder can be made for it.
  private func cacheFile(_ name: String) -> String? {
    let file = home.cacheFile(name)
    do {
      try makeFolder(parentFolder(of: file))
      return file
    } catch {
      return nil
    }
  }
}
