import EmbeddedFiles

/// What public bodies are, apart from their place: the fields by which names of one body are brought together.
enum Body {
  /// Words that stand before the place, 中共台州市委, longest first, and are no part of the field.
  static let heads = ["中国人民政治协商会议", "中国共产党", "政协", "中共", "国家税务总局", "国家统计局", "中华人民共和国"]

  /// The field of a name without its place.
  ///
  /// - Parameters:
  ///   - head: what stands before the place, such as 中共.
  ///   - isBehindPlace: whether a place was named before, so that 委 is that of its party committee.
  static func field(head: Substring, rest: Substring, isBehindPlace: Bool) -> String {
    if ["政协", "中国人民政治协商会议"].contains(head) || rest == "政协" { return "consultative-conference" }
    if isBehindPlace || ["中共", "中国共产党"].contains(head), let behind = behindCommittee(rest) {
      return behind.isEmpty ? "party-committee" : BodyTable.shared.field(of: "委" + behind)
    }
    // 国家金融监督管理总局浙江监管局 is no other 监管局.
    return (heads.contains(String(head)) ? "" : head) + BodyTable.shared.field(of: rest)
  }

  /// The field of a body of the whole country (国务院, 国家统计局, 最高人民法院, 科学技术部), or `nil` if the name is none.
  static func nationalField(of text: Substring) -> String? {
    var rest = text
    for head in ["中华人民共和国", "国家", "最高", "全国"] where rest.hasPrefix(head) { rest = rest.dropFirst(head.count) }
    let field = BodyTable.shared.field(of: rest)
    let isMinistry = rest.hasSuffix("部") && field != String(rest)
    guard rest.hasPrefix("国务院") || isMinistry || rest.count < text.count, !rest.isEmpty else { return nil }
    return field
  }

  /// Whether the table has the name.
  static func isKnown(_ name: Substring) -> Bool { BodyTable.shared.field(of: name) != String(name) }

  /// Whether a name is that of a body of the whole country whose field the table has: 最高人民法院.
  static func isKnownOfNation(_ name: Substring) -> Bool {
    ["国家", "最高", "全国"].contains { name.hasPrefix($0) && isKnown(name.dropFirst($0.count)) }
  }

  /// What follows 委 or 委员会 of a party committee: 宣传部 of 委宣传部; `nil` where neither opens the name.
  private static func behindCommittee(_ rest: Substring) -> Substring? {
    for committee in ["委员会", "委"] where rest.hasPrefix(committee) { return rest.dropFirst(committee.count) }
    return nil
  }
}

/// Fields of public bodies, to bring short and full names together.
struct BodyTable: Sendable {
  static let shared = BodyTable()

  /// The field of each whole name, and of each stem, to which an ending belongs.
  private let wholes: [String: String]
  private let stems: [String: String]
  /// Words that a body's name ends in, the longest first.
  private static let endings = ["委员会办公室", "委员会", "管理局", "办公室", "办公厅", "总局", "局", "厅", "委", "部", "署", "办"]

  private init() {
    var wholes: [String: String] = [:]
    var stems: [String: String] = [:]
    for line in embeddedLines(embedded_bodies) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count >= 3 else { continue }
      for name in [fields[1]] + fields[2].split(separator: " ").map(String.init) {
        if name.hasSuffix("~") { stems[String(name.dropLast())] = fields[0] } else { wholes[name] = fields[0] }
      }
    }
    self.wholes = wholes
    self.stems = stems
  }

  /// The field of a body named without its place (科技厅); one that the table hasn't is its own.
  func field(of name: Substring) -> String {
    if let whole = wholes[String(name)] { return whole }
    for ending in Self.endings where name.hasSuffix(ending) {
      if let stem = stems[String(name.dropLast(ending.count))] { return stem }
    }
    return String(name)
  }
}
