import Foundation
import Synchronization

/// Ctrl-C, which lets a long run end where it can be taken up again.
enum Interruption {
  private static let seen = Atomic(false)

  /// Whether Ctrl-C was pressed.
  static var isSeen: Bool { seen.load(ordering: .relaxed) }

  /// From here on Ctrl-C is only noted; pressed again, it ends the program at once.
  static func watch() {
    _ = isSeen
    signal(SIGINT) { _ in
      Interruption.seen.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
