import Foundation

/// Paths by which documents are known.
public enum DocumentPath {
  /// One spelling for a file however it is named: without `.`, `..` and symbolic links, and from the working folder on if it
  /// lies in that. What doesn't exist any longer is named as when it did, and `-` is standard input.
  public static func canonical(_ path: String) -> String {
    guard path != "-" else { return path }
    var folder = FileManager.default.currentDirectoryPath
    if let real = realpath(of: folder) { folder = real }
    let absolute = resolved(path.hasPrefix("/") ? path : folder + "/" + path)
    if absolute == folder { return "." }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return absolute.hasPrefix(prefix) ? String(absolute.dropFirst(prefix.count)) : absolute
  }

  /// Whether a path lies in a folder or is it, both in their canonical spelling.
  public static func lies(_ path: String, in folder: String) -> Bool {
    if path == folder { return true }
    return folder == "." ? !path.hasPrefix("/") : path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// The real path of as much of an absolute path as exists, and the rest of it as it is written.
  private static func resolved(_ path: String) -> String {
    if let real = realpath(of: path) { return real }
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return "/" }
    let folder = resolved("/" + parts.dropLast().joined(separator: "/"))
    switch last {
    case ".": return folder
    case "..": return "/" + folder.split(separator: "/").dropLast().joined(separator: "/")
    default: return (folder == "/" ? "" : folder) + "/" + last
    }
  }

  private static func realpath(of path: String) -> String? {
    guard let real = Foundation.realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
