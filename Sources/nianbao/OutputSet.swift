import Foundation
import ReportText
import Tables

/// Outputs that belong together: all are written whole beside their places before the first takes its place, so that a full
/// disk, a file that must be kept or a run that is killed leaves the outputs of before. Between the steps by which they then
/// take their places nothing can fail for want of room.
final class OutputSet {
  private let force: Bool
  private var stagings: [String: StagingFolder] = [:]
  private var staged: [(file: String, destination: Destination)] = []
  private var direct: [(bytes: [UInt8], destination: Destination)] = []
  private var outdated: [String] = []
  private var count = 0

  /// - Parameter force: whether files that the program didn't write may be replaced.
  init(force: Bool) { self.force = force }

  /// Adds an output; ends the program with status 3 if it can't be written.
  func add(_ bytes: [UInt8], to path: String) throws {
    let destination = try Destination(path, force: force)
    switch destination.way {
    case .standardOutput, .inPlace: direct.append((bytes, destination))
    case .replacing:
      let (file, descriptor) = try open(destination)
      defer { close(descriptor) }
      // What is on the disk, with its room, can't fail later.
      guard bytes.withUnsafeBytes({ Console.writeWhole($0, to: descriptor) }), fsync(descriptor) == 0 else {
        throw destination.failure()
      }
      staged.append((file, destination))
    }
  }

  /// An empty file beside its destination, for one who writes it and puts it in its place.
  func place(for destination: Destination) throws -> String {
    let (file, descriptor) = try open(destination)
    close(descriptor)
    return file
  }

  /// Makes an empty file beside its destination, with the mode and the owner of what stands there.
  private func open(_ destination: Destination) throws -> (file: String, descriptor: Int32) {
    let folder = DocumentPath.parts(of: destination.path).folder
    guard let staging = stagings[folder] ?? StagingFolder(in: folder) else { throw destination.failure() }
    stagings[folder] = staging
    count += 1
    let file = staging.file("\(count)")
    let descriptor = DocumentPath.withFileName(file) { Foundation.open($0, O_WRONLY | O_CREAT | O_EXCL, 0o666) }
    guard descriptor >= 0 else { throw destination.failure() }
    if let old = DocumentPath.status(of: destination.path) {
      // Where the owner can't be kept, `Destination` has the file written in place.
      fchown(descriptor, old.st_uid, old.st_gid)
      fchmod(descriptor, old.st_mode & 0o7777)
    }
    return (file, descriptor)
  }

  /// Adds the audit page. Pages of an earlier run that had more of them would show what is no more.
  func add(_ pages: AuditPages, in folder: String) throws {
    for (place, name) in pages.names.enumerated() {
      try add(pages.html(place), to: DocumentPath.joined(folder, name))
    }
    for part in pages.names.count... {
      let path = DocumentPath.joined(folder, AuditPages.name(pages.names[0], part: part))
      guard OwnOutput(file: path) == .result else { break }
      outdated.append(path)
    }
  }

  /// Puts all outputs in their places, in the order in which they were added, after `first` has put one in its place.
  func commit(first: () throws -> Void = {}) throws {
    for (bytes, destination) in direct {
      if case .standardOutput = destination.way {
        try Console.write(bytes)
      } else {
        try destination.write(inPlace: bytes)
      }
    }
    try first()
    for (file, destination) in staged {
      let status = DocumentPath.withFileName(file) { old in
        DocumentPath.withFileName(destination.path) { new in rename(old, new) }
      }
      guard status == 0 else { throw destination.failure() }
    }
    for path in outdated { _ = DocumentPath.withFileName(path) { unlink($0) } }
    for folder in stagings.keys { Self.synchronize(folder) }
    stagings = [:]
  }

  private static func synchronize(_ folder: String) {
    let descriptor = DocumentPath.withFileName(folder) { Foundation.open($0, O_RDONLY | O_DIRECTORY) }
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
