import TestSupport
import Testing

/// What the program does where it can't write what it has to say: never a crash, and never success.
@Suite struct ConsoleTests: IngestingSuite {
  let folder: TemporaryFolder

  init() throws { folder = try Self.emptyFolder() }

  /// Commands whose whole output is kept back until the end, too.
  @Test(arguments: [
    ["explain", "受理9件。"], ["metrics", "show", "permits_granted"], ["metrics", "list"], ["--help"], ["--version"],
    ["extract", "Fixtures/reports"], ["extract", "--summary", "Fixtures/reports"],
  ])
  func aFullStandardOutputIsTold(_ arguments: [String]) throws {
    let run = try CommandRun(arguments, device: "/dev/full")
    #expect(run.messages == "<stdout>: 不能写入：No space left on device (cannot write)\n")
    #expect(run.status == 3)
  }

  @Test(arguments: [["extract", "missing.txt", "Fixtures/reports"], ["explain", "--frob"]])
  func aFullStandardErrorStopsNothingAndShowsInTheStatus(_ arguments: [String]) throws {
    let run = try CommandRun(arguments, shell: "exec \"$0\" \"$@\" 2>/dev/full")
    #expect(run.status == 3)
    #expect(run.output == (try CommandRun(arguments).output))
  }

  /// What the program opens first would have the number of standard output, and what is printed would go into it.
  @Test func aClosedStandardOutputIsNoDatabase() throws {
    try write(1, figure: 1)
    let run = try CommandRun(["ingest", folder.path("in"), "--db", database], shell: "exec \"$0\" \"$@\" >&-")
    #expect(run.messages == "<stdout>: 不能写入：Bad file descriptor (cannot write)\n")
    #expect(run.status == 3)
    try expectWhole()
  }

  /// A limit on the size of files is a full disk, and no reason to be killed.
  @Test func aFileTooLongIsTold() throws {
    for number in 1...50 { try write(number, figure: number) }
    let run = try ingest(mostBytes: 65_536)
    #expect(run.messageLines == ["\(database): 磁盘写不下：disk I/O error；请腾出空间再运行，已写入的不会丢失 (disk full)"])
    #expect(run.status == 3)
  }
}
