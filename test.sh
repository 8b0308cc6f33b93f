#!/usr/bin/env bash
# Builds everything, runs every test, then the Quickstart. Needs the .NET SDK of global.json; on Debian and Ubuntu it
# installs the servers and tools that the tests start, where they are missing (as root, or with sudo).
# Usage: ./test.sh [arguments for "dotnet test", such as --filter "clause=RLC-05"]
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet >/dev/null; then
  echo "test.sh: the .NET SDK is missing; global.json says which one." >&2
  exit 2
fi

# The tests start servers of their own, from these programs; the system's own services are not touched.
missing=()
need() { # command, package
  command -v "$1" >/dev/null || [ -n "$(compgen -G "${3:-/none}")" ] || missing+=("$2")
}
need initdb postgresql "/usr/lib/postgresql/*/bin/initdb"
need redis-server redis-server
need pgbouncer pgbouncer "/usr/sbin/pgbouncer"
need strace strace
servers=(${missing[@]+"${missing[@]}"})

# The page of a report is read in a browser (tests/Browser), the MCP server is called by clients in Node
# (tests/McpClient); without them these tests are skipped, and say so.
missing=()
need chromium chromium
need node nodejs
need npm npm
browser=(${missing[@]+"${missing[@]}"})

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_missing() (
  command -v apt-get >/dev/null || { echo "test.sh: no apt-get here" >&2; exit 1; }
  if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
    echo "test.sh: not root, and sudo asks for a password" >&2
    exit 1
  fi
  # Debian starts a server as soon as it is installed, and makes a cluster. A policy of 101 forbids the one (a runlevel
  # of 1 does where there is a policy already), a createcluster.d file the other; both go when the installation ends.
  policy=/usr/sbin/policy-rc.d cluster=/etc/postgresql-common/createcluster.d/storagekit.conf
  if [ -e $policy ]; then policy=; fi
  trap 'as_root rm -f $cluster $policy' EXIT
  if [ -n "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
    as_root chmod 755 $policy
  fi
  as_root mkdir -p "${cluster%/*}"
  echo 'create_main_cluster = false' | as_root tee $cluster >/dev/null
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
      apt-get install -y -qq --no-install-recommends "$@" >/dev/null
)

if [ ${#servers[@]} -gt 0 ]; then
  echo "test.sh: installing ${servers[*]}"
  install_missing "${servers[@]}" || {
    echo "test.sh: install ${servers[*]} (Debian's package names) and run this again." >&2
    exit 2
  }
fi
if [ ${#browser[@]} -gt 0 ]; then
  echo "test.sh: installing ${browser[*]}"
  install_missing "${browser[@]}" ||
    echo "test.sh: without ${browser[*]} the tests in a browser are skipped" >&2
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for folder in Browser McpClient; do
  timeout 180 npm ci --prefix tests/$folder --ignore-scripts --no-audit --no-fund --loglevel error >/dev/null ||
    echo "test.sh: the packages of tests/$folder cannot be had; the tests that need them are skipped" >&2
done
dotnet build StorageKit.sln --nologo -v quiet

# One project after the other: tests of time and concurrency should not compete with each other for the cores.
failed=0 tests_failed=0
dotnet test StorageKit.sln --no-build --nologo -m:1 --logger trx --results-directory "$work/results" "$@" |
  tee "$work/log" || tests_failed=1

if [ $# -eq 0 ]; then
  echo "Quickstart:"
  root=$PWD
  (cd "$work" && dotnet run --no-build --project "$root/samples/Quickstart") || failed=1
  [ -s "$work/conformance.html" ] || { echo "test.sh: the Quickstart wrote no conformance.html" >&2; failed=1; }

  echo "Benchmarks, once each:"
  tests/bench.sh --quick >"$work/bench" || { cat "$work/bench"; echo "test.sh: a benchmark failed" >&2; failed=1; }
fi

# The closing line counts over all result files, so that "nothing ran" cannot look like success.
sum() { # counter, folder
  awk -v name=" $1=\"" '/<Counters /{ i = index($0, name); n += substr($0, i + length(name)) + 0 } END { print n + 0 }' \
    "$work/$2"/*.trx
}
# What failed is said once more at the end, with its message: above, it is lost between thousands of lines.
name_failures() { # folder
  awk '/<UnitTestResult /{ failed = /outcome="Failed"/
         if (failed) { sub(/.* testName="/, ""); sub(/" computerName=.*/, ""); print "FAILED " $0 } }
       failed && /<Message>/ { text = 1 }
       text { last = /<\/Message>/; gsub(/^ *<Message>|<\/Message>.*/, ""); print "  " $0; text = !last }' \
    "$work/$1"/*.trx
}
passed=$(sum passed results); failures=$(sum failed results); skipped=$(($(sum total results) - passed - failures))
name_failures results | tee "$work/failures"

# A few tests hold machines to times, and a busy one misses them. What failed runs once more, alone; what passes then is
# counted by itself and named above, for somebody to look at. A crash, or many failures, is none of this; nor is a
# clause that a driver did not keep: a race that shows itself once in a hundred runs is what the kit is for.
again=0
if [ $tests_failed -eq 1 ] && [ "$failures" -gt 0 ] && [ "$failures" -le 5 ] &&
  [ "$(ls "$work"/results/*.trx | wc -l)" -eq "$(grep -c '^Test run for' "$work/log")" ] &&
  ! grep -qi 'host process crashed\|run aborted' "$work/log" &&
  ! grep -q 'ClauseFailedException' "$work/failures"; then
  tests_failed=0
  awk 'FNR == 1 { delete failed }
       function value(name) { v = $0; sub(".* " name "=\"", "", v); sub(/".*/, "", v); return v }
       /<UnitTestResult / && /outcome="Failed"/ { failed[value("testId")] }
       /<UnitTest / { id = value("id") }
       /<TestMethod / && id in failed { print value("codeBase") "\t" value("className") "." value("name") }' \
    "$work"/results/*.trx | sort -u >"$work/failed"
  while IFS=$'\t' read -r dll test; do
    echo "Once more, alone: $test"
    dotnet test "$dll" --nologo --filter "FullyQualifiedName=$test" --logger trx --results-directory "$work/again" \
      </dev/null || tests_failed=1
  done <"$work/failed"
  name_failures again
  [ "$(sum passed again)" -gt 0 ] || tests_failed=1
  if [ $tests_failed -eq 0 ]; then again=$failures; failures=0; fi
fi
[ $tests_failed -eq 0 ] || failed=1
echo "$passed passed, $failures failed, $skipped skipped$([ "$again" -eq 0 ] || echo ", $again passed only when run again")"
[ "$passed" -gt 0 ] || failed=1
exit $failed
