import Foundation

/// Why a file gives no text.
public enum ReadingError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case notAFile(path: String)
  case empty(path: String)
  case binary(path: String, offset: Int)
  case undecodable(path: String, encoding: TextEncoding, offset: Int)
  case tooDeep(path: String)
  case damagedDocument(path: String, reason: String)
  case needsProgram(path: String, program: String, package: String)
  case noText(path: String)
  case foreign(path: String, format: ForeignFormat)
  case tooLong(path: String)
  case stopped(path: String, program: String, reason: String)

  /// Where, what, and what to do.
  public var description: String {
    switch self {
    case .tooDeep(let path): "\(path): 网页嵌套过深或过大，无法读取；请在浏览器中打开后另存为文本 (too deep or too large)"
    case .damagedDocument(let path, let reason): "\(path): \(reason)；请重新下载，或另存为文本 (damaged document)"
    case .needsProgram(let path, let program, let package):
      "\(path): 读这种文件需要 \(program)；请安装：apt-get install \(package) (needs \(package))"
    case .noText(let path): "\(path): 文件里没有文字，可能是扫描件；请先做文字识别 (no text layer)"
    case .foreign(let path, let format):
      "\(path): 这是\(format.advice.name)，不能直接读；\(format.advice.remedy) (\(format.advice.english))"
    case .tooLong(let path):
      "\(path): 文字超过 \(SourceText.longest / 1_000_000) MB，无法保存；请拆成几个文件再读 (text too long)"
    case .stopped(let path, let program, let reason):
      "\(path): \(program) \(reason)，已中止；请先自行转成文本 (\(program) stopped)"
    case .unreadable(let path, let reason): "\(path): 打不开：\(reason)；请检查权限 (cannot open)"
    case .notAFile(let path): "\(path): 不是普通文件，没有读；请换成文件，或经标准输入 “-” 读入 (not a regular file)"
    case .empty(let path): "\(path): 文件是空的，请重新下载 (empty file)"
    case .binary(let path, let offset):
      "\(path): 第 \(offset) 字节处是二进制数据，不是文本；请另存为 UTF-8 文本 (binary data)"
    case .undecodable(let path, let encoding, let offset):
      "\(path): 第 \(offset) 字节处不是有效的 \(encoding.rawValue)；请用 --encoding 指明编码，编码混杂的文件请先统一 (invalid \(encoding.rawValue))"
    }
  }
}

extension SourceText {
  /// The most bytes that a text may have: a database takes rows of up to 1,000,000,000 bytes, and a document's holds its text.
  static let longest = 900_000_000

  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: `ReadingError.unreadable`, `.tooLong`.
  public static func bytes(ofFile path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachBlock(ofFile: path) { block, size in
      // Told before it fills the memory.
      guard max(size, bytes.count) <= longest else { throw ReadingError.tooLong(path: path) }
      if bytes.isEmpty { bytes.reserveCapacity(size) }
      bytes.append(contentsOf: block)
    }
    return bytes
  }

  /// Decodes the bytes of a file; `path` stands in messages. A few unreadable bytes are read as U+FFFD and told of in
  /// `damage`; where there are more, the file is no text in its encoding.
  ///
  /// A Word file and a PDF give the text taken out of them; places are those of that text.
  ///
  /// - Parameter encoding: the encoding of a text or page, if it isn't to be found from the bytes.
  /// - Throws: `ReadingError`.
  public init(bytes: [UInt8], path: String, encoding: TextEncoding? = nil) throws {
    self = try DocumentFormats.format(of: bytes.span).read(bytes, path: path, encoding: encoding)
  }

