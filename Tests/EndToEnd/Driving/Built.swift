import Glibc

/// The program that was built with the tests, and fresh folders for it to work in.
enum Built {
  /// The path of the built program: it lies beside the test bundle.
  static let program: String = {
    var path = CommandLine.arguments[0]
    if let link = resolved("/proc/self/exe") { path = link }
    // The bundle's own path is among the arguments where a helper runs it.
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") { path = argument }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/tripos"
  }()

  /// The top of the checkout.
  static let checkout: String = {
    let parts = #filePath.split(separator: "/")
    return "/" + parts.dropLast(4).joined(separator: "/")
  }()

  private static func resolved(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
