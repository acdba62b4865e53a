/* Commands of the test host; what each takes is in the table at the end. Exit code 0 if the plug-in did all right. */
#include "claphost_abuse.h"
#include "claphost_crowd.h"
#include "claphost_editor.h"
#include "claphost_scan.h"

/* ---- render ---- */

typedef struct {
    const float *in, *sidechain;
    float *out;
    uint64_t frames;
    uint32_t block;              /* 0 for random ones */
    event_list automation;       /* times from the start */
    chance chance;
    bool playing, loses_sidechain;
    double tempo, rate, took;
} rendering;

static void render_all(rig *rig, void *with) {
    rendering *job = with;
    uint32_t next = 0;
    clap_transport transport = {.header = {sizeof transport, 0, 0, CLAP_TRANSPORT, 0}};
    double start = seconds();
    for (uint64_t at = 0; at < job->frames;) {
        uint32_t frames = job->block ? job->block : 1 + below(&job->chance, rig->max_frames);
        if (frames > job->frames - at) frames = job->frames - at;
        for (uint32_t c = 0; c < rig->channels; c++) for (uint32_t f = 0; f < frames; f++) {
            rig->in[c][f] = job->in[(at + f) * rig->channels + c];
            if (job->sidechain) rig->side[c][f] = job->sidechain[(at + f) * rig->channels + c];
        }
        for (; next < job->automation.count && job->automation.events[next].header.time < at + frames; next++) {
            any_event *event = add_event(&rig->events, 0, 0, 0);
            *event = job->automation.events[next];
            event->header.time -= at;
        }
        transport.flags = CLAP_HAS_TEMPO | CLAP_HAS_BEATS | CLAP_HAS_SECONDS | CLAP_HAS_SIGNATURE | CLAP_PLAYING;
        transport.tempo = job->tempo;
        transport.seconds = llround(at / job->rate * CLAP_PARTS);
        transport.beats = llround(at / job->rate * job->tempo / 60 * CLAP_PARTS);
        transport.numerator = transport.denominator = 4;
        rig->transport = job->playing ? &transport : NULL;
        EXPECT(render_block(rig, frames, job->block == 0) != CLAP_ERROR, "process failed");
        for (uint32_t c = 0; c < rig->channels; c++) for (uint32_t f = 0; f < frames; f++)
            job->out[(at + f) * rig->channels + c] = rig->output.data32[c][f];
        at += frames;
    }
    job->took = seconds() - start;
}

static void read_automation(event_list *list) {
    const char *path = option("--automate", NULL);
    FILE *file = path ? fopen(path, "r") : NULL;
    unsigned frame;
    char id[128];
    double value;
    while (file && fscanf(file, "%u %127s %lf", &frame, id, &value) == 3) add_value(list, frame, key_of(id), value);
    if (file) fclose(file);
}

static int render(void) {
    library library = open_library(argument(0));
    rig rig;
    open_rig(&rig, &library, argument(1));
    uint32_t channels = strtoul(option("--channels", "2"), NULL, 10);
    const clap_audio_ports_config *layouts = rig.plugin->get_extension(rig.plugin, "clap.audio-ports-config");
    EXPECT(layouts->select(rig.plugin, channels), "no layout of %u channels", channels);
    look_at_ports(&rig);
    load_options(&rig);
    set_offline(&rig, flag("--offline"));
    memory in = read_file(option("--in", "/dev/null")), sidechain = {0};
    if (option("--sidechain", NULL)) sidechain = read_file(option("--sidechain", NULL));
    const char *block = option("--block", "512");
    rendering job = {
        .in = (float *) in.bytes, .sidechain = (float *) sidechain.bytes,
        .frames = in.size / sizeof(float) / channels, .block = strcmp(block, "random") ? strtoul(block, NULL, 10) : 0,
        .chance = seeded(), .playing = option("--tempo", NULL), .tempo = strtod(option("--tempo", "120"), NULL),
        .rate = strtod(option("--rate", "48000"), NULL),
    };
    job.out = calloc(job.frames + 1, channels * sizeof(float));
    read_automation(&job.automation);
    rig.in_place = flag("--in-place");
    rig.connect_sidechain = sidechain.bytes;
    EXPECT(activate(&rig, job.rate, job.block ? job.block : 4096), "activation failed");
    const clap_frames *latency = rig.plugin->get_extension(rig.plugin, "clap.latency");
    const clap_frames *tail = rig.plugin->get_extension(rig.plugin, "clap.tail");
    printf("{\"frames\": %lu, \"latency\": %u, \"tail\": %u", (unsigned long) job.frames, latency->get(rig.plugin),
        tail->get(rig.plugin));
    on_audio(&rig, render_all, &job);
    printf(", \"seconds\": %.6f, \"realtimeFactor\": %.3f, \"restarts\": %d}\n", job.took,
        job.frames / job.rate / job.took, rig.host->restarts);
    write_file(option("--out", "/dev/null"), job.out, job.frames * channels * sizeof(float));
    close_rig(&rig);
    free(in.bytes), free(sidechain.bytes), free(job.out), free(job.automation.events);
    close_library(&library);
    return failures != 0;
}

/* ---- parameters and state ---- */