  /// Decodes a text or a page.
  init(text bytes: [UInt8], path: String, encoding: TextEncoding?) throws {
    let encoding = encoding ?? .detected(in: bytes.span)
    var check = TextCheck(encoding)
    var text: [UInt8]
    if encoding == .utf8 {
      let mark = encoding.markLength(bytes.span)
      let cleaned = check.cleaned(bytes.span.extracting(mark..<bytes.count), at: mark)
      text = cleaned ?? (mark == 0 ? bytes : Array(bytes[mark...]))
    } else {
      let decoder = try TextDecoder(encoding, path: path)
      var decoded: [UInt8] = []
      decoded.reserveCapacity(bytes.count * 3 / 2)
      bytes.withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &decoded) }
      check.addPlain(decoded.span)
      check.addDamage(of: decoder)
      text = decoded
    }
    guard text.count <= Self.longest else { throw ReadingError.tooLong(path: path) }
    let damage = try check.finish(path: path)
    text.endLines(from: 0)
    let layout = try Self.layout(of: text, path: path)
    self.init(
      source: text, encoding: encoding, damage: damage, layout: layout,
      omissions: layout.map { $0.omitted > 0 ? [.hiddenText(count: $0.omitted)] : [] } ?? [])
  }

  /// The layout of a decoded text, if it has one.
  private static func layout(of text: [UInt8], path: String) throws(ReadingError) -> TextLayout? {
    guard HTMLFormat.opens(text.span) else { return PlainTextLayout.layout(of: text) }
    guard var layout = HTMLReader.layout(of: text) else { throw .tooDeep(path: path) }
    layout.resolveTables(of: text)
    return layout
  }

  /// Calls `body` with each line of a plain text file as it is to be read (a very long one in pieces), and keeps none of
  /// them, so that the memory it takes doesn't grow with the file. Of a text with tables or paragraphs that were cut into
  /// lines `laidOut` gets part after part, of any other file the text at once.
  ///
  /// What is wrong with a file may show only at its end, after lines before it were handed out. `footnotes` is told how
  /// many marks of footnotes were taken out of lines.
  ///
  /// - Parameter encoding: the encoding, if it isn't to be found from the beginning of the file.
  /// - Returns: the unreadable bytes that were read as U+FFFD, if there are any.
  /// - Throws: `ReadingError`.
  public static func forEachLine(
    ofFile path: String, encoding: TextEncoding? = nil, _ body: (Span<UInt8>) -> Void,
    laidOut: (SourceText) -> Void = { _ in }, footnotes: (Int) -> Void = { _ in }
  ) throws -> Damage? {
    var lines = FileLines(path: path, encoding: encoding)
    try forEachBlock(ofFile: path) { block, size in
      try lines.take(block, size: size, body, laidOut: laidOut, footnotes: footnotes)
    }
    return try lines.finish(body, laidOut: laidOut, footnotes: footnotes)
  }

  /// Calls `body` with a file's bytes block by block, and with the size of the file where it is known.
  private static func forEachBlock(
    ofFile path: String, _ body: (UnsafeBufferPointer<UInt8>, _ size: Int) throws -> Void
  ) throws {
    let unreadable = { ReadingError.unreadable(path: path, reason: String(cString: strerror(errno))) }
    // A pipe that nobody writes to would be waited for.
    let file = path == "-" ? STDIN_FILENO : DocumentPath.withFileName(path) { open($0, O_RDONLY | O_NONBLOCK) }
    guard file >= 0 else { throw unreadable() }
    defer { if path != "-" { close(file) } }
    var status = stat()
    let size = fstat(file, &status) == 0 ? Int(status.st_size) : 0
    if path != "-", status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
      throw ReadingError.notAFile(path: path)
    }
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
      try body(UnsafeBufferPointer(rebasing: block[..<count]), size)
    }
  }
}

/// Bytes of a file that are no text and were read as U+FFFD.
public struct Damage: Sendable, Equatable {
  /// The encoding that the file was read in.
  public let encoding: TextEncoding
  /// How many stretches of such bytes there are.
  public let count: Int
  /// The offset of the first in the file.
  public let offset: Int

  /// Damage at a number of places.
  public init(count: Int, offset: Int, encoding: TextEncoding = .utf8) {
    self.encoding = encoding
    self.count = count
    self.offset = offset
  }

  /// Where, what, and what to do.
  public func message(path: String) -> String {
    "\(path): 第 \(offset) 字节起有 \(count) 处不是有效的 \(encoding.rawValue)，读作“\u{FFFD}”，其余照读；请核对原文件 (unreadable bytes)"
  }
}

/// What keeps bytes from being text, found piece by piece.
struct TextCheck {
  let encoding: TextEncoding
  private var hasText = false
  private var byteCount = 0
  private var damaged = 0
  private var firstZero: Int?
  private var firstInvalid: Int?

  /// One damaged place in so many bytes is an accident; more are another encoding, or no text.
  private static let bytesPerAccident = 1000
  /// So many damaged places are not looked at one by one any more.
  private static let most = 1 << 16

  /// A check of text that is UTF-8, or was another encoding before.
  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Takes into account what a decoder found; it tells the places in the file.
  mutating func addDamage(of decoder: TextDecoder) {
    damaged += decoder.damaged
    firstZero = decoder.firstZero
    firstInvalid = decoder.firstInvalid
  }

