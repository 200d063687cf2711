import EmbeddedFiles

/// A public body that issues reports.
public struct Agency: Sendable, Hashable {
  /// Stable id: the division's code and the body's field (`331000-science-technology`), or its name where the field
  /// is unknown.
  public let id: String
  /// The name in full form: 台州市科学技术局.
  public let name: String
  /// The division that it belongs to; `nil` if the name doesn't tell.
  public let division: Division?

  /// An agency as stored.
  public init(id: String, name: String, division: Division?) {
    self.id = id
    self.name = name
    self.division = division
  }
}

/// Fields of public bodies, to bring short and full names together.
struct BodyTable: Sendable {
  static let shared = BodyTable()

  private struct Body: Sendable {
    let id: String
    let stem: String
    let aliases: [String]
  }

  private let bodies: [Body]
  /// Words that a body's name ends in, the longest first.
  private static let endings = ["委员会办公室", "委员会", "管理局", "办公室", "办公厅", "局", "厅", "委", "部", "署", "办"]

  private init() {
    bodies = embeddedLines(embedded_bodies).compactMap { line in
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count >= 3 else { return nil }
      return Body(id: fields[0], stem: fields[1], aliases: fields[2].split(separator: " ").map(String.init))
    }
  }

  /// The id of the field and the full name of a body named without its division (科技厅 → 科学技术厅).
  func body(_ name: Substring) -> (id: String, name: String) {
    for body in bodies where name == body.stem || body.aliases.contains(String(name)) && body.id == "government" {
      return (body.id, body.stem)
    }
    for ending in Self.endings where name.hasSuffix(ending) {
      let stem = String(name.dropLast(ending.count))
      for body in bodies where stem == body.stem || body.aliases.contains(stem) {
        return (body.id, body.stem + (ending == "委" ? "委员会" : ending))
      }
    }
    return (String(name), String(name))
  }
}

extension Agency {
  /// The agency of a name as written, or `nil` if the words name no public body.
  ///
  /// - Parameter year: the year that the name is from, for divisions that changed.
  init?(named text: Substring, year: Int?) {
    let (chain, rest) = Gazetteer.shared.leading(text, year: year)
    let isNational = rest.hasPrefix("国务院")
    guard !rest.isEmpty, Self.isBodyName(rest) else { return nil }
    let (bodyID, bodyName) = BodyTable.shared.body(rest)
    let division = isNational ? Division.nation : chain.last
    let prefix = chain.map(\.name).joined()
    self.init(id: "\(division?.code ?? "000000")-\(bodyID)", name: prefix + bodyName, division: division)
  }

  /// This body as one of a division: 市人民政府 of 台州市.
  func of(_ division: Division) -> Agency {
    let (bodyID, bodyName) = BodyTable.shared.body(name.dropFirst())
    return Agency(id: "\(division.code)-\(bodyID)", name: division.name + bodyName, division: division)
  }

  /// The kind of division (市, 州, 县 …) where the name tells that but not which division it is.
  var unnamedKind: Character? {
    guard division == nil, let first = name.first, "省市州盟县区旗".contains(first) else { return nil }
    return first
  }

  /// Whether a name ends as names of public bodies do.
  static func isBodyName(_ text: some StringProtocol) -> Bool {
    let endings = [
      "局", "厅", "委", "委员会", "政府", "办公室", "办公厅", "国务院", "法院", "检察院", "管理处", "总队", "支队", "署", "中心", "联合会", "部",
    ]
    return text.count <= 30 && endings.contains { text.hasSuffix($0) }
  }
}
