import ArgumentParser
import ReportText

/// `--encoding NAME`: the encoding of the files, where it isn't to be found from their bytes.
struct EncodingOption: ParsableArguments {
  @Option(
    help: """
      文件的编码：UTF-8、UTF-16LE、UTF-16BE、GB18030（含 GBK、GB2312）、BIG5；不写则自动识别。
      The files' encoding; found from their bytes if not given.
      """)
  var encoding: TextEncoding?
}

extension TextEncoding: ExpressibleByArgument {
  /// An encoding by one of its names.
  public init?(argument: String) { self.init(name: argument) }
}
