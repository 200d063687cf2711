import ArgumentParser
import Tables

/// `--lang zh|en`: what stands above the columns of tables.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: "表头的语言：zh 为中文，en 为列的编号；写几张表时张张如此。 Chinese column names, or ids; of every table written.")
  var language = Table.Language.en
}

extension Table.Language: ExpressibleByArgument {}
