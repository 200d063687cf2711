import Foundation
import ReportText

/// A file to read, or standard input.
struct Input {
  /// The path as given, or as found below a folder.
  let path: String
  /// The encoding asked for; `nil` if it is to be found from the bytes.
  let encoding: TextEncoding?

  /// The bytes of the file.
  func bytes() throws -> [UInt8] { try SourceText.bytes(ofFile: path) }

  /// The text of its bytes; what of them is no text is told of.
  func text(of bytes: [UInt8]) throws -> SourceText {
    let text = try SourceText(bytes: bytes, path: path, encoding: encoding)
    warn(of: text.damage)
    return text
  }

  /// Tells of unreadable bytes.
  func warn(of damage: Damage?) {
    if let damage { Console.error(damage.message(path: path)) }
  }
}

/// Finds the files below paths.
enum Inputs {
  /// The files in the order of their paths, each once; what can't be opened is reported. What lies in the folder `except`, where
  /// results are written, is no input.
  static func find(
    _ paths: [String], encoding: EncodingOption, except: String? = nil, _ problems: inout Problems
  ) -> [Input] {
    let input = { Input(path: $0, encoding: encoding.encoding) }
    let output = except.map(DocumentPath.canonical)
    var inputs: [Input] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path == "-" {
        inputs.append(input("-"))
      } else if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        problems.report("\(path): 没有这个文件或文件夹，请检查路径 (no such file or folder)")
      } else if isFolder.boolValue {
        let found = files(below: path).filter { file in
          output.map { !DocumentPath.lies(file, in: $0) } ?? true
        }
        if found.isEmpty { problems.report("\(path): 文件夹里没有可读的报告 (no report in the folder)；支持文本、HTML、DOCX、PDF") }
        inputs += found.map(input)
      } else {
        inputs.append(input(path))
      }
    }
    var seen: Set<String> = []
    return inputs.filter { seen.insert($0.path).inserted }
  }

  private static func files(below folder: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    var paths: [String] = []
    for case let name as String in names {
      let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var isFolder: ObjCBool = false
      // A link to nothing stays, to be told of.
      guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue,
        !name.split(separator: "/").contains(where: { $0.hasPrefix(".") })
      else { continue }
      paths.append(path)
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
