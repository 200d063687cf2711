import ArgumentParser
import Foundation

/// The folder that results are written to.
struct OutputFolder {
  private let folder: URL

  /// Makes the folder; ends the program with status 3 if it can't be written.
  init(_ path: String) throws {
    folder = URL(fileURLWithPath: path, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      Console.error("\(path): 不能建立输出文件夹，请检查路径和权限 (cannot make the output folder)")
      throw ExitCode(3)
    }
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      Console.error("\(path): 不能写入输出文件夹，请检查权限或换一个位置 (cannot write to the output folder)")
      throw ExitCode(3)
    }
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Deletes a file; whether there was one.
  func remove(_ name: String) -> Bool { (try? FileManager.default.removeItem(atPath: path(name))) != nil }

  /// Writes a file whole or not at all.
  func write(_ bytes: [UInt8], to name: String) throws {
    try Console.write(bytes, to: path(name))
  }
}
