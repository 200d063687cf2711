import Quantities

/// Figures of other bodies.
extension TimeReader {
  /// 入选工信部首批100个集群: how many are in, of which this is one.
  func isOfAllMembers(_ clause: Range<Int>) -> Bool {
    guard WordList.batches.isSuffix(of: paragraph.bytes, clause),
      let membership = WordList.memberships.first(in: paragraph.bytes, clause)
    else { return false }
    return membership.upperBound < clause.upperBound
  }

  /// A figure of the whole country or province in a report from below.
  func isOfOthers(_ statement: Statement, _ entry: LedgerEntry) -> Bool {
    guard let level, level != .national, entry.quantity?.kind != .rank
    else { return false }
    let left = WordList.leading.strippingPrefixes(paragraph.plain, statement.left)
    let (wider, inWider, widerHas): (WordList, WordList, WordList) =
      level == .province
      ? (.nationwide, .inNationwide, .nationwideHas) : (.provincewide, .inProvincewide, .provincewideHas)
    return wider.contains(paragraph.plain, left) || inWider.isSuffix(of: paragraph.plain, left)
      || widerHas.isPrefix(of: paragraph.plain, left)
  }
}
