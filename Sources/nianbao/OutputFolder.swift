import ArgumentParser
import Foundation
import ReportText

/// The folder that results are written to, by one run at a time.
final class OutputFolder {
  /// What is to be written to it.
  let outputs: OutputSet
  let path: String
  private let lock: Int32

  /// Makes the folder; ends the program with status 3 if it can't be written, if another run writes to it, or if one of the
  /// files that are to be written is somebody else's.
  init(_ path: String, files: [String], force: Bool) throws {
    self.path = path
    outputs = OutputSet(force: force)
    guard Self.make(path) else {
      throw Console.end("\(path): 不能建立输出文件夹，请检查路径和权限 (cannot make the output folder)")
    }
    guard DocumentPath.withFileName(path, { access($0, W_OK | X_OK) }) == 0 else {
      throw Console.end("\(path): 不能写入输出文件夹，请检查权限或换一个位置 (cannot write to the output folder)")
    }
    lock = DocumentPath.withFileName(path) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    // Where the disk knows no locks there are none.
    if flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw Console.end("\(path): 另一个 nianbao 正在写这个文件夹，请等它结束再运行 (another run writes to it)")
    }
    for name in files { _ = try Destination(file(name), force: force) }
  }

  deinit { close(lock) }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { DocumentPath.joined(path, name) }

  /// Adds a file to what is to be written.
  func add(_ bytes: [UInt8], to name: String) throws { try outputs.add(bytes, to: file(name)) }

  /// Makes a folder with those above it.
  private static func make(_ path: String) -> Bool {
    if let status = DocumentPath.status(of: path) { return status.st_mode & S_IFMT == S_IFDIR }
    let folder = DocumentPath.parts(of: path.hasSuffix("/") ? String(path.dropLast()) : path).folder
    return make(folder) && (DocumentPath.withFileName(path) { mkdir($0, 0o777) } == 0 || errno == EEXIST)
  }
}
