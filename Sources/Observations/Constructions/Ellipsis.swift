import Quantities

/// A figure whose own words leave something unsaid, and the figures told before it, which may tell that.
struct Ellipsis {
  let paragraph: Paragraph
  /// The ledger index of the figure.
  let figure: Int
  /// The words that name it, put together from both of its sides.
  let own: [UInt8]
  /// What stands before it in its clause, in `plain`.
  let left: Range<Int>
  /// Whether a noun stands behind it.
  let hasNounBehind: Bool
  /// The figure that it would go on from, and all of its sentence and of the one before.
  let last: Told?
  let told: [Told]
  let toldBefore: [Told]

  var entry: LedgerEntry { paragraph.entries[figure] }
  var plain: [UInt8] { paragraph.plain }
  var isListed: Bool { paragraph.isListed(figure) }
  /// Whether it tells how many or how much, which a verb can have for its object.
  var isCounted: Bool { entry.quantity?.kind.isAdditive ?? false }
  var isVerb: Bool { Deed.isVerb(own) }

  /// Whether the figure before stands in the same group of clauses.
  var isInGroup: Bool {
    guard let last else { return false }
    return paragraph.entries[last.index].span.lowerBound >= paragraph.groupStart(of: entry.span.lowerBound)
  }

  func kind(of told: Told) -> QuantityKind? { paragraph.entries[told.index].quantity?.kind }

  /// The last thing told that is no rate: 成功调解39起，成功率90%，赔付326万元 tells no payment of the rate.
  ///
  /// - Parameter isDeed: whether it may also be a bare deed: 调解43起，成功39起，赔付326万元 was paid for all.
  func lastThing(orDeed isDeed: Bool) -> Told? {
    told.last { kind(of: $0) != .percent && !isMean($0) && (isDeed || !Deed.isBareVerb($0.name)) } ?? told.last
  }

  /// Whether a figure tells a mean of what was told before it.
  func isMean(_ told: Told) -> Bool { paragraph.facts.fact(.relation, of: told.index)?.by == .average }

  /// Whether only 共 or 合计 stands before the figure, behind several of its unit in the sentence.
  var isTotalOfList: Bool { paragraph.isTotalOfList(figure, left, told) }
}

extension Paragraph {
  /// Whether only 共 or 合计 stands before a figure, behind several of its unit in the sentence.
  func isTotalOfList(_ figure: Int, _ left: Range<Int>, _ told: [Told]) -> Bool {
    guard WordList.listTotals.contains(plain, plain.withoutBlanks(left)) else { return false }
    let unit = entries[figure].quantity?.unit
    return told.suffix(2).count { $0.unit == unit && $0.isLevel && facts.role(of: $0.index) == .none } == 2
  }
}
