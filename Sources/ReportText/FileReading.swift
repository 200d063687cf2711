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
  /// The bytes of a file.
  ///
  /// - Throws: `ReadingError.unreadable`.
  public static func bytes(ofFile path: String) throws -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw ReadingError.unreadable(path: path, reason: (error as NSError).localizedDescription)
    }
  }

  /// Decodes the bytes of a file; `path` stands in messages.
  ///
  /// - Throws: `ReadingError`.
  public init(bytes: [UInt8], path: String) throws {
    var bytes = bytes
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.removeFirst(mark)
    guard bytes.contains(where: { $0 > 0x20 }) else { throw ReadingError.empty(path: path) }
    if let offset = bytes.firstIndex(of: 0) { throw ReadingError.binary(path: path, offset: offset + mark) }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw ReadingError.invalidUTF8(path: path, offset: error.byteOffsets.lowerBound + mark)
    }
    self.init(source: bytes)
  }
}
