/// A number for each kind of stretch, in tenths.
struct FrameScores: Sendable, Equatable {
  private var values: SIMD8<Int32>

  /// No scores.
  init() { values = SIMD8() }

  /// A score for each kind; the places that are no kind's are below all.
  init(_ score: (FrameKind) -> Int32) {
    values = SIMD8(repeating: -1_000_000_000)
    for kind in FrameKind.allCases { values[kind.rawValue] = score(kind) }
  }

  subscript(kind: FrameKind) -> Int32 {
    get { values[kind.rawValue] }
    set { values[kind.rawValue] = newValue }
  }

  /// The greatest score.
  var most: Int32 { FrameKind.allCases.reduce(Int32.min) { max($0, values[$1.rawValue]) } }

  /// The kind with the greatest score among some, of equal ones the first.
  func best(among isOne: (FrameKind) -> Bool) -> FrameKind {
    var best: FrameKind?
    for kind in FrameKind.allCases where isOne(kind) && best.map({ self[kind] > self[$0] }) ?? true { best = kind }
    return best ?? .results
  }

  static func + (left: FrameScores, right: FrameScores) -> FrameScores {
    FrameScores { left[$0] + right[$0] }
  }

  static func += (left: inout FrameScores, right: FrameScores) { left = left + right }

  /// For each kind what speaks for it most, or, if nothing does, what speaks against it most: 存在问题和2024年工作打算 speaks
  /// for both.
  func strongest(with other: FrameScores) -> FrameScores {
    FrameScores { max(self[$0], other[$0]) > 0 ? max(self[$0], other[$0]) : min(self[$0], other[$0]) }
  }

  /// A heading of problems and plans begins with the problems.
  mutating func putProblemsFirst() {
    guard self[.problems] > 0 else { return }
    for kind in FrameKind.allCases where kind != .problems { self[kind] = min(self[kind], self[.problems] - 5) }
  }

  /// So many tenths of the scores.
  func tenths(_ factor: Int32) -> FrameScores { FrameScores { self[$0] * factor / 10 } }
}
