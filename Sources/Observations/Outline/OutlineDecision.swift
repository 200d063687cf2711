/// The reading of a whole document that fits its evidence and the grammar of its kind best, by dynamic programming over
/// its segments: the best way to each kind of each segment from the front, and from there to the end.
struct OutlineDecision {
  /// The kind of each segment.
  private(set) var kinds: [FrameKind]
  /// For each segment how much worse, in tenths, the best reading is that gives its figures another meaning.
  private(set) var margins: [Int32]
  /// What the best reading is worth, in tenths.
  private(set) var worth: Int32 = 0

  init(_ segments: [OutlineSegment], _ grammar: OutlineGrammar) {
    kinds = Array(repeating: .results, count: segments.count)
    margins = Array(repeating: 0, count: segments.count)
    guard let first = segments.first else { return }
    let turns = OutlineTurns(grammar)
    let each = FrameScores { -grammar.each($0) }
    var front: [FrameScores] = []
    front.reserveCapacity(segments.count)
    front.append(first.scores + each + FrameScores { -grammar.start($0) })
    for segment in segments.dropFirst() {
      front.append(turns.best(into: segment.boundary, from: front[front.count - 1]) + segment.scores + each)
    }
    var back = FrameScores { _ in 0 }
    for index in segments.indices.reversed() {
      let whole = front[index] + back
      let best = whole.best(among: { _ in true })
      let other = whole.best(among: { $0.meansTheSame != best.meansTheSame })
      kinds[index] = best
      margins[index] = whole[best] - whole[other]
      worth = whole[best]
      back = turns.best(outOf: segments[index].boundary, to: back + segments[index].scores + each)
    }
  }
}

/// What turns cost at each boundary, as columns and rows of their table.
private struct OutlineTurns {
  private let into: [[FrameScores]]
  private let outOf: [[FrameScores]]

  init(_ grammar: OutlineGrammar) {
    let boundaries = OutlineGrammar.Boundary.allCases
    into = boundaries.map { boundary in
      FrameKind.allCases.map { to in FrameScores { -grammar.turn(from: $0, to: to, at: boundary) } }
    }
    outOf = boundaries.map { boundary in
      FrameKind.allCases.map { from in FrameScores { -grammar.turn(from: from, to: $0, at: boundary) } }
    }
  }

  /// The best that comes into each kind from the kinds before.
  func best(into boundary: OutlineGrammar.Boundary, from front: FrameScores) -> FrameScores {
    let columns = into[boundary.rawValue]
    return FrameScores { (front + columns[$0.rawValue]).most }
  }

  /// The best that goes on from each kind to the kinds behind.
  func best(outOf boundary: OutlineGrammar.Boundary, to back: FrameScores) -> FrameScores {
    let rows = outOf[boundary.rawValue]
    return FrameScores { (back + rows[$0.rawValue]).most }
  }
}
