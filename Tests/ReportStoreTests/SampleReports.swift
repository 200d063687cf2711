import Checks
import Observations
import ReportStore
import ReportText

/// Reports that the tests of the store keep.
enum SampleReports {
  /// Every part of a report that the store keeps: parts of a total, a change, a target, two subjects of one figure, a
  /// rate, implied values, one of them an interval, and repairs.
  static let text = """
    台州市椒江區(qū)教育局關(guān)于2022年度法治政府建設(shè)情況的報(bào)告\r
    一、主要举措和成效\r
    受理民办学校许可申请120件，增长20%。其中，准予许可112件，不予许可8件。
    培訓(xùn)教师1.2万人次，发放手冊(cè)5000余冊(cè)。一般公共预算收入6.5亿元，增长5%。规范性文件报备率和及时率均达到100%。
    反馈问题25个，整改到位24个，整改完成率95%。办件时限由20个工作日缩减至8个工作日。
    二、下一步打算
    2023年，计划举办法治培训班5期。
    99999999999999999999件。
    """

  static let sha256 = String(repeating: "0123456789abcdef", count: 4)

  static let catalogue = try! Catalogue(files: Catalogue.builtIn)

  /// A report read and checked.
  static func read(_ text: String = text, path: String = "a/报告.txt", sha256: String = sha256) -> CheckedReport {
    let report = ReportReader(catalogue: catalogue).read(SourceText(source: Array(text.utf8)), path: path)
    return CheckedReport(sha256: sha256, checking: report)
  }
}

extension ReportStore {
  /// A new database written beside the one at `path`.
  init(replacing path: String) throws { try self.init(replacing: path, writing: path + ".new") }
}
