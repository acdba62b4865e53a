#!/usr/bin/env bash
# Measures Arioso beside its peers, in turn within one run, and prints the ratios as a Markdown table.
#
#   compare.sh [--quick] [--only REGEX] [--no-build]
#
# --quick takes one minute of material and two pairs instead of ten minutes and five; --only keeps the rows whose title
# matches; --no-build takes what is built, and ARIOSO names another program to run. Everything is written below a temporary folder and removed.
# Progress goes to standard error, the table to standard output. A row that cannot be measured says why.
set -uo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)

minutes=10 pairs=5 hours=10 repeats=7 only='' build=yes
while [ $# -gt 0 ]; do
    case $1 in
        --quick) minutes=1 pairs=2 hours=0.2 repeats=3 ;;
        --only) only=${2:?--only takes a pattern} && shift ;;
        --no-build) build='' ;;
        *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
    shift
done

say() { printf '%s\n' "$*" >&2; }

# --- peers, programs, material -----------------------------------------------------------------------------------

install_peers() {
    local missing=() probe package
    while read -r package probe; do eval "$probe" >/dev/null 2>&1 || missing+=("$package"); done <<'END'
ffmpeg command -v ffmpeg
sox command -v sox
loudgain command -v loudgain
gcc command -v cc
time [ -x /usr/bin/time ]
pkg-config command -v pkg-config
liblilv-dev pkg-config lilv-0
lsp-plugins-lv2 ls -d /usr/lib/lv2/lsp-plugins.lv2
x42-plugins ls -d /usr/lib/lv2/dpl.lv2
calf-plugins ls -d /usr/lib/lv2/calf.lv2
dragonfly-reverb-lv2 ls -d /usr/lib/lv2/DragonflyHallReverb.lv2
END
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing ${missing[*]}"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"; } >/dev/null 2>&1 \
            || say "could not install ${missing[*]}; rows that need them are skipped"
    else
        say "missing: apt-get install ${missing[*]}    (rows that need them are skipped)"
    fi
}

install_peers
[ -x /usr/bin/time ] || { say "nothing can be measured without /usr/bin/time (Debian package: time)"; exit 1; }

if [ -n "$build" ]; then
    say "building"
    (cd "$root" && mvn -B -q -DskipTests package >&2) || say "the build failed; measuring what is there"
fi

java=${ARIOSO_JAVA_HOME:-${JAVA_HOME:-}}
java=${java:+$java/bin/java}
java=${java:-$(command -v java)}
arioso=${ARIOSO:-$root/host/app/target/arioso/bin/arioso}
classes=$(printf '%s:' "$root"/{sdk/{api,dsp,runtime},host/{core,benchmark},plugins/{eq,compressor,reverb,delay,limiter,stereo-widener}}/target/classes)
classes=$classes$root/host/app/target/arioso/lib/'*'

# The material lies in memory where there is room, so that no disk is measured.
base=${TMPDIR:-/tmp}
[ "$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 {print $4}')" -gt 2000000 ] 2>/dev/null && base=/dev/shm
work=$(mktemp -d "$base/arioso-compare.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
programme() { "$java" -cp "$classes" io.arioso.benchmark.WriteProgramme "$@"; }
say "making $minutes min of programme"
if ! { programme $((minutes * 60)) "$work/in.wav" && programme 10 "$work/short.wav"; }; then
    say "no programme, no figures"
    exit 1
fi
# shellcheck disable=SC2046 # pkg-config gives several words
cc -std=c11 -O2 -o "$work/lv2time" "$here/src/main/c/lv2time.c" $(pkg-config --cflags --libs lilv-0) -lm 2>"$work/cc.log" \
    || say "lv2time does not compile, so there are no LV2 peers: $(head -n 1 "$work/cc.log")"

# --- measuring -----------------------------------------------------------------------------------------------------

feed=() # what goes to the standard input of what is measured; nothing by default

# sample METRIC COMMAND...: prints nanos (first word of the output), cpu (user + system s), wall (s) or rss (MiB).
sample() {
    local metric=$1 start end
    shift
    if [ "$metric" = nanos ] || [ "$metric" = bytes ]; then
        "$@" 2>"$work/log" | awk -v field="$([ "$metric" = nanos ] && echo 1 || echo 4)" '{print $field}'
        return
    fi
    start=${EPOCHREALTIME/[.,]/}
    if [ ${#feed[@]} -gt 0 ]; then
        /usr/bin/time -f '%U %S %M' -o "$work/time" "$@" < <("${feed[@]}" 2>/dev/null) >/dev/null 2>"$work/log" || return
    else
        /usr/bin/time -f '%U %S %M' -o "$work/time" "$@" </dev/null >/dev/null 2>"$work/log" || return
    fi
    end=${EPOCHREALTIME/[.,]/}
    case $metric in
        cpu) awk '{print $1 + $2}' "$work/time" ;;
        wall) awk -v us=$((end - start)) 'BEGIN {print us / 1e6}' ;;
        rss) awk '{print $3 / 1024}' "$work/time" ;;
    esac
}

