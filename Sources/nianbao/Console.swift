import ArgumentParser
import Foundation

/// Data on standard output, messages on standard error.
enum Console {
  /// Writes data; ends the program with status 3 if it can't.
  static func write(_ bytes: some Collection<UInt8>) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      self.error("<stdout>: 不能写入：\(error.localizedDescription) (cannot write)")
      throw ExitCode(3)
    }
  }

  /// Writes a file whole or not at all; ends the program with status 3 if it can't.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      self.error("\(path): 不能写入，请检查文件夹和权限：\(error.localizedDescription) (cannot write)")
      throw ExitCode(3)
    }
  }

  /// Writes a picture, and tells of what found no room in it.
  static func writePlot(_ svg: [UInt8], left: Int, to path: String) throws {
    try write(svg, to: path)
    guard left > 0 else { return }
    error("\(path): 还有 \(left) 个序列画不下，请用 --metric、--agency 等缩小范围 (too many series for one picture)")
  }

  static func error(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }
}

/// Files that could not be read, while the rest of a batch goes on.
struct Problems {
  private(set) var count = 0

  /// Reports a problem.
  mutating func report(_ message: String) {
    count += 1
    Console.error(message)
  }

  /// The result of `body`, which reads the document at `path`, or `nil` with its error reported. What ends the program goes on.
  @discardableResult
  mutating func collect<T>(_ path: String, _ body: @escaping () throws -> T) throws -> T? {
    do {
      return try Isolation.run(path, body)
    } catch let exit as ExitCode {
      throw exit
    } catch {
      report("\(error)")
      return nil
    }
  }

  /// Ends the program with 3 if there were problems and nothing could be done.
  func exit(ifNothingDone nothingDone: Bool) throws {
    if nothingDone, count > 0 { throw ExitCode(3) }
  }
}