  /// Takes a piece into account that is known to be valid.
  mutating func addPlain(_ text: Span<UInt8>) {
    byteCount += text.count
    if !hasText { hasText = text.withUnsafeBufferPointer { $0.contains { $0 > 0x20 } } }
  }

  /// The piece at `offset` of the file with U+FFFD in place of what is no text, or `nil` if all of it is. No character
  /// may be cut by the ends of the piece.
  mutating func cleaned(_ text: Span<UInt8>, at offset: Int) -> [UInt8]? {
    addPlain(text)
    var copy: [UInt8] = []
    var at = 0
    var zero = text.offset(of: 0, from: 0)
    var invalid = Self.firstInvalid(in: text, from: 0)
    while zero != nil || invalid != nil, damaged < Self.most {
      let place: Range<Int>
      if let found = zero, found < invalid?.lowerBound ?? text.count {
        place = found..<found + 1
        firstZero = firstZero ?? found + offset
        zero = text.offset(of: 0, from: found + 1)
      } else if let found = invalid {
        place = found
        firstInvalid = firstInvalid ?? found.lowerBound + offset
        invalid = Self.firstInvalid(in: text, from: found.upperBound)
      } else {
        break
      }
      text.extracting(at..<place.lowerBound).withUnsafeBufferPointer { copy.append(contentsOf: $0) }
      copy += [0xEF, 0xBF, 0xBD]
      at = place.upperBound
      damaged += 1
    }
    guard at > 0 else { return nil }
    text.extracting(at..<text.count).withUnsafeBufferPointer { copy.append(contentsOf: $0) }
    return copy
  }

  private static func firstInvalid(in text: Span<UInt8>, from place: Int) -> Range<Int>? {
    let start = text.firstUncommon(from: place)
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text.extracting(start..<text.count))
      return nil
    } catch {
      return error.byteOffsets.lowerBound + start..<error.byteOffsets.upperBound + start
    }
  }

  /// What was damaged. Throws where nothing is to be read: blanks alone are an empty file, and binary data are no text in
  /// another encoding.
  func finish(path: String) throws(ReadingError) -> Damage? {
    guard hasText else { throw .empty(path: path) }
    guard damaged > 0 else { return nil }
    guard damaged < Self.most, damaged * Self.bytesPerAccident <= byteCount else {
      if let firstZero { throw .binary(path: path, offset: firstZero) }
      throw .undecodable(path: path, encoding: encoding, offset: firstInvalid ?? 0)
    }
    return Damage(count: damaged, offset: min(firstZero ?? .max, firstInvalid ?? .max), encoding: encoding)
  }
}

extension [UInt8] {
  /// Makes line ends of returns that stand alone, as old programs wrote them; one at the very end can be half of a line
  /// end yet.
  mutating func endLines(from start: Int) {
    var at = start
    while let found = span.offset(of: 0x0D, from: at), found + 1 < count {
      if self[found + 1] != 0x0A { self[found] = 0x0A }
      at = found + 1
    }
  }
}

extension Span<UInt8> {
  /// Calls `body` with the pieces of a line, which are one if it isn't very long.
  func forEachPiece(of line: Range<Int>, _ body: (Range<Int>) throws -> Void) rethrows {
    var start = line.lowerBound
    while line.upperBound - start > ReadingLine.longestPiece {
      let end = pieceEnd(from: start)
      try body(start..<end)
      start = end
    }
    try body(start..<line.upperBound)
  }

  /// Where a piece of a very long line ends: behind a sentence, or where there is none, behind a character.
  func pieceEnd(from start: Int) -> Int {
    let limit = start + ReadingLine.longestPiece
    var end = limit
    // 。 is E3 80 82.
    while end > start + 3 {
      if self[end - 1] == 0x82, self[end - 2] == 0x80, self[end - 3] == 0xE3 { return end }
      end -= 1
    }
    end = limit
    while end > limit - 4, end < count, self[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// The offset of the first character that is neither ASCII nor one of two or three bytes in good order; where only few
  /// bytes are left, theirs.
  fileprivate func firstUncommon(from start: Int) -> Int {
    var at = start
    while count - at >= 4 {
      // Inside by the line above.
      let bytes = UInt32(littleEndian: self.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self))
      let lead = bytes & 0xFF
      if bytes & 0x00C0_C0F0 == 0x0080_80E0, lead != 0xE0, lead != 0xED {
        // No overlong form and no surrogate begins so.
        at += 3
      } else if lead < 0x80 {
        at += 1
      } else if bytes & 0xC0E0 == 0x80C0, lead >= 0xC2 {
        at += 2
      } else {
        break
      }
    }
    return at
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
