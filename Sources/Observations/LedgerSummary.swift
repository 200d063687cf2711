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
    var (classes, kinds) = (classes, kinds)
    let damage = try SourceText.forEachLine(ofFile: path, encoding: encoding) { line in
      reader.read(line)
      for entry in reader.entries {
        classes.add(entry.numeralClass)
        if let quantity = entry.quantity { kinds.add(quantity.kind) }
      }
    } whole: { text in
      // What the cells of a table mean tells only the whole reading.
      ReportReader(catalogue: .empty).read(text, ReportIdentity(of: text)) { figures in
        for numeral in figures.numerals {
          classes.add(numeral.numeralClass)
          if let index = numeral.observations.first { kinds.add(figures.observations[index].quantity.kind) }
        }
      }
    }
    (self.classes, self.kinds) = (classes, kinds)
    return damage
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
