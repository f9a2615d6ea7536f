/// The Python of the tests, with packages of other makers to compare with.
enum PythonEnvironment {
  /// Its interpreter, which `make test` installs.
  static let python = Built.checkout + "/.build/test-venv/bin/python"

  /// Whether it is there and has a package.
  static func has(_ package: String) -> Bool {
    let session = try? PipeSession(
      "/bin/sh", ["-c", "exec \"$0\" -c \"import $1\"", python, package],
      environment: ["PATH": "/usr/bin:/bin"], folder: "/")
    return (try? session?.finish().code) == 0
  }
}
