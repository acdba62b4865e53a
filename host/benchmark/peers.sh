#!/usr/bin/env bash
# Measures the sound and the cost of our effects beside their peers in one run, and puts both into plugins/README.md.
#
#   peers.sh [--no-build] [--print]
#
# --no-build takes what is built; --print writes the tables to standard output and leaves the file alone. Peers that are
# not installed leave empty cells; as root on Debian they are installed first. Progress goes to standard error.
set -uo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
page=$root/plugins/README.md
build=yes print=''
for word in "$@"; do
    case $word in
        --no-build) build='' ;;
        --print) print=yes ;;
        *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -z "$build" ] || (cd "$root" && mvn -B -q -DskipTests package >&2) || exit 1
cost=$("$here/compare.sh" --no-build --only 'steady|instance|Silence') || exit 1
# shellcheck disable=SC2046 # pkg-config gives several words
cc -std=c11 -O2 -o "$work/lv2time" "$here/src/main/c/lv2time.c" $(pkg-config --cflags --libs lilv-0) -lm 2>/dev/null
classes=$(printf '%s:' "$root"/{sdk/{api,dsp,runtime,testkit},host/{core,benchmark},plugins/*}/target/classes)$root/host/app/target/arioso/lib/'*'
sound=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dlv2time="$work/lv2time" -cp "$classes" \
    io.arioso.benchmark.peers.PeerTables) || exit 1

tables() {
    printf 'Taken by `host/benchmark/peers.sh` on %s: %s.\n\n' "$(date -u +%F)" "$(versions)"
    printf '%s\n\n### Cost\n\n%s\n' "$sound" "$cost"
}
versions() {
    dpkg-query -W -f '${Package} ${Version}, ' lsp-plugins-lv2 x42-plugins calf-plugins dragonfly-reverb-lv2 ffmpeg 2>/dev/null
    uname -m
}
if [ -n "$print" ]; then
    tables
else
    tables >"$work/tables"
    awk -v new="$work/tables" '/<!-- measured -->/ {print; while ((getline line < new) > 0) print line; skip = 1; next}
        /<!-- end -->/ {skip = 0} !skip' "$page" >"$work/page" && cp "$work/page" "$page"
fi
