import Checks
import Observations
import ReportText
import Testing

/// What became of stored figures when their file changed.
@Suite struct VerificationTests {
  private static let catalogue = try! Catalogue(files: Catalogue.builtIn)
  private static let text = """
    平川县水务局2023年工作报告
    全年受理许可申请60件，办结60件。
    修建水渠三十公里，投资1.2万元。
    规范性文件报备率和及时率均达到100%。
    """

  private static func read(_ text: String) throws -> Report {
    ReportReader(catalogue: catalogue).read(try SourceText(bytes: Array(text.utf8), path: "a"), path: "a")
  }

  /// `60件 exact`, and for what isn't there any more where and how it stands now.
  private func verdicts(_ stored: String = text, against current: String) throws -> [String] {
    Verification.of(try Self.read(stored), against: try Self.read(current)).map { verification in
      let found = verification.verdict == .exact ? nil : verification.found
      return "\(verification.stored.text) \(verification.verdict.rawValue)"
        + (found.map { " \($0.span.line):\($0.span.start) \($0.text)" } ?? "")
    }
  }

  @Test func anUntouchedFileIsExact() throws {
    #expect(
      try verdicts(against: Self.text) == [
        "60件 exact", "60件 exact", "三十公里 exact", "1.2万元 exact", "100% exact", "100% exact",
      ])
  }

  @Test func linesInsertedAboveMoveWhatFollows() throws {
    let current = Self.text.replacing("修建", with: "召开会议3次。\n\n修建")
    #expect(
      try verdicts(against: current) == [
        "60件 exact", "60件 exact", "三十公里 moved 5:4 三十公里", "1.2万元 moved 5:11 1.2万元", "100% moved 6:15 100%",
        "100% moved 6:15 100%",
      ])
  }

  /// Each figure of a sentence is told apart from the others, also where two are written alike.
  @Test(arguments: [
    ("申请60件", "申请90件", ["60件 changed 2:8 90件", "60件 exact", "三十公里 exact"]),
    ("办结60件", "办结6件", ["60件 exact", "60件 changed 2:14 6件", "三十公里 exact"]),
    ("三十公里", "三百公里", ["60件 exact", "60件 exact", "三十公里 changed 3:4 三百公里"]),
    ("办结60件", "办结60余件", ["60件 changed 2:8 60件", "60件 changed 2:14 60余件", "三十公里 exact"]),
    ("三十公里", "三十里", ["60件 exact", "60件 exact", "三十公里 changed 3:4 三十里"]),
  ])
  func anotherNumberIsAChange(_ old: String, _ new: String, _ expected: [String]) throws {
    #expect(Array(try verdicts(against: Self.text.replacing(old, with: new)).prefix(3)) == expected)
  }

  @Test func aDroppedMultiplierIsAChange() throws {
    let found = try verdicts(against: Self.text.replacing("1.2万元", with: "1.2元"))
    #expect(found[3] == "1.2万元 changed 3:11 1.2元")
    #expect(found[4] == "100% exact")
  }

  @Test func aSentenceThatIsGoneIsLost() throws {
    let current = Self.text.replacing("修建水渠三十公里，投资1.2万元。\n", with: "")
    #expect(
      try verdicts(against: current) == [
        "60件 exact", "60件 exact", "三十公里 lost", "1.2万元 lost", "100% moved 3:15 100%", "100% moved 3:15 100%",
      ])
  }

  @Test func sentencesThatChangedPlacesAreMoved() throws {
    #expect(
      try verdicts("标题\n新建泵站5座。\n维修水闸7座。\n", against: "标题\n维修水闸7座。\n新建泵站5座。\n") == [
        "5座 moved 3:4 5座", "7座 moved 2:4 7座",
      ])
  }

  /// A sentence that stands twice, one of which changed, doesn't take over the other's place.
  @Test func repeatedSentencesKeepTheirPlaces() throws {
    #expect(
      try verdicts("新建泵站5座。\n维修水闸7座。\n新建泵站5座。\n", against: "新建泵站6座。\n维修水闸7座。\n新建泵站5座。\n") == [
        "5座 changed 1:4 6座", "7座 exact", "5座 exact",
      ])
  }

  @Test func aFileThatIsGoneIsMissing() throws {
    let verifications = Verification.of(try Self.read(Self.text), against: nil)
    #expect(verifications.map(\.verdict) == Array(repeating: .missing, count: 6))
    #expect(verifications.allSatisfy { $0.found == nil })
  }

  @Test func cellsOfATableAreKnownByTheirHeadings() throws {
    let page = { (rows: String) in
      "<html><body><h1>平川县水务局2023年工作报告</h1><table><tr><th>项目</th><th>数量（座）</th></tr>\(rows)</table></body></html>"
    }
    let first = "<tr><td>新建泵站</td><td>5</td></tr>\n"
    let second = "<tr><td>维修水闸</td><td>5</td></tr>\n"
    let verdicts = { (current: String) in
      Verification.of(try Self.read(page(first + second)), against: try Self.read(current)).map(\.verdict.rawValue)
    }
    #expect(try verdicts(page(first + second)) == ["exact", "exact"])
    #expect(try verdicts(page("\n\n" + second + first)) == ["moved", "moved"])
    #expect(try verdicts(page(first.replacing("5", with: "6") + second)) == ["changed", "exact"])
    #expect(try verdicts(page(second)) == ["lost", "moved"])
  }
}
