#!/bin/sh
# Fuzzes bytes -> ledger with libFuzzer and the address sanitizer: Scripts/fuzz.sh [SECONDS], 600 by default.
# Starts from the lines of the seeds; what makes it crash is left in .build-fuzz/.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .build-fuzz/corpus
# shellcheck disable=SC2046
swiftc -O -parse-as-library -sanitize=fuzzer,address -swift-version 6 -o .build-fuzz/ledger \
  $(find Sources/Quantities -name '*.swift') Fuzzing/LedgerFuzzer.swift
cat seeds/*.txt | split -a 4 -l 1 - .build-fuzz/corpus/seed-
.build-fuzz/ledger -max_total_time="${1:-600}" -max_len=2000 -timeout=5 -artifact_prefix=.build-fuzz/ .build-fuzz/corpus
