import CLibXML2

/// Reads a workbook (XLSX): all sheets that are shown, with merged cells, number formats and the stored results of formulas.
///
/// The text taken out becomes the source of the document: a row a line, with tabs between its cells.
struct XLSXReader {
  private let archive: ZipReader
  private let book: WorkbookParts
  private let formats: NumberFormats
  private let strings: [[UInt8]]

  static func read(_ archive: ZipReader) throws -> SourceText {
    let book = WorkbookParts()
    guard XMLEvents.parse(try archive.part("xl/workbook.xml"), book) else { throw invalid(archive) }
    let relations = Relationships()
    if let xml = try archive.optionalPart("xl/_rels/workbook.xml.rels"), !XMLEvents.parse(xml, relations) {
      throw invalid(archive)
    }
    let strings = SharedStrings()
    if let xml = try archive.optionalPart("xl/sharedStrings.xml"), !XMLEvents.parse(xml, strings) {
      throw invalid(archive)
    }
    let formats = NumberFormats()
    if let xml = try archive.optionalPart("xl/styles.xml"), !XMLEvents.parse(xml, formats) { throw invalid(archive) }
    return try XLSXReader(archive: archive, book: book, formats: formats, strings: strings.strings)
      .text(relations.targets)
  }

  private static func invalid(_ archive: ZipReader) -> ReadingError { archive.damaged("工作簿不是有效的 XML") }

  private func text(_ targets: [String: String]) throws -> SourceText {
    var builder = GridTextBuilder()
    let hidden = book.sheets.filter(\.isHidden).map(\.name)
    if !hidden.isEmpty { builder.omit(.hiddenSheets(hidden)) }
    for sheet in book.sheets where !sheet.isHidden {
      guard let target = targets[sheet.relation], let xml = try archive.optionalPart(Self.part(target)) else {
        continue
      }
      builder.begin(name: sheet.name)
      let cells = SheetCells(strings: strings, formats: formats, countsFrom1904: book.countsFrom1904)
      guard XMLEvents.parse(xml, cells) else { throw Self.invalid(archive) }
      for cell in cells.cells { builder.add(cell.content, row: cell.row, column: cell.column) }
      builder.end(merging: cells.areas, hiding: cells.hiddenColumns, hiddenRows: cells.hiddenRows)
      if cells.hiddenRows.count + cells.hiddenColumns.count > 0 {
        builder.omit(.hiddenCells(sheet: sheet.name, rows: cells.hiddenRows.count, columns: cells.hiddenColumns.count))
      }
      if cells.emptyFormulas > 0 {
        builder.omit(.formulasWithoutResults(sheet: sheet.name, count: cells.emptyFormulas))
      }
    }
    return builder.finished()
  }

  /// The file of the archive that a target of the workbook is.
  private static func part(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}

/// The sheets of a workbook.
private final class WorkbookParts: XMLHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relation: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var countsFrom1904 = false
  let isRefused = false

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(attributes["date1904"]) }
    guard name == "sheet" else { return }
    let state = attributes["state"] ?? "visible"
    sheets.append(
      Sheet(
        name: attributes["name"] ?? "", isHidden: state != "visible",
        relation: attributes[suffix: ":id"] ?? ""))
  }

  func end(_ name: String) {}
  func add(_ characters: UnsafeBufferPointer<UInt8>) {}
}

/// Where the parts of a workbook stand, by their ids.
private final class Relationships: XMLHandler {
  private(set) var targets: [String: String] = [:]
  let isRefused = false

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    if name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
  }

  func end(_ name: String) {}
  func add(_ characters: UnsafeBufferPointer<UInt8>) {}
}

/// The texts that cells share.
private final class SharedStrings: XMLHandler {
  private(set) var strings: [[UInt8]] = []
  private var isInText = false
  /// Readings of Japanese characters aren't shown.
  private var isInReading = false
  let isRefused = false

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    switch name {
    case "si": strings.append([])
    case "t": isInText = true
    case "rPh": isInReading = true
    default: break
    }
  }

  func end(_ name: String) {
    if name == "t" { isInText = false }
    if name == "rPh" { isInReading = false }
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) {
    if isInText, !isInReading, !strings.isEmpty { strings[strings.count - 1].append(contentsOf: characters) }
  }
}

