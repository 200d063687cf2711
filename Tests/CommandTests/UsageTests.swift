import TestSupport
import Testing

/// Wrong usage, help and version.
@Suite struct UsageTests {
  @Test(arguments: [
    (["report"], "Missing expected argument"),
    (["report", "seeds"], "Missing expected argument '--out <out>'"),
    (["report", "--out", "unused"], "Missing expected argument '<paths> ...'"),
    (["report", "seeds", "--out"], "Missing value for '--out <out>'"),
    (["extract"], "Missing expected argument '<paths> ...'"),
    (["extract", "--format", "xml", "seeds"], "The value 'xml' is invalid for '--format <format>'"),
    (["extract", "--frob", "seeds"], "Unknown option '--frob'"),
    (["explain"], "Missing expected argument '<text>'"),
    (["metrics", "show"], "Missing expected argument '<id>'"),
    (["metrics", "suggest", "--limit", "0", "seeds"], "--limit 应大于 0 (must be above 0)"),
    (["ingest"], "Missing expected argument '<paths> ...'"),
    (["ingest", "--jobs", "0", "seeds"], "--jobs 应在 1 到 256 之间 (must be 1 to 256)"),
    (["forget"], "Missing expected argument '<paths> ...'"),
    (["trend", "--years", "2024-2019"], "The value '2024-2019' is invalid for '--years <years>'"),
    (["trend", "--excel", "--format", "md"], "--excel 只用于 CSV (only for CSV)"),
    (["trend", "--lang", "zh", "--format", "sdmx-csv"], "sdmx-csv 的表头不能翻译 (its header can't be translated)"),
    (["extract", "--lang", "zh", "seeds"], "--lang zh 只用于 CSV (only for CSV)"),
    (["export", "--out", "x", "--lang", "de"], "The value 'de' is invalid for '--lang <lang>'"),
    (["metrics", "list", "--format", "sdmx-csv"], "sdmx-csv 只用于 trend，不能与 --long 合用 (only for trend, without --long)"),
    (["compare"], "请写 --years、--agencies 或 --year (give --years, --agencies or --year)"),
    (["compare", "--years", "2022"], "The value '2022' is invalid for '--years <years>'"),
    (["compare", "--years", "2022,2023", "--year", "2023"], "请写 --years、--agencies 或 --year"),
    (["export"], "Missing expected argument '--out <out>'"),
    (["review", "drop"], "请写意见编号，或只写 --stale (give ids, or --stale alone)"),
    (["review", "drop", "--stale", "1"], "请写意见编号，或只写 --stale (give ids, or --stale alone)"),
    (["review", "drop", "x"], "The value 'x' is invalid for '<ids>'"),
    (["frob"], "Unexpected argument 'frob'"),
  ])
  func wrongUsageEndsWithTwo(_ arguments: [String], _ message: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.contains(message), "\(run.messages)")
    #expect(run.messages.contains("Usage: nianbao"), "\(run.messages)")
  }

  @Test(arguments: [["--help"], ["report", "--help"], ["extract", "-h"], ["help", "explain"], []])
  func help(_ arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(run.output.contains("USAGE: nianbao"))
  }

  @Test func version() throws {
    let run = try CommandRun(["--version"])
    #expect(run.status == 0)
    #expect(run.output == "0.1.0\n")
  }
}
