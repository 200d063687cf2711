import ArgumentParser
@preconcurrency import Foundation
import Synchronization

/// Data on standard output, messages on standard error.
enum Console {
  private static let hasLostMessages = Atomic(false)
  private static let hasFailed = Atomic(false)

  /// Makes the program ready to be told by the system what can't be written, before it opens or writes anything.
  static func prepare() {
    // A limit on the size of files is told like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    // Where one of the three isn't open, the next file that is opened would take its place, and what is printed go into that.
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      guard open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) == number else { Foundation.exit(3) }
    }
  }

  /// Writes data; ends the program with status 3 if it can't.
  static func write(_ bytes: some Collection<UInt8>) throws {
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, stdout) == bytes.count else { throw failure() }
  }

  /// Writes what is held back, of `print` too, whose mistakes nobody sees; ends the program with status 3 if anything was lost.
  static func finish() throws {
    // It was told.
    if hasFailed.load(ordering: .relaxed) { throw ExitCode(3) }
    guard fflush(stdout) == 0 else { throw failure() }
    guard ferror(stdout) == 0 else { throw failure(EIO) }
    if hasLostMessages.load(ordering: .relaxed) { throw ExitCode(3) }
  }

  private static func failure(_ number: Int32 = errno) -> ExitCode {
    hasFailed.store(true, ordering: .relaxed)
    return end("<stdout>: 不能写入：\(String(cString: strerror(number))) (cannot write)")
  }

  /// Tells why the program can't go on, and how it ends.
  static func end(_ message: String) -> ExitCode {
    error(message)
    return ExitCode(3)
  }

  /// Writes a message; that it can't is told by the status at the end.
  static func error(_ message: String) { show(message + "\n") }

  /// Writes to standard error.
  static func show(_ text: String) {
    if !Array(text.utf8).withUnsafeBytes({ writeWhole($0, to: STDERR_FILENO) }) {
      hasLostMessages.store(true, ordering: .relaxed)
    }
  }

  /// Writes bytes to an open file; `false` with `errno` set if it can't.
  static func writeWhole(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
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
