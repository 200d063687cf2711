import Glibc
import Quantities

/// libFuzzer's own loop: it calls the function with bytes of its making.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum LedgerFuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runFuzzer(&count, &arguments, fuzzLedger))
  }
}

nonisolated(unsafe) private var reader = QuantityReader()

/// Reads any bytes into a ledger and holds it to what a ledger promises: places in order and inside the text, a value for
/// every statistic, and an interval that holds it.
private func fuzzLedger(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  reader.read(bytes.span)
  for entry in reader.entries {
    precondition(0 <= entry.span.lowerBound && entry.span.upperBound <= count, "span outside the text")
    precondition(!entry.span.isEmpty, "empty span")
    precondition(entry.span.overlaps(entry.numeral), "numeral outside its span")
    guard entry.numeralClass == .statistic else { continue }
    guard let quantity = entry.quantity else { preconditionFailure("statistic without quantity") }
    if let low = quantity.low, let high = quantity.high { precondition(low <= high, "empty interval") }
    _ = quantity.value.description
  }
  return 0
}
