import Foundation
import TestSupport
import Testing

@testable import ReportText

/// Programs that take the text out of files: what becomes of those that don't end, write too much or fail. The shell stands for them.
@Suite struct TextConverterTests {
  private static func text(_ script: String, patience: Duration = .seconds(60), mostText: Int = 1000) throws -> [UInt8]
  {
    let shell = TextConverter(name: "sh", arguments: ["-c", script, "FILE"], patience: patience, mostText: mostText)
    return try TextConverter.text(of: Array("9件".utf8), by: [shell], package: "dash", path: "a.pdf")
  }

  /// Whether a process still runs; one that was ended may wait for somebody to take note.
  private static func runs(_ process: String) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z ")
  }

  @Test func theTextOfAFile() throws { #expect(try Self.text("cat \"$0\"") == Array("9件".utf8)) }

  /// A file has no name that others could open it by, and its owner alone may read it.
  @Test func nobodyElseSeesTheFile() throws {
    let told = String(decoding: try Self.text("stat -L -c '%a %h' \"$0\""), as: UTF8.self)
    #expect(told == "600 0\n")
  }

  /// A program that makes a file writes it in a folder that its owner alone can look into, and that is gone afterwards.
  @Test func theFileThatAProgramMakes() throws {
    let script = "{ stat -c '%a' \"$1\"; echo \"$1\"; cat \"$0\"; } > \"$1/made.txt\"; echo read"
    let written = try Self.made(by: script).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    #expect([written.first, written.last] == ["700", "9件"])
    #expect(!FileManager.default.fileExists(atPath: written[1]))
  }

  @Test func aProgramThatMakesNoFile() {
    #expect(throws: ReadingError.damagedDocument(path: "a.pdf", reason: "sh 读不出")) { try Self.made(by: "echo read") }
  }

  private static func made(by script: String) throws -> [UInt8] {
    let shell = TextConverter(name: "sh", arguments: ["-c", script, "FILE", "FOLDER"], result: "made.txt")
    return try TextConverter.text(of: Array("9件".utf8), by: [shell], package: "dash", path: "a.pdf")
  }

  @Test func aProgramThatFails() {
    #expect(throws: ReadingError.damagedDocument(path: "a.pdf", reason: "sh 读不出")) { try Self.text("echo 9; exit 3") }
    #expect(throws: ReadingError.damagedDocument(path: "a.pdf", reason: "sh 读不出")) { try Self.text("kill -SEGV $$") }
  }

  @Test(arguments: ["wait", "exec >/dev/null; wait", "exit 0"])
  func aProgramThatDoesNotEndIsEndedWithItsChildren(_ end: String) throws {
    let folder = try TemporaryFolder()
    let script = "sleep 600 & echo $! > '\(folder.path("child"))'; \(end)"
    #expect(throws: ReadingError.stopped(path: "a.pdf", program: "sh", reason: "运行超过 1 秒")) {
      try Self.text(script, patience: .seconds(1))
    }
    let child = String(decoding: try folder.bytes("child"), as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
    #expect(child != "")
    while Self.runs(child) { usleep(1000) }
  }

  @Test func aProgramThatWritesWithoutEnd() {
    #expect(throws: ReadingError.stopped(path: "a.pdf", program: "sh", reason: "写出的文字超过 1 MB")) {
      try Self.text("while :; do echo 99999999; done", mostText: 1 << 20)
    }
  }
}
