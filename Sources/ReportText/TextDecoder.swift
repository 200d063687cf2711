import Foundation

/// Turns text of another encoding into UTF-8, block by block, by the system's `iconv`.
final class TextDecoder {
  /// How many places were no text in the encoding and became U+FFFD.
  private(set) var damaged = 0
  /// The offset in the file of the first such place that is a zero byte or pair.
  private(set) var firstZero: Int?
  /// The offset in the file of the first other such place.
  private(set) var firstInvalid: Int?

  private let encoding: TextEncoding
  private let converter: iconv_t
  /// The start of a character that the end of a block cut.
  private var rest: [UInt8] = []
  /// Where `rest` lies in the file.
  private var offset = 0

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// A decoder of the file at `path`.
  ///
  /// - Throws: `ReadingError.unreadable` where the system's `iconv` lacks the encoding: some systems have most of them in a package
  ///   of their own.
  init(_ encoding: TextEncoding, path: String) throws(ReadingError) {
    self.encoding = encoding
    // Characters that are written in Hong Kong only don't hurt elsewhere.
    let converter = iconv_open("UTF-8", encoding == .big5 ? "BIG5-HKSCS" : encoding.rawValue)
    guard let converter, converter != iconv_t(bitPattern: -1) else {
      throw .unreadable(path: path, reason: "系统的 iconv 不能读 \(encoding.rawValue)")
    }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  /// Adds the text of the next block.
  ///
  /// - Parameter isLast: whether the file ends behind it, so that no character may be cut.
  func decode(_ block: UnsafeBufferPointer<UInt8>, isLast: Bool, into text: inout [UInt8]) {
    var bytes = rest
    bytes.append(contentsOf: block)
    var at = offset == 0 ? encoding.markLength(bytes.span) : 0
    while at < bytes.count {
      let zero = zero(in: bytes.span, from: at)
      at = convert(bytes, at..<(zero ?? bytes.count), isWhole: zero != nil || isLast, into: &text)
      guard let zero, at == zero else { break }
      firstZero = firstZero ?? offset + zero
      damaged += 1
      text += Self.replacement
      at += encoding.unitLength
    }
    rest = Array(bytes[min(at, bytes.count)...])
    offset += min(at, bytes.count)
  }

  /// Converts a range without zeros and returns where a character begins that goes on behind it.
  private func convert(_ bytes: [UInt8], _ range: Range<Int>, isWhole: Bool, into text: inout [UInt8]) -> Int {
    var at = range.lowerBound
    // A character of two bytes takes three, of four at most four.
    var buffer = [UInt8](repeating: 0, count: max(64, range.count * 3 / 2 + 16))
    while at < range.upperBound {
      let (read, written, problem) = step(bytes, at..<range.upperBound, &buffer)
      text += buffer[..<written]
      at += read
      switch problem {
      case E2BIG, 0: continue
      case EINVAL where !isWhole: return at
      default:
        firstInvalid = firstInvalid ?? offset + at
        damaged += 1
        text += Self.replacement
        at = min(at + encoding.unitLength, range.upperBound)
      }
    }
    return at
  }

  private func step(_ bytes: [UInt8], _ range: Range<Int>, _ buffer: inout [UInt8]) -> (Int, Int, CInt) {
    bytes.withUnsafeBytes { source in
      buffer.withUnsafeMutableBytes { target in
        // iconv declares its input mutable and doesn't write to it.
        let start = UnsafeMutableRawPointer(mutating: source.baseAddress! + range.lowerBound)
        var input: UnsafeMutablePointer<CChar>? = start.assumingMemoryBound(to: CChar.self)
        var output: UnsafeMutablePointer<CChar>? = target.baseAddress!.assumingMemoryBound(to: CChar.self)
        var (inputLeft, outputLeft) = (range.count, target.count)
        let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
        let problem = result == -1 ? errno : 0
        return (range.count - inputLeft, target.count - outputLeft, problem)
      }
    }
  }

  /// The offset of the next zero, which no text holds; in UTF-16 the next pair of zeros.
  private func zero(in bytes: Span<UInt8>, from start: Int) -> Int? {
    guard encoding.unitLength == 2 else { return bytes.offset(of: 0, from: start) }
    var at = start
    while at + 1 < bytes.count {
      if bytes[at] == 0, bytes[at + 1] == 0 { return at }
      at += 2
    }
    return nil
  }
}
