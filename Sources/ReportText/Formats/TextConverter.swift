import Foundation

/// A program of the system that takes the text out of a file, or makes another file of it that is read here.
struct TextConverter {
  let name: String
  /// Its arguments; `FILE` stands for the file, `FOLDER` for a folder of its own.
  let arguments: [String]
  /// The file that it writes in its folder; `nil` if it writes to its output.
  var result: String?
  /// How long it may run. Only a file that is made to hurt takes as long.
  var patience: Duration = .seconds(120)
  /// How many bytes of text it may write.
  var mostText = 1 << 28

  /// Converts what `poppler-utils` reads: words and where they stand.
  static let pdf = [TextConverter(name: "pdftotext", arguments: ["-bbox", "-enc", "UTF-8", "FILE", "-"])]
  /// For Word files of the time before DOCX, the better one first: only LibreOffice keeps tables.
  static let doc = [
    libreOffice("docx"),
    TextConverter(name: "antiword", arguments: ["-m", "UTF-8.txt", "-w", "0", "FILE"]),
    TextConverter(name: "catdoc", arguments: ["-w", "-d", "utf-8", "FILE"]),
  ]

  /// For workbooks of that time, the better one first; `xls2csv` writes CSV, with a character between sheets that no cell holds.
  static let workbook = [
    libreOffice("xlsx"),
    TextConverter(name: "xls2csv", arguments: ["-d", "utf-8", "-q", "2", "-b", "\u{1D}\n", "-f", "%Y-%m-%d", "FILE"]),
  ]
  static let sheetEnd: UInt8 = 0x1D

  /// LibreOffice, which makes a file of today of one of old. A profile of its own lets several run at once.
  private static func libreOffice(_ suffix: String) -> TextConverter {
    TextConverter(
      name: "soffice",
      arguments: [
        "-env:UserInstallation=file://FOLDER/profile", "--headless", "--convert-to", suffix, "--outdir", "FOLDER",
        "FILE",
      ], result: "\(descriptor).\(suffix)")
  }

  /// The text of a file in UTF-8, by the first of the programs that is installed.
  ///
  /// - Parameter package: the Debian package that holds one of them.
  /// - Throws: `ReadingError`.
  static func text(
    of bytes: [UInt8], by converters: [TextConverter], package: String, path: String
  ) throws -> [UInt8] {
    try convert(bytes, by: converters, package: package, path: path).written
  }

  /// What the first of the programs that is installed makes of a file, and that program.
  ///
  /// - Parameter package: the Debian package that holds one of them.
  /// - Throws: `ReadingError`.
  static func convert(
    _ bytes: [UInt8], by converters: [TextConverter], package: String, path: String
  ) throws -> (written: [UInt8], by: TextConverter) {
    guard let converter = converters.first(where: { $0.program != nil }), let program = converter.program else {
      throw ReadingError.needsProgram(path: path, program: converters[0].name, package: package)
    }
    guard let written = try converter.run(program, on: bytes, path: path) else {
      if bytes.span.isLockedPDF { throw ReadingError.foreign(path: path, format: .locked) }
      throw ReadingError.damagedDocument(path: path, reason: "\(converter.name) 读不出")
    }
    guard written.contains(where: { $0 > 0x20 }) else { throw ReadingError.noText(path: path) }
    return (written, converter)
  }

  /// Where the program is, if it is installed.
  private var program: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What it writes; `nil` if it can't read the file.
  private func run(_ program: String, on bytes: [UInt8], path: String) throws(ReadingError) -> [UInt8]? {
    let unreadable = { (problem: CInt) in
      ReadingError.unreadable(path: path, reason: "\(name): \(String(cString: strerror(problem)))")
    }
    let file = Self.namelessFile()
    guard file >= 0 else { throw unreadable(errno) }
    defer { close(file) }
    guard Self.write(bytes, to: file) else { throw unreadable(errno) }
    let folder = result == nil ? nil : Self.folder()
    guard folder != nil || result == nil else { throw unreadable(errno) }
    defer { if let folder { try? FileManager.default.removeItem(atPath: folder) } }
    let (process, output, problem) = start(program, reading: file, in: folder ?? "")
    guard problem == 0 else { throw unreadable(problem) }
    defer { close(output) }
    let end = ContinuousClock.now + patience
    let text = text(from: output, until: end)
    let status = Self.end(process, waitingUntil: (try? text.get()) == nil ? ContinuousClock.now : end)
    switch (text, status) {
    case (.failure(.length), _):
      throw .stopped(path: path, program: name, reason: "写出的文字超过 \(mostText >> 20) MB")
    case (.failure(.time), _), (.success, nil):
      throw .stopped(path: path, program: name, reason: "运行超过 \(patience.components.seconds) 秒")
    case (.success(let text), let status):
      guard status == 0, let result, let folder else { return status == 0 ? text : nil }
      return FileManager.default.contents(atPath: "\(folder)/\(result)").map(Array.init)
    }
  }

