import EmbeddedFiles

/// The divisions of the country since 1980, by name.
///
/// Names are looked for in bytes, so that a start of the program makes no strings, and a text only those of what it names.
struct Gazetteer: Sendable {
  static let shared = Gazetteer()

  /// A line of the embedded table: where its fields stand there.
  private struct Row {
    let code: Range<Int>
    let name: Range<Int>
    let from: Int
    let to: Int?
    let successor: Range<Int>
  }

  /// One of the names of a row, which all are beginnings of its full name.
  private struct Entry {
    let row: Int
    /// In bytes.
    let length: Int
    /// The entry before it in its slot, or -1.
    let next: Int
  }

  /// What stands in a text: a division by one of its names.
  private struct Match {
    let division: Division
    /// Where the name ends in the text.
    let end: Int
    /// Whether the name is the full one.
    let isWhole: Bool
  }

  private let bytes: [UInt8]
  /// In the order of codes, then of years.
  private let rows: [Row]
  private let entries: [Entry]
  /// The last entry of each slot, or -1.
  private let slots: [Int]
  /// By the first two characters, how many bytes the longest name that opens with them has.
  private let longest: [UInt8]

  private init() {
    let bytes = Array(UnsafeBufferPointer(start: embedded_divisions.bytes, count: embedded_divisions.count))
    var rows: [Row] = []
    var entries: [Entry] = []
    var slots = [Int](repeating: -1, count: Self.slotCount)
    var longest = [UInt8](repeating: 0, count: 1 << 16)
    rows.reserveCapacity(1 << 13)
    entries.reserveCapacity(1 << 14)
    func add(_ length: Int, _ name: Range<Int>) {
      let hash = Self.hash(bytes, name.lowerBound, name.lowerBound + length)
      let slot = Int(hash % UInt64(Self.slotCount))
      entries.append(Entry(row: rows.count, length: length, next: slots[slot]))
      slots[slot] = entries.count - 1
    }
    var start = 0
    while let end = bytes.span.offset(of: 0x0A, from: start) {
      defer { start = end + 1 }
      guard bytes[start] != UInt8(ascii: "#"), let row = Self.row(bytes, start, end) else { continue }
      let name = bytes[row.name]
      if let opening = Self.opening(bytes, row.name.lowerBound) {
        longest[opening] = max(longest[opening], UInt8(name.count))
      }
      let short = Self.shortLength(name)
      // 凉山彝族自治州 is 凉山 to most.
      let place = Self.lengthBeforePeoples(name.prefix(short))
      add(name.count, row.name)
      if short < name.count { add(short, row.name) }
      if place < short { add(place, row.name) }
      rows.append(row)
    }
    self.bytes = bytes
    self.rows = rows
    self.entries = entries
    self.slots = slots
    self.longest = longest
  }

  // MARK: - Looking up

  /// The divisions named at the start of `text`, from above (重庆市江津区 gives both), and the rest of the text.
  ///
  /// Of several places of one name the one within the division named before it is taken, then those of one of some kinds
  /// (市, 县 …) if any are, then one valid in `year`; a name that stays ambiguous gives none.
  func leading(_ text: Substring, year: Int?, kinds: [String] = []) -> (chain: [Division], rest: Substring) {
    let utf8 = Array(text.utf8)
    var chain: [Division] = []
    var at = 0
    while let match = match(utf8, at, within: chain.last, year: year, kinds: kinds) {
      chain.append(match.division)
      at = match.end
      if match.division.level == .county { break }
    }
    return (chain, text[text.utf8.index(text.startIndex, offsetBy: at)...])
  }

  /// Whether there is or was a division of a full name.
  func has(_ name: Substring) -> Bool {
    let utf8 = Array(name.utf8)
    return !rows(named: utf8, utf8.indices).isEmpty
  }