median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

wanted() { [ -z "$only" ] || grep -qE -- "$only" <<<"$1"; }

# skip TITLE PEER PROGRAM: a row that says what went wrong.
skip() {
    local reason
    reason="failed: $(tail -n 1 "$work/log" 2>/dev/null | cut -c 1-120)"
    command -v "$3" >/dev/null || reason="is not there"
    printf '| %s | %s | | | | | skipped: %s %s |\n' "$1" "$2" "${3##*/}" "$reason"
}

# row TITLE METRIC PEER GOAL OURS THEIRS: OURS and THEIRS name arrays; in turn, median of the ratios of the pairs.
row() {
    local title=$1 metric=$2 peer=$3 goal=$4 count=$pairs unit a b i
    local -n ours=$5 theirs=$6
    wanted "$title" || return 0
    case $metric in nanos) unit=ns/frame ;; cpu) unit='s CPU' ;; wall) unit=s count=$((pairs * 2)) ;; rss) unit=MiB count=1 ;; esac
    say "measuring: $title, beside $peer"
    : >"$work/ours" && : >"$work/theirs" && : >"$work/ratios"
    for ((i = 0; i < count; i++)); do
        a=$(sample "$metric" "${ours[@]}")
        [ -n "$a" ] || { skip "$title" "$peer" "${ours[0]}"; return 0; }
        b=$(sample "$metric" "${theirs[@]}")
        [ -n "$b" ] || { skip "$title" "$peer" "${theirs[0]}"; return 0; }
        echo "$a" >>"$work/ours" && echo "$b" >>"$work/theirs"
        awk -v a="$a" -v b="$b" 'BEGIN {print (b + 0 ? a / b : 0)}' >>"$work/ratios"
    done
    awk -v title="$title" -v peer="$peer" -v unit="$unit" -v goal="$goal" -v a="$(median <"$work/ours")" \
        -v b="$(median <"$work/theirs")" -v r="$(median <"$work/ratios")" 'BEGIN {
            met = goal == "-" ? "" : r <= goal ? "yes" : "**no**"
            printf "| %s | %s | %.3g %s | %.3g | %.2f | %s | %s |\n", title, peer, a, unit, b, r, goal == "-" ? "" : "<= " goal, met}'
}

# bound TITLE METRIC UNIT BOUND OURS: one figure against a bound.
bound() {
    local title=$1 metric=$2 unit=$3 limit=$4 a
    local -n alone=$5
    wanted "$title" || return 0
    say "measuring: $title"
    a=$(sample "$metric" "${alone[@]}")
    [ -n "$a" ] || { skip "$title" '' "${alone[0]}"; return 0; }
    awk -v title="$title" -v a="$a" -v unit="$unit" -v limit="$limit" 'BEGIN {
        printf "| %s | | %.4g %s | | | <= %s | %s |\n", title, a, unit, limit, a <= limit ? "yes" : "**no**"}'
}

# --- what is compared: the same eight bells, six decibels into a ceiling of -1 dBTP ----------------------------------

