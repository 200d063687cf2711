extension SourceText {
  /// A short mark of the text, by which bodies that only this document knows are told from those of others; the same text in
  /// another encoding or with other blanks and line ends has the same.
  var mark: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in source where byte > 0x20 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
