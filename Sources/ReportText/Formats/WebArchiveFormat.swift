import Foundation

/// A page that was saved in one file with its pictures (MHTML): of its parts the first page is read.
struct WebArchiveFormat: DocumentFormat {
  private static let reach = 4096

  /// Whether text begins with the headers of such a file; they are ASCII.
  func opens(_ bytes: Span<UInt8>) -> Bool {
    var head: [UInt8] = []
    for at in 0..<min(bytes.count, Self.reach) {
      guard bytes[at] < 0x80 else { break }
      head.append(bytes[at])
    }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    return text.contains("mime-version:") && text.contains("content-type: multipart/related")
  }

  func read(_ bytes: [UInt8], path: String, encoding: TextEncoding?) throws -> SourceText {
    var lines = MIMELines(bytes)
    var headers = lines.headers()
    guard let boundary = Self.parameter("boundary", of: headers["content-type"] ?? "") else {
      throw ReadingError.damagedDocument(path: path, reason: "网页存档没有分隔符")
    }
    let mark = Array("--\(boundary)".utf8)
    while lines.skip(to: mark) {
      headers = lines.headers()
      guard (headers["content-type"] ?? "").lowercased().contains("text/html") else { continue }
      let page = Self.decoded(lines.body(upTo: mark), headers["content-transfer-encoding"] ?? "")
      return try PlainTextFormat().read(page, path: path, encoding: encoding)
    }
    throw ReadingError.noText(path: path)
  }

  private static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if pair.count == 2, pair[0].lowercased() == name { return pair[1].trimmingCharacters(in: ["\""]) }
    }
    return nil
  }

  private static func decoded(_ body: [UInt8], _ way: String) -> [UInt8] {
    switch way.lowercased().trimmingCharacters(in: .whitespaces) {
    case "base64": Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map { Array($0) } ?? []
    case "quoted-printable": quotedPrintable(body)
    default: body
    }
  }

  private static func quotedPrintable(_ body: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var at = 0
    while at < body.count {
      guard body[at] == UInt8(ascii: "=") else {
        text.append(body[at])
        at += 1
        continue
      }
      if at + 2 < body.count + 0,
        let value = UInt8(String(decoding: body[(at + 1)...].prefix(2), as: UTF8.self), radix: 16)
      {
        text.append(value)
        at += 3
      } else {
        // = at the end of a line joins it with the next.
        at += 1
        while at < body.count, body[at] == 0x0D || body[at] == 0x0A {
          at += 1
          if body[at - 1] == 0x0A { break }
        }
      }
    }
    return text
  }
}

/// The lines of a message.
private struct MIMELines {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func next() -> ArraySlice<UInt8>? {
    guard at < bytes.count else { return nil }
    let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
    defer { at = min(end + 1, bytes.count) }
    return bytes[at..<end].last == 0x0D ? bytes[at..<end - 1] : bytes[at..<end]
  }

  /// Headers up to the empty line, by their names in small letters.
  mutating func headers() -> [String: String] {
    var headers: [String: String] = [:]
    var name = ""
    while let line = next(), !line.isEmpty {
      let text = String(decoding: line, as: UTF8.self)
      if text.first?.isWhitespace == true {
        headers[name, default: ""] += text
      } else {
        let pair = text.split(separator: ":", maxSplits: 1)
        name = pair.first.map { $0.lowercased() } ?? ""
        headers[name] = pair.count > 1 ? String(pair[1]) : ""
      }
    }
    return headers
  }

  /// Passes the next line that begins so; `false` if none comes.
  mutating func skip(to mark: [UInt8]) -> Bool {
    while let line = next() { if line.starts(with: mark) { return true } }
    return false
  }

  /// The lines before one that begins so, at which it stays.
  mutating func body(upTo mark: [UInt8]) -> [UInt8] {
    let start = at
    var end = at
    while at < bytes.count {
      let lineStart = at
      guard let line = next() else { break }
      if line.starts(with: mark) {
        at = lineStart
        break
      }
      end = at
    }
    return Array(bytes[start..<end])
  }
}
