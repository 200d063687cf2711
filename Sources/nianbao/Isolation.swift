import Foundation

/// Work that may fail in any way without taking the program along.
enum Isolation {
  /// Told where a document made the program itself fail.
  struct Fall: Error, CustomStringConvertible {
    let path: String

    var description: String { "\(path): 程序自身出错，没有读这个文件，其余照读；请把这个文件报告给开发者 (the program failed on this file)" }
  }

  /// The result of `body`, which reads the document at `path` on a thread of its own.
  ///
  /// A thread that meets a trap of Swift's, or uses up its stack, stands still for ever with what it holds: nothing is known of its
  /// state, so that no more of it may run, while all else goes on. Any other fault in memory ends the program.
  ///
  /// - Throws: `Fall`, and what `body` throws.
  static func run<T>(_ path: String, _ body: @escaping () throws -> T) throws -> T {
    _ = watching
    let work = IsolatedWork(body)
    guard work.run() else { return try body() }
    guard let result = work.result else { throw Fall(path: path) }
    return try result.get()
  }

  /// Leads from a thread to the state of its work.
  fileprivate static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  /// Set up once: what happens at a trap or when a stack is used up.
  private static let watching: Void = {
    _ = key
    var action = sigaction()
    action.__sigaction_handler.sa_sigaction = { number, info, _ in
      let state = pthread_getspecific(Isolation.key)?.assumingMemoryBound(to: IsolatedWork<Void>.State.self)
      let address = UInt(bitPattern: info?.pointee._sifields._sigfault.si_addr)
      guard let state, number != SIGSEGV || state.pointee.stackEnd.contains(address) else {
        signal(number, SIG_DFL)
        raise(number)
        return
      }
      // Nothing but what is allowed in a signal's handler, since the thread may hold any lock.
      sem_post(&state.pointee.end)
      while true { pause() }
    }
    action.sa_flags = CInt(SA_SIGINFO) | CInt(SA_ONSTACK)
    for number in [SIGILL, SIGTRAP, SIGSEGV] { sigaction(number, &action, nil) }
  }()
}

/// Work on a thread of its own, with its result.
private final class IsolatedWork<T> {
  /// What a signal's handler needs to know.
  struct State {
    /// Raised when the work is done or its thread fell.
    var end = sem_t()
    /// The addresses that are touched when the stack is used up.
    var stackEnd: Range<UInt> = 0..<0
  }

  private let body: () throws -> T
  private(set) var result: Result<T, any Error>?
  /// Never freed if the thread falls, as its room isn't.
  private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

  /// Long sentences are read by functions that call themselves.
  private static var stackSize: Int { 8 << 20 }
  /// Wide enough that no function's variables reach beyond it.
  private static var guardSize: Int { 1 << 20 }
  /// What the handler runs on.
  private static var signalStackSize: Int { 1 << 16 }

  init(_ body: @escaping () throws -> T) { self.body = body }

  /// Does the work and waits for its end, or for its fall, which leaves no result.
  ///
  /// - Returns: `false` if the system has no thread left, and nothing was done.
  func run() -> Bool {
    let size = Self.guardSize + Self.stackSize + Self.signalStackSize
    let room = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let room, room != MAP_FAILED else { return false }
    mprotect(room, Self.guardSize, PROT_NONE)
    state.initialize(to: State())
    state.pointee.stackEnd = UInt(bitPattern: room)..<UInt(bitPattern: room) + UInt(Self.guardSize)
    sem_init(&state.pointee.end, 0, 0)
    let stack = room + Self.guardSize
    var thread = pthread_t()
    let hasBegun = begin(&thread, on: stack) { self.work(signalStack: stack + Self.stackSize) }
    if hasBegun {
      // A signal such as Ctrl-C ends the waiting and not the work.
      while sem_wait(&state.pointee.end) != 0 {}
      if result == nil { return true }
      pthread_join(thread, nil)
    }
    sem_destroy(&state.pointee.end)
    state.deallocate()
    munmap(room, size)
    return hasBegun
  }

  private func begin(
    _ thread: inout pthread_t, on stack: UnsafeMutableRawPointer, _ body: @escaping () -> Void
  ) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstack(&attributes, stack, Self.stackSize)
    let start = Unmanaged.passRetained(Start(body))
    let problem = pthread_create(
      &thread, &attributes,
      { start in
        Unmanaged<Start>.fromOpaque(start!).takeRetainedValue().body()
        return nil
      }, start.toOpaque())
    if problem != 0 { start.release() }
    return problem == 0
  }

  private func work(signalStack: UnsafeMutableRawPointer) {
    var stack = stack_t(ss_sp: signalStack, ss_flags: 0, ss_size: Self.signalStackSize)
    sigaltstack(&stack, nil)
    pthread_setspecific(Isolation.key, state)
    let result = Result { try body() }
    pthread_setspecific(Isolation.key, nil)
    self.result = result
    sem_post(&state.pointee.end)
  }
}

/// What a thread begins with.
private final class Start {
  let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }
}
