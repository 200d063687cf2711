# make demo   the main job on the five seed reports, into out/
# make test   all tests
# make check  format and import directions
# Each sets up what a fresh Debian 12 with a Swift 6.3 toolchain lacks, and says so.

NIANBAO = .build/release/nianbao

.PHONY: demo test check setup release install

demo: release
	$(NIANBAO) report seeds --out out || test $$? -eq 1

test: setup
	swift test

check: setup
	swift format lint --strict --recursive Package.swift Sources Tests Fuzzing
	swift build --explicit-target-dependency-import-check error

release: setup
	swift build -c release --product nianbao

install: release
	install -D $(NIANBAO) $${PREFIX:-/usr/local}/bin/nianbao

setup:
	@Scripts/setup.sh
