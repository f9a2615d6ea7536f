// swift-tools-version: 6.2
import PackageDescription

/// Strict settings for every target of ours: a warning is a mistake that nobody has looked at yet.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library module of Tripos and what it may know: imports point one way only.
func module(_ name: String, knows dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The test target that mirrors a module file by file.
///
/// Golden files and cases are read in place, not bundled.
func tests(
  of name: String, knows dependencies: [Target.Dependency] = [], besides data: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "Proving"] + dependencies,
    exclude: data,
    swiftSettings: strict
  )
}

let package = Package(
  name: "tripos",
  products: [.executable(name: "tripos", targets: ["tripos"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // What knows nobody.
    module("Digest"),
    module("Files"),
    module("JSON"),
    module("TOML"),
    module("Chronology"),
    module("Memory"),
    // Optimised in debug builds too: its inner loops are a hundred times slower otherwise.
    .target(
      name: "Language",
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
    ),
    // The road: deck file → question → typed answer → mark → memory → journal line.
    module("Decks", knows: ["Chronology", "Digest", "Files", "TOML"]),
    module("Marking", knows: ["Chronology", "Decks", "Files"]),
    module("Progress", knows: ["Chronology", "Digest", "Files", "JSON", "Memory"]),
    module(
      "Study",
      knows: ["Chronology", "Decks", "Digest", "Files", "Marking", "Memory", "Progress", "TOML"]
    ),
    // A text becomes cards. CLibXML2 is there for its package file, which says where headers are.
    .systemLibrary(name: "CMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"], linkerSettings: [.linkedLibrary("xml2")]),
    module(
      "Generation",
      knows: ["CMark", "CXML", "Chronology", "Decks", "Digest", "Files", "Language"]
    ),
    module(
      "Exams",
      knows: [
        "Chronology", "Decks", "Digest", "Files", "JSON", "Marking", "Memory", "Progress",
        "Exchange",
      ]
    ),
    // Other programs' formats.
    module("Exchange", knows: ["Decks", "Files", "JSON"]),
    // Anki's packages: SQLite in a zip, compressed by zstd in newer ones.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    module(
      "Anki",
      knows: [
        "CSQLite", "CXML", "CZip", "CZstd", "Chronology", "Decks", "Digest", "Exchange", "Files",
        "JSON", "Memory", "Progress",
      ]
    ),
    // The rim: the only modules that reach the terminal.
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    module("Terminal", knows: ["CReadline"]),
    module(
      "Statistics",
      knows: ["Chronology", "Decks", "Digest", "JSON", "Memory", "Progress", "Terminal"]
    ),
    .executableTarget(
      name: "tripos",
      dependencies: [
        "Anki", "Chronology", "Decks", "Digest", "Files", "Generation", "JSON", "Language",
        "Marking", "Memory", "Progress", "Exams", "Exchange", "Statistics", "Study", "TOML",
        "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    // Makes the language models; not installed.
    .executableTarget(name: "trainer", dependencies: ["Language"], swiftSettings: strict),
    // Speed, measured by hand: make bench.
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Chronology", "Decks", "Files", "Generation", "Language", "Marking", "Memory", "Progress",
        "Study",
      ],
      path: "Benchmarks",
      exclude: ["spacy-rate.py"],
      swiftSettings: strict
    ),
    // Tests.
    .target(name: "Proving", path: "Tests/Proving", swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Chronology", "Decks", "Files", "Generation", "Marking", "Memory", "Progress", "Terminal",
      ],
      path: "Tests/FuzzTargets",
      exclude: ["Inputs"],
      swiftSettings: strict
    ),
    // Run by hand with libFuzzer: make fuzz.
    .executableTarget(
      name: "fuzzer", dependencies: ["FuzzTargets"], path: "Tests/Fuzzer", swiftSettings: strict),
    tests(of: "FuzzTargets", knows: ["Files"]),
    tests(of: "Digest"),
    tests(of: "Files"),
    tests(of: "JSON"),
    tests(of: "TOML"),
    tests(of: "Chronology"),
    tests(of: "Memory", knows: ["JSON", "Files"], besides: ["__Snapshots__"]),
    tests(of: "Language"),
    tests(of: "Decks", knows: ["Chronology", "Files"], besides: ["__Snapshots__"]),
    tests(
      of: "Marking", knows: ["Chronology", "Decks", "Files", "JSON"],
      besides: ["Cases", "AuditDecks", "__Snapshots__"]
    ),
    tests(
      of: "Progress", knows: ["Chronology", "Digest", "Files", "JSON", "Memory"],
      besides: ["__Snapshots__"]
    ),
    tests(
      of: "Study",
      knows: ["Chronology", "Decks", "Digest", "Files", "Marking", "Memory", "Progress"]
    ),
    tests(
      of: "Generation", knows: ["Chronology", "Decks", "Language"],
      besides: ["Passages", "Time/__Snapshots__", "Cards/__Snapshots__"]
    ),
    tests(
      of: "Exams",
      knows: [
        "Chronology", "Decks", "Files", "JSON", "Marking", "Memory", "Progress",
      ],
      besides: ["Fixtures"]
    ),
    tests(of: "Exchange", knows: ["Decks", "Files", "JSON"]),
    tests(
      of: "Anki",
      knows: [
        "CZip", "Chronology", "Decks", "Digest", "Files", "JSON", "Memory", "Progress",
      ],
      besides: ["backend.py"]
    ),
    tests(of: "Terminal"),
    tests(
      of: "Statistics",
      knows: ["Chronology", "Decks", "Digest", "JSON", "Memory", "Progress", "Terminal"],
      besides: ["__Snapshots__"]
    ),
    .systemLibrary(name: "CPty", path: "Tests/CPty"),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "tripos", "Proving", "CPty", "Chronology", "Decks", "Digest", "Files", "JSON", "Memory",
        "Progress",
      ],
      exclude: [
        "Piped/__Snapshots__", "Shell/__Snapshots__", "Window/__Snapshots__",
        "Generate/__Snapshots__", "Exam/__Snapshots__",
      ],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
