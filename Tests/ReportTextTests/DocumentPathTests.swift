import Foundation
import ReportText
import TestSupport
import Testing

/// One spelling for a file however it is named.
@Suite struct DocumentPathTests {
  @Test func whatLiesInTheWorkingFolderIsNamedFromThere() {
    let folder = FileManager.default.currentDirectoryPath
    for path in [
      "a/b.txt", "./a/b.txt", "a//b.txt", "a/./c/../b.txt", folder + "/a/b.txt",
      "../\(URL(fileURLWithPath: folder).lastPathComponent)/a/b.txt",
    ] {
      #expect(DocumentPath.canonical(path) == "a/b.txt", "\(path)")
    }
    for path in [".", "./", folder, folder + "/", "a/.."] { #expect(DocumentPath.canonical(path) == ".", "\(path)") }
    #expect(DocumentPath.canonical("-") == "-")
  }

  @Test func linksAreFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("9", to: "real/a.txt")
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("real"))
    let real = DocumentPath.canonical(folder.path("real"))
    #expect(DocumentPath.canonical(link + "/a.txt") == real + "/a.txt")
    // What is gone is named as when it was there.
    #expect(DocumentPath.canonical(link + "/gone/b.txt") == real + "/gone/b.txt")
    #expect(DocumentPath.canonical(folder.path("real/../real/a.txt")) == real + "/a.txt")
  }

  @Test func whatLiesInAFolder() {
    #expect(DocumentPath.lies("a/b", in: "a"))
    #expect(DocumentPath.lies("a", in: "a"))
    #expect(!DocumentPath.lies("ab", in: "a"))
    #expect(DocumentPath.lies("a/b", in: "."))
    #expect(!DocumentPath.lies("/a", in: "."))
  }
}
