import EmbeddedFiles

/// What a public body is, apart from its place: 科学技术局, 中共…委员会.
struct Body: Sendable {
  /// The id of its field, or its name where that is unknown.
  let field: String
  /// The full name, with `{}` for the place.
  private let template: String

  /// The full name as one of a place.
  func name(of place: String) -> String { template.replacing("{}", with: place) }

  /// Words that stand before the place, 中共台州市委, longest first, each with the short form.
  private static let heads = [
    ("中国人民政治协商会议", "政协"), ("中国共产党", "中共"), ("政协", "政协"), ("中共", "中共"), ("国家税务总局", ""), ("国家统计局", "国家统计局"),
    ("中华人民共和国", ""),
  ]

  /// A name's words before the place, and the rest.
  static func withoutHead(_ text: Substring) -> (head: String, rest: Substring) {
    for (head, short) in heads where text.hasPrefix(head) && text.count > head.count + 1 {
      return (short, text.dropFirst(head.count))
    }
    return ("", text)
  }

  /// The body of a name without its place.
  ///
  /// - Parameters:
  ///   - head: 中共 or 政协, if the name opens with that.
  ///   - isBehindPlace: whether a place was named before, so that 委 is that of its party committee.
  init(head: String, rest: Substring, isBehindPlace: Bool) {
    if head == "政协" || rest == "政协" {
      self.init(field: "consultative-conference", template: "政协{}委员会")
      return
    }
    guard isBehindPlace || head == "中共", let behind = Self.behindCommittee(rest) else {
      let body = BodyTable.shared.body(rest)
      self.init(field: body.field, template: head + body.template)
      return
    }
    guard !behind.isEmpty else {
      self.init(field: "party-committee", template: "中共{}委员会")
      return
    }
    let body = BodyTable.shared.body("委" + behind)
    self.init(field: body.field, template: "中共" + body.template)
  }

  /// A body of the whole country: 国务院, 国家统计局, 最高人民法院, 科学技术部.
  init?(national text: Substring) {
    var rest = text
    for head in ["中华人民共和国", "国家", "最高", "全国"] where rest.hasPrefix(head) { rest = rest.dropFirst(head.count) }
    let body = BodyTable.shared.body(rest)
    let isMinistry = rest.hasSuffix("部") && body.field != String(rest)
    guard rest.hasPrefix("国务院") || isMinistry || rest.count < text.count, !rest.isEmpty else { return nil }
    let head = text.dropLast(rest.count).replacing("中华人民共和国", with: "")
    self.init(field: body.field, template: head + body.name(of: ""))
  }

  /// Whether the table has the name.
  static func isKnown(_ name: Substring) -> Bool { BodyTable.shared.body(name).field != String(name) }

  /// What follows 委 or 委员会 of a party committee: 宣传部 of 委宣传部; `nil` where neither opens the name.
  private static func behindCommittee(_ rest: Substring) -> Substring? {
    for committee in ["委员会", "委"] where rest.hasPrefix(committee) { return rest.dropFirst(committee.count) }
    return nil
  }

  fileprivate init(field: String, template: String) {
    self.field = field
    self.template = template
  }
}

/// Fields of public bodies, to bring short and full names together.
struct BodyTable: Sendable {
  static let shared = BodyTable()

  /// The body of each whole name, and of each stem, to which an ending belongs.
  private let wholes: [String: (field: String, name: String)]
  private let stems: [String: (field: String, name: String)]
  /// Words that a body's name ends in, the longest first.
  private static let endings = ["委员会办公室", "委员会", "管理局", "办公室", "办公厅", "总局", "局", "厅", "委", "部", "署", "办"]

  private init() {
    var wholes: [String: (field: String, name: String)] = [:]
    var stems: [String: (field: String, name: String)] = [:]
    for line in embeddedLines(embedded_bodies) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count >= 3 else { continue }
      for name in [fields[1]] + fields[2].split(separator: " ").map(String.init) {
        let canonical = (fields[0], fields[1].replacing("~", with: ""))
        if name.hasSuffix("~") { stems[String(name.dropLast())] = canonical } else { wholes[name] = canonical }
      }
    }
    self.wholes = wholes
    self.stems = stems
  }

  /// The body named without its place (科技厅 → 科学技术厅); one of unknown field keeps its name.
  func body(_ name: Substring) -> Body {
    if let whole = wholes[String(name)] { return Body(field: whole.field, template: "{}" + whole.name) }
    for ending in Self.endings where name.hasSuffix(ending) {
      guard let stem = stems[String(name.dropLast(ending.count))] else { continue }
      return Body(field: stem.field, template: "{}" + stem.name + (ending == "委" ? "委员会" : ending))
    }
    return Body(field: String(name), template: "{}" + name)
  }
}
