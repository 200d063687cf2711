import Quantities
import ReportText

/// Sums and growths of several years.
extension TimeReader {
  func isCumulative(_ index: Int, _ statement: Statement, _ years: YearSpan?, _ year: Int?) -> Bool {
    let entry = paragraph.entries[index]
    let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
    if list?.year(of: index, in: paragraph) != nil { return false }
    if tellsTotal(index, clause) || years != nil && isSummed(index, statement) { return true }
    if list?.binds(index, in: paragraph) == true, entry.quantity?.kind.isLevel == false { return true }
    if isAgainstEarlierYear(index, year) || isSince(index, statement) || statement.isMean { return true }
    // 连续3年, but 连续6个月居全省第一.
    if paragraph.bytes.range(clause, endsWith: "连续") {
      return !paragraph.bytes.range(entry.span, endsWithAny: ["月", "天", "日", "季度", "周", "小时"])
    }
    return statement.isContinued && named(at: clause.upperBound) == nil && lastPeriod == .cumulative
      && entry.quantity?.kind.isLevel == false && !words.has(.stock, in: clause) && !words.has(.sums, in: clause)
      && !words.has(.wholeYear, in: clause)
  }

  /// 累计建成40个: a running total; but 全年累计, 2023年累计, 1—9月累计 and what grew within the year.
  private func tellsTotal(_ index: Int, _ clause: Range<Int>) -> Bool {
    // 全年举办191场。其中发布会累计举行151场
    let sentence = min(chainStart, clause.lowerBound)..<clause.upperBound
    if let part = months ?? frame.months.map({ NamedMonths($0, end: 0) }), part.end <= clause.upperBound, !part.isUpTo {
      return false
    }
    return words.has(.cumulative, in: clause) && paragraph.entries[index].quantity?.kind != .growth
      && !tellsOneYear(sentence) && !growsOverYear(index)
  }

  /// How sure it is that a figure is a sum of several years where but 累计 tells it: since when, nothing says.
  func confidenceOfTotal(_ index: Int, _ years: YearSpan?) -> ReportIdentity.Confidence {
    let clause = paragraph.places[index].clauseStart..<paragraph.entries[index].span.lowerBound
    let sentence = paragraph.places[index].sentenceStart..<clause.upperBound
    let isSince =
      years != nil || words.has(.done, in: sentence) || words.has(.yearEnd, in: sentence)
      || words.has(.present, in: sentence) || paragraph.bytes.first("以来", in: sentence) != nil
    return words.has(.cumulative, in: clause) && !isSince ? .medium : .high
  }

  /// Whether a figure told for several years is their sum, or their whole growth, and not where they led to (达到30万元).
  private func isSummed(_ index: Int, _ statement: Statement) -> Bool {
    let entry = paragraph.entries[index]
    guard paragraph.facts.role(of: index) == .none, let kind = entry.quantity?.kind, !kind.isLevel else { return false }
    let clause = paragraph.places[index].clauseStart..<entry.span.lowerBound
    if kind == .growth || kind == .points || kind == .multiple {
      return !words.has(.prior, in: clause) && !words.has(.yearOnYear, in: clause)
    }
    // 近三年投资总量: a stock word tells of a time only where the years are named elsewhere.
    if words.has(.stock, in: clause) || words.has(.sums, in: clause), (span?.end ?? 0) <= clause.lowerBound {
      return false
    }
    // 人均纯收入15481元, 茶园面积161万亩 are told of the last year.
    if kind != .change, tellsState(statement) || paragraph.plain.first("人均", in: statement.left) != nil { return false }
    let words = WordList.bounds.strippingSuffixes(paragraph.bytes, clause)
    guard WordList.reaching.isSuffix(of: paragraph.bytes, words) else { return true }
    // 五年来投入达4000万元 is a sum, 产值达到4000万元 is not.
    return (span?.end ?? 0) > lastSentence
      && !WordList.levelNouns.isSuffix(of: statement.subject, 0..<statement.nameEnd)
  }

  /// 全年累计, 2023年累计: a total of one year.
  private func tellsOneYear(_ sentence: Range<Int>) -> Bool {
    if words.has(.wholeYear, in: sentence) { return true }
    guard let named = named(at: sentence.upperBound), !named.isDeadline else { return false }
    return !words.has(.stock, in: sentence)
      && !WordList.dateEdges.isPrefix(of: paragraph.bytes, named.end..<paragraph.bytes.count)
  }

  /// 开园以来，接待游客700万人次: the sum since a time that is no year; but 今年以来 is the year's own.
  private func isSince(_ index: Int, _ statement: Statement) -> Bool {
    let bytes = paragraph.bytes
    let sentence = paragraph.places[index].sentenceStart..<paragraph.entries[index].span.lowerBound
    guard named(at: sentence.upperBound) == nil, let since = bytes.last("以来", in: sentence), isSummed(index, statement),
      !words.has(.wholeYear, in: since.upperBound..<sentence.upperBound),
      // 有记录以来最高, 有气象记录以来极为罕见的旱灾
      !WordList.superlatives.isPrefix(of: bytes, since.upperBound..<bytes.count)
    else { return false }
    return !WordList.seasons.isSuffix(of: bytes, sentence.lowerBound..<since.lowerBound)
  }

  /// 累计接待游客300万人次、增长8%, 累计接待游客300万人次、收入3亿元，分别增长8%、9%: what grew within a year is the year's.
  private func growsOverYear(_ index: Int) -> Bool {
    guard paragraph.entries[index].quantity?.kind != .growth else { return false }
    var last = index
    for _ in 0..<Self.mostListed {
      let next = paragraph.places[last].next
      guard next >= 0 else { return false }
      let between = paragraph.entries[last].span.upperBound..<paragraph.entries[next].span.lowerBound
      guard paragraph.entries[next].quantity?.kind == .growth else {
        last = next
        continue
      }
      return between.count <= 27 && (last == index || paragraph.bytes.first("分别", in: between) != nil)
        && (paragraph.bytes.first("增长", in: between) != nil || paragraph.bytes.first("下降", in: between) != nil
          || words.has(.yearOnYear, in: between))
    }
    return false
  }

  /// How many figures of a list are looked at for the growths behind it.
  private static let mostListed = 4

  /// 比2002年增长65.5%, 与2000年相比，增长57.3%: a change over more than a year.
  private func isAgainstEarlierYear(_ index: Int, _ year: Int?) -> Bool {
    guard let base, let year, year - base.year > 1 else { return false }
    switch paragraph.entries[index].quantity?.kind {
    case .growth, .points, .multiple, .change: break
    default: return false
    }
    let clauseStart = paragraph.places[index].clauseStart
    if base.end >= clauseStart || base.opens && paragraph.clauseEnd(of: base.end) >= clauseStart - 3 { return true }
    // 比2002年增长65.5%；财政收入增长1.7倍: the sentence goes on with the growths over the same years.
    let between = base.end..<paragraph.entries[index].span.lowerBound
    return base.end >= paragraph.places[index].sentenceStart && named.map { $0.end < base.end } ?? true
      && ![.prior, .yearOnYear, .wholeYear].contains { words.has($0, in: between) }
  }
}

extension QuantityKind {
  /// Whether figures of the kind hold at a time and don't add up over years.
  fileprivate var isLevel: Bool {
    switch self {
    case .percent, .rank, .ratio, .duration: true
    default: false
    }
  }
}
