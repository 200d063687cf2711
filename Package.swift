// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  // Tests run with the checks; in the release they cost a twentieth of the time, and a text can't bring about what they
  // would find, for no access depends on it.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

let package = Package(
  name: "nianbao",
  products: [.executable(name: "nianbao", targets: ["nianbao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Files that stand inside the program: catalogues, the gazetteer, the audit page. C, because `#embed` takes
    // them in at once, where SwiftPM's own embedding needs half a minute for 150 KB.
    .target(
      name: "EmbeddedFiles",
      exclude: ["audit", "catalogue", "bodies.tsv", "divisions.tsv", "outline", "successions.tsv", "traditional.tsv"],
      cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    // HTML and the XML inside DOCX.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // DOCX is a zip archive.
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // SHA-256 of documents and catalogues.
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    // What SQLite offers only as a function that Swift can't call.
    .systemLibrary(name: "CDefensiveSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "Quantities", swiftSettings: strict),
    .target(name: "ReportText", dependencies: ["CLibXML2", "CLibZip", "EmbeddedFiles"], swiftSettings: strict),
    .target(
      name: "Observations",
      dependencies: ["EmbeddedFiles", "ReportText", "Quantities", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Checks", dependencies: ["Quantities", "ReportText", "Observations"], swiftSettings: strict),
    .target(
      name: "ReportStore",
      dependencies: [
        "CDefensiveSQLite", "CNettle", "Quantities", "ReportText", "Observations", "Checks",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Tables", dependencies: ["CLibZip", "EmbeddedFiles", "Quantities", "ReportText", "Observations", "Checks"],
      swiftSettings: strict),
    .executableTarget(
      name: "nianbao",
      dependencies: [
        "Quantities", "ReportText", "Observations", "Checks", "ReportStore", "Tables",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ReportTextTests", dependencies: ["ReportText", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ObservationsTests", dependencies: ["Observations", "ReportText", "Quantities", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ChecksTests", dependencies: ["Checks", "Observations", "ReportText", "Quantities", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportStoreTests",
      dependencies: [
        "ReportStore", "Checks", "Observations", "ReportText", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TablesTests",
      dependencies: ["Tables", "Checks", "Observations", "Quantities", "ReportText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: ["CLibZip", "nianbao", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(name: "BrowserTests", dependencies: ["nianbao", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// What Scripts/fuzz.sh builds.
if Context.environment["FUZZING"] != nil {
  let libFuzzer: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer"])]
  package.targets += [
    .executableTarget(
      name: "LedgerFuzzer", dependencies: ["Quantities"], path: "Fuzzing/LedgerFuzzer", linkerSettings: libFuzzer),
    .executableTarget(
      name: "PageFuzzer", dependencies: ["Checks", "Observations", "ReportText"], path: "Fuzzing/PageFuzzer",
      linkerSettings: libFuzzer),
    .executableTarget(
      name: "DamagedDatabase",
      dependencies: ["Quantities", "ReportText", "Observations", "Checks", "ReportStore", "Tables"],
      path: "Fuzzing/DamagedDatabase", swiftSettings: strict),
  ]
}
