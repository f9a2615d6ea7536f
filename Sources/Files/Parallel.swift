import Glibc
import Synchronization

/// Computes a value for each of `count` numbers on the processors there are.
///
/// - Parameters:
///   - count: how many values.
///   - threads: the most threads to use, the caller's own included.
///   - compute: the value for a number from 0; called once for each, in any order.
/// - Returns: the values in the order of their numbers.
package func inParallel<Value: Sendable>(
  count: Int, threads: Int, compute: @escaping @Sendable (Int) -> Value
) -> [Value] {
  guard threads > 1, count > 1 else { return (0..<count).map(compute) }
  let work = Work(count: count, compute: compute)
  let helpers = (1..<min(threads, count)).compactMap { _ in Helper { work.run() } }
  work.run()
  for helper in helpers { helper.join() }
  return work.values
}

/// Numbers to be taken one by one, and what became of them.
private final class Work<Value: Sendable>: Sendable {
  private let count: Int
  private let compute: @Sendable (Int) -> Value
  private let next = Atomic(0)
  private let done = Mutex<[(number: Int, value: Value)]>([])

  init(count: Int, compute: @escaping @Sendable (Int) -> Value) {
    self.count = count
    self.compute = compute
  }

  func run() {
    var mine: [(number: Int, value: Value)] = []
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { break }
      mine.append((number, compute(number)))
    }
    done.withLock { [mine] in $0 += mine }
  }

  var values: [Value] { done.withLock { $0 }.sorted { $0.number < $1.number }.map(\.value) }
}

/// A thread that runs one piece of work; `nil` where the system gives none.
private struct Helper {
  private let thread: pthread_t

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  init?(_ run: @escaping @Sendable () -> Void) {
    let body = Unmanaged.passRetained(Body(run))
    var thread = pthread_t()
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { body in
      if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
      return nil
    }
    guard pthread_create(&thread, nil, start, body.toOpaque()) == 0 else {
      body.release()
      return nil
    }
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }
}
