import Observations
import Quantities
import ReportText

/// What became of a stored figure in its file.
public struct Verification: Sendable {
  /// The answer for one figure.
  public enum Verdict: String, Sendable, CaseIterable {
    /// It stands where it stood and reads the same.
    case exact
    /// Its sentence stands elsewhere, with the same figure.
    case moved
    /// Its sentence is there, and the figure in it, or how it reads, is another.
    case changed
    /// Its sentence isn't in the file any more.
    case lost
    /// The file is gone or can't be read.
    case missing
  }

  /// The figure as stored.
  public let stored: Observation
  /// The answer.
  public let verdict: Verdict
  /// The figure that the file has now in its place; `nil` if there is none.
  public let found: Observation?

  /// The answers for all figures of a stored report, in their order.
  ///
  /// - Parameter current: its file read again, or `nil` if that can't be done.
  public static func of(_ stored: Report, against current: Report?) -> [Verification] {
    guard let current else {
      return stored.observations.map { Verification(stored: $0, verdict: .missing, found: nil) }
    }
    return FigureMatcher(stored, current).verifications
  }
}

/// Finds the figures of a stored report in its file as it is now, by ever weaker likeness of their sentences.
private struct FigureMatcher {
  /// A figure with its place among those of its sentence, since a sentence may tell 5件 twice.
  private struct Figure {
    let observation: Observation
    let place: Int
    let skeleton: ArraySlice<UInt8>
  }

  private struct Key: Hashable {
    let words: ArraySlice<UInt8>
    let place: Int
    var span: SourceSpan?
  }

  private let stored: [Figure]
  private let current: [Figure]
  private let isSameText: Bool
  /// For each stored figure the current one that it was found as.
  private var pairs: [Int?]
  private var isTaken: [Bool]

  init(_ stored: Report, _ current: Report) {
    self.stored = Self.figures(stored)
    self.current = Self.figures(current)
    isSameText = stored.text.source == current.text.source
    pairs = Array(repeating: nil, count: self.stored.count)
    isTaken = Array(repeating: false, count: self.current.count)
    pair { Key(words: $0.observation.quote.bytes, place: $0.place, span: $0.observation.span) }
    if isSameText {
      // Another version of the program may cut sentences otherwise.
      pair { Key(words: Excerpt($0.observation.id).bytes, place: 0) }
    } else {
      pair { Key(words: $0.observation.quote.bytes, place: $0.place) }
      pair { Key(words: $0.skeleton, place: $0.place) }
      pairReworded()
    }
  }

  var verifications: [Verification] {
    zip(stored, pairs).map { figure, index in
      let before = figure.observation
      guard let index else {
        return Verification(stored: before, verdict: isSameText ? .changed : .lost, found: nil)
      }
      let now = current[index].observation
      let isSame =
        now.quantity == before.quantity && now.text == before.text
        && (isSameText || current[index].skeleton == figure.skeleton)
      let verdict: Verification.Verdict = !isSame ? .changed : now.span == before.span ? .exact : .moved
      return Verification(stored: before, verdict: verdict, found: now)
    }
  }

  private static func figures(_ report: Report) -> [Figure] {
    var figures: [Figure] = []
    for observation in report.observations {
      let last = figures.last
      let goesOn = last?.observation.quote == observation.quote && last?.observation.span.line == observation.span.line
      figures.append(
        Figure(
          observation: observation, place: goesOn ? (last?.place ?? 0) + 1 : 0,
          skeleton: goesOn ? last?.skeleton ?? [] : skeleton(observation.quote)))
    }
    return figures
  }

  /// Pairs what has the same key, in the order of the text.
  private mutating func pair(_ key: (Figure) -> Key) {
    var waiting: [Key: [Int]] = [:]
    for index in current.indices.reversed() where !isTaken[index] {
      waiting[key(current[index]), default: []].append(index)
    }
    for index in stored.indices where pairs[index] == nil {
      guard let found = waiting[key(stored[index])]?.popLast() else { continue }
      pairs[index] = found
      isTaken[found] = true
    }
  }

  /// Pairs figures between the same neighbours whose sentences differ in few words (60件 became 60余件).
  private mutating func pairReworded() {
    var next = 0
    for index in stored.indices {
      if let found = pairs[index] {
        next = found + 1
      } else if next < current.count, !isTaken[next], Self.areAlike(stored[index].skeleton, current[next].skeleton) {
        pairs[index] = next
        isTaken[next] = true
        next += 1
      }
    }
  }

  /// Whether what two sentences begin and end with in common is most of the longer one.
  private static func areAlike(_ first: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    let shorter = min(first.count, other.count)
    let head = zip(first, other).prefix { $0 == $1 }.count
    let tail = zip(first.reversed(), other.reversed()).prefix { $0 == $1 }.count
    return min(head + tail, shorter) * 4 >= max(first.count, other.count) * 3
  }

  /// A sentence without what its numbers are written in, so that one with another number is found.
  private static func skeleton(_ quote: Excerpt) -> ArraySlice<UInt8> {
    let words = quote.description.unicodeScalars.filter { !ofNumbers.contains($0) }
    return Excerpt(String(String.UnicodeScalarView(words))).bytes
  }

  private static let ofNumbers = Set("0123456789０１２３４５６７８９.,．，零〇一二两三四五六七八九十百千万亿".unicodeScalars)
}
