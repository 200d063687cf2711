import Foundation
import ReportText
import Tables

/// Where an output goes, and how: the one place that decides what may be written over.
struct Destination {
  enum Way {
    /// What standard output is already.
    case standardOutput
    /// A pipe, a device, or a file that another can't take the place of without a loss.
    case inPlace
    /// No file yet, or one that a new one can stand for.
    case replacing
  }

  /// The path as given, for messages.
  let name: String
  /// The file itself, behind all links.
  let path: String
  let way: Way

  /// Looks at what stands at a path. What is no output of the program's is kept, unless `force` says otherwise.
  ///
  /// - Throws: `ExitCode` 3, with what stands in the way reported.
  init(_ name: String, force: Bool) throws {
    self.name = name
    path = Self.behindLinks(name)
    guard let status = DocumentPath.status(of: name) else {
      way = .replacing
      return
    }
    if Self.isStandardOutput(status) {
      way = .standardOutput
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw Console.end("\(name): 是文件夹，请写文件名 (is a folder)")
    case S_IFREG where !force && status.st_size > 0 && OwnOutput(file: name) != .result:
      throw Console.end("\(name): 已有的文件不是 nianbao 写的输出，没有改动；请换一个文件名，或用 --force 覆盖 (not nianbao's output, kept)")
    case S_IFREG where DocumentPath.withFileName(path) { access($0, W_OK) } != 0:
      throw Self.failure(name)
    case S_IFREG: way = Self.canBeReplaced(path, status) ? .replacing : .inPlace
    default: way = .inPlace
    }
  }

  /// Whether a new file can stand for one: it has no other name, its owner can be kept, and its folder can be written.
  private static func canBeReplaced(_ path: String, _ status: stat) -> Bool {
    let isOurs = status.st_uid == geteuid() && status.st_gid == getegid() || geteuid() == 0
    let folder = DocumentPath.parts(of: path).folder
    return status.st_nlink == 1 && isOurs && DocumentPath.withFileName(folder) { access($0, W_OK | X_OK) } == 0
  }

  private static func isStandardOutput(_ status: stat) -> Bool {
    var output = stat()
    return fstat(STDOUT_FILENO, &output) == 0 && output.st_dev == status.st_dev && output.st_ino == status.st_ino
  }

  /// The path at the end of a chain of links, where the last may lead to nothing yet.
  private static func behindLinks(_ path: String) -> String {
    var path = path
    // As many as the system follows.
    for _ in 1...40 {
      guard let target = DocumentPath.target(ofLink: path) else { break }
      path = target.hasPrefix("/") ? target : DocumentPath.joined(DocumentPath.parts(of: path).folder, target)
    }
    return path
  }

  /// Why a file can't be written, as `errno` has it.
  func failure(_ number: Int32 = errno) -> any Error { Self.failure(name, number) }

  private static func failure(_ name: String, _ number: Int32 = errno) -> any Error {
    Console.end("\(name): 不能写入：\(String(cString: strerror(number)))；请检查空间、路径和权限 (cannot write)")
  }

  /// Writes where the file is. A regular file gets its room first, so that a full disk leaves it as it was.
  func write(inPlace bytes: [UInt8]) throws {
    let file = DocumentPath.withFileName(path) { open($0, O_WRONLY) }
    guard file >= 0 else { throw failure() }
    var status = stat()
    let isFile = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let room = isFile && bytes.count > status.st_size ? posix_fallocate(file, 0, off_t(bytes.count)) : 0
    guard room == 0, bytes.withUnsafeBytes({ Console.writeWhole($0, to: file) }),
      !isFile || ftruncate(file, off_t(bytes.count)) == 0
    else {
      let number = room == 0 ? errno : room
      close(file)
      throw failure(number)
    }
    guard close(file) == 0 else { throw failure() }
  }
}

extension OwnOutput {
  /// What a file is by its content; `nil` if it is none of the program's or can't be read.
  init?(file path: String) {
    guard let opening = SideFile.opening(of: path, count: Self.openingCount) else { return nil }
    self.init(opening: opening)
  }
}
