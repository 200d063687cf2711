import Quantities

/// A year that a sentence names, and how far it holds: 2022年，… for the sentence, 2022年新增12家 up to the next semicolon, a year
/// told in passing (对照2023年目录, 2021年引进的项目) for its own clause.
struct NamedYear {
  let year: Int
  /// Where its name ends.
  let end: Int
  /// Up to where it holds.
  var reach: Int
  /// Whether it is one by which something is to be done: 到2030年.
  let isDeadline: Bool
  /// Whether it is what the sentence is about: 2022年，….
  let isTopic: Bool
  /// Whether a verb has it in its object, so that it names the thing: 推进2023年棚改480户.
  let isOfObject: Bool

  /// The year that the date at `index` names.
  ///
  /// - Parameter isLater: whether it is later than the years that the report can tell results of.
  init(_ year: Int, at index: Int, in paragraph: Paragraph, isLater: Bool) {
    let bytes = paragraph.bytes
    let entry = paragraph.entries[index]
    var before = paragraph.places[index].clauseStart..<entry.span.lowerBound
    if bytes.range(before, endsWith: "民国") { before = before.lowerBound..<before.upperBound - "民国".utf8.count }
    let end = bytes.behindYear(from: entry.span.upperBound)
    self.year = year
    self.end = end
    let words = WordList.leading.strippingPrefixes(bytes, before)
    // 征集到2021年项目: only a year to come is a term wherever it stands.
    isDeadline =
      WordList.deadlines.contains(bytes, bytes.withoutBlanks(before))
      || isLater && WordList.deadlines.isSuffix(of: bytes, before)
    isOfObject = WordList.verbs.isSuffix(of: bytes, before) || WordList.predicates.isSuffix(of: bytes, before)
    let opensClause = isDeadline || words.isEmpty || bytes.range(before, endsWithAny: ["（", "("])
    isTopic = opensClause && WordList.topicMarks.isPrefix(of: bytes, end..<bytes.count)
    let clauseEnd = paragraph.clauseEnd(of: end)
    let figure = paragraph.places[index].next
    // Up to the figure of its own clause.
    let way = figure >= 0 ? end..<max(end, paragraph.entries[figure].span.lowerBound) : end..<end
    let hasFigure = !way.isEmpty && way.upperBound < clauseEnd
    if isTopic {
      reach = paragraph.sentenceEnd(of: end)
    } else if isLater && opensClause {
      // 到2021年建成通车；确保…: the next part of the sentence has its own time.
      reach = paragraph.groupEnd(of: end)
    } else if opensClause, hasFigure, bytes.first("的", in: way) == nil {
      reach = paragraph.groupEnd(of: end)
    } else {
      reach = clauseEnd
    }
    // 受理310件（2022年：284件）: no further than its bracket.
    if let open = bytes.last("（", in: before), bytes.first("）", in: open.lowerBound..<before.upperBound) == nil {
      reach = min(reach, bytes.first("）", in: end..<max(end, reach))?.lowerBound ?? reach)
    }
  }
}

extension [UInt8] {
  /// Where the name of a year ends of which the digits and 年 end at `offset`: behind 度, 全年, and months and days (1月至12月).
  func behindYear(from offset: Int) -> Int {
    var end = dateEnd(from: offset)
    for joiner: StaticString in ["至", "到", "—", "-", "－", "–"] where end > offset && has(joiner, at: end) {
      end = dateEnd(from: end + joiner.utf8CodeUnitCount)
      break
    }
    for word: StaticString in ["度", "全年", "以来", "来"] where has(word, at: end) { end += word.utf8CodeUnitCount }
    return end
  }
}
