import Foundation
import TestSupport
import Testing

/// The audit page as people use it, in a real browser.
@Suite(.serialized, .enabled(if: Browser.program != nil, Comment(rawValue: Browser.advice)))
struct AuditPageBrowserTests {
  private let folder: TemporaryFolder
  private let browser: Browser
  private static let reports = [
    "a-2021.txt": """
    椒江区教育局关于2021年普法情况的报告
    受理民办学校许可申请100件。发放手册500余册。
    """,
    "b-2022.txt": """
    椒江区教育局关于2022年普法情况的报告
    一、主要工作
    受理民办学校许可申请120件，增长20%。其中，准予许可112件，不予许可8件。
    反馈问题25个，整改到位24个，整改完成率95%。
    接待来访群众37批。
    二、下一步打算
    2023年，计划举办法治培训班5期。
    """,
    "c-2022.txt": """
    黄岩区审计局关于2022年普法情况的报告
    发放手册800册。
    """,
  ]

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.reports { try folder.write(text + "\n", to: "in/" + name) }
    browser = try Browser(downloads: folder)
    try read()
  }

  /// Writes the page of all reports and opens it.
  private func read(fragment: String = "") throws {
    _ = try CommandRun(["report", folder.path("in"), "--out", folder.path("out")])
    try open(fragment: fragment)
  }

  private func open(fragment: String = "") throws {
    try browser.load(folder.path("out/audit.html"), fragment: fragment)
  }

  /// The selected figure as it stands in the source.
  private var selected: String {
    get throws { try browser.value("document.querySelector('#source-text mark[aria-current]')?.textContent ?? ''") }
  }

  private func text(_ selector: String) throws -> String {
    try browser.value("document.querySelector('\(selector)')?.textContent ?? ''")
  }

  /// Expects that the page shows something, at once or when it has done what was asked of it: it follows links, searches and draws
  /// in turns of its own, which come late where much else runs.
  private func shows(
    _ shown: @autoclosure () throws -> String, _ wanted: String, _ comment: Comment? = nil,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let last = try browser.settled(shown) { $0 == wanted }
    #expect(last == wanted, comment, sourceLocation: place)
  }

  /// Expects that the page shows something of a kind, at once or soon.
  private func shows(
    _ shown: @autoclosure () throws -> String, _ comment: Comment? = nil,
    at place: SourceLocation = #_sourceLocation, where isWanted: (String) -> Bool
  ) throws {
    let last = try browser.settled(shown, isWanted)
    #expect(isWanted(last), comment ?? "\(last)", sourceLocation: place)
  }

  /// The outline of a document shows what each stretch tells; the selected figure names its own, with the evidence.
  @Test func theOutline() throws {
    try choose("document", "2022 椒江区教育局")
    let stretches = "[...document.querySelectorAll('#document-outline .frame')].map((frame) => frame.textContent)"
    try shows(browser.value(stretches), "当年结果 2022|" + String(repeating: "当年结果 2022（由原文推得）|", count: 3) + "计划 2023")
    let mark = "[...document.querySelectorAll('#source-text mark')].find((mark) => mark.textContent === '5期')"
    _ = try browser.value("\(mark).click()")
    try shows(text("#inspector"), "its stretch") { $0.contains("计划 2023 · 第 6 行 二、下一步打算") && $0.contains("标题“下一步”") }
  }

  /// The figures that the list of statistics holds.
  private var listed: String {
    get throws { try browser.value("[...document.querySelectorAll('#rows .row b')].map((cell) => cell.textContent)") }
  }

  private func choose(_ filter: String, _ label: String) throws {
    _ = try browser.value(
      """
      (() => {
        const select = document.querySelector('[name="\(filter)"]');
        select.value = [...select.options].find((option) => option.label.startsWith('\(label)')).value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      })()
      """)
  }

  // MARK: - Finding figures

  @Test func filtersNarrowTheList() throws {
    for (filter, label, figures) in [
      ("document", "2021 椒江区教育局", "100件|500余册"), ("agency", "黄岩区审计局", "800册"), ("year", "2023", "5期"),
      ("metric", "受理许可申请数", "100件|120件|20%"), ("metric", "无指标", "37批"), ("status", "目标", "5期"),
      ("verdict", "矛盾", "25个|24个|95%"), ("verdict", "未核对", "500余册|37批|5期|800册"), ("class", "序次", ""),
      ("class", "项目编号", "一|二"),
      ("review", "未审", "100件|500余册|120件|20%|112件|8件|25个|24个|95%|37批|5期|800册"), ("review", "已更正", ""),
    ] {
      try choose(filter, label)
      try shows(listed, figures, "\(filter) \(label)")
      try shows(text("#list-count"), "\(filter) \(label)") { $0.hasPrefix("\(figures.split(separator: "|").count) / ") }
      try shows(text("#rows")) { $0.contains("没有符合筛选的数字") == figures.isEmpty }
      try browser.click("#reset")
      try shows(text("#list-count"), "12 / 12")
    }
    #expect(browser.complaints == [])
  }

  @Test func filtersNarrowEachOther() throws {
    try choose("agency", "椒江区教育局")
    try choose("year", "2022")
    try choose("status", "实际")
    try shows(listed, "120件|20%|112件|8件|25个|24个|95%|37批")
    try choose("metric", "准予许可数")
    try shows(listed, "112件")
    // A document that the filters leave out isn't the one shown.
    try choose("metric", "全部指标")
    try choose("agency", "黄岩区审计局")
    try shows(text("#document-title"), "黄岩区审计局关于2022年普法情况的报告")
  }

  @Test func searchFindsTheSourceAndTheFigures() throws {
    try browser.press("/")
    try browser.type("发放手册")
    try shows(text("#search-count"), "原文 2 处")
    try shows(listed, "500余册|800册")
    try shows(browser.value("CSS.highlights.get('hits').size"), "1")
    try browser.press("Enter", "Enter")
    try shows(text("#search-count"), "第 2 / 2 处")
    try shows(text("#document-title")) { $0.hasPrefix("黄岩区审计局") }
    try shows(browser.value("[...CSS.highlights.get('hit')].map(String)"), "发放手册")
    try browser.press("Enter")
    try shows(text("#document-title")) { $0.hasPrefix("椒江区教育局关于2021年") }
    try browser.press("Escape")
    try shows(text("#list-count"), "12 / 12")
    try shows(browser.value("CSS.highlights.get('hits').size"), "0")
    // What is searched for is no pattern, and may be found nowhere.
    try browser.press("/")
    try browser.type("(.*[")
    try shows(text("#search-count"), "原文 0 处")
    #expect(browser.complaints == [])
  }

  @Test func keysGoFromFigureToFigure() throws {
    try browser.press("j", "j", "j")
    try shows(selected, "120件")
    try shows(text("#document-title"), "椒江区教育局关于2022年普法情况的报告")
    try browser.press("k")
    try shows(selected, "500余册")
    try browser.press("k", "k")
    try shows(selected, "100件")
    try shows(text("#announcement"), "已到第一个")
    try browser.press("n")
    try shows(selected, "95%")
    try shows(text("#inspector")) { $0.contains("24/25=96%，文中为 95%") }
    try browser.press("p")
    try shows(selected, "95%")
    // In the source text the arrows do the same.
    try browser.press("ArrowLeft")
    try shows(selected, "24个")
    try browser.press("ArrowRight")
    try shows(selected, "95%")
  }

  @Test func aLinkOpensTheFigure() throws {
    let rows = CSVRows(try folder.bytes("out/observations.csv")).objects
    let link = try #require(rows.first { $0["text"] == "800册" }?["link"])
    #expect(link.hasPrefix("audit.html#"))
    try open(fragment: String(link.dropFirst("audit.html#".count)))
    try shows(selected, "800册")
    try shows(text("#document-title"), "黄岩区审计局关于2022年普法情况的报告")
    try shows(text("#inspector h2"), "800册")
    // Selecting keeps the address a link to what is selected.
    try browser.press("k")
    let other = try #require(rows.first { $0["text"] == "5期" }?["observation_id"])
    try shows(browser.value("location.hash"), "#o=" + other)
    for fragment in ["o=0", "n=9-9-9", "o=%3Cscript%3E", "%"] {
      try open(fragment: fragment)
      try shows(text("#announcement"), "找不到链接所指的数字")
      try shows(selected, "")
    }
    #expect(browser.complaints == [])
  }

  /// What is known of a document, how surely, and why; links lead where they say and run nothing.
  @Test func whatIsKnownOfADocument() throws {
    try folder.write(
      """
      path,agency,year,kind,url
      in/a-2021.txt,,,,https://example.org/a?x=1&y=2
      in/b-2022.txt,,,,javascript:window.ran=1
      """, to: "list.csv")
    _ = try CommandRun(
      ["report", folder.path("in"), "--out", folder.path("out"), "--documents", folder.path("list.csv")])
    try open(fragment: "d=1")
    try shows(text("#document-facts")) { $0.hasPrefix("椒江区教育局（确定） · 2021 年（确定） · 年度报告 · ") }
    try shows(browser.value("document.querySelector('#document-facts a').href"), "https://example.org/a?x=1&y=2")
    try shows(text("#document-reasons ul")) { $0 != "" }
    try open(fragment: "d=2")
    try shows(text("#document-facts")) { $0.hasSuffix(" · javascript:window.ran=1") }
    try shows(browser.value("document.querySelectorAll('#document-facts a').length"), "0")
  }

  @Test func aFindingNamesWhatExplainsIt() throws {
    try browser.press("n")
    try shows(text("#inspector .finding.inconsistent .suspects")) {
      $0.hasPrefix("最少这些数有误即可解释 fewest that explain it：")
    }
    try shows(
      browser.value("[...document.querySelectorAll('#inspector .suspects a')].map((link) => link.textContent)"),
      "24个 第 4 行|95% 第 4 行|25个 第 4 行")
    try browser.click("#inspector .suspects a")
    try shows(selected, "24个")
    // The same metric in other years, as a plot whose points are told to those who can't see it.
    try choose("metric", "受理许可申请数")
    _ = try browser.value("document.activeElement.blur()")
    try browser.press("k", "k", "k", "k")
    try shows(selected, "100件")
    try shows(browser.value("document.querySelector('.plot').getAttribute('aria-label')"), "2021 年 100，2022 年 120")
  }

  /// What a figure implies of the year before stands beside it, with the growth that it follows from.
  @Test func theYearBeforeIsImplied() throws {
    try folder.write("黄岩区审计局2022年工作总结\n审计项目20个，增长25%。教育支出6.5亿元，增长5%。\n", to: "in/d.txt")
    try read()
    for (figure, implied, growth) in [
      ("20个", "2021 年 16 个 增幅 25%", "25%"),
      ("6.5亿元", "2021 年 约 620_000_000 元 [611_300_000, 626_800_000] 增幅 5%", "5%"),
    ] {
      let rows = CSVRows(try folder.bytes("out/observations.csv")).objects
      let id = try #require(rows.first { $0["text"] == figure }?["observation_id"])
      try open(fragment: "o=" + id)
      try shows(
        text("#inspector dd.implied").replacing("\u{A0}", with: " ").replacing("\u{2009}", with: "_"), implied)
      try browser.click("#inspector dd.implied a")
      try shows(selected, growth)
      try shows(text("#inspector dd.implied"), "")
    }
  }

  /// Beyond a hundred documents an index leads to the pages, and a figure's link in the table to its page.
  @Test func anIndexLeadsToThePages() throws {
    for number in 0..<100 {
      try folder.write("青田县民政局\(1900 + number)年工作总结\n发放手册\(number + 1)册。\n", to: "in/d\(number).txt")
    }
    _ = try CommandRun(["report", folder.path("in"), "--out", folder.path("out")])
    #expect(
      try folder.names(in: "out").filter { $0.hasSuffix(".html") } == ["audit-1.html", "audit-2.html", "audit.html"])
    try open()
    try shows(browser.value("document.querySelectorAll('tbody tr').length"), "103")
    try browser.load(
      folder.path("out/audit-2.html"),
      fragment: try browser.value("[...document.querySelectorAll('a[href^=\"audit-2\"]')].pop().hash.slice(1)"))
    try shows(selected) { $0 != "" }
    try shows(browser.value("document.querySelector('#index').getAttribute('href')"), "audit.html")
    let rows = CSVRows(try folder.bytes("out/observations.csv")).objects
    let link = try #require(rows.first { $0["text"] == "77册" }?["link"]).split(separator: "#")
    try browser.load(folder.path("out/\(link[0])"), fragment: String(link[1]))
    try shows(selected, "77册")
    // Fewer documents leave no page of theirs behind.
    for number in 0..<100 { try FileManager.default.removeItem(atPath: folder.path("in/d\(number).txt")) }
    try read()
    #expect(try folder.names(in: "out").filter { $0.hasSuffix(".html") } == ["audit.html"])
    try shows(browser.value("document.querySelector('#index').checkVisibility()"), "false")
  }

  @Test func theMeterCountsEveryNumeral() throws {
    try shows(text("#coverage-scope"), "3 份文件 18 个数字")
    try shows(
      browser.value("document.querySelector('#coverage-bar').getAttribute('aria-label')"),
      "统计数 12，日期 1，序次 0，文号 0，标题 3，名称 0，门槛 0，联系信息 0，项目编号 2，其他 0")
    try shows(text("#metric-split"), "统计数有指标 with metric 11无指标 without 1")
    try choose("agency", "黄岩区审计局")
    try shows(text("#coverage-scope"), "本文件 2 个数字")
    try browser.click("#reset")
    try browser.click("#metric-split button")
    try shows(listed, "37批")
    // A class can be hidden in the source.
    try browser.click("#legend [data-class='date']")
    try shows(
      browser.value("getComputedStyle(document.querySelector('#source-text')).getPropertyValue('--date')"),
      "transparent")
    try shows(browser.value("document.activeElement.dataset.class"), "date")
  }

  // MARK: - Judging

  @Test func decisionsGoOnToTheNextOpenFigure() throws {
    try shows(text("#progress-text"), "0 / 12")
    try shows(browser.value("document.querySelector('#export').disabled"), "true")
    try browser.press("j", "a")
    try shows(selected, "500余册")
    try shows(text("#progress-text"), "1 / 12")
    try browser.press("r")
    try shows(browser.value("document.querySelector('#review').open"), "true")
    try shows(text("#review-title"), "否定 500余册")
    try browser.press("Enter")
    try shows(text("#review-problem"), "请写明理由 (a reason is needed)")
    try browser.type("估计数")
    try browser.press("Enter")
    try shows(selected, "120件")
    try browser.press("c")
    try shows(browser.value("document.querySelector('#review-value').value"), "120")
    // The value stands selected, so that typing takes its place.
    try browser.type("一百")
    try browser.click("#review-reason")
    try browser.type("笔误")
    try browser.press("Enter")
    try shows(text("#review-problem"), "请填数，不带单位和千分位 (digits only)")
    _ = try browser.value("document.querySelector('#review-value').select()")
    try browser.click("#review-value")
    _ = try browser.value("document.querySelector('#review-value').select()")
    try browser.type("126.5")
    try browser.click("#review-save")
    try shows(selected, "20%")
    try shows(text("#progress-text"), "3 / 12")
    try choose("review", "已更正")
    try shows(listed, "120件")
    try shows(text("#rows .decision").trimmingCharacters(in: .whitespaces), "✎ 126.5")
    // Cancelled, nothing is decided.
    try browser.press("r")
    try browser.type("x")
    try browser.press("Escape")
    try shows(browser.value("document.querySelector('#review').open"), "false")
    try shows(text("#progress-text"), "3 / 12")
    #expect(browser.complaints == [])
  }

  @Test func undoTakesDecisionsBackInTurn() throws {
    try browser.press("j", "a", "a", "r")
    try browser.type("重复")
    try browser.press("Enter")
    try shows(text("#progress-text"), "3 / 12")
    try browser.press("u")
    try shows(selected, "120件")
    try shows(text("#progress-text"), "2 / 12")
    try browser.press("u")
    try shows(selected, "500余册")
    try browser.click("#undo")
    try shows(selected, "100件")
    try shows(text("#progress-text"), "0 / 12")
    try browser.press("u")
    try shows(text("#announcement"), "没有可撤销的")
  }

  /// What is decided on the page is exported, stored, shown by tables, and known to the next page.
  @Test func decisionsLast() throws {
    try browser.click("#reviewer")
    try browser.type("甲")
    try browser.press("Enter")
    _ = try browser.value("document.activeElement.blur()")
    try browser.press("j", "a", "r")
    try browser.type("估计数 <b>")
    try browser.press("Enter", "c")
    try browser.type("126")
    try browser.click("#review-reason")
    try browser.type("笔误")
    try browser.press("Enter")
    // A page that is closed before anything is exported keeps it.
    try open()
    try shows(text("#progress-text"), "3 / 12")
    try shows(browser.value("document.querySelector('#reviewer').value"), "甲")
    try browser.click("#export")
    let file = try browser.download("nianbao-reviews.json")
    let content = try #require(try JSONSerialization.jsonObject(with: Data(file)) as? [String: [[String: String]]])
    #expect(
      content["reviews"]?.map { review in
        ["text", "decision", "expected", "value", "reason", "reviewer"].map { review[$0] ?? "-" }.joined(separator: " ")
      }
        == ["100件 accept 100 -  甲", "500余册 reject 500 - 估计数 <b> 甲", "120件 correct 120 126 笔误 甲"].map {
          $0.replacing("-  甲", with: "- - 甲")
        })
    let database = ["--db", folder.path("out/nianbao.sqlite")]
    let run = try CommandRun(["review", "import"] + database + [folder.path("downloads/nianbao-reviews.json")])
    #expect(run.messages == "存入审核意见 stored 3，失效 stale 0\n")
    try read()
    #expect(CSVRows(try folder.bytes("out/observations.csv")).objects.contains { $0["value"] == "126" })
    try shows(text("#progress-text"), "3 / 12")
    // What is stored needs no export.
    try shows(browser.value("document.querySelector('#export').disabled"), "true")
    try browser.press("j", "j")
    try shows(text("#inspector .decision"), "已否定 rejected · 估计数 <b> — 甲")
    try browser.press("u")
    try shows(text("#progress-text"), "3 / 12")
  }

  // MARK: - Eyes, ears and paper

  /// Colours by the Web Content Accessibility Guidelines (text 4.5 to 1), nothing beyond the window's edge, and the selected figure in
  /// sight: in both schemes and on narrow screens.
  @Test func everythingCanBeSeen() throws {
    for (scheme, width, height) in [
      ("light", 1440, 900), ("dark", 1440, 900), ("light", 1000, 700), ("dark", 420, 800), ("light", 420, 800),
    ] {
      try open()
      try look(scheme, width, height)
    }
  }

  private func look(_ scheme: String, _ width: Int, _ height: Int) throws {
    try browser.show(scheme: scheme, width: width, height: height)
    try browser.press("j", "a", "n", "c", "Escape")
    try shows(
      browser.value("document.documentElement.scrollWidth - document.documentElement.clientWidth"), "0",
      "\(width)")
    try shows(
      browser.value(
        "(() => { const box = document.querySelector('mark[aria-current]').getBoundingClientRect(); return [box.top >= 0, box.bottom <= innerHeight, box.left >= 0, box.right <= innerWidth]; })()"
      ), "true|true|true|true", "\(width)")
    let weak = try browser.value(
      """
      (() => {
        const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const paint = (colours) => {
          for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
          return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
        };
        const weak = new Set();
        for (const node of document.querySelectorAll('body *')) {
          const own = [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
          if (!own || !node.checkVisibility() || node.matches(':disabled, :disabled *, .hidden, .dim, option')) continue;
          const grounds = [];
          for (let each = node; each; each = each.parentElement) grounds.unshift(getComputedStyle(each).backgroundColor);
          const [one, other] = [paint(grounds), paint([...grounds, getComputedStyle(node).color])];
          const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
          if (contrast < 4.5) weak.add(`${node.localName}.${node.className} ${contrast.toFixed(1)}`);
        }
        return [...weak];
      })()
      """)
    #expect(weak == "", "\(scheme)")
  }

  @Test func everyControlHasARoleAndAName() throws {
    try browser.press("n")
    try shows(browser.accessibleNodes().joined(separator: "\n")) { $0.contains("button 95%，与其他数字矛盾") }
    let nodes = try browser.accessibleNodes()
    for node in [
      "main ", "navigation 核对结果与统计数 Findings and statistics", "complementary 核对栏 Inspector", "searchbox 全文检索 Search",
      "group 筛选 Filters", "group 审核 Review", "combobox 所属年份 year", "textbox 审核人 reviewer",
      "button 撤销 undo u", "button 认可 accept a", "button 帮助 ?", "region 原文 Source text", "button 95%，与其他数字矛盾",
      "progressbar 审核进度 reviewed 0 / 12", "listitem ", "link 跳到原文 Skip to source", "heading 核对结果 findings",
      "image 统计数 12，日期 1，序次 0，文号 0，标题 3，名称 0，门槛 0，联系信息 0，项目编号 2，其他 0",
    ] {
      #expect(nodes.contains { $0.hasPrefix(node) }, "\(node)")
    }
    for role in ["button", "combobox", "textbox", "searchbox", "link", "checkbox", "image", "dialog"] {
      #expect(!nodes.contains(role + " "), "\(role)")
    }
    // What is selected is told to those who can't see it.
    try shows(text("#announcement"), "95%，整改完成率，2022 年，实际，矛盾，椒江区教育局")
    try shows(browser.value("document.querySelector('#announcement').getAttribute('aria-live')"), "polite")
  }

  /// The way around by keyboard alone: a link past the header, one stop for all figures, dialogs that keep the focus and give it back.
  @Test func theKeyboardReachesEverything() throws {
    try browser.press("Tab")
    try shows(browser.value("document.activeElement.className"), "skip")
    try browser.press("Enter")
    try shows(browser.value("document.activeElement.id"), "source-text")
    try browser.press("Tab")
    try shows(browser.value("document.activeElement.textContent"), "100件")
    try browser.press("Enter")
    try shows(selected, "100件")
    try shows(browser.value("document.querySelectorAll('#source-text [tabindex=\"0\"]').length"), "1")
    try browser.press("?")
    try shows(
      browser.value(
        "document.querySelector('#help').open && document.querySelector('#help').contains(document.activeElement)"),
      "true")
    try shows(browser.accessibleNodes().joined(separator: "\n")) { $0.contains("dialog 帮助 Help") }
    try browser.press("Escape")
    try shows(browser.value("document.querySelector('#help').open"), "false")
    try shows(browser.value("document.activeElement.textContent"), "100件")
    try browser.press("r")
    try shows(browser.value("document.activeElement.id"), "review-reason")
    try shows(browser.accessibleNodes().joined(separator: "\n")) { $0.contains("dialog 否定 100件") }
  }

  /// On paper stand the text, its marks and a table of its figures, and no controls.
  @Test func thePageCanBePrinted() throws {
    try choose("document", "2022 椒江区教育局")
    try browser.press("j", "a")
    _ = try browser.value("window.dispatchEvent(new Event('beforeprint'))")
    try browser.show(medium: "print", width: 800, height: 1100)
    let isShown = { (selector: String) in try browser.value("document.querySelector('\(selector)').checkVisibility()") }
    for selector in [".bar", ".side", ".inspector", ".document-steps"] { try shows(isShown(selector), "false") }
    try shows(isShown("#source-text"), "true")
    try shows(text("#print-table caption"), "统计数：椒江区教育局关于2022年普法情况的报告")
    try shows(
      browser.value(
        "[...document.querySelectorAll('#print-table tr')].slice(0, 2).map((row) => [...row.cells].map((cell) => cell.textContent).join(','))"
      ), "行:位置,原文,数值,主体,年份,状态,指标,核对,审核|3:10,120件,120\u{A0}件,受理民办学校许可申请,2022,实际,受理许可申请数,一致、一致、一致,已认可")
    try shows(browser.value("document.querySelectorAll('#print-table tr').length"), "10")
  }

  // MARK: - Other people's text

  private static let hostile = [
    "<script>window.ran = 1</script>", "</script><script>window.ran = 1</script>",
    "<img src=x onerror=\"window.ran = 1\">受理9件", "<!--<script>受理9件", "\u{202E}件9理受\u{2066}受理9件",
    "javascript:window.ran=1//受理9件", "${window.ran = 1}受理9件", "\u{2028}受理\u{2029}9件",
    "关于2022年</title></textarea></style><svg onload=window.ran=1>普法情况的报告",
  ]

  @Test func hostileTextIsShownAndNeverRun() throws {
    let long = String(repeating: "工作扎实推进，", count: 14_200) + String(repeating: "受理许可申请9件，", count: 66) + "到此为止。。"
    let lines = ["关于2022年普法情况的报告"] + Self.hostile + [long]
    try folder.write(lines.joined(separator: "\n") + "\n", to: "in/<img src=x onerror=window.ran=1>.txt")
    try read()
    try choose("document", "2022 — ")
    for (number, line) in lines.enumerated() {
      try shows(browser.value("document.querySelectorAll('#source-text .line')[\(number)].textContent"), line)
    }
    #expect(long.count == 100_000)
    // Every figure of it can be selected, searched and judged.
    for _ in 0..<8 { try browser.press("j", "a") }
    try browser.press("/")
    try browser.type("<script>")
    try shows(text("#search-count"), "原文 3 处")
    _ = try browser.value("window.dispatchEvent(new Event('beforeprint'))")
    try shows(browser.value("typeof window.ran"), "undefined")
    try shows(
      browser.value(
        "document.querySelectorAll('#source-text img, #source-text script, main svg[onload], nav img').length"), "0")
    try shows(browser.value("document.scripts.length"), "2")
    try shows(browser.value("document.querySelectorAll('.line.controls').length"), "1")
    #expect(browser.complaints == [])
  }
}
