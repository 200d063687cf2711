import ArgumentParser

/// `--force`: whether files that the program didn't write may be replaced.
struct ForceOption: ParsableArguments {
  @Flag(name: .customLong("force"), help: "已有的文件即使不是 nianbao 写的也覆盖。 Replace files that nianbao didn't write, too.")
  var isGiven = false
}
