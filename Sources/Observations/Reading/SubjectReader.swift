import Quantities

/// Finds what each figure of a paragraph counts.
///
/// The words stand before the figure (受理申请606件), behind it (9件规范性文件), on both sides (举办近30场政策宣讲), or with the
/// figure before (同比增加10.88%). Several figures share words: parts of a list their verb, figures behind 分别 the
/// things before in order, and a figure behind 均 holds for each of the things before.
struct SubjectReader {
  let paragraph: Paragraph
  /// The figures before, while their sentence lasts.
  var told: [Told] = []
  /// The figures of the sentence before.
  private(set) var toldBefore: [Told] = []
  private var lastSentence = -1
  /// The field of the ranking told last in the clause: 居全省第3位、第4位.
  private var arena: (clauseStart: Int, name: [UInt8])?

  init(_ paragraph: Paragraph) { self.paragraph = paragraph }

  /// The statements of the figure at `index` of the ledger: one, or one for each subject behind which 均 stands.
  mutating func statements(of index: Int) -> [Statement] {
    let entry = paragraph.entries[index]
    let sentence = paragraph.places[index].sentenceStart
    if sentence != lastSentence {
      if !paragraph.startsWithParts(sentence) {
        swap(&toldBefore, &told)
        told.removeAll(keepingCapacity: true)
      }
      lastSentence = sentence
    }
    let kind = entry.quantity?.kind ?? .count
    let noun = paragraph.rightNoun(index)
    let right = noun.isEmpty ? paragraph.nounBehindRun(index) ?? noun : noun
    let left = paragraph.leftWords(index, hasNounBehind: !right.isEmpty)
    var subjects: [[UInt8]]
    var carrier: Int?
    if let naming = paragraph.facts.naming(of: index) {
      (subjects, carrier) = resolve(naming)
    } else {
      let before = paragraph.around(paragraph.clean(left, kind), index)
      // 春节期间慰问86户: when it was names nothing where something else does.
      let isNothing = !right.isEmpty && paragraph.namesNothing(before)
      var own = isNothing ? [] : Array(plain[before])
      own += plain[right]
      own += paragraph.sharedHead(of: right, index)
      let last = toldBeforeBracket(index, isRightBehind: !own.isEmpty) ?? (own.isEmpty ? lastTold(kind) : told.last)
      let ellipsis = Ellipsis(
        paragraph: paragraph, figure: index, own: own, left: left, hasNounBehind: !right.isEmpty, last: last,
        told: told, toldBefore: toldBefore)
      subjects = [paragraph.completed(ellipsis)]
      // A total of all that there is, and figures told in turn, are not of the figure before.
      if own.isEmpty, subjects[0] == last?.name, plain.first("分别", in: left) == nil { carrier = last?.index }
    }
    let isMean = paragraph.facts.isMean(index) || entry.quantity.map { paragraph.isMean($0, left) } == true
    let (field, mark) = distinction(index, left, isMean: isMean)
    let behind = paragraph.behindWords(index)
    let statements = subjects.map { name in
      // The words behind the figure are not repeated before it.
      let repeats = name.count >= right.count && name.suffix(right.count).elementsEqual(plain[right])
      return Statement(
        subject: name + field + (mark?.bytes ?? []), mark: mark, nameEnd: name.count,
        beforeEnd: name.count - (repeats ? right.count : 0), behind: behind, left: left, carrier: carrier,
        isContinued: told.last.map { name.starts(with: $0.name) } ?? false, isMean: isMean,
        isTotalOfList: paragraph.facts.fact(.subject, of: index)?.by == .listTotal)
    }
    if let name = subjects.last.flatMap({ nameToGoOnWith($0, index) }) {
      told.append(Told(index: index, name: name, unit: entry.quantity?.unit, isLevel: !kind.isChange))
    }
    return statements
  }

  var plain: [UInt8] { paragraph.plain }

  // MARK: - Subject

  /// The subjects that follow from other words or figures, and the figure whose subject it is.
  private func resolve(_ naming: Fact.Naming) -> (subjects: [[UInt8]], carrier: Int?) {
    switch naming {
    case .words(let words): ([words], nil)
    case .each(let things): (things, nil)
    case .same(as: let figure): ([told(figure)?.name ?? []], figure)
    case .told(let words, of: let figure): ([(told(figure).map { $0.name[$0.thing] } ?? []) + words], nil)
    case .more(let words, of: let figure): ([goneOn(told(figure)?.name ?? [], with: words)], nil)
    case .planned(as: let figure): ([told(figure).map { Planned.thing($0.name) } ?? []], nil)
    }
  }