  /// A new folder that only this user can look into; `nil` if none can be had.
  private static func folder() -> String? {
    var path = Array(FileManager.default.temporaryDirectory.appendingPathComponent("nianbao-XXXXXX").path.utf8CString)
    return path.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }.map { String(cString: $0) }
  }

  /// What a program has too much of.
  private enum Excess: Error {
    case time, length
  }

  /// A file that only this user can read and that has no name, so that it is gone however the program ends; -1 if none can be had.
  private static func namelessFile() -> CInt {
    var path = Array(FileManager.default.temporaryDirectory.appendingPathComponent("nianbao-XXXXXX").path.utf8CString)
    let file = mkstemp(&path)
    if file >= 0 { unlink(path) }
    return file
  }

  private static func write(_ bytes: [UInt8], to file: CInt) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress! + written, buffer.count - written)
        guard count > 0 || errno == EINTR else { return false }
        written += max(count, 0)
      }
      return true
    }
  }

  /// Where the program finds the file.
  private static let descriptor: CInt = 3

  /// Held while a program is started, for what another one inherits of its output never ends.
  private static let starting = NSLock()

  /// Starts the program in a process group of its own, so that it ends with all that it starts.
  private func start(
    _ program: String, reading file: CInt, in folder: String
  ) -> (pid_t, output: CInt, problem: CInt) {
    Self.starting.lock()
    defer { Self.starting.unlock() }
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return (0, 0, errno) }
    for descriptor in ends + [file] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let (process, problem) = start(program, reading: file, writing: ends[1], in: folder)
    close(ends[1])
    if problem != 0 { close(ends[0]) }
    return (process, ends[0], problem)
  }

  private func start(
    _ program: String, reading file: CInt, writing output: CInt, in folder: String
  ) -> (pid_t, problem: CInt) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, file, Self.descriptor)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let words =
      [program]
      + arguments.map {
        $0 == "FILE" ? "/dev/fd/\(Self.descriptor)" : $0.replacingOccurrences(of: "FOLDER", with: folder)
      }
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    let problem = posix_spawn(&process, program, &actions, &attributes, &pointers, environ)
    return (process, problem)
  }

  /// What a program and all that it starts write till they end.
  private func text(from pipe: CInt, until end: ContinuousClock.Instant) -> Result<[UInt8], Excess> {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let left = end - ContinuousClock.now, left > .zero {
      var ready = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, CInt(left / .milliseconds(1)) + 1) > 0 else { continue }
      let count = read(pipe, &buffer, buffer.count)
      if count == 0 { return .success(text) }
      text += buffer[..<max(count, 0)]
      if text.count > mostText { return .failure(.length) }
    }
    return .failure(.time)
  }

  /// Ends a program that is still running when time is up, and whatever it started.
  ///
  /// - Returns: how it ended of itself: 0 if all went well; `nil` if it was still running.
  private static func end(_ process: pid_t, waitingUntil end: ContinuousClock.Instant) -> CInt? {
    var information = siginfo_t()
    repeat {
      waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT | WNOHANG)
      if information._sifields._sigchld.si_pid == process { break }
      usleep(1000)
    } while ContinuousClock.now < end
    let hasEnded = information._sifields._sigchld.si_pid == process
    // Its number is its own till it is waited for.
    kill(-process, SIGKILL)
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return hasEnded ? status : nil
  }
}
