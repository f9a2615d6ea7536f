# make study    install what is missing, build, and start today's review
# make test     install what is missing, build, and run all tests
# make install PREFIX=~/.local     install what was built; make uninstall takes it away
# make deb      a Debian package, in .build
# make torture  put faults into everything, and print the table of cases

SHELL := /bin/bash
.DEFAULT_GOAL := help
BUILD := .build/release/tripos
# The Swift runtime is linked in: the program starts faster and runs without a toolchain.
RELEASE := swift build -c release --product tripos --static-swift-stdlib -q

.PHONY: help study test build install uninstall deb man lint packages test-packages student torture \
  fuzz bench model clean

help:
	@sed -n 's/^# //p' Makefile

study: build
	@$(BUILD) review

build: packages
	@$(RELEASE)

## PREFIX is where it will be used from, DESTDIR where it is written. Root has no Swift as a rule:
## then what was built before is installed.
PREFIX ?= /usr/local
export PREFIX DESTDIR

install:
	@if command -v swift >/dev/null; then $(MAKE) --no-print-directory build; fi
	@Packaging/install install $(BUILD)

uninstall:
	@Packaging/install uninstall $(BUILD)

deb: build
	@bash .ci/packages binutils dpkg-dev
	@Packaging/deb $(BUILD) .build

# make man      the manual page again, after a change of --help
man:
	swift build -q --product tripos
	.build/debug/tripos manual > Documentation/man/tripos.1

test: packages test-packages lint
	swift build --build-tests -q
	swift test --skip-build --disable-xctest

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

# Many simulated students, each studying the shipped deck for thirty days in a terminal.
student:
	TRIPOS_STUDENTS=100 swift test --disable-xctest --filter StudentTests

# Everything that can go wrong does, for some ten minutes to an hour; prints a table of the cases.
torture: packages test-packages
	swift build --build-tests -q
	TRIPOS_THOROUGH=1 TRIPOS_KILLS=300 swift test --skip-build --disable-xctest \
	  | tee .build/torture.log | grep -E '^(faults:|✘)' || true
	@bash .ci/cases .build/torture.log

# make fuzz TARGET=deck SECONDS=600  a fuzzer on deck, journal, date, marker, text or sanitiser
fuzz: packages
	@test -n "$(TARGET)" || { echo "make fuzz TARGET=deck SECONDS=600"; exit 2; }
	swift build -c release --product fuzzer --scratch-path .build-fuzz -Xswiftc -use-ld=bfd \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -DFUZZING -Xswiftc -parse-as-library -Xlinker -lstdc++
	mkdir -p .build-fuzz/found/$(TARGET)
	TRIPOS_FUZZ=$(TARGET) SWIFT_BACKTRACE=enable=no .build-fuzz/release/fuzzer \
	  -max_total_time=$(or $(SECONDS),600) -timeout=5 -artifact_prefix=.build-fuzz/found/ \
	  .build-fuzz/found/$(TARGET) Tests/FuzzTargets/Inputs/$(TARGET)

bench: build
	swift run -c release benchmarks

# make model TREEBANK=DIR  trains the language models again, to the same bytes
model:
	@ls "$(TREEBANK)"/*.tsv.gz >/dev/null || { echo "make model TREEBANK=DIR"; exit 2; }
	swift build -c release --product trainer -q
	tables=$$(mktemp -d) && trap 'rm -rf "$$tables"' EXIT \
	  && for file in "$(TREEBANK)"/*.tsv.gz; do \
	    gunzip -c "$$file" > "$$tables/$$(basename "$$file" .gz)" || exit 1; done \
	  && .build/release/trainer train "$$tables" Data/Language

# System packages by name. What is there already is not touched.
packages:
	@bash .ci/packages libreadline-dev libxml2-dev libcmark-dev poppler-utils \
	  libsqlite3-dev libzip-dev libzstd-dev

test-packages:
	@bash .ci/packages strace tmux iso-codes git bash zsh fish mandoc man-db python3-venv
	-@bash .ci/test-venv .build/test-venv pygiftparserrgmf anki==26.9.3

clean:
	rm -rf .build
