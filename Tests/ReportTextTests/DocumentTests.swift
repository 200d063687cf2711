import Foundation
import ReportText
import TestSupport
import Testing

/// Word files and PDFs: their text, their tables, and files that are none.
@Suite struct DocumentTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: PackageFolder.fixture("documents/\(name)")))
  }

  /// The text taken out is the source; the file's name doesn't matter.
  @Test func word() throws {
    let text = try SourceText(bytes: try Self.bytes("education-2023.docx"), path: "a.txt")
    #expect(
      text.lines == [
        "青溪县教育局2023年工作总结", "全年新增学位1,260个，&改扩建学校 8所。", "单位：万元", "指标 \t经费 ", "\t2023年 \t比上年增长（%） ",
        "教育支出 \t5,820.5 \t6.2 ", "其中：学前教育 \t730 \t-1.5 ", "培训教师320人次。", "",
      ])
    var grid: [[Int]] = []
    text.forEachPart { part in
      guard case .table(let table) = part else { return }
      grid = table.cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
      let figure = table.cells[5].lines[0]
      #expect(String(decoding: figure.bytes, as: UTF8.self) == "5,820.5")
      #expect(text.span(ofSource: figure.sourceRange(of: 0..<7)) == SourceSpan(line: 6, start: 6, end: 13))
    }
    #expect(
      grid == [
        [0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1], [2, 0, 1, 1], [2, 1, 1, 1], [2, 2, 1, 1], [3, 0, 1, 1],
        [3, 1, 1, 1], [3, 2, 1, 1],
      ])
  }

  @Test(arguments: [
    ("claims-more.docx", "正文超过 128 MB"), ("claims-less.docx", "压缩包损坏"), ("entities.docx", "正文不是有效的 XML"),
    ("unclosed.docx", "正文不是有效的 XML"),
  ])
  func damagedWordFiles(_ name: String, _ reason: String) throws {
    #expect(throws: ReadingError.damagedDocument(path: name, reason: reason)) {
      try SourceText(bytes: try Self.bytes(name), path: name)
    }
  }

  @Test(arguments: [5, 100, 400, 800])
  func aWordFileCutOff(_ count: Int) throws {
    let bytes = Array(try Self.bytes("education-2023.docx").prefix(count))
    #expect(throws: ReadingError.damagedDocument(path: "a", reason: "压缩包损坏")) {
      try SourceText(bytes: bytes, path: "a")
    }
  }

  /// An archive whose content isn't what its check sum says: a digit of it may be another one.
  @Test func aWordFileThatChanged() throws {
    var bytes = try Self.bytes("education-2023.docx")
    // The entries of the archive's directory; their check sums stand 16 bytes behind.
    for at in bytes.indices where bytes[at...].starts(with: [0x50, 0x4B, 0x01, 0x02]) { bytes[at + 16] ^= 1 }
    #expect(throws: ReadingError.damagedDocument(path: "a.docx", reason: "压缩包损坏")) {
      try SourceText(bytes: bytes, path: "a.docx")
    }
  }

  /// With `pdftotext` the text, without it the package that holds it.
  @Test func pdf() throws {
    let result = Result { try SourceText(bytes: try Self.bytes("education-2023.pdf"), path: "a") }
    if Self.isInstalled("pdftotext") {
      #expect(try result.get().lines == ["青溪县教育局2023年工作总结", "全年新增学位1260个，改扩建学校8所。", ""])
      #expect(throws: ReadingError.noText(path: "b")) { try SourceText(bytes: try Self.bytes("scan.pdf"), path: "b") }
      #expect(throws: ReadingError.damagedDocument(path: "c", reason: "pdftotext 读不出")) {
        try SourceText(bytes: Array("%PDF-1.7\n9件".utf8), path: "c")
      }
    } else {
      #expect(throws: ReadingError.needsProgram(path: "a", program: "pdftotext", package: "poppler-utils")) {
        try result.get()
      }
    }
  }

  /// What isn't read is told by its content, not by its name.
  @Test func otherArchives() throws {
    #expect(throws: ReadingError.foreign(path: "a.docx", format: .archive)) {
      try SourceText(bytes: try Self.bytes("pictures.zip"), path: "a.docx")
    }
  }

  /// Archives that hold a document's parts, but no text in them.
  @Test(arguments: ["workbook.docx", "fixed-layout.ofd"])
  func emptyParts(_ name: String) throws {
    #expect(throws: ReadingError.noText(path: name)) {
      try SourceText(bytes: try Self.bytes(name), path: name)
    }
  }

  @Test(arguments: [
    (Array("Rar!\u{1A}\u{7}\0".utf8), ForeignFormat.archive), ([0x1F, 0x8B, 0x08, 0], .archive),
    ([0xFF, 0xD8, 0xFF, 0xE0, 0], .image), ([0x89, 0x50, 0x4E, 0x47, 0x0D], .image),
  ])
  func otherFormats(_ bytes: [UInt8], _ format: ForeignFormat) throws {
    #expect(throws: ReadingError.foreign(path: "a.txt", format: format)) { try SourceText(bytes: bytes, path: "a.txt") }
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "a.txt")
    #expect(throws: ReadingError.foreign(path: folder.path("a.txt"), format: format)) {
      try SourceText.forEachLine(ofFile: folder.path("a.txt")) { _ in }
    }
  }

  /// Files of old Office programs are told apart by the streams in them; Word's go to a converter.
  @Test(arguments: [
    ("EncryptedPackage", ForeignFormat.locked), ("PowerPoint Document", .presentation), ("Contents", .oldOffice),
  ])
  func oldOfficeFiles(_ stream: String, _ format: ForeignFormat) {
    #expect(throws: ReadingError.foreign(path: "a.doc", format: format)) {
      try SourceText(bytes: Self.oldFile(stream), path: "a.doc")
    }
  }

  @Test func lockedPDF() throws {
    guard Self.isInstalled("pdftotext") else { return }
    #expect(throws: ReadingError.foreign(path: "a.pdf", format: .locked)) {
      try SourceText(bytes: Array("%PDF-1.7\ntrailer <</Encrypt 5 0 R>>\n".utf8), path: "a.pdf")
    }
  }

  private static func oldFile(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
    for byte in stream.utf8 { bytes += [byte, 0] }
    return bytes + Array(repeating: 0, count: 64)
  }

  /// What only looks like an old Word file is refused with what to do.
  @Test func oldWordFiles() {
    let error = #expect(throws: ReadingError.self) {
      try SourceText(bytes: Self.oldFile("WordDocument"), path: "a.doc")
    }
    switch error {
    case .needsProgram("a.doc", "soffice", "libreoffice-writer-nogui"): #expect(!Self.isInstalled("soffice"))
    case .damagedDocument("a.doc", _), .noText("a.doc"):
      #expect(["soffice", "antiword", "catdoc"].contains(where: Self.isInstalled))
    default: Issue.record("\(String(describing: error))")
    }
  }

  @Test(arguments: [
    (ReadingError.damagedDocument(path: "a", reason: "压缩包损坏"), "a: 压缩包损坏；请重新下载，或另存为文本 (damaged document)"),
    (
      .needsProgram(path: "a", program: "pdftotext", package: "poppler-utils"),
      "a: 读这种文件需要 pdftotext；请安装：apt-get install poppler-utils (needs poppler-utils)"
    ),
    (.tooLong(path: "a"), "a: 文字超过 900 MB，无法保存；请拆成几个文件再读 (text too long)"),
    (
      .stopped(path: "a", program: "pdftotext", reason: "运行超过 120 秒"),
      "a: pdftotext 运行超过 120 秒，已中止；请先自行转成文本 (pdftotext stopped)"
    ),
    (.noText(path: "a"), "a: 文件里没有文字，可能是扫描件；请先做文字识别 (no text layer)"),
    (
      .foreign(path: "a", format: .workbook), "a: 这是二进制的 Excel 工作簿（XLSB），不能直接读；请另存为 XLSX (a binary workbook)"
    ),
    (.foreign(path: "a", format: .locked), "a: 这是有密码保护的文件，不能直接读；请去掉密码后另存 (password-protected)"),
  ])
  func messages(_ error: ReadingError, _ message: String) {
    #expect(error.description == message)
  }

  private static func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}
