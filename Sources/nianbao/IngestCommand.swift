import ArgumentParser
import ReportStore
import ReportText

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "把报告读进数据库；没有变的不再读。 Read reports into a database; unchanged ones are skipped.",
    discussion: """
      内容变了的文件整份替换；不见了的文件只报告，用 nianbao forget 删去。Ctrl-C 写完手头的一批后停下（退出码 130），再运行一次接着读。
      A changed file is replaced whole; one that vanished is reported and kept until nianbao forget. Ctrl-C finishes the
      running batch and stops with status 130; a second run goes on.
      """)

  @OptionGroup var database: IngestDatabaseOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let ingest = try Ingest(try reading.catalogue.load(), reading)
    Interruption.watch()
    var problems = Problems()
    let inputs = Inputs.find(reading.storedPaths, encoding: reading.encoding, &problems).filter {
      !database.isPart($0.path)
    }
    guard !inputs.isEmpty else { throw ExitCode(3) }
    let (outcome, toCheck) = try database.withStore { store in
      let outcome = try ingest.run(inputs, into: store, &problems)
      let toCheck = try WhatToCheck(store)
      try store.finish()
      return (outcome, toCheck)
    }
    print(
      "读入 read \(outcome.read)，未变 unchanged \(outcome.unchanged)，移动 moved \(outcome.moved)，"
        + "读不了 unreadable \(outcome.unreadable)")
    for path in outcome.vanished {
      print("不见了 vanished       \(path)（仍保留；可用 nianbao forget 删去 kept until nianbao forget）")
    }
    toCheck.lines.forEach { print($0) }
    if outcome.isInterrupted {
      Console.error("已停下：读过的都已写入 \(database.path)，再运行一次接着读 (stopped; run again to go on)")
      throw ExitCode(130)
    }
    try problems.exit(ifNothingDone: outcome.read + outcome.unchanged + outcome.moved == 0)
    if problems.count > 0 { throw ExitCode(1) }
  }
}
