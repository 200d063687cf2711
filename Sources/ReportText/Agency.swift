/// A public body that issues reports.
public struct Agency: Sendable, Hashable {
  /// Stable id: the division's code and the body's field (`331000-science-technology`), or its name where the field
  /// is unknown. That of a body whose place nothing tells opens with `unplaced` and holds a mark of its document.
  public let id: String
  /// The name as the report writes it: 台州市科技局. Names of one body share the id.
  public let name: String
  /// The division that it belongs to; `nil` if nothing tells.
  public let division: Division?

  /// An agency as stored.
  public init(id: String, name: String, division: Division?) {
    self.id = id
    self.name = name
    self.division = division
  }

  /// The agency of a name as written, or `nil` if the words name no public body.
  ///
  /// - Parameter year: the year that the name is from, for divisions that changed.
  public init?(named text: Substring, year: Int?) {
    guard let name = BodyName(text, year: year) else { return nil }
    self.init(name)
  }

  /// The body of a name.
  init(_ name: BodyName) {
    let division = name.division
    // A body of an unknown place keeps its name as its id.
    let field = division == nil ? String(name.ownName) : name.field
    self.init(id: "\(division?.code ?? Division.nation.code)-\(field)", name: String(name.text), division: division)
  }

  /// The body of a name that tells no place, as one of a division: 市人民政府 of 台州市.
  init(_ name: BodyName, of division: Division) {
    let placed = name.name(of: division)
    // Schools and hospitals are known by their whole name.
    let field = name.field == String(name.ownName) ? placed : name.field
    self.init(id: "\(division.code)-\(field)", name: placed, division: division)
  }

  /// The body of a name that tells no place, as one that only this document knows.
  init(_ name: BodyName, onlyOf document: String) {
    self.init(id: "unplaced-\(name.text)-\(document)", name: String(name.text), division: nil)
  }
}