/// The cells of a sheet as they are shown.
private final class SheetCells: XMLHandler {
  struct Cell {
    let row: Int
    let column: Int
    let content: [UInt8]
  }

  private let strings: [[UInt8]]
  private let formats: NumberFormats
  private let countsFrom1904: Bool
  private(set) var cells: [Cell] = []
  private(set) var areas: [GridTextBuilder.Area] = []
  private(set) var hiddenColumns: Set<Int> = []
  private(set) var hiddenRows: Set<Int> = []
  private(set) var emptyFormulas = 0
  private(set) var isRefused = false
  private var row = -1
  private var column = -1
  private var isRowHidden = false
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isInValue = false
  private var hasFormula = false

  /// No table has as many columns; workbooks hide the rest of a sheet at times.
  private static let mostColumns = 16_384
  /// How many bytes the cells of a sheet may take, with shared texts.
  private static let most = 1 << 28
  private var size = 0

  init(strings: [[UInt8]], formats: NumberFormats, countsFrom1904: Bool) {
    self.strings = strings
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
  }

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    switch name {
    case "c":
      let place = attributes["r"].flatMap(CellReference.init)
      column = place?.column ?? column + 1
      (type, style) = (attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0)
      (value, hasFormula) = ([], false)
    case "v", "t": isInValue = true
    case "f": hasFormula = true
    case "row":
      row = attributes["r"].flatMap { Int($0) }.map { max($0 - 1, row + 1) } ?? row + 1
      column = -1
      isRowHidden = Self.isOn(attributes["hidden"])
      if isRowHidden { hiddenRows.insert(row) }
    case "col" where Self.isOn(attributes["hidden"]):
      guard let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
        0 < first, first <= last, first <= Self.mostColumns
      else { return }
      hiddenColumns.formUnion(first - 1..<min(last, Self.mostColumns))
    case "mergeCell":
      if let area = attributes["ref"].flatMap(CellReference.area) { areas.append(area) }
    default: break
    }
  }

  private static func isOn(_ value: String?) -> Bool { value == "1" || value == "true" }

  func end(_ name: String) {
    switch name {
    case "v", "t": isInValue = false
    case "c": endCell()
    default: break
    }
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) { if isInValue { value.append(contentsOf: characters) } }

  private func endCell() {
    guard !isRowHidden, (0..<Self.mostColumns).contains(column) else { return }
    if value.isEmpty {
      if hasFormula { emptyFormulas += 1 }
      return
    }
    let content = content()
    size += content.count + 64
    if size > Self.most { isRefused = true }
    if !content.isEmpty { cells.append(Cell(row: row, column: column, content: content)) }
  }

  private func content() -> [UInt8] {
    switch type {
    case "s":
      return Int(String(decoding: value, as: UTF8.self)).flatMap { strings.indices.contains($0) ? strings[$0] : nil }
        ?? []
    case "n": return formats.shown(value, style: style, countsFrom1904: countsFrom1904)
    // #DIV/0! is no figure.
    case "e": return []
    case "b": return Array((value == [0x31] ? "是" : "否").utf8)
    default: return value
    }
  }
}

/// The place of a cell: C12.
struct CellReference {
  let row: Int
  let column: Int

  /// `nil` if a text is none.
  init?(_ text: String) { self.init(text[...]) }

  private init?(_ text: Substring) {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where row == 0 && column < 1 << 20: column = column * 26 + Int(byte - 0x40)
      case 0x30...0x39 where row < 1 << 24: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    (self.row, self.column) = (row - 1, column - 1)
  }

  /// The cells of B2:C4.
  static func area(_ text: String) -> GridTextBuilder.Area? {
    let ends = text.split(separator: ":")
    guard ends.count == 2, let first = CellReference(ends[0]), let last = CellReference(ends[1]), first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return GridTextBuilder.Area(rows: first.row...last.row, columns: first.column...last.column)
  }
}
