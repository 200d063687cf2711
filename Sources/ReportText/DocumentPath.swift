import Foundation

/// Paths by which documents are known.
///
/// A path is the name of a file in the file system, which may be any bytes, as text: `\xNN` stands for a byte that is no UTF-8
/// (a name in GBK), and for one of a character that Unicode holds for equal to another, since texts that are equal by Unicode
/// are one path to Swift and may be two files. So each file has one path, each path one file, and a path can be shown, stored
/// and given on the command line.
public enum DocumentPath {
  /// One spelling for a file however it is named: without `.`, `..` and symbolic links, and from the working folder on if it
  /// lies in that. What doesn't exist any longer is named as when it did, and `-` is standard input.
  public static func canonical(_ path: String) -> String {
    guard path != "-" else { return path }
    let folder = realPath(of: ".") ?? FileManager.default.currentDirectoryPath
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

  /// The path of a file in a folder.
  public static func joined(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that a path names a file in, and the file's name there.
  public static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let name = String(path[path.index(after: slash)...])
    return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
  }

  /// The real path of as much of an absolute path as exists, and the rest of it as it is written.
  private static func resolved(_ path: String) -> String {
    if let real = realPath(of: path) { return real }
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return "/" }
    let folder = resolved("/" + parts.dropLast().joined(separator: "/"))
    switch last {
    case ".": return folder
    case "..": return "/" + folder.split(separator: "/").dropLast().joined(separator: "/")
    default: return (folder == "/" ? "" : folder) + "/" + spelling(of: bytes(of: String(last)))
    }
  }

  private static func realPath(of path: String) -> String? {
    withFileName(path) { name in
      guard let real = realpath(name, nil) else { return nil }
      defer { free(real) }
      return spelling(ofCString: real)
    }
  }

  // MARK: - In the file system

  /// Whether a path is the very name of its file, so that libraries which take names as text can open it.
  public static func isName(_ path: String) -> Bool { bytes(of: path).elementsEqual(path.utf8) }

  /// Calls `body` with the name that the file of a path has in the file system.
  public static func withFileName<T>(_ path: String, _ body: (UnsafePointer<CChar>) throws -> T) rethrows -> T {
    guard path.utf8.contains(UInt8(ascii: "\\")) else { return try path.withCString(body) }
    return try (bytes(of: path) + [0]).withUnsafeBytes { try body($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
  }

  /// What a path leads to, links followed; `nil` if there is nothing.
  public static func status(of path: String) -> stat? {
    var status = stat()
    return withFileName(path) { stat($0, &status) } == 0 ? status : nil
  }

  /// Whether there is something at a path; `-` is standard input, which always is.
  public static func exists(_ path: String) -> Bool { path == "-" || status(of: path) != nil }

  /// What a link leads to, as it is written in it; `nil` if the path is no link.
  public static func target(ofLink path: String) -> String? {
    withFileName(path) { name in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
        let count = readlink(name, buffer.baseAddress!, Int(PATH_MAX))
        guard count >= 0 else { return nil }
        buffer[count] = 0
        return spelling(ofCString: buffer.baseAddress!)
      }
    }
  }

  /// The names of what stands in a folder, in no order; `nil` with `errno` set if it can't be opened.
  public static func names(in folder: String) -> [String]? {
    guard let stream = withFileName(folder, { opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { spelling(ofCString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  // MARK: - Spelling

  /// The bytes that a path stands for.
  static func bytes(of path: String) -> [UInt8] {
    let text = Array(path.utf8)
    var bytes: [UInt8] = []
    var place = 0
    while place < text.count {
      if let byte = escaped(text, at: place) {
        bytes.append(byte)
        place += 4
      } else {
        bytes.append(text[place])
        place += 1
      }
    }
    return bytes
  }

  /// The byte that `\xNN` at a place stands for. None below 80 is ever written so but the backslash of a name that holds `\x`.
  private static func escaped(_ text: [UInt8], at place: Int) -> UInt8? {
    guard place + 3 < text.count, text[place] == UInt8(ascii: "\\"), text[place + 1] == UInt8(ascii: "x"),
      let high = digits.firstIndex(of: text[place + 2]), let low = digits.firstIndex(of: text[place + 3])
    else { return nil }
    let byte = UInt8(high << 4 | low)
    return byte >= 0x80 || byte == UInt8(ascii: "\\") ? byte : nil
  }

  /// The path that stands for the name of a file.
  static func spelling(of name: [UInt8]) -> String {
    if let text = String(validating: name, as: UTF8.self), isPlain(text) { return text }
    return text(of: name) { text in
      isPlain(text)
        ? text
        : withBackslashes(text).map { character in
          let whole = String(character)
          return isComposed(whole)
            ? whole : whole.utf8.map { $0 < 0x80 ? String(UnicodeScalar($0)) : escape($0) }.joined()
        }.joined()
    }
  }

  /// The text with each backslash before an `x` written as an escape.
  private static func withBackslashes(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let spelled = bytes.enumerated().flatMap { place, byte in
      isBackslash(bytes, at: place) ? Array(escape(byte).utf8) : [byte]
    }
    return String(decoding: spelled, as: UTF8.self)
  }

  /// Whether what stands at a place looks like the beginning of an escape.
  private static func isBackslash(_ bytes: [UInt8], at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "\\") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "x")
  }

  /// What was given on the command line, as text: it may be a path as it is shown, so that only what is no UTF-8 is spelled.
  public static func argument(_ argument: UnsafePointer<CChar>) -> String {
    text(of: Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))) { $0 }
  }

  private static func spelling(ofCString name: UnsafePointer<CChar>) -> String {
    spelling(of: Array(UnsafeRawBufferPointer(start: name, count: strlen(name))))
  }

  /// Whether no other text is equal by Unicode and no backslash is taken for that of an escape.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return !bytes.indices.contains { isBackslash(bytes, at: $0) } && isComposed(text)
  }

  /// Whether the text is the one that Unicode has for all texts that are equal to it.
  private static func isComposed(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } || text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8)
  }

  /// Bytes as text: what is UTF-8 as `spelled` has it, other bytes as escapes.
  private static func text(of bytes: [UInt8], _ spelled: (String) -> String) -> String {
    var text = ""
    var valid: [UInt8] = []
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    func endValid() {
      text += spelled(String(decoding: valid, as: UTF8.self))
      valid = []
    }
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar):
        valid += scalar
        place += scalar.count
      case .error(let length):
        endValid()
        text += bytes[place..<place + length].map(escape).joined()
        place += length
      case .emptyInput:
        endValid()
        return text
      }
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func escape(_ byte: UInt8) -> String {
    "\\x" + String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
  }
}
