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
    /// SHA-256 of the documents that were read, by their paths.
    fileprivate(set) var readFiles: [ExactPath: String] = [:]
    /// Stored paths at which no file is any more, of documents that stand nowhere else.
    var vanished: [String] = []
  }

  private enum Reading: Sendable {
    case read(CheckedReport, warnings: [String])
    case known
    case failed(String)
  }

  /// Documents written in one transaction.
  private static let batchSize = 16
  /// Bytes of text written in one transaction, so that few long documents are held at once.
  private static let batchBytes = 4 << 20

  private let reader: ReportReader
  private let identities: KnownIdentities
  private let jobs: Int
  private let paths: [String]
  private let beginRun: (ReportStore) throws -> Int64

  /// - Throws: `ExitCode` 2 for mistakes in what the options name.
  init(_ catalogue: Catalogue, _ options: ReadingOptions) throws {
    jobs = options.jobs
    paths = options.storedPaths
    identities = try options.identities.load()
    reader = ReportReader(catalogue: catalogue)
    let catalogueText = try options.catalogue.sourceText()
    let (encoding, known) = (options.encoding.encoding, options.identities)
    let options = "\(encoding?.rawValue ?? "") \(known.year ?? 0) \(try known.listText())"
    beginRun = { store in
      try store.beginRun(
        program: "nianbao \(Nianbao.configuration.version)", catalogue: catalogue,
        catalogueSHA256: SHA256.hex(of: Array(catalogueText.utf8)), optionsSHA256: SHA256.hex(of: Array(options.utf8))
      )
    }
  }

  /// Reads what the store doesn't hold as it is now; what can't be read is reported, and the rest goes on.
  ///
  /// First all files are held against what is stored, so that documents are known wherever they are now; then the rest is read.
  func run(_ found: [Input], into store: ReportStore, _ problems: inout Problems) throws -> Outcome {
    let inputs = found.filter { !identities.isList($0.path) }.sorted { ExactPath($0.path) < ExactPath($1.path) }
    let run = try beginRun(store)
    let vanished = vanished(from: try store.storedDocuments(), inputs)
    var files = try hashes(of: inputs, for: run, store)
    var outcome = Outcome()
    var unread = try settle(inputs, files, vanished, run, store, &outcome)
    outcome.unchanged = inputs.count - unread.count - outcome.moved
    var tried: Set<ExactPath> = []
    while !unread.isEmpty, !outcome.isInterrupted {
      // What wasn't looked at before, such as standard input, may be known.
      let known = try store.storedDocuments().filter { $0.run == run && !$0.isStale && files[$0.path] == nil }
      try read(unread, known, vanished, run, store, &outcome, &problems)
      tried.formUnion(unread.map { ExactPath($0.path) })
      files.merge(outcome.readFiles) { _, read in read }
      // A document that took the place of another may leave copies of that to be read.
      unread = try settle(inputs, files, vanished, run, store, &outcome).filter { !tried.contains(ExactPath($0.path)) }
      outcome.unchanged -= unread.count
    }
    outcome.vanished = try store.storedDocuments().map(\.path).filter(vanished.contains).map(\.description)
    try tellOfEditions(Set(outcome.readFiles.keys.map(\.description)), store)
    try tellOfDoubts(store)
    return outcome
  }

  /// Gives stored documents the paths at which they are now, and returns what is to be read.
  private func settle(
    _ inputs: [Input], _ files: [ExactPath: String], _ vanished: Set<ExactPath>, _ run: Int64, _ store: ReportStore,
    _ outcome: inout Outcome
  ) throws -> [Input] {
    let settled = try store.settle(files, vanished: vanished, run: run, isTied: isTied)
    for copy in settled.copies { Self.tell(of: copy) }
    outcome.moved += settled.moved
    return inputs.filter { !settled.known.contains(ExactPath($0.path)) }
  }

  private func isTied(_ path: ExactPath) -> Bool { identities.isTied(path.description) }

  /// The stored paths of this run at which no file is any more.
  private func vanished(from stored: [StoredDocument], _ inputs: [Input]) -> Set<ExactPath> {
    let found = Set(inputs.map { ExactPath($0.path) })
    return Set(stored.map(\.path)).subtracting(found).filter { entry in
      let path = entry.description
      return path != "-" && paths.contains { DocumentPath.lies(path, in: $0) }
        && !DocumentPath.exists(path)
    }
  }

  /// SHA-256 of the files that can be read, where the store may know some of them. Standard input is read only once.
  private func hashes(of inputs: [Input], for run: Int64, _ store: ReportStore) throws -> [ExactPath: String] {
    guard try store.storedDocuments().contains(where: { $0.run == run }) else { return [:] }
    let files = inputs.filter { $0.path != "-" }
    let work = OrderedWork(count: files.count, threads: jobs) { number in
      (try? files[number].bytes()).map { (ExactPath(files[number].path), SHA256.hex(of: $0)) }
    }
    defer {
      work.stop()
      work.join()
    }
    var hashes: [ExactPath: String] = [:]
    while let hash = work.next() {
      if let (path, sha256) = hash { hashes[path] = sha256 }
    }
    return hashes
  }

  private func read(
    _ inputs: [Input], _ known: [StoredDocument], _ vanished: Set<ExactPath>, _ run: Int64, _ store: ReportStore,
    _ outcome: inout Outcome, _ problems: inout Problems
  ) throws {
    let known = Dictionary(known.map { ($0.path, $0.sha256) }) { first, _ in first }
    let work = OrderedWork(count: inputs.count, threads: jobs) { [reader, identities] number in
      Self.reading(of: inputs[number], reader, identities, known: known[ExactPath(inputs[number].path)])
    }
    defer {
      work.stop()
      work.join()
    }
    try write(work, count: inputs.count, vanished, run, store, &outcome, &problems)
  }

  /// - Parameter known: SHA-256 of the bytes that the store knows at the path.
  private static func reading(
    of input: Input, _ reader: ReportReader, _ identities: KnownIdentities, known: String?
  ) -> Reading {
    do {
      let bytes = try input.bytes()
      let sha256 = SHA256.hex(of: bytes)
      if sha256 == known { return .known }
      return try Isolation.run(input.path) {
        let text = try SourceText(bytes: bytes, path: input.path, encoding: input.encoding)
        let report = reader.read(text, path: input.path, identity: identities.identity(of: text, path: input.path))
        return .read(
          CheckedReport(sha256: sha256, contentSHA256: SHA256.hex(of: report.content), checking: report),
          warnings: text.warnings(path: input.path))
      }
    } catch {
      return .failed("\(error)")
    }
  }

  private func write(
    _ work: OrderedWork<Reading>, count: Int, _ vanished: Set<ExactPath>, _ run: Int64, _ store: ReportStore,
    _ outcome: inout Outcome, _ problems: inout Problems
  ) throws {
    var progress = Progress(total: count)
    var done = 0
    var batch: [CheckedReport] = []
    var bytes = 0
    func flush() throws {
      for copy in try store.replace(batch, run: run, vanished: vanished, isTied: isTied) {
        progress.clear()
        Self.tell(of: copy)
      }
      (batch, bytes) = ([], 0)
    }
    while let reading = work.next() {
      switch reading {
      case .read(let document, let warnings):
        if !warnings.isEmpty { progress.clear() }
        for warning in warnings { Console.error(warning) }
        outcome.read += 1
        outcome.readFiles[ExactPath(document.report.path)] = document.sha256
        batch.append(document)
        bytes += document.report.text.source.count
      case .known:
        outcome.unchanged += 1
      case .failed(let message):
        outcome.unreadable += 1
        progress.clear()
        problems.report(message)
      }
      if batch.count >= Self.batchSize || bytes >= Self.batchBytes { try flush() }
      done += 1
      progress.show(done)
      if Interruption.isSeen, !outcome.isInterrupted {
        outcome.isInterrupted = true
        work.stop()
      }
    }
    try flush()
    progress.clear()
  }

  private static func tell(of copy: (path: String, original: String)) {
    Console.error("\(copy.path): 与 \(copy.original) 是同一文件的副本，只存一份 (copy of another file)")
  }

  /// Tells where what was read is another edition of what is stored: each document is held against those before it.
  private func tellOfEditions(_ read: Set<String>, _ store: ReportStore) throws {
    if read.isEmpty { return }
    for paths in try store.siblings() where paths.contains(where: read.contains) {
      let reports = try store.documents(at: paths).map(\.report)
      for (place, second) in reports.enumerated() {
        let earlier = reports[..<place].lazy.filter { read.contains($0.path) || read.contains(second.path) }
        let messages = earlier.compactMap { first in
          EditionDifference(first, second)?.message(first, second)
        }
        if let message = messages.first { Console.error(message) }
      }
    }
  }

  /// Tells of what only a person can decide.
  private func tellOfDoubts(_ store: ReportStore) throws {
    for (first, second) in try store.suspiciousPairs() {
      Console.error("\(second): 正文与 \(first) 完全相同而机关不同，请核对 (same text under another agency)")
    }
    for entry in try store.reviews() where entry.state == .stale {
      Console.error("\(entry.path): 审核意见失效，不再套用：\(entry.text)（\(entry.quote)）；请重审 (stale review)")
    }
  }
}
