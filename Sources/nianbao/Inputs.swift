import Foundation
import ReportStore
import ReportText
import Tables

/// A file to read, or standard input.
struct Input {
  /// The path as given, or as found below a folder.
  let path: String
  /// The encoding asked for; `nil` if it is to be found from the bytes.
  let encoding: TextEncoding?

  /// The bytes of the file.
  func bytes() throws -> [UInt8] { try SourceText.bytes(ofFile: path) }

  /// The text of its bytes; what of them is no text, and what its reader doesn't see, is told of.
  func text(of bytes: [UInt8]) throws -> SourceText {
    let text = try SourceText(bytes: bytes, path: path, encoding: encoding)
    for warning in text.warnings(path: path) { Console.error(warning) }
    return text
  }

  /// Tells of unreadable bytes.
  func warn(of damage: Damage?) {
    if let damage { Console.error(damage.message(path: path)) }
  }
}

/// Finds the files below paths.
struct Inputs {
  /// A file or folder, whatever its name.
  private struct Identity: Hashable {
    let device: dev_t
    let number: ino_t
  }

  private var files: [String] = []
  private var problems: Problems
  private var folders: Set<Identity> = []

  /// The file at a path; `nil` if there is none, so that the path is something else.
  static func file(_ path: String, encoding: EncodingOption) -> Input? {
    guard let status = DocumentPath.status(of: path), status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Input(path: path, encoding: encoding.encoding)
  }

  /// The files in the order of their paths, each once. What can't be opened or is no file is reported; the program's own output
  /// is no report, wherever it lies.
  static func find(_ paths: [String], encoding: EncodingOption, _ problems: inout Problems) -> [Input] {
    var found: [String] = []
    for path in paths {
      var inputs = Inputs(problems: problems)
      inputs.add(path)
      problems = inputs.problems
      found += inputs.files
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }.map { Input(path: $0, encoding: encoding.encoding) }
  }

  private init(problems: Problems) { self.problems = problems }

  private mutating func add(_ path: String) {
    guard path != "-" else { return files.append(path) }
    guard let status = DocumentPath.status(of: path) else {
      return problems.report("\(path): 没有这个文件或文件夹，请检查路径 (no such file or folder)")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: addFolder(path, status)
    case S_IFREG where Self.isOwnOutput(path):
      problems.report("\(path): 是 nianbao 自己的输出，不当报告读 (own output)")
    case S_IFREG: files.append(path)
    default: problems.report(ReadingError.notAFile(path: path).description)
    }
  }

  private mutating func addFolder(_ path: String, _ status: stat) {
    walk(path, status)
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let own = files.filter(Self.isOwnOutput)
    if let first = own.first {
      files.removeAll(where: Set(own).contains)
      Console.error("\(path): 其中 \(own.count) 份是 nianbao 自己的输出，不当报告读，如 \(first) (own output left out)")
    }
    if files.isEmpty { problems.report("\(path): 文件夹里没有可读的报告 (no report in the folder)；支持文本、HTML、DOCX、PDF") }
  }

  /// Adds all files below a folder. A linked one is read where it really is, and each once, so that loops end.
  private mutating func walk(_ folder: String, _ status: stat) {
    guard folders.insert(Identity(device: status.st_dev, number: status.st_ino)).inserted else { return }
    guard let names = DocumentPath.names(in: folder) else {
      let reason = String(cString: strerror(errno))
      return problems.report("\(folder): 打不开文件夹，其中的文件没有读：\(reason)；请检查权限 (cannot open the folder)")
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      var path = DocumentPath.joined(folder, name)
      // What a link leads to nothing by is told of by whoever reads it.
      guard let status = DocumentPath.status(of: path) else {
        files.append(path)
        continue
      }
      if DocumentPath.target(ofLink: path) != nil { path = DocumentPath.canonical(path) }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: walk(path, status)
      case S_IFREG: files.append(path)
      default: problems.report(ReadingError.notAFile(path: path).description)
      }
    }
  }

  private static func isOwnOutput(_ path: String) -> Bool {
    guard let opening = SideFile.opening(of: path, count: OwnOutput.openingCount) else { return false }
    return OwnOutput(opening: opening) != nil || ReportStore.wrote(opening)
  }
}
