import EmbeddedFiles

/// Traditional characters with their simplified forms and readings.
struct TraditionalCharacters: Sendable {
  static let shared = TraditionalCharacters()

  /// Simplified form by code point of the traditional character; 0 for any other character.
  let simplified: [UInt16]
  private let readings: [UInt16: [[UInt8]]]

  private init() {
    var simplified = [UInt16](repeating: 0, count: 0x10000)
    var readings: [UInt16: [[UInt8]]] = [:]
    for line in embeddedLines(embedded_traditional) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 3, let from = String(decoding: fields[0], as: UTF8.self).unicodeScalars.first,
        let to = String(decoding: fields[1], as: UTF8.self).unicodeScalars.first
      else { continue }
      simplified[Int(from.value)] = UInt16(to.value)
      readings[UInt16(from.value)] = fields[2].split(separator: 0x20).map(Array.init)
    }
    self.simplified = simplified
    self.readings = readings
  }

  /// Whether `syllable` (with tone marks or without) is a reading of the traditional character `scalar`.
  func hasReading(_ syllable: ArraySlice<UInt8>, of scalar: UInt32) -> Bool {
    guard let readings = readings[UInt16(scalar)], let plain = Self.withoutTones(syllable) else { return false }
    return readings.contains(plain)
  }

  /// The syllable without tone marks, or `nil` if it holds anything but letters.
  private static func withoutTones(_ syllable: ArraySlice<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    for scalar in String(decoding: syllable, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "a"..."z": plain.append(UInt8(scalar.value))
      case "ā", "á", "ǎ", "à": plain.append(UInt8(ascii: "a"))
      case "ē", "é", "ě", "è": plain.append(UInt8(ascii: "e"))
      case "ī", "í", "ǐ", "ì": plain.append(UInt8(ascii: "i"))
      case "ō", "ó", "ǒ", "ò": plain.append(UInt8(ascii: "o"))
      case "ū", "ú", "ǔ", "ù": plain.append(UInt8(ascii: "u"))
      case "ü", "ǖ", "ǘ", "ǚ", "ǜ": plain += Array("ü".utf8)
      case " ": continue
      default: return nil
      }
    }
    return plain
  }
}

/// The lines of an embedded table without its comment lines.
func embeddedLines(_ file: EmbeddedFile) -> [ArraySlice<UInt8>] {
  Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    .split(separator: 0x0A)
    .filter { $0.first != UInt8(ascii: "#") }
}
