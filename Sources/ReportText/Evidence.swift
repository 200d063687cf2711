/// One sign of what a report is: what it says, where it stands, and the words that say so.
struct Evidence<Claim: Hashable & Sendable>: Sendable {
  let claim: Claim
  let source: EvidenceSource
  /// The words as they stand in the report, for the audit.
  let words: String

  init(_ claim: Claim, _ source: EvidenceSource, _ words: some StringProtocol) {
    self.claim = claim
    self.source = source
    self.words = String(words)
  }
}

/// Where evidence stands, with what it weighs and how the audit names it: the one table of weights.
///
/// What is written in the place made for it weighs 60 and more and is sure alone; what follows from something else
/// weighs 30 and more; a custom's conclusion, the name of a file or folder and the chrome of a page weigh less, and
/// decide only where nothing else does.
enum EvidenceSource: Sendable, CaseIterable {
  case title, pageArticle, letterhead, belowTitle, speaker, signature, author, announcement, publisher
  case label, origin, pageSource, subject, site, custom, fileName, folderName
  case period, reviewHeading, workHeading, planHeading, pastYear, opening, datedOpening
  case delivery, signatureDate, planOpening, deliveryTitle, publication
  case deliveryPlace, speakerOffice, namedThroughout, namedMost

  /// What it weighs, and the words that the audit puts before what is written there.
  private var entry: (weight: Int, phrase: String) {
    switch self {
    // Issuer, place and year.
    case .title: (100, "取自标题")
    case .pageArticle: (60, "取自网页标题")
    case .signature: (80, "取自落款")
    case .announcement: (80, "取自正文")
    case .fileName: (15, "由文件名推定")
    case .folderName: (5, "由文件夹名推定")
    // Issuer.
    case .speaker: (80, "取自报告人")
    case .belowTitle: (80, "取自标题下")
    case .author: (80, "取自编制说明")
    case .publisher: (60, "取自正文")
    case .letterhead: (70, "取自版头")
    case .label: (50, "取自页面")
    case .pageSource: (40, "取自网页来源")
    case .origin: (35, "取自页面")
    case .subject: (30, "由正文主语推定")
    case .custom: (20, "按例推定：统计公报归统计局")
    case .site: (10, "由网站名推定")
    // Year.
    case .period: (90, "取自统计期限")
    case .reviewHeading: (90, "取自小标题")
    case .pastYear: (80, "取自正文段首")
    case .workHeading: (60, "取自小标题")
    case .delivery: (55, "由报告日期推定")
    case .datedOpening: (50, "取自正文日期")
    case .opening: (45, "取自正文段首")
    case .planHeading: (45, "由工作安排的小标题推定")
    case .planOpening: (45, "由工作部署的语句推定")
    case .signatureDate: (40, "由落款日期推定")
    case .deliveryTitle: (25, "由报告标题推定")
    case .publication: (20, "由发布日期推定")
    // Place.
    case .deliveryPlace: (80, "取自报告日期行")
    case .speakerOffice: (60, "取自报告人职务")
    case .namedThroughout: (70, "由正文推定，通篇所称")
    case .namedMost: (45, "由正文推定")
    }
  }

  /// Whether the report itself says it, so that two sorts of evidence can be the same words.
  var isOfText: Bool {
    switch self {
    case .pageArticle, .pageSource, .site, .fileName, .folderName: false
    default: true
    }
  }

  /// How much it counts.
  var weight: Int { entry.weight }
  /// How the audit names it: 取自标题.
  var phrase: String { entry.phrase }
}

/// What evidence of all sorts decides: the claim whose sources weigh most together.
struct Decision<Claim: Hashable & Sendable>: Sendable {
  let claim: Claim
  /// The evidence for the claim, the strongest first.
  let support: [Evidence<Claim>]
  /// The evidence for others, the strongest first.
  let opposition: [Evidence<Claim>]
  /// By how much the claim outweighs the next.
  let margin: Int

  /// The claim that wins, or `nil` without evidence. Of equal ones the one whose evidence comes first.
  ///
  /// - Parameter agree: whether evidence for the second claim doesn't speak against the first.
  init?(_ evidence: [Evidence<Claim>], agree: (Claim, Claim) -> Bool = { $0 == $1 }) {
    var sums: [Claim: Int] = [:]
    var order: [Claim] = []
    let distinct = Self.distinct(evidence)
    for item in evidence where sums[item.claim] == nil {
      sums[item.claim] = 0
      order.append(item.claim)
    }
    for item in distinct { sums[item.claim]! += item.source.weight }
    guard
      let best = order.max(by: { sums[$0]! < sums[$1]! }).flatMap({ found in order.first { sums[$0] == sums[found] } })
    else { return nil }
    let against = order.filter { !agree(best, $0) }
    claim = best
    support = distinct.filter { $0.claim == best }
    opposition = distinct.filter { against.contains($0.claim) }
    margin = sums[best]! - (against.map { sums[$0]! }.max() ?? 0)
  }

  /// The strongest first. A source counts once for a claim, however often it says so, and words that stand in those of
  /// stronger evidence for the same claim are no evidence of their own: the date of a signature is also a date alone.
  private static func distinct(_ evidence: [Evidence<Claim>]) -> [Evidence<Claim>] {
    let strongest = evidence.enumerated().sorted {
      ($1.element.source.weight, $0.offset) < ($0.element.source.weight, $1.offset)
    }.map(\.element)
    return strongest.enumerated().filter { number, item in
      !strongest[..<number].contains { stronger in
        stronger.claim == item.claim
          && (stronger.source == item.source || item.source.isOfText && stronger.words.contains(item.words))
      }
    }.map(\.element)
  }

  /// How sure the claim is, by its margin.
  var confidence: ReportIdentity.Confidence {
    // Where several others are each written in the place made for it, one of them is right by chance.
    let rivals = Set(opposition.filter { $0.source.weight >= 60 }.map(\.claim))
    return rivals.count >= 2 ? .low : ReportIdentity.Confidence(margin: margin)
  }

  /// What it rests on and what speaks against it, for the audit.
  func reasons(_ what: String, name: (Claim) -> String) -> [String] {
    support.map { "\(what)\($0.source.phrase)：\($0.words)" }
      + opposition.map { "\(what)另有线索指向 \(name($0.claim))，\($0.source.phrase)：\($0.words)" }
  }
}

extension ReportIdentity.Confidence {
  /// What a claim that outweighs all others by so much is worth.
  init(margin: Int) { self = margin >= 60 ? .high : margin >= 30 ? .medium : .low }

  /// The lesser of two.
  func atMost(_ other: Self) -> Self {
    let order: [Self] = [.low, .medium, .high]
    return order.first { $0 == self || $0 == other } ?? .low
  }
}
