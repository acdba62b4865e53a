#!/usr/bin/env bash
# What the way through a DAW's plug-in costs: bridge.sh [--no-build] > table.md, two minutes. See README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ "${1:-}" = --no-build ] || mvn -B -q -DskipTests package
for tool in cc pkg-config java ffmpeg; do command -v "$tool" >/dev/null || { echo "bridge.sh needs $tool" >&2; exit 1; }; done
pkg-config --exists lilv-0 || { echo "bridge.sh needs liblilv-dev" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
arioso=host/app/target/arioso
classes=host/benchmark/target/classes:host/app/target/arioso/lib/*:native-bridge/target/test-classes
"$arioso/bin/arioso" demo --quiet --seconds 10 -o "$work/demo" 2>/dev/null
ffmpeg -loglevel error -i "$work/demo/mix.wav" -ar 48000 -ac 2 -c:a pcm_f32le "$work/in.wav"

# Three plug-ins that do nothing: in C, in Java behind the bridge, in Java alone. And our EQ.
jar --create --file "$work/hollow.jar" -C native-bridge/target/test-classes io/arioso/bridge/effects/Hollow.class
"$arioso/bin/arioso" bundle "$arioso"/plugins/*.jar "$work/hollow.jar" -o "$work/lv2" --name Measured >/dev/null
mkdir "$work/lv2/floor.lv2"
cc -O2 -shared -fPIC -o "$work/lv2/floor.lv2/floor.so" host/benchmark/src/main/c/floor.c
cp host/benchmark/src/main/c/floor.ttl "$work/lv2/floor.lv2/manifest.ttl"
# shellcheck disable=SC2046
cc -O2 -o "$work/lv2time" host/benchmark/src/main/c/lv2time.c $(pkg-config --cflags --libs lilv-0) -lm
cc -std=gnu11 -O2 -o "$work/claphost" native-bridge/src/test/c/claphost.c -lpthread -ldl -lm
export LV2_PATH=$work/lv2:/usr/lib/lv2

hosted() { "$work/lv2time" "$@" 2>/dev/null | cut -d ' ' -f 1; }              # ns a frame, of one instance
alone() { java -XX:+UseSerialGC -cp "$classes" io.arioso.benchmark.NanosPerFrame "$@" 2>/dev/null | tail -n 1 | cut -d ' ' -f 1; }
median() { for _ in 1 2 3 4 5; do "$@"; done | sort -g | sed -n 3p; }
block() { awk -v ns="$1" 'BEGIN { printf "%.0f", ns * 64 }'; }

floor=$(median hosted -b 64 -s 9 "$work/in.wav" urn:arioso:benchmark:floor)
bridged=$(median hosted -b 64 -s 9 "$work/in.wav" urn:arioso:io.arioso.test.hollow)
java=$(median alone -b 64 io.arioso.bridge.effects.Hollow)
echo "| an effect that does nothing, 64 stereo frames | ns a block |"
echo "|---|---|"
echo "| in C | $(block "$floor") |"
echo "| in Java, called from Java | $(block "$java") |"
echo "| in Java, through the bridge | $(block "$bridged") |"
awk -v b="$bridged" -v j="$java" 'BEGIN { printf "| what the bridge adds (goal: at most 1000) | %.0f |\n\n", (b - j) * 64 }'

ours=() lsp=(fft=0)
hz=(60 120 250 500 1000 2000 5000 10000) db=(3 -2 -3 2 -2 3 2 4)
factor=(1.4125 0.7943 0.7079 1.2589 0.7943 1.4125 1.2589 1.5849)
for i in "${!hz[@]}"; do
    n=$((i + 1))
    ours+=("band${n}_on=1" "band${n}_freq=${hz[i]}" "band${n}_gain=${db[i]}" "band${n}_q=1")
    lsp+=("ft_$i=1" "f_$i=${hz[i]}" "g_$i=${factor[i]}" "q_$i=1")
done
hundred=(-b 64 -n 3 -s 3 -i 100 "$work/in.wav")
eq=$(median hosted "${hundred[@]}" urn:arioso:io.arioso.eq "${ours[@]}")
peer=$(median hosted "${hundred[@]}" http://lsp-plug.in/plugins/lv2/para_equalizer_x16_stereo "${lsp[@]}" || true)
echo "| 100 instances, 8 bells each, 64 frames, one thread | ns a frame each | x real time together |"
echo "|---|---|---|"
speed() { awk -v name="$1" -v ns="$2" 'BEGIN { printf "| %s | %.1f | %.1f |\n", name, ns, 1e9 / 48000 / 100 / ns }'; }
speed "Arioso EQ" "$eq"
if [ -n "$peer" ]; then speed "LSP para EQ x16" "$peer"; else echo "| LSP para EQ x16: not installed | | |"; fi
echo
"$work/claphost" instances "$work/lv2/Measured.clap" io.arioso.eq 100 --blocks 2000
