import Foundation
import ReportText

/// A hidden folder beside outputs, in which they are written whole before they take their places. It is on the same disk as
/// these, so that to put one in its place is one step.
///
/// It is locked as long as the program runs, so that the folder of a run that was killed is known by nobody's holding it; the
/// next run that writes beside it takes it away.
final class StagingFolder {
  let path: String
  private let lock: Int32

  private static let prefix = ".nianbao-"
  private static let pattern = prefix + "XXXXXX"
  /// A file by which the program knows what it made. Without it a folder of this name is somebody else's.
  private static let mark = "nianbao-staging"

  /// Makes one in a folder, after what killed runs left there is taken away; `nil` with `errno` set if it can't.
  init?(in folder: String) {
    Self.sweep(folder)
    guard let (path, lock) = Self.make(in: folder) else { return nil }
    (self.path, self.lock) = (path, lock)
    let mark = DocumentPath.withFileName(file(Self.mark)) { open($0, O_WRONLY | O_CREAT | O_EXCL, 0o600) }
    guard mark >= 0 else { return nil }
    close(mark)
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { DocumentPath.joined(path, name) }

  /// Takes the folder away with what is left in it.
  deinit {
    Self.remove(path)
    close(lock)
  }

  private static func make(in folder: String) -> (path: String, lock: Int32)? {
    while true {
      let template = DocumentPath.joined(folder, pattern)
      let made = DocumentPath.withFileName(template) { name -> String? in
        guard let copy = strdup(name) else { return nil }
        defer { free(copy) }
        guard mkdtemp(copy) != nil else { return nil }
        return DocumentPath.joined(folder, String(String(cString: copy).suffix(pattern.count)))
      }
      guard let made else { return nil }
      let lock = DocumentPath.withFileName(made) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
      var status = stat()
      // Between the two steps another run can have taken it for one that was left.
      if lock >= 0 {
        flock(lock, LOCK_EX)
        if fstat(lock, &status) == 0, status.st_nlink > 0 { return (made, lock) }
        close(lock)
      } else if errno != ENOENT {
        return nil
      }
    }
  }

  /// Takes away what killed runs left in a folder.
  private static func sweep(_ folder: String) {
    for name in DocumentPath.names(in: folder) ?? []
    where name.hasPrefix(prefix) && name.utf8.count == pattern.utf8.count {
      let path = DocumentPath.joined(folder, name)
      let lock = DocumentPath.withFileName(path) { open($0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(path) }
      close(lock)
    }
  }

  /// Removes a folder that the program made. Its mark goes last, so that what is killed here is known again; a folder of
  /// somebody else's is only removed if it is empty.
  private static func remove(_ path: String) {
    let names = DocumentPath.names(in: path) ?? []
    if names.contains(mark) {
      for name in names.filter({ $0 != mark }) + [mark] {
        _ = DocumentPath.withFileName(DocumentPath.joined(path, name)) { unlink($0) }
      }
    }
    _ = DocumentPath.withFileName(path) { rmdir($0) }
  }
}
