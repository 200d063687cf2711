// Built by Scripts/fuzz.sh with the address sanitizer: DamagedDatabase FOLDER SECONDS [SEED]

import Checks
import Foundation
import Observations
import Quantities
import ReportStore
import ReportText
import Tables

/// Numbers that are the same for a seed.
struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Damages the bytes of a database, and reads what is left by all that reads a database. Whatever is damaged, each part either reads or throws
/// an error of ours; a trap, an endless run or a bad access ends the program and leaves the file.
struct Fuzzer {
  let folder: String
  let catalogue = try! Catalogue(files: Catalogue.builtIn)
  var random: Random
  var outcomes: [String: Int] = [:]

  private static let texts = [2022, 2023].map { year in
    """
    台州市椒江區(qū)教育局\(year)年度法治政府建设情况的报告
    受理民办学校许可申请120件，增长20%。其中，准予许可112件，不予许可8件。
    培训教师1.2万人次，发放手册5000余册。一般公共预算收入6.5亿元，增长5%。
    反馈问题25个，整改到位24个，整改完成率95%。办件时限由20个工作日缩减至8个工作日。
    99999999999999999999件。
    """
  }

  var file: String { folder + "/damaged.sqlite" }

  /// A database with a document of every sort of row.
  func original() throws -> [UInt8] {
    let path = folder + "/whole.sqlite"
    let store = try ReportStore(replacing: path, writing: path + ".new")
    let run = try store.beginRun(program: "fuzz", catalogue: catalogue, catalogueSHA256: "")
    let reader = ReportReader(catalogue: catalogue)
    for (number, text) in Self.texts.enumerated() {
      let source = SourceText(source: Array(text.utf8))
      let report = reader.read(source, path: "\(number).txt")
      let hash = SHA256.hex(of: source.source)
      try store.replace([CheckedReport(sha256: hash, contentSHA256: "c\(number)", checking: report)], run: run)
      // A copy of it, and a review of its first figure.
      let copy = reader.read(source, path: "z\(number).txt")
      try store.replace([CheckedReport(sha256: hash + "x", contentSHA256: "c\(number)", checking: copy)], run: run)
      guard let figure = report.observations.first else { continue }
      let review = Review(
        decision: .accept, expected: figure.quantity.value, value: nil, reason: "核对过", reviewer: "甲")
      let id = hash.prefix(8) + "-" + figure.id
      _ = try store.add([ReviewedObservation(observation: String(id), text: figure.text.description, review: review)])
    }
    if let agency = try store.agencies().first { try store.give(name: "某局", to: agency.agency.id) }
    try store.finish()
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let page = 4096
    let pages = bytes.count / page
    // The mark of the program is kept, since without it nothing is read.
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 1..<bytes.count - page, using: &random))
    case 1:
      let at = Int.random(in: 1..<pages, using: &random) * page
      for place in at..<at + page { bytes[place] = 0 }
    case 2:
      let (from, to) = (Int.random(in: 0..<pages, using: &random), Int.random(in: 1..<pages, using: &random))
      bytes.replaceSubrange(to * page..<(to + 1) * page, with: Array(bytes[from * page..<(from + 1) * page]))
    case 3:
      // The heads of pages and the places of their cells.
      let at = Int.random(in: 1..<pages, using: &random) * page
      for _ in 0..<3 { bytes[at + Int.random(in: 0..<64, using: &random)] = .random(in: 0...255, using: &random) }
    default:
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let at = Int.random(in: 100..<bytes.count, using: &random)
        let bit: UInt8 = 1 << UInt8.random(in: 0..<8, using: &random)
        bytes[at] = Bool.random(using: &random) ? .random(in: 0...255, using: &random) : bytes[at] ^ bit
      }
    }
    return bytes
  }

  mutating func note(_ part: String, _ body: () throws -> Void) {
    do {
      try body()
      outcomes[part + " read", default: 0] += 1
    } catch is StoreError {
      outcomes[part + " refused", default: 0] += 1
    } catch {
      // What no caller expects would end a command without a message of ours.
      fatalError("\(part): \(error)")
    }
  }

  mutating func read() {
    var opened: ReportStore?
    let (file, metrics) = (file, catalogue.metrics.prefix(2).map(\.id))
    note("open") { opened = try ReportStore(opening: file) }
    guard let store = opened else { return }
    var documents: [CheckedReport] = []
    note("documents") { documents = try store.documents() }
    note("figures") { _ = try store.figures(FigureQuery()) }
    note("metrics") { try store.forEachMetric(metrics, FigureQuery()) { _ in } }
    note("agencies") { _ = try store.agencies() }
    note("entries") { _ = try store.documentEntries() }
    note("stored") { _ = try store.storedDocuments() }
    note("siblings") { _ = try store.siblings() }
    note("pairs") { _ = try store.suspiciousPairs() }
    note("reviews") { _ = try store.reviews() }
    note("rows") { _ = try store.changedRows() }
    note("integrity") { try store.checkIntegrity() }
    show(documents)
  }

  /// What commands make of documents: findings, verifications and tables.
  private func show(_ documents: [CheckedReport]) {
    for (first, second) in zip(documents, documents.dropFirst()) {
      _ = Verification.of(first.report, against: second.report)
      _ = EditionDifference(first.report, second.report)
    }
    let verified = documents.map { document in
      (document: document, verifications: Verification.of(document.report, against: document.report))
    }
    _ = Table.verifications(verified).csv
    let archive = CheckedArchive(documents, catalogue: catalogue)
    _ = Table.findings(archive).csv
    _ = Table.trend(SeriesSet(documents, catalogue: catalogue)).csv
    _ = Table.numerals(documents).csv
    let pages = AuditPages(archive, catalogue: catalogue, name: "audit.html", generator: "fuzz")
    _ = Table.observations(documents, catalogue: catalogue, pages: pages).csv
    for place in pages.names.indices { _ = pages.html(place) }
  }

  mutating func run(seconds: Int) throws {
    let whole = try original()
    let end = ContinuousClock.now + .seconds(seconds)
    var count = 0
    while ContinuousClock.now < end {
      // A journal that a damaged file was given would be played into the next.
      for ending in ["-journal", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + ending) }
      try Data(damaged(whole)).write(to: URL(fileURLWithPath: file))
      read()
      count += 1
    }
    print("\(count) damaged databases of \(whole.count) bytes, no crash")
    for (outcome, count) in outcomes.sorted(by: { $0.key < $1.key }) { print("  \(outcome): \(count)") }
  }
}

let arguments = CommandLine.arguments
guard arguments.count > 2, let seconds = Int(arguments[2]) else { fatalError("DamagedDatabase FOLDER SECONDS [SEED]") }
let seed = arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : UInt64.random(in: 0 ... .max)
print("seed \(seed)")
var fuzzer = Fuzzer(folder: arguments[1], random: Random(state: seed))
try fuzzer.run(seconds: seconds)
