import Checks
import Foundation
import Observations
import Quantities
import ReportText

/// What a run read and found, in a few lines.
struct Summary {
  private let archive: CheckedArchive

  init(_ archive: CheckedArchive) { self.archive = archive }

  func text(folder: String) -> String {
    let documents = archive.documents
    let numerals = documents.flatMap(\.report.numerals)
    let observations = documents.flatMap(\.report.observations)
    let byClass = NumeralClass.allCases.compactMap { item in
      let count = numerals.count { $0.numeralClass == item }
      return count > 0 ? "\(item.chinese) \(count)" : nil
    }
    let findings = archive.findings
    let byVerdict = Verdict.allCases.map { verdict in
      "\(verdict.chinese) \(findings.count { $0.verdict == verdict })"
    }
    var lines = [
      "文件 documents        \(documents.count)",
      "数字 numerals         \(numerals.count)（\(byClass.joined(separator: "，"))）",
      "统计数 statistics      \(observations.count)（一个数字说多件事时各算一条），其中归入指标 with a metric \(observations.count { $0.metric != nil })",
      "核对 findings         \(findings.count)（\(byVerdict.joined(separator: "，"))）",
    ]
    lines += WhatToCheck(documents).lines
    for finding in worthALook {
      let verdict = "\(finding.verdict.chinese) \(finding.verdict.rawValue)"
      lines.append(
        verdict.padding(toLength: 16, withPad: " ", startingAt: 0)
          + "   \(archive.path(of: finding)): \(finding.message)")
    }
    lines.append(
      "输出 written to       \(folder)/ (nianbao.sqlite trend.csv observations.csv numerals.csv findings.csv audit.html)")
    return lines.joined(separator: "\n")
  }
}

extension Summary {
  /// What a person should look at first: contradictions before what is only unlikely, and of each first what rests on sure figures.
  private var worthALook: [Finding] {
    let confidences = Dictionary(
      archive.documents.flatMap { document in
        document.report.observations.map { (document.id(of: $0.id), $0.confidence) }
      }
    ) { first, _ in first }
    return [Verdict.inconsistent, .unlikely].flatMap { verdict in
      let found = archive.findings.filter { $0.verdict == verdict }
      return [ReportIdentity.Confidence.high, .medium, .low].flatMap { least in
        found.filter { $0.operands.compactMap { confidences[$0] }.min() ?? .low == least }
      }
    }
  }
}

extension NumeralClass {
  /// The class in Chinese.
  var chinese: String {
    switch self {
    case .statistic: "统计数"
    case .date: "日期"
    case .ordinal: "序数"
    case .documentNumber: "文号"
    case .title: "标题内"
    case .name: "名称"
    case .threshold: "门槛"
    case .contact: "联系方式"
    case .listMarker: "序号"
    case .other: "其他"
    }
  }
}

extension Verdict {
  /// The verdict in Chinese.
  var chinese: String {
    switch self {
    case .consistent: "一致"
    case .inconsistent: "不一致"
    case .truncated: "截尾"
    case .unlikely: "可疑"
    case .uncheckable: "无法核对"
    }
  }
}
