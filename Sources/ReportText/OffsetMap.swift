/// Leads from places of a text to those of the text that it was made of.
struct OffsetMap: Sendable {
  private var stretches: [Stretch] = []

  /// What holds from an offset on.
  private struct Stretch: Sendable {
    let reading: Int
    /// How far the other text's offsets lie ahead.
    let shift: Int
    /// The one place that the whole stretch stands for, such as an entity (`&nbsp;`).
    var fixed: Range<Int>?
  }

  /// From `reading` on offsets lie ahead by `shift`.
  mutating func shift(from reading: Int, by shift: Int) { stretches.append(Stretch(reading: reading, shift: shift)) }

  /// From `reading` on all stands for one place.
  mutating func fix(from reading: Int, to place: Range<Int>) {
    stretches.append(Stretch(reading: reading, shift: 0, fixed: place))
  }

  /// Adds another map from `offset` on, whose places lie ahead by so much.
  mutating func append(_ other: OffsetMap, at offset: Int, ahead: Int) {
    shift(from: offset, by: ahead)
    for stretch in other.stretches {
      let fixed = stretch.fixed.map { $0.lowerBound + offset + ahead..<$0.upperBound + offset + ahead }
      stretches.append(Stretch(reading: stretch.reading + offset, shift: stretch.shift + ahead, fixed: fixed))
    }
  }

  /// The place of a range in the other text. Its end is that of its last character, so that what was taken out behind
  /// it stays outside.
  func source(of range: Range<Int>) -> Range<Int> {
    let first = stretch(at: range.lowerBound)
    let start = first?.fixed?.lowerBound ?? range.lowerBound + (first?.shift ?? 0)
    guard range.upperBound > range.lowerBound else { return start..<start }
    let last = stretch(at: range.upperBound - 1)
    let end = last?.fixed?.upperBound ?? range.upperBound + (last?.shift ?? 0)
    return start..<max(start, end)
  }

  /// Whether all offsets of a range lie ahead by the same.
  func isShift(of range: Range<Int>) -> Bool {
    guard let first = stretches.last(where: { $0.reading <= range.lowerBound }) else {
      return stretches.first.map { $0.reading >= range.upperBound } ?? true
    }
    return first.fixed == nil && !stretches.contains { range.contains($0.reading) && $0.reading > range.lowerBound }
  }

  private func stretch(at offset: Int) -> Stretch? {
    let behind = stretches.partitioningIndex { $0.reading > offset }
    return behind == 0 ? nil : stretches[behind - 1]
  }
}

extension Array {
  /// The first index whose element fulfils a condition that holds for all elements from some place on.
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
