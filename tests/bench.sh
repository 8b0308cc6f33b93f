#!/usr/bin/env bash
# Measures what the kit costs, side by side with its peers and limits, and writes docs/performance.md (under 20 minutes;
# needs what test.sh installs). Usage: tests/bench.sh [--quick] [--page] [NAME]...; --help names the benchmarks.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build tests/StorageKit.Benchmarks -c Release --nologo -v quiet -clp:NoSummary >&2
exec dotnet tests/StorageKit.Benchmarks/bin/Release/net10.0/StorageKit.Benchmarks.dll "$@"
