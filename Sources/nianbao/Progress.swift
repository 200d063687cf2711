import Foundation

/// How far a long run is, on a terminal only.
struct Progress {
  private let total: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = Date()
  private var last = Date.distantPast

  init(total: Int) { self.total = total }

  /// Shows that `done` documents are done, a few times a second.
  mutating func show(_ done: Int) {
    guard isShown, Date().timeIntervalSince(last) > 0.2 else { return }
    last = Date()
    let seconds = last.timeIntervalSince(start)
    let rate = Double(done) / max(seconds, 0.001)
    let left = rate > 0 ? Int(Double(total - done) / rate) : 0
    let time = "\(left / 60):" + (left % 60 < 10 ? "0" : "") + "\(left % 60)"
    write("\r\u{1B}[K\(done)/\(total)  每秒 \(Int(rate)) 份 (per second)  还要 \(time) (left)")
  }

  /// Takes the line away, for a message or at the end.
  func clear() { if isShown { write("\r\u{1B}[K") } }

  private func write(_ text: String) { Console.show(text) }
}
