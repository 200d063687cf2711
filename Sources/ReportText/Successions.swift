import EmbeddedFiles

/// What came after public bodies: by reforms, which replaced one field by another, and by their divisions, which were
/// renamed or got another code.
public struct Successions: Sendable {
  /// Those of the reforms since 2003 and of the divisions since 1980.
  public static let shared = Successions()

  /// The field that followed each field.
  private let fields: [String: String]

  private init() {
    var fields: [String: String] = [:]
    for line in embeddedLines(embedded_successions) {
      let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      if columns.count == 4 { fields[columns[0]] = columns[1] }
    }
    self.fields = fields
  }

  /// The ids of the agencies that followed one, the nearest first: 500381-science-technology-commission (江津市) is followed
  /// by that of 500116 (江津区), by 500381-science-technology, and by 500116-science-technology.
  public func heirs(of id: String) -> [String] {
    let parts = id.split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return [] }
    let codes = chain(parts[0]) { Gazetteer.shared.successor(of: $0)?.code }
    let fields = chain(parts[1]) { self.fields[$0] }
    var heirs: [(distance: Int, id: String)] = []
    for (i, code) in codes.enumerated() {
      for (j, field) in fields.enumerated() where i + j > 0 { heirs.append((i + j, "\(code)-\(field)")) }
    }
    return heirs.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.map(\.id)
  }

  /// What follows `first`, itself included; one that comes again ends it.
  private func chain(_ first: String, next: (String) -> String?) -> [String] {
    var found = [first]
    while let following = next(found[found.count - 1]), !found.contains(following) { found.append(following) }
    return found
  }
}
