import EmbeddedFiles
import Quantities
import ReportText

/// The words and weights of the outline, as the embedded tables tell them.
struct OutlineWords: Sendable {
  static let shared = OutlineWords()

  /// All words; the payload is an index in `cues`.
  let automaton: WordAutomaton
  /// The cues of each word.
  private let cues: [[OutlineCue]]
  private let weights: [FrameScores?]

  private init() {
    var byWord: [String: [OutlineCue]] = [:]
    for columns in Self.rows(embedded_outline_words) {
      guard columns.count == 3, let cue = OutlineCue(columns[0]) else { continue }
      for word in columns[1].split(separator: " ") { byWord[String(word), default: []].append(cue) }
    }
    let words = byWord.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    cues = words.map(\.value)
    automaton = WordAutomaton(words.enumerated().map { (word: $1.key, payload: Int32($0)) })
    var weights = [FrameScores?](
      repeating: nil, count: OutlinePlace.allCases.count * OutlineCue.allCases.count)
    for columns in Self.rows(embedded_outline_weights) {
      guard columns.count == 9, let place = OutlinePlace(columns[0]), let cue = OutlineCue(columns[1]) else { continue }
      weights[Self.index(place, cue)] = FrameScores { Int32(columns[2 + $0.rawValue]) ?? 0 }
    }
    self.weights = weights
  }

  /// The cues of the word with a payload.
  func cues(of payload: Int32) -> [OutlineCue] { cues[Int(payload)] }

  /// What a cue weighs at a place, for each kind of stretch; `nil` if nothing.
  func weight(_ cue: OutlineCue, _ place: OutlinePlace) -> FrameScores? {
    weights[Self.index(place, cue)]
  }

  private static func index(_ place: OutlinePlace, _ cue: OutlineCue) -> Int {
    place.rawValue * OutlineCue.allCases.count + cue.rawValue
  }

  private static func rows(_ file: EmbeddedFile) -> [[Substring]] {
    String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}
