import Foundation

/// A program of the system that takes the text out of a file.
struct TextConverter {
  private let name: String
  /// Its arguments; `FILE` stands for the file.
  private let arguments: [String]

  /// Converts what `poppler-utils` reads. The layout keeps the columns of tables apart.
  static let pdf = [TextConverter(name: "pdftotext", arguments: ["-layout", "-nopgbrk", "-enc", "UTF-8", "FILE", "-"])]
  /// For Word files of the time before DOCX, the better one first.
  static let doc = [
    TextConverter(name: "antiword", arguments: ["-m", "UTF-8.txt", "-w", "0", "FILE"]),
    TextConverter(name: "catdoc", arguments: ["-w", "-d", "utf-8", "FILE"]),
  ]

  /// The text of a file in UTF-8, by the first of the programs that is installed.
  ///
  /// - Parameter package: the Debian package that holds one of them.
  /// - Throws: `ReadingError`.
  static func text(
    of bytes: [UInt8], by converters: [TextConverter], package: String, path: String
  ) throws -> [UInt8] {
    for converter in converters {
      guard let program = converter.program else { continue }
      guard let text = try converter.run(program, on: bytes) else {
        if bytes.span.isLockedPDF { throw ReadingError.foreign(path: path, format: .locked) }
        throw ReadingError.damagedDocument(path: path, reason: "\(converter.name) 读不出")
      }
      guard text.contains(where: { $0 > 0x20 }) else { throw ReadingError.noText(path: path) }
      return text
    }
    throw ReadingError.needsProgram(path: path, program: converters[0].name, package: package)
  }

  /// Where the program is, if it is installed.
  private var program: URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
      URL(fileURLWithPath: "\($0)/\(name)")
    }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// What it writes; `nil` if it can't read the file.
  private func run(_ program: URL, on bytes: [UInt8]) throws -> [UInt8]? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("nianbao-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return process.terminationStatus == 0 ? text : nil
  }
}
