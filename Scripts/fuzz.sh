#!/bin/sh
# Fuzzes with libFuzzer and the address sanitizer: Scripts/fuzz.sh [SECONDS [TARGET...]], by default all targets for 600 each.
#   ledger  bytes -> ledger; starts from the lines of the seeds
#   page    bytes -> page -> report -> checks; starts from the pages of the fixtures and the lines of the seeds
#   database  a damaged database -> all that reads one; SwiftPM has no place for libFuzzer's main beside GRDB, so the program
#             makes the damage itself
# What makes one crash is left in .build-fuzz/.
set -eu
cd "$(dirname "$0")/.."

# fuzz TARGET PRODUCT LONGEST
fuzz() {
  FUZZING=1 swift build -c release --scratch-path .build-fuzz/build --product "$2" --sanitize address \
    -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
  ".build-fuzz/build/release/$2" -max_total_time="$seconds" -max_len="$3" -timeout=10 \
    -artifact_prefix=".build-fuzz/$1-" ".build-fuzz/$1"
}

seconds="${1:-600}"
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- ledger page database
mkdir -p .build-fuzz/ledger .build-fuzz/page
cat seeds/*.txt | split -a 4 -l 1 - .build-fuzz/ledger/seed-
cp .build-fuzz/ledger/seed-* Fixtures/html/*.html Fixtures/disclosure/*.html .build-fuzz/page/
for target; do
  case "$target" in
    ledger) fuzz ledger LedgerFuzzer 2000 ;;
    page) fuzz page PageFuzzer 4000 ;;
    database)
      mkdir -p .build-fuzz/database
      FUZZING=1 swift build --scratch-path .build-fuzz/plain --product DamagedDatabase --sanitize address
      # Threads and objects of the runtime live until the end.
      ASAN_OPTIONS="detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}" \
        .build-fuzz/plain/debug/DamagedDatabase .build-fuzz/database "$seconds"
      ;;
    *)
      echo "fuzz.sh: no target $target; there are ledger, page and database" >&2
      exit 2
      ;;
  esac
done
