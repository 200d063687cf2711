import CNettle

/// SHA-256 of bytes that come one after the other.
public struct SHA256 {
  private var state = sha256_ctx()

  /// A hash of no bytes yet.
  public init() { nettle_sha256_init(&state) }

  /// The hash of bytes, in hexadecimal.
  public static func hex(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.add($0) }
    return hash.hex()
  }

  /// Adds bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(&state, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }

  /// The hash in hexadecimal.
  mutating func hex() -> String {
    var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&state, hash.count, &hash)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
