import Quantities

/// Tells which words quantities are told in. Tables ask for the same few again and again, so each is read once.
final class UnitWords {
  private var reader = QuantityReader()
  private var known: [[UInt8]: Bool] = [:]

  /// No page has so many words in brackets, but one that is made to hurt.
  private static let most = 4_096
  private static let longest = 8

  /// Whether a word is a unit: 亿元, 万人.
  func contains(_ word: [UInt8]) -> Bool {
    guard !word.isEmpty, word.characterCount <= Self.longest,
      !word.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return false }
    if let isUnit = known[word] { return isUnit }
    let text = Array("共1".utf8) + word
    reader.read(text.span)
    let isUnit =
      reader.entries.count == 1 && reader.entries[0].quantity != nil && reader.entries[0].span.upperBound == text.count
    if known.count == Self.most { known.removeAll() }
    known[word] = isUnit
    return isUnit
  }
}
