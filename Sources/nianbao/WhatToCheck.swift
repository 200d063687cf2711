import Checks
import Observations
import ReportStore
import ReportText

/// What a person should look at after a run: documents of which issuer or year isn't sure, and how many figures aren't.
struct WhatToCheck {
  /// Documents named one by one.
  private static let most = 20

  /// What isn't known for sure of a document.
  private struct Doubt {
    let path: String
    /// How sure the least sure of issuer and year is; what is missing is least sure.
    let confidence: ReportIdentity.Confidence
    let words: [String]
  }

  private let doubts: [Doubt]
  private let medium: Int
  private let low: Int

  /// What is to be checked of documents as read.
  init(_ documents: [CheckedReport]) {
    let figures = documents.lazy.flatMap(\.report.observations)
    self.init(
      documents.map { ($0.report.path, $0.report.identity) }, medium: figures.count { $0.confidence == .medium },
      low: figures.count { $0.confidence == .low })
  }

  /// What is to be checked of all documents of a database.
  init(_ store: ReportStore) throws {
    self.init(
      try store.identities(), medium: try store.figureCount(of: .medium), low: try store.figureCount(of: .low))
  }

  private init(_ identities: [(path: String, identity: ReportIdentity)], medium: Int, low: Int) {
    let neighbours = Neighbours(identities)
    let doubts = identities.compactMap { Self.doubt($0.identity, path: $0.path, neighbours) }
    // The least sure first, each in the order of the paths.
    self.doubts = ReportIdentity.Confidence.allCases.sorted().flatMap { confidence in
      doubts.filter { $0.confidence == confidence }
    }
    (self.medium, self.low) = (medium, low)
  }

  /// Lines for people; none if all is sure.
  var lines: [String] {
    var lines = doubts.prefix(Self.most).map { doubt in
      "请核对 to be checked   \(doubt.path): \(doubt.words.joined(separator: "；"))"
    }
    if doubts.count > Self.most {
      lines.append("请核对 to be checked   还有 \(doubts.count - Self.most) 个文件 (more documents)")
    }
    if !doubts.isEmpty {
      lines.append(
        "改正 to correct        在 nianbao documents list 写出的 documents.csv 里填 → 后的列，再用 --documents 读；缺的年份也可用 --year"
          + " (fill in the columns behind →, read again with --documents; or --year)")
    }
    if medium + low > 0 {
      lines.append("可信度 confidence      统计数中 medium \(medium)，low \(low)；--confidence high 不列入表格 (withholds them)")
    }
    return lines
  }

  private static func doubt(_ identity: ReportIdentity, path: String, _ neighbours: Neighbours) -> Doubt? {
    let ofYear = identity.reasons.filter { $0.hasPrefix("年份") }
    let ofAgency = identity.reasons.filter { !$0.hasPrefix("年份") }
    // What the user's list says has no issuer isn't missing it.
    let found = [
      (words("年份", identity.year.map(String.init), identity.yearConfidence, ofYear, "year"), identity.yearConfidence),
      (words("机关", identity.agency?.name, identity.agencyConfidence, ofAgency, "agency"), identity.agencyConfidence),
    ]
    var words = found.compactMap(\.0)
    if identity.agency?.division == nil, let hint = neighbours.hint(for: path) { words.append(hint) }
    guard !words.isEmpty, let confidence = found.map({ $0.1 ?? .low }).min() else { return nil }
    return Doubt(
      path: path, confidence: confidence, words: words + (identity.kind == .other ? ["类别不明 → kind"] : []))
  }

  /// `年份 2022（low：年份据…）→ year`; `nil` for what is sure.
  private static func words(
    _ what: String, _ value: String?, _ confidence: ReportIdentity.Confidence?, _ reasons: [String], _ column: String
  ) -> String? {
    if confidence == .high { return nil }
    let reason = ([confidence?.rawValue].compactMap { $0 } + [reasons.joined(separator: "，")].filter { !$0.isEmpty })
      .joined(separator: "：")
    let name = value.map { "\(what) \($0)" } ?? "没有\(what)"
    return reason.isEmpty ? "\(name) → \(column)" : "\(name)（\(reason)）→ \(column)"
  }
}

/// What the other files of a folder tell: a report that doesn't say where it is from mostly lies among those of its place. That is only
/// told and decides nothing, or what is read of a file would change with those beside it.
private struct Neighbours {
  private var places: [String: [String: Int]] = [:]

  /// So many files of one place make a folder that of a place.
  private static let fewest = 2

  init(_ identities: [(path: String, identity: ReportIdentity)]) {
    for (path, identity) in identities where identity.agencyConfidence != .low {
      guard let division = identity.agency?.division else { continue }
      places[DocumentPath.parts(of: path).folder, default: [:]][division.name, default: 0] += 1
    }
  }

  /// The place of all other files of the folder, if it is one.
  func hint(for path: String) -> String? {
    guard let found = places[DocumentPath.parts(of: path).folder], found.count == 1, let (name, count) = found.first,
      count >= Self.fewest
    else { return nil }
    return "同一文件夹的其他 \(count) 个文件都是\(name)的 (so are the other files of the folder)"
  }
}
