import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Files

/// A system that takes less than it was given: signals cut writes to a full pipe short.
@Suite(.serialized) struct ShortWriteTests {
  /// A pipe with a name, which one end writes to and a slow reader empties, until the write is done.
  private final class SlowPipe: Sendable {
    let path: String
    private let reader: Int32
    private let read = Mutex<[UInt8]>([])
    private let isDone = Atomic<Bool>(false)
    private let threads = DispatchGroup()

    init(_ path: String) {
      self.path = path
      mkfifo(path, 0o600)
      reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      // Not ignored, and without SA_RESTART: the call returns with what it has written.
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in }
      sigaction(SIGUSR2, &action, nil)
    }

    deinit { close(reader) }

    /// Reads a little at a time, and sends signals to the calling thread, which is to write.
    func run(count: Int) {
      // Threads of a pool do not take signals by themselves.
      var wanted = sigset_t()
      sigemptyset(&wanted)
      sigaddset(&wanted, SIGUSR2)
      pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
      let writer = pthread_self()
      DispatchQueue.global().async(group: threads) { [self] in
        var chunk = [UInt8](repeating: 0, count: 700)
        while self.read.withLock({ $0.count }) < count {
          let got = Glibc.read(reader, &chunk, chunk.count)
          if got > 0 {
            self.read.withLock { $0 += chunk[..<got] }
          } else if got == 0, isDone.load(ordering: .acquiring) {
            break
          }
          if !isDone.load(ordering: .acquiring) { pthread_kill(writer, SIGUSR2) }
          usleep(20)
        }
      }
    }

    /// Ends the signals, waits for the rest, and gives what was read.
    func finish() -> [UInt8] {
      isDone.store(true, ordering: .releasing)
      threads.wait()
      return read.withLock { $0 }
    }
  }

  private let content = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }

  @Test("B07, the loop goes on behind writes that were cut short") func goesOn() throws {
    let folder = try TemporaryFolder()
    let pipe = SlowPipe(folder.path + "/pipe")
    let descriptor = try Descriptor(pipe.path, O_WRONLY)
    _ = fcntl(descriptor.number, F_SETFL, 0)
    pipe.run(count: content.count)
    try descriptor.write(content)
    #expect(pipe.finish() == content)
  }

  /// That the signals do what the test above relies on.
  @Test func signalsCutWritesShort() throws {
    let folder = try TemporaryFolder()
    let pipe = SlowPipe(folder.path + "/pipe")
    let descriptor = try Descriptor(pipe.path, O_WRONLY)
    _ = fcntl(descriptor.number, F_SETFL, 0)
    pipe.run(count: content.count)
    var rest = content[...]
    var short = 0
    while !rest.isEmpty {
      let put = rest.withUnsafeBytes { Glibc.write(descriptor.number, $0.baseAddress, $0.count) }
      if put > 0, put < rest.count { short += 1 }
      rest = rest.dropFirst(max(0, put))
    }
    #expect(pipe.finish() == content)
    #expect(short > 10)
  }
}
