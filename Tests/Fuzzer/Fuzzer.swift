import FuzzTargets
import Glibc

/// The target that the environment names, such as `TRIPOS_FUZZ=deck`.
private let target: FuzzTarget = {
  let name = getenv("TRIPOS_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let message = "TRIPOS_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue))\n"
    _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(64)
  }
  return target
}()

#if FUZZING
/// LibFuzzer's own program, with the function that takes each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry point, under the name that the package manager gives it.
@_cdecl("fuzzer_main")
public func fuzz(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { start, count in
    target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
}
#else
/// Without libFuzzer: reads one input from the standard input.
@main
enum Fuzzer {
  static func main() {
    var bytes: [UInt8] = []
    while true {
      let byte = getchar()
      if byte == EOF { break }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    target.run(bytes)
  }
}
#endif