hz=(60 120 250 500 1000 2000 5000 10000)
db=(3 -2 -3 2 -2 3 2 4)
factor=(1.4125 0.7943 0.7079 1.2589 0.7943 1.4125 1.2589 1.5849)
chain_eq=eq: ffmpeg_eq='' ffmpeg_aneq='' sox_eq=() lsp_bells=(fft=0) lsp_more=()
for i in "${!hz[@]}"; do
    chain_eq+=bell=${hz[i]}Hz/${db[i]}dB/1,
    ffmpeg_eq+=equalizer=f=${hz[i]}:t=q:w=1:g=${db[i]},
    for c in 0 1; do ffmpeg_aneq+="c$c f=${hz[i]} w=${hz[i]} g=${db[i]}|"; done
    sox_eq+=(equalizer "${hz[i]}" 1q "${db[i]}")
    lsp_bells+=("ft_$i=1" "f_$i=${hz[i]}" "g_$i=${factor[i]}" "q_$i=1")
    j=$((i + 8))
    lsp_more+=("ft_$j=1" "f_$j=${hz[i]}" "g_$j=${factor[i]}" "q_$j=1")
done
chain_eq=${chain_eq%,} ffmpeg_eq=${ffmpeg_eq%,} ffmpeg_aneq=anequalizer=${ffmpeg_aneq%|}
chain_master="$chain_eq | limiter:gain=6dB,ceiling=-1dBTP,release_ms=50ms"
ffmpeg_limiter=volume=2,aresample=192000,alimiter=limit=0.891:attack=5:release=50:level=disabled,aresample=48000
lsp=http://lsp-plug.in/plugins/lv2
x42=http://gareus.org/oss/lv2
widener='band1_width=90% band2_width=110% band3_width=120% band4_width=130%' # four bands, each with a width of its own

nanos=("$java" -cp "$classes" io.arioso.benchmark.NanosPerFrame -n "$repeats")
lv2=("$work/lv2time" -n "$repeats")
lsp_eq=("$lsp/para_equalizer_x16_stereo" "${lsp_bells[@]}")
ffmpeg=(ffmpeg -hide_banner -loglevel error -nostdin -filter_threads 1 -filter_complex_threads 1 -y)

cat <<END
Taken $(date -u +%F), $("$java" -version 2>&1 | sed -n 2p), $(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1),
$minutes min of programme, median of $pairs pairs, load $(cut -d ' ' -f 1 /proc/loadavg) at the start.

| what | beside | Arioso | peer | ratio | goal | met |
|---|---|---|---|---|---|---|
END

# --- steady: inside the process, best of $repeats passes, block 256 --------------------------------------------------

us=("${nanos[@]}" eq8) them=("${lv2[@]}" "$work/in.wav" "${lsp_eq[@]}")
row 'EQ, 8 bells, steady' nanos 'LSP para EQ' 1.0 us them
us=("${nanos[@]}" eq16) them=("${lv2[@]}" "$work/in.wav" "${lsp_eq[@]}" "${lsp_more[@]}")
row 'EQ, 16 bells, steady' nanos 'LSP para EQ' 1.0 us them
us=("${nanos[@]}" eq8)
them=("${lv2[@]}" "$work/in.wav" "$x42/fil4#stereo" HighPass=1 HPfreq=30 LowPass=1 LPfreq=18000 LSgain=3 gain1=-2 gain2=-3
    gain3=2 gain4=3 HSgain=4)