  /// A name with what more is told of it; 财政收入完成|完成年度预算 says its verb once.
  private func goneOn(_ name: [UInt8], with words: [UInt8]) -> [UInt8] {
    let verb = WordList.fulfilling.prefix(of: words, words.indices) ?? 0..<0
    return verb.count > 0 && name.suffix(verb.count) == words[verb] ? name + words[verb.upperBound...] : name + words
  }

  /// What the figures behind may go on from: 折合人民币86亿元，增长5% is of what was converted, 增速高于全省3个百分点，居全省第2位 of the
  /// thing that is compared.
  private func nameToGoOnWith(_ name: [UInt8], _ index: Int) -> [UInt8]? {
    // 完成年计划9亿元的89%，增长4%; 去年同期为197件: neither the plan nor its share nor the earlier figure grew.
    if paragraph.isAside(index) { return nil }
    switch paragraph.facts.fact(.relation, of: index)?.by {
    case .converted, .fulfilled: return nil
    // 高于全国、全省3个、1个百分点: the second is as far from another.
    case .relativeTo where !paragraph.isFollowedInRun(index):
      let end =
        (WordList.distances.first(in: name, name.indices) ?? WordList.comparisons.first(in: name, name.indices))?
        .lowerBound
      guard let end, end < name.count else { return name }
      return end > 0 ? Array(name[..<end]) : nil
    default: return name
    }
  }

  /// What was told of a figure.
  private func told(_ figure: Int) -> Told? {
    told.last { $0.index == figure } ?? toldBefore.last { $0.index == figure }
  }

  /// The figure that one without words goes on from; a change doesn't tell that of what the year before left.
  private func lastTold(_ kind: QuantityKind) -> Told? {
    guard kind.isChange, let last = told.last else { return told.last }
    if WordList.carriedIn.isPrefix(of: last.name, last.name.indices) { return told.dropLast().last ?? last }
    // 收入126亿元，为预算的101%，增长6%: the revenue grew, not the share; but 提高2个百分点 did the share.
    guard kind != .points, last.name.range(last.name.indices, endsWith: "的") else { return last }
    return told.last { paragraph.entries[$0.index].quantity?.kind != .percent } ?? last
  }

  /// The figure before a bracket that closed since the last one: 案件39件(其中…14件),同比下降22%.
  ///
  /// - Parameter isRightBehind: whether the bracket must open right behind it.
  private func toldBeforeBracket(_ index: Int, isRightBehind: Bool) -> Told? {
    let place = paragraph.places[index]
    guard place.previous >= 0, case let last = paragraph.entries[place.previous].span,
      case let start = paragraph.entries[index].span.lowerBound, last.upperBound < start,
      paragraph.lexemes(in: last.upperBound..<start).first(where: { $0.cue == .openParen || $0.cue == .closeParen })?
        .cue
        == .closeParen,
      let open = paragraph.lexemes(in: place.sentenceStart..<max(place.sentenceStart, last.lowerBound))
        .last(where: { $0.cue == .openParen })
    else { return nil }
    return told.last {
      let end = paragraph.entries[$0.index].span.upperBound
      return isRightBehind ? end == open.start : end <= open.start
    }
  }

  /// What tells a figure apart from others of its subject: the field of a ranking, and the end of a change it is or how it is told.
  private mutating func distinction(_ index: Int, _ left: Range<Int>, isMean: Bool) -> (field: [UInt8], mark: Mark?) {
    let kind = paragraph.entries[index].quantity?.kind
    let role = Mark(paragraph.facts.role(of: index))
    if kind == .rank { return (rankingField(index, left) + Array("排名".utf8), role) }
    if let role { return ([], role) }
    if isMean { return ([], .yearlyMean) }
    let stem = WordList.bounds.strippingSuffixes(plain, left)
    return ([], kind == .count && plain.range(stem, endsWith: "各") ? .each : nil)
  }

  /// Where a ranking is held, which a clause tells once for all its ranks.
  private mutating func rankingField(_ index: Int, _ left: Range<Int>) -> [UInt8] {
    var field = left.lowerBound..<left.lowerBound
    while let found = WordList.arenas.first(in: plain, field.upperBound..<left.upperBound) { field = found }
    let clauseStart = paragraph.places[index].clauseStart
    if !field.isEmpty {
      arena = (clauseStart, Array(plain[field]))
    } else if arena?.clauseStart != clauseStart {
      arena = nil
    }
    return arena?.name ?? []
  }
}

extension QuantityKind {
  /// Whether the figure tells by how much something changed, and not how much there is.
  var isChange: Bool { self == .growth || self == .points || self == .multiple || self == .change }
}