static int params(void) {
    library library = open_library(argument(0));
    rig rig;
    open_rig(&rig, &library, argument(1));
    load_options(&rig);
    for (uint32_t i = 0; i < rig.params->count(rig.plugin); i++) {
        clap_param info = param_at(&rig, i);
        double value = value_of(&rig, info.id);
        char text[256] = "";
        rig.params->value_to_text(rig.plugin, info.id, value, text, sizeof text);
        printf("{\"id\": %u, \"name\": \"%s\", \"module\": \"%s\", \"flags\": %u,"
            " \"minimum\": %.17g, \"maximum\": %.17g, \"default\": %.17g, \"value\": %.17g, \"text\": \"%s\"}\n",
            info.id, info.name, info.module, info.flags, info.minimum, info.maximum, info.initial, value, text);
    }
    close_rig(&rig);
    close_library(&library);
    return failures != 0;
}

/* Loads what the options say and saves the state to a file. */
static int state(void) {
    library library = open_library(argument(0));
    rig rig;
    open_rig(&rig, &library, argument(1));
    load_options(&rig);
    memory saved;
    EXPECT(save_state(rig.plugin, &saved, 0), "the state was not saved");
    write_file(argument(2), saved.bytes, saved.size);
    free(saved.bytes);
    close_rig(&rig);
    close_library(&library);
    return failures != 0;
}

/* ---- checks ---- */

static int run_checks(void) {
    check check = {.path = argument(0), .id = argument(1), .chance = seeded()};
    check.library = open_library(check.path);
    const char *only = option("--only", NULL);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        if (only && strcmp(only, checks[i].name)) continue;
        int before = failures;
        double start = seconds();
        checks[i].run(&check);
        printf("%s %s (%.2f s)\n", failures == before ? "passed" : "NOT PASSED", checks[i].name, seconds() - start);
        fflush(stdout);
    }
    close_library(&check.library);
    return failures != 0;
}

/* ---- editors ---- */

static int editor(void) {
    library library = open_library(argument(0));
    int exit = show(&library, argument(1), option("--script", NULL));
    close_library(&library);
    return exit;
}

/* ---- latency that moves ---- */

static void play_until_restart(rig *rig, void *with) {
    (void) with;
    for (double start = seconds(); !rig->host->restarts && seconds() < start + 10; usleep(1000))
        EXPECT(render_block(rig, 64, true) != CLAP_ERROR, "process failed");
}

/* Values that ask for another latency: the host is asked to activate anew and is told in there. */
static int restart(void) {
    library library = open_library(argument(0));
    rig rig;
    open_rig(&rig, &library, argument(1));
    const clap_frames *latency = rig.plugin->get_extension(rig.plugin, "clap.latency");
    activate(&rig, 48000, 64);
    uint32_t before = latency->get(rig.plugin);
    int changes = rig.host->latency_changes;
    set_options(&rig);
    on_audio(&rig, play_until_restart, NULL);
    EXPECT(rig.host->restarts > 0, "no restart was asked for");
    EXPECT(latency->get(rig.plugin) == before, "the latency moved while active");
    EXPECT(rig.host->latency_changes == changes, "the latency moved while active");
    deactivate(&rig);
    activate(&rig, 48000, 64);
    EXPECT(rig.host->latency_changes == changes + 1, "the host was not told");
    printf("latency %u\n", latency->get(rig.plugin));
    rig.host->restarts = 0;
    noise noise = {&(chance) {1}, 200, ANY, 64, 1};
    on_audio(&rig, play_noise, &noise);
    EXPECT(rig.host->restarts == 0, "another restart was asked for");
    close_rig(&rig);
    close_library(&library);
    return failures != 0;
}

/* ---- commands ---- */

static const struct {
    const char *name, *takes;
    int (*run)(void);
} commands[] = {
    {"scan", "<clap>", scan},
    {"presets", "<clap> [--load]", presets},
    {"render", "<clap> <id> --in F --out F [--channels N] [--rate R] [--block N|random] [--seed N] [--in-place]"
        " [--state F] [--preset KEY] [--set id=value]... [--automate F] [--sidechain F] [--tempo BPM] [--offline]",
        render},
    {"params", "<clap> <id> [--state F] [--preset KEY] [--set id=value]...", params},
    {"state", "<clap> <id> <out> [--state F] [--preset KEY] [--set id=value]...", state},
    {"check", "<clap> <id> [--seed N] [--only NAME]", run_checks},
    {"abuse", "<clap> <id> [--seed N] [--rounds N]", abuse},
    {"mute", "<clap> <id> [--second]", mute},
    {"editor", "<clap> <id> [--script COMMAND]", editor},
    {"restart", "<clap> <id> --set id=value", restart},
    {"open-close", "<clap> <id> <times>", open_close},
    {"threads", "<clap> <id> <count>", threads},
    {"instances", "<clap> <id> <count> [--blocks N] [--preset KEY] [--set id=value]...", instances},
};

int main(int count, char **words) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    argument_count = count - 2;
    arguments = words + 2;
    for (size_t i = 0; i < sizeof commands / sizeof *commands && count > 1; i++)
        if (!strcmp(words[1], commands[i].name)) return commands[i].run();
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        fprintf(stderr, "claphost %s %s\n", commands[i].name, commands[i].takes);
    return 2;
}
