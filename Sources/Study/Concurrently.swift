import Dispatch

/// Does two things at the same time: one on a thread of its own, one on the caller's.
///
/// - Parameters:
///   - first: runs on another thread.
///   - second: runs on this one.
/// - Returns: what both gave.
package func concurrently<First, Second>(
  _ first: @escaping @Sendable () -> sending First, _ second: () -> Second
) -> (First, Second) {
  let box = Box<First>()
  let done = DispatchSemaphore(value: 0)
  let thread = DispatchQueue(label: "tripos", qos: .userInitiated)
  thread.async {
    box.value = first()
    done.signal()
  }
  let other = second()
  done.wait()
  guard let value = box.value else { preconditionFailure("the semaphore is signalled after it") }
  return (value, other)
}

/// Carries a value from one thread to another; the semaphore orders writing and reading.
private final class Box<Value>: @unchecked Sendable {
  var value: Value?
}
