import Quantities
import Yams

/// Reads a catalogue file; every mistake is reported with its line, none stops the reading of the rest.
struct CatalogueFile {
  private let file: String
  private var errors: [CatalogueError] = []

  private static let keys: Set<String> = [
    "id", "zh", "en", "unit", "kinds", "period", "combine", "patterns", "without", "examples", "counterexamples",
  ]

  /// The metrics of a file, and its mistakes.
  static func read(_ text: String, file: String) -> (metrics: [Metric], errors: [CatalogueError]) {
    var reader = CatalogueFile(file: file)
    let metrics = reader.metrics(text)
    return (metrics, reader.errors.sorted { $0.source.line < $1.source.line })
  }

  private init(file: String) { self.file = file }

  private mutating func metrics(_ text: String) -> [Metric] {
    let root: Node?
    do {
      // A catalogue holds nothing but text; to try whether it is a number or a date takes a third of the start.
      root = try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      fail(error.line, "YAML 语法错误：\(error.reason)")
      return []
    } catch {
      fail(1, "YAML 语法错误：\(error)")
      return []
    }
    guard let list = root?.mapping?["metrics"]?.sequence else {
      fail(1, "应有 metrics: 列表")
      return []
    }
    var metrics: [Metric] = []
    var lines: [String: Int] = [:]
    for node in list {
      guard let metric = metric(node) else { continue }
      if let earlier = lines.updateValue(metric.source.line, forKey: metric.id) {
        fail(node, "指标编号重复：\(metric.id)（已在第 \(earlier) 行）")
        continue
      }
      metrics.append(metric)
    }
    return metrics
  }

  private mutating func metric(_ node: Node) -> Metric? {
    guard let mapping = node.mapping else {
      fail(node, "指标应是一组“键: 值”")
      return nil
    }
    for (key, _) in mapping where !Self.keys.contains(key.string ?? "") {
      fail(key, "未知的键“\(key.string ?? "?")”；可用的键：\(Self.keys.sorted().joined(separator: ", "))")
    }
    let before = errors.count
    let id = text("id", of: mapping, node)
    if !id.isEmpty, !id.utf8.allSatisfy(Self.isOfID) {
      fail(node, "编号只用小写字母、数字和下划线：\(id)")
    }
    let patterns = list("patterns", of: mapping).compactMap { item -> Pattern? in
      do throws(Pattern.SyntaxError) {
        return try Pattern(item.string ?? "")
      } catch {
        fail(item, error.message)
        return nil
      }
    }
    if patterns.isEmpty, errors.count == before { fail(node, "指标“\(id)”至少要有一个模式（patterns）") }
    let units = strings("unit", of: mapping)
    if units.isEmpty { fail(node, "指标“\(id)”缺少单位（unit）") }
    let claimed = examples("examples", of: mapping, areClaimed: true)
    if list("examples", of: mapping).isEmpty { fail(node, "指标“\(id)”至少要有一个例句（examples）") }
    let metric = Metric(
      id: id, chinese: text("zh", of: mapping, node), english: text("en", of: mapping, node), units: units,
      period: choice("period", of: mapping, node) ?? .flow,
      combination: choice("combine", of: mapping, node) ?? .separate,
      kinds: kinds(of: mapping), patterns: patterns, without: strings("without", of: mapping), examples: claimed,
      counterexamples: examples("counterexamples", of: mapping, areClaimed: false), source: source(of: node))
    return errors.count == before ? metric : nil
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private mutating func text(_ key: String, of mapping: Node.Mapping, _ node: Node) -> String {
    guard let text = mapping[key]?.string, !text.isEmpty else {
      fail(node, "缺少“\(key)”")
      return ""
    }
    return text
  }

  private mutating func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, of mapping: Node.Mapping, _ node: Node
  ) -> T? where T.RawValue == String {
    let known = T.allCases.map(\.rawValue).joined(separator: ", ")
    guard let value = mapping[key] else {
      fail(node, "缺少“\(key)”；可用的值：\(known)")
      return nil
    }
    guard let choice = T(rawValue: value.string ?? "") else {
      fail(value, "“\(key)”不能是“\(value.string ?? "?")”；可用的值：\(known)")
      return nil
    }
    return choice
  }

  private mutating func kinds(of mapping: Node.Mapping) -> Set<QuantityKind>? {
    guard mapping["kinds"] != nil else { return nil }
    var kinds: Set<QuantityKind> = []
    for node in list("kinds", of: mapping) {
      if let kind = QuantityKind(rawValue: node.string ?? "") {
        kinds.insert(kind)
      } else {
        let known = QuantityKind.allCases.map(\.rawValue).joined(separator: ", ")
        fail(node, "“kinds”不能是“\(node.string ?? "?")”；可用的值：\(known)")
      }
    }
    return kinds
  }

  private mutating func examples(_ key: String, of mapping: Node.Mapping, areClaimed: Bool) -> [MetricExample] {
    list(key, of: mapping).compactMap { node in
      let marked = node.scalar?.string ?? ""
      let example = MetricExample(marked, isClaimed: areClaimed, source: source(of: node))
      if example == nil { fail(node, "例句要用 ⟦ 和 ⟧ 标出数字：\(marked)") }
      return example
    }
  }

  private func list(_ key: String, of mapping: Node.Mapping) -> [Node] {
    guard let node = mapping[key] else { return [] }
    return node.sequence.map(Array.init) ?? [node]
  }

  private func strings(_ key: String, of mapping: Node.Mapping) -> [String] {
    list(key, of: mapping).compactMap { $0.scalar?.string }
  }

  private func source(of node: Node) -> CatalogueSource { CatalogueSource(file: file, line: node.mark?.line ?? 1) }

  private mutating func fail(_ node: Node, _ message: String) {
    errors.append(CatalogueError(source: source(of: node), message: message))
  }

  private mutating func fail(_ line: Int?, _ message: String) {
    errors.append(CatalogueError(source: CatalogueSource(file: file, line: line ?? 1), message: message))
  }
}

extension YamlError {
  /// The line that the error names, from 1.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  /// What is wrong there.
  fileprivate var reason: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    default: "\(self)"
    }
  }
}
