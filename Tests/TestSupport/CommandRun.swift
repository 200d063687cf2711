import Foundation

/// The package's own folders, found from where this file stands.
public enum PackageFolder {
  /// The folder that holds Package.swift.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file below Fixtures.
  public static func fixture(_ path: String) -> URL { root.appendingPathComponent("Fixtures/" + path) }
}

/// One run of the built program: what it wrote and how it ended.
public struct CommandRun: Sendable {
  /// What it wrote to standard output, in UTF-8.
  public let output: String
  /// What it wrote to standard error, in UTF-8.
  public let messages: String
  /// Its exit status.
  public let status: Int32

  /// Runs `nianbao` in the package's folder and waits for its end.
  ///
  /// Output goes through files, so that no pipe can fill up.
  ///
  /// - Parameters:
  ///   - input: the bytes on standard input; none if it isn't given.
  ///   - device: a device such as `/dev/full` that takes standard output instead.
  ///   - signal: a signal that it is sent so many microseconds after its start.
  ///   - mostBytes: how long a file may get, as on a full disk.
  ///   - shell: a script in which `"$0" "$@"` is the program with its arguments.
  public init(
    _ arguments: [String], input: [UInt8] = [], device: String? = nil,
    signal: (number: Int32, microseconds: UInt32)? = nil, mostBytes: Int? = nil, shell: String? = nil
  ) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    let program = Self.productsFolder.appendingPathComponent("nianbao")
    if let script = shell ?? mostBytes.map({ "ulimit -f \($0 / 512); exec \"$0\" \"$@\"" }) {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", script, program.path] + arguments
    } else {
      process.executableURL = program
      process.arguments = arguments
    }
    process.currentDirectoryURL = PackageFolder.root
    process.standardInput = try FileHandle(forReadingFrom: try folder.write(input, to: "in"))
    let outputFile = try folder.write([], to: "out")
    let messagesFile = try folder.write([], to: "err")
    process.standardOutput = try FileHandle(forWritingTo: device.map { URL(fileURLWithPath: $0) } ?? outputFile)
    process.standardError = try FileHandle(forWritingTo: messagesFile)
    try process.run()
    if let signal {
      usleep(signal.microseconds)
      kill(process.processIdentifier, signal.number)
    }
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    messages = String(decoding: try Data(contentsOf: messagesFile), as: UTF8.self)
    status = process.terminationStatus
  }

  /// The lines on standard error.
  public var messageLines: [String] { messages.split(separator: "\n").map(String.init) }

  /// The lines on standard output.
  public var outputLines: [String] { output.split(separator: "\n").map(String.init) }

  /// The folder of the build's products: that of the test bundle on macOS, of the test executable elsewhere.
  private static let productsFolder: URL = {
    if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
      return bundle.bundleURL.deletingLastPathComponent()
    }
    return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  }()
}
