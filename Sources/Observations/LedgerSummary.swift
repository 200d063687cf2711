import Quantities
import ReportText

/// Counts of a text's numerals by class and of its statistics by kind, without their meaning.
public struct LedgerSummary: Sendable {
  /// Numerals by class.
  public private(set) var classes = Tally<NumeralClass>()
  /// Statistics by kind.
  public private(set) var kinds = Tally<QuantityKind>()

  private var reader = QuantityReader()

  /// A summary of nothing.
  public init() {}

  /// Adds the numerals of a file, `-` for standard input; nothing if it is no text.
  ///
  /// - Parameter encoding: the file's encoding, if it isn't to be found from its beginning.
  /// - Returns: what of the file was no text.
  /// - Throws: `ReadingError`.
  public mutating func add(file path: String, encoding: TextEncoding?) throws -> Damage? {
    var sum = self
    let damage = try SourceText.forEachLine(ofFile: path, encoding: encoding) { line in
      sum.add(line)
    } laidOut: { text in
      sum.add(text)
    } footnotes: { count in
      for _ in 0..<count { sum.classes.add(.listMarker) }
    }
    self = sum
    return damage
  }

  private mutating func add(_ line: Span<UInt8>) {
    reader.read(line)
    for entry in reader.entries { add(entry) }
  }

  private mutating func add(_ entry: LedgerEntry) {
    classes.add(entry.numeralClass)
    if let quantity = entry.quantity { kinds.add(quantity.kind) }
  }

  private mutating func add(_ text: SourceText) {
    var tables = TableReader()
    text.forEachPart { part in
      switch part {
      case .line(let line):
        add(line)
        tables.enter(line)
      case .table(let table):
        for part in tables.parts(of: table) { add(part) }
      }
    }
  }

  private mutating func add(_ line: ReadingLine) {
    add(line.bytes.span)
    for repair in line.repairs where repair.kind == .footnote { classes.add(.listMarker) }
  }

  /// Adds what stands in a cell, and not in the headings around it.
  private mutating func add(_ part: TableReader.Part) {
    if case .text(let line) = part { return add(line) }
    reader.read(part.line.bytes.span)
    for entry in reader.entries where !part.line.sourceRange(of: entry.span).isEmpty {
      if case .figure = part { add(entry) } else { classes.add(.other) }
    }
    for repair in part.line.repairs where repair.kind == .footnote { classes.add(.listMarker) }
  }
}

/// How often each case of an enumeration came.
public struct Tally<Case: CaseIterable & Equatable & Sendable>: Sendable {
  private let cases = Array(Case.allCases)
  private var counts = [Int](repeating: 0, count: Case.allCases.count)

  /// How often `item` came.
  public subscript(item: Case) -> Int { counts[index(item)] }

  mutating func add(_ item: Case) { counts[index(item)] += 1 }

  // The cases are so few that passing them costs less than hashing.
  private func index(_ item: Case) -> Int { cases.firstIndex(of: item)! }
}