row 'EQ, 8 bells, steady' nanos 'x42 fil4, 8 sections' - us them
us=("${nanos[@]}" -g 6 limiter)
them=("${lv2[@]}" "$work/in.wav" "$x42/dpl#stereo" gain=6 threshold=-1 release=0.05 truepeak=1)
row 'Limiter, true peak, 6 dB in, steady' nanos 'x42 dpl, true peak' 0.5 us them
them=("${lv2[@]}" "$work/in.wav" "$lsp/limiter_stereo" th=0.891 boost=0 alr=0 lk=5 at=2.5 rt=20 g_in=2 ovs=5)
row 'Limiter, true peak, 6 dB in, steady' nanos 'LSP limiter, Half x4' - us them
them=("${lv2[@]}" "$work/in.wav" "$lsp/limiter_stereo" th=0.891 boost=0 alr=0 lk=5 at=2.5 rt=20 g_in=2 ovs=15)
row 'Limiter, true peak, 6 dB in, steady' nanos 'LSP limiter, Full x4' - us them
effect() { printf '%s\0' "${nanos[@]}" "io.arioso.plugins.$1" "${@:2}"; }
calf=http://calf.sourceforge.net/plugins
mapfile -d '' -t compressor < <(effect compressor.Compressor threshold=-24dB ratio=4 knee=6dB attack_ms=10ms release_ms=100ms)
us=("${compressor[@]}")
them=("${lv2[@]}" "$work/in.wav" "$lsp/compressor_stereo" al=0.0631 at=10 rt=100 cr=4 kn=0.5 mk=1 scm=0)
row 'Compressor, steady' nanos 'LSP compressor' 0.35 us them
them=("${lv2[@]}" "$work/in.wav" "$x42/darc#stereo" threshold=-24 Ratio=0.75 attack=0.01 release=0.1)
row 'Compressor, steady' nanos 'x42 darc' 0.65 us them
them=("${lv2[@]}" "$work/in.wav" "$calf/Compressor" threshold=0.0631 ratio=4 attack=10 release=100 knee=2 detection=1)
row 'Compressor, steady' nanos 'Calf Compressor' - us them
mapfile -d '' -t us < <(effect reverb.Reverb mode=hall decay_s=2s)
them=("${lv2[@]}" "$work/in.wav" https://github.com/michaelwillis/dragonfly-reverb decay=2)
row 'Reverb, hall, steady' nanos 'Dragonfly Hall' 0.1 us them
them=("${lv2[@]}" "$work/in.wav" "$calf/Reverb" decay_time=2 amount=0.3)
row 'Reverb, hall, steady' nanos 'Calf Reverb' - us them
mapfile -d '' -t us < <(effect delay.Delay time_ms=375ms feedback=40% high_cut_freq=5kHz)
them=("${lv2[@]}" "$work/in.wav" "$lsp/slap_delay_stereo" dm0=1 dt0=375 dm1=1 dt1=500)
row 'Delay, filter in the loop, steady' nanos 'LSP slap delay' 0.5 us them
them=("${lv2[@]}" "$work/in.wav" "$calf/VintageDelay" timing=1 ms=500 time_l=3 time_r=4 feedback=0.4 amount=0.3 medium=1)
row 'Delay, filter in the loop, steady' nanos 'Calf Vintage Delay' 0.2 us them
mapfile -d '' -t us < <(effect widener.StereoWidener $widener)
mapfile -d '' -t them < <(effect eq.Equalizer bell=100Hz/3dB/1 bell=400Hz/-2dB/1 bell=2000Hz/3dB/1 bell=8000Hz/2dB/1)
row 'Widener, four bands, steady' nanos 'our EQ, 4 bells' 2 us them
them=("${lv2[@]}" "$work/in.wav" "$calf/StereoTools" slev=1.5)
row 'Widener, four bands, steady' nanos 'Calf Stereo Tools' 0.2 us them
mapfile -d '' -t us < <(effect eq.Equalizer bell=100Hz/3dB/1 bell=400Hz/-2dB/1 bell=2000Hz/3dB/1 bell=8000Hz/2dB/1 \
    -- io.arioso.plugins.compressor.Compressor -- io.arioso.plugins.delay.Delay -- io.arioso.plugins.reverb.Reverb \
    -- io.arioso.plugins.widener.StereoWidener $widener -- io.arioso.plugins.limiter.Limiter)
bound 'Chain of six, steady (52 ns are 400 times real time)' nanos 'ns/frame' 52 us
memory=("$java" -Xmx512m -cp "$classes" io.arioso.benchmark.InstanceMemory)
for one in eq.Equalizer compressor.Compressor reverb.Reverb delay.Delay limiter.Limiter widener.StereoWidener; do
    us=("${memory[@]}" "io.arioso.plugins.$one")
    bound "Memory of an instance, ${one#*.}" nanos MiB "$([ "$one" = reverb.Reverb ] && echo 8 || echo 2)" us
done
for effect in eq8 limiter; do
    them=("${nanos[@]}" -g 6 "$effect")
    us=("${nanos[@]}" -g 6 -z "$effect")
    row "Silence after music, $effect" nanos 'music' 1.1 us them
    us=("${nanos[@]}" -g 6 -m sounding "$effect")
    row "All parameters of what sounds move every 64 frames, $effect" nanos 'static' 1.5 us them
    us=("${nanos[@]}" -g 6 -m sounding "$effect")
    bound "Bytes allocated meanwhile, $effect" bytes B 0 us
done
them=("${nanos[@]}" -g 6 eq8 -- limiter)
us=("${nanos[@]}" -g 6 -b 32 eq8 -- limiter)
row 'EQ and limiter, block 32' nanos 'block 256' 1.4 us them

# --- whole processes: start-up included ------------------------------------------------------------------------------

render() { printf '%s\0' "$arioso" render "$1" --force -o "$work/ours.wav" --chain "$2"; }
mapfile -d '' -t us < <(render "$work/in.wav" "$chain_eq")
them=("${ffmpeg[@]}" -i "$work/in.wav" -af "$ffmpeg_eq" -c:a pcm_f32le "$work/theirs.wav")
row 'render through EQ' cpu 'ffmpeg equalizer x 8' 0.55 us them
them=(sox -V1 "$work/in.wav" -e floating-point -b 32 "$work/theirs.wav" "${sox_eq[@]}")
row 'render through EQ' cpu 'sox equalizer x 8' 0.5 us them
them=("$work/lv2time" -o "$work/theirs.wav" "$work/in.wav" "${lsp_eq[@]}")
row 'render through EQ' cpu 'LSP para EQ in lv2time' 1.5 us them

mapfile -d '' -t us < <(render "$work/in.wav" "$chain_master")
them=("${ffmpeg[@]}" -i "$work/in.wav" -af "$ffmpeg_aneq,$ffmpeg_limiter" -c:a pcm_f32le "$work/theirs.wav")
row 'render through EQ and limiter' cpu 'ffmpeg anequalizer, 192 kHz alimiter' 1.0 us them
row 'render through EQ and limiter' wall 'ffmpeg anequalizer, 192 kHz alimiter' 1.0 us them
them=("${ffmpeg[@]}" -i "$work/in.wav" -af "$ffmpeg_eq,$ffmpeg_limiter" -c:a pcm_f32le "$work/theirs.wav")
row 'render through EQ and limiter' cpu 'ffmpeg equalizer x 8, 192 kHz alimiter' 1.0 us them
row 'render through EQ and limiter, peak memory' rss 'ffmpeg equalizer x 8, 192 kHz alimiter' 1.2 us them

us=("$arioso" analyze "$work/in.wav")
them=("${ffmpeg[@]}" -i "$work/in.wav" -af ebur128=peak=true -f null -)
row 'analyze' cpu 'ffmpeg ebur128, true peak' 0.5 us them
row 'analyze' wall 'ffmpeg ebur128, true peak' 1.0 us them
them=(loudgain -q "$work/in.wav")
row 'analyze' cpu 'loudgain' 0.4 us them

mapfile -d '' -t us < <(render "$work/short.wav" "$chain_master")
them=("${ffmpeg[@]}" -i "$work/short.wav" -af "$ffmpeg_eq,$ffmpeg_limiter" -c:a pcm_f32le "$work/theirs.wav")
row 'render of 10 s' wall 'ffmpeg equalizer x 8, 192 kHz alimiter' 1.1 us them

hello=("$java" -cp "$here/target/classes" io.arioso.benchmark.Hello) them=("${hello[@]}")
us=("$arioso" --version)
row 'arioso --version' wall 'class Hello, same Java' 1.5 us them
us=("$arioso" plugins)
row 'arioso plugins' wall 'class Hello, same Java' 1.5 us them
# shellcheck disable=SC2034 # read by name
them=(ffmpeg -version)
us=("$arioso" --version)
row 'arioso --version' wall 'ffmpeg -version' 0.8 us them

# --- memory: the programme comes through a pipe, so that hours of it need no disk -----------------------------------

rm -f "$work/ours.wav" "$work/theirs.wav"
# shellcheck disable=SC2034 # read by name
us=("$arioso" render - -o - --chain "$chain_master")
feed=("$java" -cp "$classes" io.arioso.benchmark.WriteProgramme)
feed+=("$(awk -v h="$hours" 'BEGIN {print h * 3600}')" -)
bound "Peak memory, render of $hours h through a pipe" rss MiB 286 us
feed[-2]=600
bound 'Peak memory, render of 10 min through a pipe' rss MiB 286 us