  /// How often texts speak of each division of one of some kinds (市, 州, 县 …) that there was in `year`.
  ///
  /// A county named in full speaks for the prefecture around it. Divisions inside prefectures, and the cities of province
  /// rank, which others name too, count only with the word for their kind.
  func counts(in texts: some Sequence<Substring>, kinds: [String], year: Int?) -> [Division: Int] {
    var counts: [Division: Int] = [:]
    for text in texts {
      let utf8 = Array(text.utf8)
      var at = 0
      while at < utf8.count {
        guard let match = match(utf8, at, within: nil, year: year) else {
          at += 1
          continue
        }
        at = match.end
        let division = match.division
        guard division.isNameOfItsOwn, division.isAbout(year) else { continue }
        if kinds.contains(where: division.isOf) {
          if match.isWhole || division.isKnownByItsShortName { counts[division, default: 0] += 1 }
        } else if match.isWhole, division.level == .county, let above = self.division(above: division, year: year),
          kinds.contains(where: above.isOf)
        {
          counts[above, default: 0] += 1
        }
      }
    }
    return counts
  }

  /// The division that followed one that ended, or `nil` if it didn't end or the tables don't tell.
  func successor(of code: String) -> Division? {
    guard let last = rows(of: code).last, last.to != nil, !last.successor.isEmpty else { return nil }
    return rows(of: text(last.successor)).first { $0.from > last.to ?? .max }.map(division)
  }

  /// The prefecture around a county, or the province where there is none between them.
  private func division(above county: Division, year: Int?) -> Division? {
    for code in [county.code.prefix(4) + "00", county.code.prefix(2) + "0000"] {
      if let valid = rows(of: String(code)).map(division).last(where: { $0.isValid(in: year) }) { return valid }
    }
    return nil
  }

