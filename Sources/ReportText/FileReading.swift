import Foundation

/// Why a file gives no text.
public enum ReadingError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case empty(path: String)
  case binary(path: String, offset: Int)
  case invalidUTF8(path: String, offset: Int)

  /// Where, what, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): 打不开：\(reason)；请检查权限 (cannot open)"
    case .empty(let path): "\(path): 文件是空的，请重新下载 (empty file)"
    case .binary(let path, let offset):
      "\(path): 第 \(offset) 字节处是二进制数据，不是文本；请另存为 UTF-8 文本 (binary data)"
    case .invalidUTF8(let path, let offset):
      "\(path): 第 \(offset) 字节处不是有效的 UTF-8；请转换编码，如 iconv -f GB18030 -t UTF-8 (invalid UTF-8)"
    }
  }
}

extension SourceText {
  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: `ReadingError.unreadable`.
  public static func bytes(ofFile path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachBlock(ofFile: path) { block, size in
      if bytes.isEmpty { bytes.reserveCapacity(size) }
      bytes.append(contentsOf: block)
    }
    return bytes
  }

  /// Decodes the bytes of a file; `path` stands in messages.
  ///
  /// - Throws: `ReadingError`.
  public init(bytes: [UInt8], path: String) throws {
    let mark = bytes.span.markLength
    var check = TextCheck()
    check.add(bytes.span.extracting(mark..<bytes.count), at: mark)
    try check.finish(path: path)
    self.init(source: mark == 0 ? bytes : Array(bytes[mark...]))
  }

  /// Calls `body` with each line of a file as it is to be read, and keeps none of them: the memory it takes is that of
  /// the longest line, however long the file is.
  ///
  /// What is wrong with a file may show only at its end, after lines before it were handed out.
  ///
  /// - Throws: `ReadingError`.
  public static func forEachLine(ofFile path: String, _ body: (Span<UInt8>) -> Void) throws {
    let repairer = TextRepairer()
    var check = TextCheck()
    var pending: [UInt8] = []
    var offset = 0
    func hand(over range: Range<Int>) {
      let mark = offset == 0 && range.lowerBound == 0 ? pending.span.markLength : 0
      let line = pending.span.extracting(range.lowerBound + mark..<range.upperBound)
      let isPlain = repairer.isPlain(line)
      check.add(line, at: offset + range.lowerBound + mark, isPlain: isPlain)
      guard check.isText else { return }
      if !isPlain, let repaired = repairer.repair(line) { body(repaired.text.span) } else { body(line) }
    }
    try forEachBlock(ofFile: path) { block, _ in
      pending.append(contentsOf: block)
      // A line of many blocks is searched once.
      guard block.contains(0x0A) else { return }
      var start = 0
      while let end = pending.span.offset(of: 0x0A, from: start) {
        hand(over: start..<end)
        start = end + 1
      }
      pending.removeFirst(start)
      offset += start
    }
    if !pending.isEmpty { hand(over: 0..<pending.count) }
    try check.finish(path: path)
  }

  /// Calls `body` with a file's bytes block by block, and with the size of the file where it is known.
  private static func forEachBlock(
    ofFile path: String, _ body: (UnsafeBufferPointer<UInt8>, _ size: Int) -> Void
  ) throws {
    let unreadable = { ReadingError.unreadable(path: path, reason: String(cString: strerror(errno))) }
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
    guard file >= 0 else { throw unreadable() }
    defer { if path != "-" { close(file) } }
    var status = stat()
    let size = fstat(file, &status) == 0 ? Int(status.st_size) : 0
    // A block that stays in the second cache together with what is read from it.
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { block.deallocate() }
    while true {
      let count = read(file, block.baseAddress, block.count)
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw unreadable()
      }
      if count == 0 { return }
      body(UnsafeBufferPointer(rebasing: block[..<count]), size)
    }
  }
}

/// What keeps bytes from being text, found piece by piece.
private struct TextCheck {
  private var hasText = false
  private var zero: Int?
  private var invalid: Int?

  /// Whether nothing stands against the pieces so far.
  var isText: Bool { zero == nil && invalid == nil }

  /// Looks at the piece at `offset` of the file, which is a whole line or more. Nothing can stand against a plain one.
  mutating func add(_ text: Span<UInt8>, at offset: Int, isPlain: Bool = false) {
    if !hasText { hasText = text.withUnsafeBufferPointer { $0.contains { $0 > 0x20 } } }
    if isPlain { return }
    if zero == nil { zero = text.offset(of: 0, from: 0).map { $0 + offset } }
    if invalid == nil {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: text)
      } catch {
        invalid = error.byteOffsets.lowerBound + offset
      }
    }
  }

  /// Throws what was found. Blanks alone are an empty file, and binary data are no text in another encoding.
  func finish(path: String) throws(ReadingError) {
    guard hasText else { throw .empty(path: path) }
    if let zero { throw .binary(path: path, offset: zero) }
    if let invalid { throw .invalidUTF8(path: path, offset: invalid) }
  }
}

extension Span<UInt8> {
  /// The length of the byte order mark at the start.
  fileprivate var markLength: Int {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0
  }

  /// The offset of the first `byte` at or behind `start`.
  public func offset(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      // The library's search looks at many bytes at once.
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, CInt(byte), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
