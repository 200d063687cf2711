import ReportText

/// Which stored document stands at which paths, worked out before a run reads anything: from what the store holds and what the
/// files are now. So it doesn't matter in which order paths were renamed, swapped or copied, and no document is given up because
/// another took its path before it was seen at its new one.
///
/// A document stands at a home, from whose bytes it was read, and at the paths of its copies. The home is the first of its paths,
/// as it would be if all were read anew.
struct Settlement {
  /// The paths of a document, with the SHA-256 of the bytes at those of its copies.
  struct Place: Equatable {
    var home: ExactPath
    var copies: [ExactPath: String]
    /// Whether it was read from other bytes than those at its home, or what was read depends on another path.
    var isStale: Bool
  }

  /// The documents that stand elsewhere than the store tells, by their rows.
  private(set) var changed: [(row: Int64, place: Place)] = []
  /// The rows of the documents that stand nowhere any more.
  private(set) var abandoned: [Int64] = []
  /// The paths at which the bytes are those that the store knows.
  private(set) var settled: Set<ExactPath> = []
  /// How many paths took the place of another.
  private(set) var moved = 0
  /// New copies, with the paths of the documents that they are copies of.
  private(set) var copies: [(path: ExactPath, original: ExactPath)] = []

  private let files: [ExactPath: String]
  private let isTied: (ExactPath) -> Bool
  /// The paths of each document, with the SHA-256 of its bytes there, sorted by what is at them now.
  private var paths: [Int64: Paths] = [:]

  private struct Paths {
    /// Where it stands.
    var standing: [ExactPath: String] = [:]
    /// Those of `standing` that the store doesn't know.
    var added: [ExactPath] = []
    /// Where no file is any more.
    var vanished: [ExactPath: String] = [:]
    /// Where other bytes are.
    var replaced: [ExactPath: String] = [:]
  }

  /// - Parameters:
  ///   - stored: what the store holds.
  ///   - run: the way of reading; what was read in another way is to be read again.
  ///   - files: SHA-256 of the bytes at each path; none for what couldn't be read or is no part of the run.
  ///   - vanished: stored paths at which no file is any more.
  ///   - isTied: whether what is read of a file depends on its path.
  init(
    _ stored: [StoredDocument], run: Int64, files: [ExactPath: String], vanished: Set<ExactPath>,
    isTied: @escaping (ExactPath) -> Bool
  ) {
    self.files = files
    self.isTied = isTied
    for entry in stored {
      let now = files[entry.path]
      if vanished.contains(entry.path) {
        paths[entry.row, default: Paths()].vanished[entry.path] = entry.sha256
      } else if now == nil || now == entry.sha256 {
        paths[entry.row, default: Paths()].standing[entry.path] = entry.sha256
        if now != nil, entry.run == run, !entry.isStale { settled.insert(entry.path) }
      } else {
        paths[entry.row, default: Paths()].replaced[entry.path] = entry.sha256
      }
    }
    findMoved(stored.filter { $0.run == run && !$0.isStale })
    let copies = Dictionary(grouping: stored.filter(\.isCopy), by: \.row)
    for document in stored where !document.isCopy {
      let copies = Dictionary((copies[document.row] ?? []).map { ($0.path, $0.sha256) }) { first, _ in first }
      settle(document, at: Place(home: document.path, copies: copies, isStale: document.isStale))
    }
  }

  /// Finds documents at paths that weren't known to be theirs.
  private mutating func findMoved(_ stored: [StoredDocument]) {
    // The bytes of a document are it wherever they are, rather than a copy of another that says the same; that one says the
    // same may depend on its path.
    let originals = stored.filter { !$0.isCopy }.map { ($0.sha256, $0.row) }
    let others = stored.filter { $0.isCopy && !isTied($0.path) }.map { ($0.sha256, $0.row) }
    let rows = Dictionary(originals) { first, _ in first }
    let copies = Dictionary(others) { first, _ in first }
    for (path, sha256) in files where !settled.contains(path) {
      guard let row = rows[sha256] ?? (isTied(path) ? nil : copies[sha256]) else { continue }
      paths[row, default: Paths()].standing[path] = sha256
      paths[row, default: Paths()].added.append(path)
      settled.insert(path)
    }
  }

  private mutating func settle(_ document: StoredDocument, at before: Place) {
    let known = paths[document.row] ?? Paths()
    var now = known.standing
    if now.isEmpty { now = known.vanished }
    // What stands at its path is to be read, and takes the place of the document only when that can be done.
    if now.isEmpty { now = known.replaced.filter { !settled.contains($0.key) } }
    guard let first = now.keys.min() else {
      abandoned.append(document.row)
      return
    }
    let own = now.filter { $0.value == document.sha256 && canStand(document, at: $0.key) }.keys.min()
    if own != first, files[first] != nil {
      // Another than what is stored comes first: the document is to be read from that.
      settled.remove(first)
      now[first] = nil
    }
    let home = own ?? first
    now[home] = nil
    let place = Place(home: home, copies: now, isStale: own == nil)
    if place != before { changed.append((document.row, place)) }
    tell(of: known, home)
  }

  /// Whether what was read of a document is the same when its bytes stand at a path.
  private func canStand(_ document: StoredDocument, at path: ExactPath) -> Bool {
    !document.isStale && (path == document.path || !isTied(path) && !isTied(document.path))
  }

  /// A path that was added takes the place of one that was left, or else is a copy.
  private mutating func tell(of paths: Paths, _ home: ExactPath) {
    let added = paths.added.filter(settled.contains).sorted()
    let moves = min(added.count, paths.replaced.count + paths.vanished.count)
    moved += moves
    copies += added.dropFirst(moves).filter { $0 != home }.map { ($0, home) }
  }
}
