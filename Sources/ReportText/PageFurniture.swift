/// What stands in a plain text because it was printed on pages: the pages' numbers, and headers that repeat beside them.
struct PageFurniture {
  /// The lines that hold it, by index.
  let lines: Set<Int>

  /// Finds it among the lines of a text.
  init(_ lines: [PlainTextLayout.Line], _ text: [UInt8]) {
    let shown = lines.indices.filter { !lines[$0].isBlank }
    var numbers: Set<Int> = []
    var bare: [(place: Int, number: Int)] = []
    for (place, line) in shown.enumerated() {
      switch PageNumber(text[lines[line].range]) {
      case .marked: numbers.insert(place)
      case .bare(let number): bare.append((place, number))
      case nil: break
      }
    }
    // Numbers alone may be figures; those of pages ascend by one, with lines between.
    for (one, next) in zip(bare, bare.dropFirst()) where next.number == one.number + 1 && next.place > one.place + 1 {
      numbers.formUnion([one.place, next.place])
    }
    var headers: [ArraySlice<UInt8>: Set<Int>] = [:]
    for place in numbers.flatMap({ [$0 - 1, $0 + 1] }) where shown.indices.contains(place) {
      let line = lines[shown[place]]
      guard !numbers.contains(place), !line.endsSentence(text), !line.isMarked(text) else { continue }
      headers[text[line.range], default: []].insert(place)
    }
    let running = headers.values.filter { $0.count > 1 }.joined()
    self.lines = Set(numbers.union(running).map { shown[$0] })
  }
}

/// How a line tells a page's number.
private enum PageNumber {
  /// As nothing else is written: - 3 -, — 3 —, 第3页, 第 3 页 共 9 页, 3/9.
  case marked
  /// By digits alone.
  case bare(Int)

  private static let longest = 40
  /// What such a line begins with: a digit, a dash or dot, 第.
  private static let firstBytes = Set("0123456789-—–－―·第".map { $0.utf8.first ?? 0 })

  init?(_ line: ArraySlice<UInt8>) {
    guard line.count <= Self.longest, let first = line.first, Self.firstBytes.contains(first) else { return nil }
    let words = String(decoding: line, as: UTF8.self).filter { $0 != " " && $0 != "\u{3000}" }
    if let number = Int(words), words.utf8.count < 5, number > 0 {
      self = .bare(number)
      return
    }
    var form = ""
    for character in words where !(character.isNumber && form.last == "0") {
      form.append(character.isNumber ? "0" : character)
    }
    guard Self.forms.contains(form) else { return nil }
    self = .marked
  }

  private static let forms: Set<String> = [
    "-0-", "—0—", "–0–", "－0－", "―0―", "·0·", "第0页", "第0页共0页", "第0页，共0页", "第0页/共0页", "0/0",
  ]
}
