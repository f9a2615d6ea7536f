# make study    install what is missing, build, and start today's review
# make test     install what is missing, build, and run all tests

SHELL := /bin/bash
.DEFAULT_GOAL := help
BUILD := .build/release/tripos
# The Swift runtime is linked in: the program starts faster and runs without a toolchain.
RELEASE := swift build -c release --product tripos --static-swift-stdlib -q

.PHONY: help study test build lint packages test-packages student bench clean

help:
	@sed -n 's/^# //p' Makefile

study: build
	@$(BUILD) review

build: packages
	@$(RELEASE)

test: packages test-packages lint
	swift build --build-tests -q
	swift test --skip-build --parallel --disable-xctest

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

# Many simulated students, each studying the shipped deck for thirty days in a terminal.
student:
	TRIPOS_STUDENTS=100 swift test --disable-xctest --filter StudentTests

bench: build
	swift run -c release benchmarks

# System packages by name. What is there already is not touched.
packages:
	@bash .ci/packages libreadline-dev

test-packages:
	@bash .ci/packages strace tmux iso-codes

clean:
	rm -rf .build
