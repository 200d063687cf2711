/// Puts lines together between which a number was cut from its unit (全年受理案件612⏎件). Whoever reads a text line by line gives each to it.
///
/// `Part` is how lines that wait for the next are kept: as places of a text, or as bytes of one that isn't kept.
struct LineAssembler<Part> {
  private var cuts = CutNumber()
  private var held: [Part] = []

  /// Takes the next line.
  ///
  /// - Parameters:
  ///   - part: keeps a part of the line.
  ///   - joined: gets the parts that are read as one line, once they are whole.
  ///   - alone: gets the line if it stands for itself.
  mutating func take(
    _ line: Span<UInt8>, part: (Span<UInt8>, Range<Int>) -> Part, joined: ([Part]) throws -> Void,
    alone: (Span<UInt8>) throws -> Void
  ) rethrows {
    switch cuts.take(line) {
    case .passes: break
    case .goesOn(let range, let isWhole):
      held.append(part(line, range))
      if isWhole { try finish(joined) }
    case .opens(let end):
      try finish(joined)
      held = [part(line, 0..<end)]
    case .alone:
      try finish(joined)
      try alone(line)
    }
  }

  /// Gives what is held: no line follows any more.
  mutating func finish(_ joined: ([Part]) throws -> Void) rethrows {
    guard !held.isEmpty else { return }
    defer { held = [] }
    try joined(held)
  }
}
