/// A sort of file that isn't read, with what to do about it.
public enum ForeignFormat: Sendable {
  case workbook, presentation, archive, image, locked, oldOffice

  /// What it is and what to do, as parts of a message.
  var advice: (name: String, remedy: String, english: String) {
    switch self {
    case .workbook: ("二进制的 Excel 工作簿（XLSB）", "请另存为 XLSX", "a binary workbook")
    case .presentation: ("演示文稿", "请另存为文本或 PDF", "a presentation")
    case .archive: ("压缩包", "请先解压，再读里面的文件", "an archive")
    case .image: ("图片", "请先做文字识别", "an image")
    case .locked: ("有密码保护的文件", "请去掉密码后另存", "password-protected")
    case .oldOffice: ("WPS 或旧版 Office 文件，但不是 Word 文档", "请另存为 DOCX 或文本", "no Word document")
    }
  }

  /// What a file of Office programs of the time before DOCX is, by the names of the streams in it; `nil` for Word.
  static func ofOldOffice(_ bytes: [UInt8]) -> ForeignFormat? {
    let streams: [(String, ForeignFormat?)] = [
      ("EncryptedPackage", .locked), ("WordDocument", nil), ("Workbook", .workbook), ("Book", .workbook),
      ("PowerPoint Document", .presentation),
    ]
    for (name, format) in streams {
      let wide: [UInt8] = name.utf8.flatMap { [$0, 0] } + [0, 0]
      if bytes.span.holds(wide) { return format }
    }
    return .oldOffice
  }
}

extension Span<UInt8> {
  /// Whether bytes stand anywhere.
  func holds(_ wanted: [UInt8]) -> Bool {
    var at = 0
    while let found = offset(of: wanted[0], from: at), found + wanted.count <= count {
      if wanted.indices.allSatisfy({ self[found + $0] == wanted[$0] }) { return true }
      at = found + 1
    }
    return false
  }

  /// Whether a PDF file asks for a password, or forbids what its reader may do without one.
  var isLockedPDF: Bool { holds(Array("/Encrypt".utf8)) }
}
