import Foundation
import Quantities
import TestSupport
import Testing

/// Every numeral character of a text is in the ledger or in an ordinary word.
@Suite struct LedgerCoverageTests {
  /// The seeds, and the texts below the folder that `NIANBAO_CORPUS` names.
  static let files: [String] = {
    var files = (try? FileManager.default.contentsOfDirectory(atPath: "seeds").sorted().map { "seeds/" + $0 }) ?? []
    if let folder = ProcessInfo.processInfo.environment["NIANBAO_CORPUS"],
      let names = FileManager.default.enumerator(atPath: folder)
    {
      for case let name as String in names where name.hasSuffix(".txt") { files.append(folder + "/" + name) }
    }
    return files
  }()

  @Test(arguments: files)
  func everyNumeralCharacterIsAccountedFor(_ file: String) throws {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
    guard String(validating: bytes, as: UTF8.self) != nil else { return }
    var missing: [String] = []
    var reader = QuantityReader()
    for line in bytes.split(separator: 0x0A) {
      reader.read(Array(line).span)
      let known = reader.entries.map(\.span) + reader.lexemes.filter { $0.cue != .numeral }.map { $0.start..<$0.end }
      let text = String(decoding: line, as: UTF8.self)
      var offset = 0
      for scalar in text.unicodeScalars {
        let length = UTF8.width(scalar)
        defer { offset += length }
        guard Self.numerals.contains(scalar), !known.contains(where: { $0.contains(offset) }) else { continue }
        missing.append(String(text.utf8.dropFirst(max(0, offset - 12)).prefix(36)) ?? "?")
      }
    }
    #expect(missing.isEmpty)
  }

  private static let numerals = Set("0123456789０１２３４５６７８９〇零一二两三四五六七八九十百千万亿廿卅".unicodeScalars)
}