  /// The rows of a code, in the order of their years.
  private func rows(of code: String) -> ArraySlice<Row> {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes[rows[middle].code].lexicographicallyPrecedes(code.utf8) { low = middle + 1 } else { high = middle }
    }
    return rows[low...].prefix { bytes[$0.code].elementsEqual(code.utf8) }
  }

  private func division(_ row: Row) -> Division {
    Division(code: text(row.code), name: text(row.name), from: row.from, to: row.to)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The division by whose longest name a text goes on at `start`.
  private func match(
    _ text: [UInt8], _ start: Int, within parent: Division?, year: Int?, kinds: [String] = []
  ) -> Match? {
    guard let opening = Self.opening(text, start), longest[opening] > 0 else { return nil }
    var end = min(text.count, start + Int(longest[opening]))
    while end >= start + 6 {
      defer { end -= 1 }
      if end < text.count, text[end] & 0xC0 == 0x80 { continue }
      if let match = match(text, start..<end, within: parent, year: year, kinds: kinds) { return match }
    }
    return nil
  }

  private func match(
    _ text: [UInt8], _ range: Range<Int>, within parent: Division?, year: Int?, kinds: [String]
  ) -> Match? {
    let next = Self.kind(in: text, at: range.upperBound)
    // 永宁区 is no 永宁县: a short name is followed by no word for another kind.
    var candidates = rows(named: text, range).filter { row in
      next.map { range.count == row.name.count || bytes[row.name].suffix(3).elementsEqual($0) } ?? true
    }.map(division)
    if let parent { candidates.removeAll { $0.code == parent.code || !$0.code.hasPrefix(parent.codeStem) } }
    let wanted = candidates.filter { candidate in kinds.contains(where: candidate.isOf) }
    guard let found = Self.choose(wanted.isEmpty ? candidates : wanted, year: year) else { return nil }
    let isWhole = found.name.utf8.count == range.count
    // 黔东南州 is 黔东南苗族侗族自治州.
    return Match(
      division: found, end: range.upperBound + (isWhole ? 0 : next?.count ?? 0), isWhole: isWhole)
  }

  /// The rows that have a name, whole or short, in the order of the table.
  private func rows(named text: [UInt8], _ range: Range<Int>) -> [Row] {
    var found: [Row] = []
    var entry = slots[Int(Self.hash(text, range.lowerBound, range.upperBound) % UInt64(Self.slotCount))]
    while entry >= 0 {
      let (row, length) = (rows[entries[entry].row], entries[entry].length)
      entry = entries[entry].next
      if length == range.count, bytes[row.name].prefix(length).elementsEqual(text[range]) { found.append(row) }
    }
    // Slots hold the last entry first.
    return found.reversed()
  }

  /// Of several divisions of one name the one valid in `year`, then the highest (台州市 is a prefecture before a county of
  /// old times), then the one that there is today.
  private static func choose(_ found: [Division], year: Int?) -> Division? {
    var candidates = found
    if let year, candidates.count > 1 {
      let valid = candidates.filter { $0.isValid(in: year) }
      if !valid.isEmpty { candidates = valid }
    }
    guard let highest = candidates.map(\.level.rank).min() else { return nil }
    candidates.removeAll { $0.level.rank != highest }
    if Set(candidates.map(\.code)).count > 1 {
      candidates.removeAll { $0.to != nil }
      if Set(candidates.map(\.code)).count != 1 { return nil }
    }
    return candidates.last
  }

  // MARK: - Bytes

  /// A prime, about as many as there are names.
  private static let slotCount = 16_381

  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in start..<end { hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01B3 }
    return hash >> 8
  }

  /// A number below 2^16 for the two characters at `start`; `nil` if they aren't Chinese.
  private static func opening(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 6 <= bytes.count, bytes[start] & 0xF0 == 0xE0, bytes[start + 3] & 0xF0 == 0xE0 else { return nil }
    func scalar(_ at: Int) -> Int {
      Int(bytes[at] & 0x0F) << 12 | Int(bytes[at + 1] & 0x3F) << 6 | Int(bytes[at + 2] & 0x3F)
    }
    return (scalar(start) &* 0x9E5 ^ scalar(start + 3)) & 0xFFFF
  }

  /// The row of a line: code, name, first year, last year, successor.
  private static func row(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Row? {
    var tabs: [Int] = []
    for at in start..<end where bytes[at] == 0x09 { tabs.append(at) }
    guard tabs.count == 4, let from = number(bytes[tabs[1] + 1..<tabs[2]]) else { return nil }
    return Row(
      code: start..<tabs[0], name: tabs[0] + 1..<tabs[1], from: from, to: number(bytes[tabs[2] + 1..<tabs[3]]),
      successor: tabs[3] + 1..<end)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// The word for a kind of division that stands at an offset.
  private static func kind(in text: [UInt8], at offset: Int) -> [UInt8]? {
    guard offset + 3 <= text.count else { return nil }
    return nextKinds.first { text[offset..<offset + 3].elementsEqual($0) }
  }

  private static let nextKinds = ["省", "市", "区", "县", "州", "盟", "旗"].map { Array($0.utf8) }

  private static let kinds = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "区", "县", "盟", "旗"]
    .map { Array($0.utf8) }

  /// The bytes of a name without the word for its kind: 江津, 台州, 云南.
  private static func shortLength(_ name: ArraySlice<UInt8>) -> Int {
    for kind in kinds where name.count - kind.count >= 6 && name.suffix(kind.count).elementsEqual(kind) {
      return name.count - kind.count
    }
    return name.count
  }

  /// The bytes of a short name without the peoples in it: 黔东南苗族侗族, 巴音郭楞蒙古.
  private static func lengthBeforePeoples(_ name: ArraySlice<UInt8>) -> Int {
    var rest = name
    while let last = rest.last,
      let people = peoples[last]?.first(where: { rest.count - $0.count >= 6 && rest.hasSuffix($0) })
    {
      rest = rest.dropLast(people.count)
    }
    return rest.count
  }

  /// Names of peoples as they stand in those of divisions, the longest first, by their last byte.
  private static let peoples = Dictionary(
    grouping: """
      傈僳族 土家族 布依族 哈尼族 景颇族 朝鲜族 仡佬族 拉祜族 纳西族 毛南族 仫佬族 达斡尔族 东乡族 撒拉族 保安族 裕固族 哈萨克族 鄂温克族 鄂伦春族 普米族 布朗族 独龙族 蒙古族 塔吉克 柯尔克孜 哈萨克
      维吾尔 锡伯 蒙古 各族 苗族 侗族 彝族 藏族 羌族 傣族 白族 回族 壮族 瑶族 满族 黎族 畲族 水族 佤族 怒族 土族
      """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }, by: { $0[$0.count - 1] })
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
