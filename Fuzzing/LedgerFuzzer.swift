// Compiled into one module with Sources/Quantities by Scripts/fuzz.sh; libFuzzer calls this with bytes of its making.

nonisolated(unsafe) private var reader = QuantityReader()

/// Reads any bytes into a ledger and holds it to what a ledger promises: places in order and inside the text, a value for
/// every statistic, and an interval that holds it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLedger(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
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
