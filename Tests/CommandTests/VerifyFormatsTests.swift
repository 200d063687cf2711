import CLibZip
import Foundation
import TestSupport
import Testing

/// `verify` on files of every format whose text was changed: each figure gets its own verdict, those of tables too.
@Suite struct VerifyFormatsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fixture(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: PackageFolder.fixture(name))) }

  /// Reads a file into a database, changes it, and verifies: `changed 8 9` for each figure that isn't exact, with what is there now.
  private func verdicts(_ name: String, _ change: ([UInt8]) throws -> [UInt8]) throws -> (exact: Int, others: [String])
  {
    let bytes = try fixture(name)
    try folder.write(bytes, to: "in/a")
    _ = try CommandRun(["report", folder.path("in"), "--out", folder.path("out")])
    try folder.write(try change(bytes), to: "in/a")
    let run = try CommandRun(["verify", "--db", folder.path("out/nianbao.sqlite")])
    let rows = CSVRows(Array(run.output.utf8)).objects
    #expect(run.status == (rows.allSatisfy { $0["verdict"] == "exact" } ? 0 : 1))
    return (
      rows.count { $0["verdict"] == "exact" },
      rows.filter { $0["verdict"] != "exact" }.map { row in
        [row["verdict"], row["text"], row["found_text"]].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      }
    )
  }

  /// The bytes with each first text in place of its second; every one must stand there.
  private func replacing(_ bytes: [UInt8], _ edits: [(String, String)]) throws -> [UInt8] {
    var bytes = bytes
    for (old, new) in edits {
      let range = try #require(bytes.firstRange(of: Array(old.utf8)), "\(old)")
      bytes.replaceSubrange(range, with: Array(new.utf8))
    }
    return bytes
  }

  private static let disclosure = "html/disclosure-2022.html"
  private static let regulations = "<tr><td>规范性文件</td><td>3</td><td>1</td><td>14</td></tr>\n"

  @Test func aDigitOfATable() throws {
    let found = try verdicts(Self.disclosure) { try replacing($0, [("<td>8</td><td>2</td>", "<td>9</td><td>2</td>")]) }
    #expect(found.exact == 72)
    #expect(found.others == ["changed 8 9"])
  }

  @Test func twoCellsOfATableExchanged() throws {
    let found = try verdicts(Self.disclosure) {
      try replacing($0, [("<td>12</td><td>3</td>", "<td>3</td><td>12</td>")])
    }
    #expect(found.others == ["changed 12 3", "changed 3 12"])
  }

  @Test func aRowMoreOrLess() throws {
    let more = try verdicts(Self.disclosure) {
      try replacing($0, [(Self.regulations, "<tr><td>规划</td><td>7</td><td>7</td><td>7</td></tr>\n" + Self.regulations)])
    }
    #expect(more.exact + more.others.count == 73)
    #expect(more.others.allSatisfy { $0.hasPrefix("moved ") })
    #expect(more.others.prefix(3) == ["moved 3 3", "moved 1 1", "moved 14 14"])
    let less = try verdicts(Self.disclosure) { try replacing($0, [(Self.regulations, "")]) }
    #expect(less.others.prefix(3) == ["lost 3", "lost 1", "lost 14"])
    #expect(less.others.dropFirst(3).allSatisfy { $0.hasPrefix("moved ") })
    #expect(less.exact + less.others.count == 73)
  }

  /// A number under another heading is another figure.
  @Test func aHeadingOfATable() throws {
    let found = try verdicts(Self.disclosure) { try replacing($0, [("<td>商业企业</td>", "<td>国有企业</td>")]) }
    #expect(
      found.others == [
        "changed 3 3", "changed 0 0", "changed 2 2", "changed 0 0", "changed 1 1", "changed 0 0", "changed 0 0",
      ])
    #expect(found.exact == 66)
  }

  /// Digits are bytes of their own in GB18030, so the file stays what it is. What stands beside a word that is another is to be looked at.
  @Test func aTextInGB18030() throws {
    let found = try verdicts("encodings/library-2022.gb18030.txt") { bytes in
      let first = try #require(bytes.firstIndex(of: 0x0A))
      return try replacing(
        Array(bytes[...first]) + [0x0A] + bytes[(first + 1)...], [("3,215", "3,251"), ("92.3%", "9?.3%")])
    }
    #expect(found.exact == 0)
    #expect(
      found.others == [
        "moved 12.6万人次 12.6万人次", "moved 8.5% 8.5%", "changed 3,215张 3,251张", "moved 1,108张 1,108张", "changed 46场 46场",
        "changed 5场 5场", "changed 120次 120次", "lost 92.3%", "moved 1.2万册 1.2万册", "moved 38.46万册 38.46万册", "moved 3个 3个",
        "moved 60万元 60万元",
      ])
  }

  @Test func aWordFile() throws {
    let name = "documents/education-2023.docx"
    let changed = try verdicts(name) { bytes in
      try wordFile(
        bytes, [("<w:t xml:space=\"preserve\">730<", "<w:t xml:space=\"preserve\">731<"), ("320人次", "300人次")])
    }
    #expect(changed.exact == 5)
    #expect(changed.others == ["changed 730 731", "changed 320人次 300人次"])
    let moved = try verdicts(name) { try wordFile($0, [("<w:body>", "<w:body><w:p><w:r><w:t>附件</w:t></w:r></w:p>")]) }
    #expect(moved.exact == 0)
    #expect(moved.others.count == 7)
    #expect(moved.others.allSatisfy { $0.hasPrefix("moved ") })
    let lost = try verdicts(name) { try wordFile($0, [("培训教师320人次。", "培训教师。")]) }
    #expect(lost.exact == 6)
    #expect(lost.others == ["lost 320人次"])
  }

  /// The Word file with its text edited.
  private func wordFile(_ bytes: [UInt8], _ edits: [(String, String)]) throws -> [UInt8] {
    let path = try folder.write(bytes, to: "edited.docx").path
    let archive = try #require(zip_open(path, 0, nil))
    let place = zip_uint64_t(zip_name_locate(archive, "word/document.xml", 0))
    var status = zip_stat_t()
    zip_stat_index(archive, place, 0, &status)
    var content = [UInt8](repeating: 0, count: Int(status.size))
    let file = try #require(zip_fopen_index(archive, place, 0))
    #expect(zip_fread(file, &content, status.size) == zip_int64_t(status.size))
    zip_fclose(file)
    content = try replacing(content, edits)
    try content.withUnsafeBytes { buffer in
      let source = try #require(zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0))
      #expect(zip_file_replace(archive, place, source, 0) == 0)
      // Closing writes the file, while the buffer still stands.
      #expect(zip_close(archive) == 0)
    }
    return try folder.bytes("edited.docx")
  }

  /// The text of the fixture stands in it as hexadecimal UTF-16, so that it can be changed in place.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"), "没有 pdftotext (no poppler-utils)"))
  func aPDFFile() throws {
    let name = "documents/education-2023.pdf"
    #expect(try verdicts(name) { $0 }.exact == 2)
    let changed = try verdicts(name) { try replacing($0, [("0031003200360030", "0031003200370030")]) }
    #expect(changed.exact == 1)
    #expect(changed.others == ["changed 1260个 1270个"])
    let moved = try verdicts(name) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = text.matches(of: /<([0-9a-f]{20,})> Tj/).map { String($0.1) }
      try #require(lines.count == 2)
      // The second line of the page becomes the first.
      return try replacing(bytes, [(lines[0], "#"), (lines[1], lines[0]), ("#", lines[1])])
    }
    #expect(moved.exact == 0)
    #expect(moved.others == ["moved 1260个 1260个", "moved 8所 8所"])
    let lost = try verdicts(name) {
      try replacing($0, [("65b0589e5b664f4d", "5de54f5c603b7ed3"), ("65396269", "603b7ed3")])
    }
    #expect(lost.exact == 0)
    #expect(lost.others == ["lost 1260个", "lost 8所"])
  }

  @Test(arguments: ["html/disclosure-2022.html", "documents/education-2023.docx", "encodings/library-2022.gb18030.txt"])
  func aFileThatCannotBeReadAnyMore(_ name: String) throws {
    let found = try verdicts(name) { _ in Array("PK".utf8) + [3, 4, 0, 0] }
    #expect(found.exact == 0)
    #expect(found.others.count >= 7)
    #expect(found.others.allSatisfy { $0.hasPrefix("missing ") })
  }
}
