#!/bin/sh
# Damages a database and reads it by all that reads one, with the address sanitizer: Scripts/fuzz-database.sh [SECONDS [SEED]], 600
# seconds by default. What makes it crash is left as .build-fuzz/database/damaged.sqlite.
#
# The modules of Swift and GRDB are built by SwiftPM, which has no place for libFuzzer's main: so the program makes the damage itself.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .build-fuzz/database
export NIANBAO_FUZZING=1
swift build --product DamagedDatabase --sanitize=address --scratch-path .build-fuzz/swiftpm
# Threads and objects of the runtime live until the end.
ASAN_OPTIONS="detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}" \
  "$(swift build --product DamagedDatabase --sanitize=address --scratch-path .build-fuzz/swiftpm --show-bin-path)/DamagedDatabase" \
  .build-fuzz/database "${1:-600}" ${2:+"$2"}
