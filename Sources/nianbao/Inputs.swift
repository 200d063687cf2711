import Foundation
import ReportText

/// A file to read, or standard input.
struct Input {
  /// The path as given, or as found below a folder.
  let path: String

  /// The bytes of the file.
  func bytes() throws -> [UInt8] { try SourceText.bytes(ofFile: path) }
}

/// Finds the files below paths.
enum Inputs {
  /// The files in the order of their paths; what can't be opened is reported. What lies in the folder `except`, where
  /// results are written, is no input.
  static func find(_ paths: [String], except: String? = nil, _ problems: inout Problems) -> [Input] {
    let output = except.map { URL(fileURLWithPath: $0).standardizedFileURL.path + "/" }
    var inputs: [Input] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path == "-" {
        inputs.append(Input(path: "-"))
      } else if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        problems.report("\(path): 没有这个文件或文件夹，请检查路径 (no such file or folder)")
      } else if isFolder.boolValue {
        let found = files(below: path).filter { file in
          output.map { !URL(fileURLWithPath: file).standardizedFileURL.path.hasPrefix($0) } ?? true
        }
        if found.isEmpty { problems.report("\(path): 文件夹里没有可读的报告 (no report in the folder)；支持 .txt .md 等文本") }
        inputs += found.map(Input.init)
      } else {
        inputs.append(Input(path: path))
      }
    }
    return inputs
  }

  private static func files(below folder: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    var paths: [String] = []
    for case let name as String in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
        !name.split(separator: "/").contains(where: { $0.hasPrefix(".") })
      else { continue }
      paths.append(path)
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
