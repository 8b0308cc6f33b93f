#!/usr/bin/env bash
# Builds everything, runs every test, then the Quickstart. Needs the .NET SDK of global.json and nothing else: the drivers
# so far are embedded. Usage: ./test.sh [arguments for "dotnet test", such as --filter "clause=RLC-05"]
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet >/dev/null; then
  echo "test.sh: the .NET SDK is missing; global.json says which one." >&2
  exit 2
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build StorageKit.sln --nologo -v quiet

# One project after the other: tests of time and concurrency should not compete with each other for the cores.
failed=0
dotnet test StorageKit.sln --no-build --nologo -m:1 --logger trx --results-directory "$work/results" "$@" || failed=1

if [ $# -eq 0 ]; then
  echo "Quickstart:"
  root=$PWD
  (cd "$work" && dotnet run --no-build --project "$root/samples/Quickstart") || failed=1
  [ -s "$work/conformance.html" ] || { echo "test.sh: the Quickstart wrote no conformance.html" >&2; failed=1; }
fi

# The closing line counts over all result files, so that "nothing ran" cannot look like success.
sum() {
  awk -v name=" $1=\"" '/<Counters /{ i = index($0, name); n += substr($0, i + length(name)) + 0 } END { print n + 0 }' \
    "$work"/results/*.trx
}
passed=$(sum passed); failures=$(sum failed); skipped=$(($(sum total) - passed - failures))
echo "$passed passed, $failures failed, $skipped skipped"
[ "$passed" -gt 0 ] || failed=1
exit $failed
