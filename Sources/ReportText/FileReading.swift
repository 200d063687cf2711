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
    var check = TextCheck()
    let mark = check.add(bytes.span)
    try check.finish(path: path)
    self.init(source: mark == 0 ? bytes : Array(bytes[mark...]))
  }

  /// Calls `body` with the text to read of a file, a stretch of whole lines at a time, and keeps none of it: the
  /// memory it takes is that of the longest line, however long the file is.
  ///
  /// What is wrong with a file may show only at its end, after stretches before it were handed out.
  ///
  /// - Throws: `ReadingError`.
  public static func forEachStretch(ofFile path: String, _ body: (Span<UInt8>) -> Void) throws {
    let repairer = TextRepairer()
    var check = TextCheck()
    var pending: [UInt8] = []
    func hand(over count: Int) {
      let stretch = pending.span.extracting(first: count)
      let mark = check.add(stretch)
      guard check.isText else { return }
      let source = stretch.extracting(droppingFirst: mark)
      if let repaired = repairer.repair(source) { body(repaired.text.span) } else { body(source) }
    }
    try forEachBlock(ofFile: path) { block, _ in
      pending.append(contentsOf: block)
      guard let lineEnd = block.lastIndex(of: 0x0A) else { return }
      let count = pending.count - (block.count - lineEnd - 1)
      hand(over: count)
      pending.removeFirst(count)
    }
    hand(over: pending.count)
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

/// What keeps bytes from being text, found stretch by stretch; a stretch ends behind a line or with the file.
private struct TextCheck {
  private var length = 0
  private var hasText = false
  private var zero: Int?
  private var invalid: Int?

  /// Whether nothing stands against the stretches so far.
  var isText: Bool { zero == nil && invalid == nil }

  /// Looks at the next stretch; returns the length of the byte order mark at its start.
  mutating func add(_ stretch: Span<UInt8>) -> Int {
    let hasMark = length == 0 && stretch.count >= 3 && stretch[0] == 0xEF && stretch[1] == 0xBB && stretch[2] == 0xBF
    let mark = hasMark ? 3 : 0
    let text = stretch.extracting(droppingFirst: mark)
    let offset = length + mark
    length += stretch.count
    if !hasText { hasText = text.withUnsafeBufferPointer { $0.contains { $0 > 0x20 } } }
    if zero == nil { zero = text.offset(of: 0, from: 0).map { $0 + offset } }
    if invalid == nil {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: text)
      } catch {
        invalid = error.byteOffsets.lowerBound + offset
      }
    }
    return mark
  }

  /// Throws what was found. Blanks alone are an empty file, and binary data are no text in another encoding.
  func finish(path: String) throws(ReadingError) {
    guard hasText else { throw .empty(path: path) }
    if let zero { throw .binary(path: path, offset: zero) }
    if let invalid { throw .invalidUTF8(path: path, offset: invalid) }
  }
}

extension Span<UInt8> {
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
