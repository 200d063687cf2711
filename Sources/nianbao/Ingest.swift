import CNettle
import Checks
import Foundation
import Observations
import ReportStore
import ReportText

/// Reads documents into a store: on several threads, written by one in bounded batches.
struct Ingest {
  /// What became of the documents.
  struct Outcome {
    var read = 0
    var unchanged = 0
    var moved = 0
    var unreadable = 0
    var isInterrupted = false
  }

  private enum Reading: Sendable {
    case read(CheckedReport, warning: String?)
    case known(StoredDocument, path: String)
    case failed(String)
  }

  /// Documents written in one transaction.
  private static let batchSize = 16
  /// Bytes of text written in one transaction, so that few long documents are held at once.
  private static let batchBytes = 4 << 20

  private let reader: ReportReader
  private let identities: KnownIdentities
  private let jobs: Int
  private let beginRun: (ReportStore) throws -> Int64

  /// - Throws: `ExitCode` 2 for mistakes in what the options name.
  init(_ catalogue: Catalogue, _ options: ReadingOptions) throws {
    jobs = options.jobs
    identities = try options.identities.load()
    reader = ReportReader(catalogue: catalogue)
    let catalogueText = try options.catalogue.sourceText()
    let (encoding, known) = (options.encoding.encoding, options.identities)
    let options = "\(encoding?.rawValue ?? "") \(known.year ?? 0) \(try known.listText())"
    beginRun = { store in
      try store.beginRun(
        program: "nianbao \(Nianbao.configuration.version)", catalogue: catalogue,
        catalogueSHA256: Self.sha256(of: Array(catalogueText.utf8)), optionsSHA256: Self.sha256(of: Array(options.utf8))
      )
    }
  }

  /// Reads what the store doesn't hold as it is now; what can't be read is reported, and the rest goes on.
  func run(_ found: [Input], into store: ReportStore, _ problems: inout Problems) throws -> Outcome {
    let inputs = found.filter { !identities.isList($0.path) }
    let run = try beginRun(store)
    let known = Dictionary(try store.storedDocuments().map { ($0.sha256, $0) }) { first, _ in first }
    let work = OrderedWork(count: inputs.count, threads: jobs) { [reader, identities] number in
      Self.reading(of: inputs[number], reader, identities) { sha256 in
        known[sha256].flatMap { $0.run == run ? $0 : nil }
      }
    }
    defer {
      work.stop()
      work.join()
    }
    return try write(work, paths: Set(inputs.map(\.path)), run, store, &problems)
  }

  private static func reading(
    of input: Input, _ reader: ReportReader, _ identities: KnownIdentities, known: (String) -> StoredDocument?
  ) -> Reading {
    do {
      let bytes = try input.bytes()
      let sha256 = sha256(of: bytes)
      if let document = known(sha256) { return .known(document, path: input.path) }
      return try Isolation.run(input.path) {
        let text = try SourceText(bytes: bytes, path: input.path, encoding: input.encoding)
        let report = reader.read(text, path: input.path, identity: identities.identity(of: text, path: input.path))
        return .read(
          CheckedReport(sha256: sha256, contentSHA256: Self.sha256(of: Array(text.content)), checking: report),
          warning: text.damage?.message(path: input.path))
      }
    } catch {
      return .failed("\(error)")
    }
  }

  private func write(
    _ work: OrderedWork<Reading>, paths: Set<String>, _ run: Int64, _ store: ReportStore, _ problems: inout Problems
  ) throws -> Outcome {
    var outcome = Outcome()
    var progress = Progress(total: paths.count)
    var batch: [CheckedReport] = []
    var bytes = 0
    var moves: [(sha256: String, path: String)] = []
    func flush() throws {
      for (path, original) in try store.replace(batch, run: run) {
        progress.clear()
        Console.error("\(path): 与 \(original) 是同一文件的副本，只存一份 (copy of another file)")
      }
      if !moves.isEmpty { try store.move(moves) }
      (batch, bytes, moves) = ([], 0, [])
    }
    while let reading = work.next() {
      switch reading {
      case .read(let document, let warning):
        if let warning {
          progress.clear()
          Console.error(warning)
        }
        outcome.read += 1
        batch.append(document)
        bytes += document.report.text.source.count
      // A document that is at two places is kept under that at which it was found first.
      case .known(let document, let path)
      where path == document.path || paths.contains(document.path)
        || DocumentPath.exists(document.path):
        outcome.unchanged += 1
      case .known(let document, let path):
        outcome.moved += 1
        moves.append((document.sha256, path))
      case .failed(let message):
        outcome.unreadable += 1
        progress.clear()
        problems.report(message)
      }
      if batch.count >= Self.batchSize || bytes >= Self.batchBytes { try flush() }
      progress.show(outcome.read + outcome.unchanged + outcome.moved + outcome.unreadable)
      if Interruption.isSeen, !outcome.isInterrupted {
        outcome.isInterrupted = true
        work.stop()
      }
    }
    try flush()
    progress.clear()
    for (first, second) in try store.suspiciousPairs() {
      Console.error("\(second): 正文与 \(first) 完全相同而机关不同，请核对 (same text under another agency)")
    }
    for entry in try store.reviews() where entry.state == .stale {
      Console.error("\(entry.path): 审核意见失效，不再套用：\(entry.text)（\(entry.quote)）；请重审 (stale review)")
    }
    return outcome
  }

  private static func sha256(of bytes: [UInt8]) -> String {
    var state = sha256_ctx()
    var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_init(&state)
    nettle_sha256_update(&state, bytes.count, bytes)
    nettle_sha256_digest(&state, hash.count, &hash)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
