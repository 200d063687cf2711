import Quantities

/// Finds the area, smaller than the issuer's own, that the words before a figure's clause are about: 高新区独立运行，地区生产总值突破100亿元.
enum AreaReader {
  /// How far into a sentence its area is looked for, in characters.
  private static let reach = 10

  /// The name of the area in `paragraph.bytes`, or `nil` if the figure is of the issuer's whole field.
  static func area(of index: Int, in paragraph: Paragraph) -> Range<Int>? {
    let bytes = paragraph.bytes
    let clauseStart = paragraph.places[index].clauseStart
    let groupStart = paragraph.groupStart(of: clauseStart)
    // The area opens the sentence, and the figure stands in the clause behind.
    guard groupStart < clauseStart, paragraph.clauseEnd(of: groupStart) + 3 >= clauseStart,
      !WordList.wholeAreas.occurs(in: bytes, groupStart..<paragraph.entries[index].span.lowerBound)
    else { return nil }
    let words = WordList.leading.strippingPrefixes(bytes, groupStart..<clauseStart)
    let head = words.lowerBound..<min(bytes.offset(of: reach, from: words.lowerBound), words.upperBound)
    guard let area = zone(in: bytes, head) ?? county(in: bytes, head), !bytes.has("、", at: area.upperBound),
      !WordList.noAreas.occurs(in: bytes, area), !WordList.verbs.occurs(in: bytes, area),
      !WordList.predicates.occurs(in: bytes, area)
    else { return nil }
    return area
  }

  /// 宜宾高新区, 自贸试验区青岛片区: up to the last word for an area.
  private static func zone(in bytes: [UInt8], _ head: Range<Int>) -> Range<Int>? {
    var zone: Range<Int>?
    while let area = WordList.areas.first(in: bytes, (zone?.upperBound ?? head.lowerBound)..<head.upperBound) {
      zone = head.lowerBound..<area.upperBound
    }
    return zone
  }

  /// 藤县, 东乌旗 at the start: a name of one to three characters before 县 or 旗.
  private static func county(in bytes: [UInt8], _ head: Range<Int>) -> Range<Int>? {
    var at = head.lowerBound
    for count in 0..<4 where at < head.upperBound {
      if count > 0, bytes.has("县", at: at) || bytes.has("旗", at: at) {
        let name = head.lowerBound..<at + 3
        return bytes.has("城", at: name.upperBound) || bytes.has("域", at: name.upperBound) ? nil : name
      }
      at = bytes.offset(of: 1, from: at)
    }
    return nil
  }
}
