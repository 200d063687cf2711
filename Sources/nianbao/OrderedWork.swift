import Foundation

/// Work done by several threads whose results are taken by one, in the order of the work: so what is made of them doesn't
/// depend on how many threads there are.
///
/// Its state is only touched with the lock of `condition` held.
final class OrderedWork<Result: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let work: @Sendable (Int) -> Result
  private let count: Int
  /// How many results may wait to be taken: few, since documents are held, but enough for the threads to go on while results
  /// are written.
  private let window: Int
  private var begun = 0
  private var taken = 0
  private var waiting: [Int: Result] = [:]
  private var isStopped = false
  private var threads: Int

  /// Begins `count` pieces of work on so many threads.
  init(count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.threads = threads
    self.work = work
    window = threads * 16
    for _ in 0..<threads {
      Thread { self.serve() }.start()
    }
  }

  private func serve() {
    condition.lock()
    while !isStopped, begun < count {
      guard begun < taken + window else {
        condition.wait()
        continue
      }
      let number = begun
      begun += 1
      condition.unlock()
      let result = work(number)
      condition.lock()
      waiting[number] = result
      condition.broadcast()
    }
    threads -= 1
    condition.broadcast()
    condition.unlock()
  }

  /// The next result; `nil` when there is none any more.
  func next() -> Result? {
    condition.lock()
    defer { condition.unlock() }
    while taken < begun || (!isStopped && begun < count) {
      if let result = waiting.removeValue(forKey: taken) {
        taken += 1
        condition.broadcast()
        return result
      }
      condition.wait()
    }
    return nil
  }

  /// Lets no further piece begin; what has begun can still be taken.
  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }

  /// Waits until no thread works any more.
  func join() {
    condition.lock()
    while threads > 0 { condition.wait() }
    condition.unlock()
  }
}
