/// The name of a report's file and that of the folder around it, which people give to what they keep.
struct ReportPath: Sendable {
  /// The parts of the file's name, without its extension: 永州 and 2024 of 永州-2024.txt.
  let file: [Substring]
  /// Those of the folder's name.
  let folder: [Substring]
  /// The file's name without its extension.
  let stem: Substring

  /// The names in a path; none in that of standard input.
  init(_ path: String?) {
    let parts = (path ?? "").split(separator: "/")
    guard let name = parts.last, name != "-" else {
      (file, folder, stem) = ([], [], "")
      return
    }
    stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    file = Self.parts(of: stem)
    folder = Self.parts(of: parts.dropLast().last ?? "")
  }

  private static func parts(of name: Substring) -> [Substring] {
    name.split { "-_ 　.,，()（）[]【】《》+".contains($0) }
  }

  /// A part of a name before a year of two digits: …办事处24年预算.
  static func withoutShortYear(_ part: Substring) -> Substring {
    for run in part.split(whereSeparator: { !$0.isASCII || !$0.isNumber })
    where run.count == 2 && part[run.endIndex...].hasPrefix("年") { return part[..<run.startIndex] }
    return part
  }

  /// The year that a part of a name tells: 2024, 2024年预算, …24年预算.
  static func year(in part: Substring) -> Int? {
    if let year = WrittenDate.year(in: part) { return year }
    let runs = part.split { !$0.isASCII || !$0.isNumber }
    // 20240315 is a date.
    for run in runs where [4, 6, 8].contains(run.count) {
      if let year = Int(run.prefix(4)), (1980...2099).contains(year) { return year }
    }
    // 24年预算
    for run in runs where run.count == 2 && part[run.endIndex...].hasPrefix("年") {
      if let year = Int(run) { return (year < 80 ? 2000 : 1900) + year }
    }
    return nil
  }
}
