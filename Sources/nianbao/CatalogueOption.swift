import ArgumentParser
import Observations

/// `--catalogue FILE`: metrics that add to the built-in ones or replace them by id.
struct CatalogueOption: ParsableArguments {
  @Option(
    name: .customLong("catalogue"),
    help: "增加或替换内置指标的 YAML 文件，可重复。 YAML files that add to or replace the built-in metrics.")
  var files: [String] = []

  /// The catalogue; mistakes in it end the program with status 2.
  func load() throws -> Catalogue {
    do {
      return try Catalogue(files: try sources())
    } catch let errors as CatalogueErrors {
      for error in errors.errors { Console.error(error.description) }
      throw ExitCode(2)
    }
  }

  /// The ids of metrics named by id or Chinese name; one that isn't there ends the program with status 2.
  func ids(_ names: [String], in catalogue: Catalogue) throws -> [String] {
    try names.flatMap { name in
      let metrics = catalogue.metrics.filter { $0.id == name || $0.chinese == name }
      guard !metrics.isEmpty else {
        Console.error("\(name): 没有这个指标，可用 nianbao metrics list 查看 (no such metric)")
        throw ExitCode(2)
      }
      return metrics.map(\.id)
    }
  }

  /// The text of all catalogue files, by which runs tell catalogues apart.
  func sourceText() throws -> String { try sources().map(\.text).joined(separator: "\n") }

  private func sources() throws -> [(file: String, text: String)] {
    var sources = Catalogue.builtIn
    for file in files {
      guard let bytes = SideFile.bytes(of: file) else {
        Console.error("\(file): 打不开指标目录，请检查路径和权限 (cannot open the catalogue)")
        throw ExitCode(2)
      }
      sources.append((file, String(decoding: bytes, as: UTF8.self)))
    }
    return sources
  }
}
