/*
 * A small CLAP host that keeps the standard's thread rules: one main thread, an audio thread of its own for each rig,
 * callbacks served on the main thread while audio runs. What the plug-in does wrong is counted and printed.
 */
#ifndef ARIOSO_CLAPHOST_H
#define ARIOSO_CLAPHOST_H

#include <dirent.h>
#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "../../main/c/clap_abi.h"

enum { GUARD = 32, MAX_EVENTS = 100000 };

static _Atomic int failures;

static void failed(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    flockfile(stdout);
    printf("FAILED ");
    vprintf(format, arguments);
    printf("\n");
    fflush(stdout);
    funlockfile(stdout);
    va_end(arguments);
    failures++;
}

#define EXPECT(condition, ...) do { if (!(condition)) failed(__VA_ARGS__); } while (0)

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

/* ---- chance: the same numbers for the same seed ---- */

typedef struct { uint64_t state; } chance;

static uint64_t next_number(chance *chance) {
    uint64_t x = chance->state += 0x9e3779b97f4a7c15u;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return x ^ x >> 31;
}

static double between(chance *chance, double low, double high) {
    return low + (high - low) * ((next_number(chance) >> 11) * 0x1p-53);
}

static uint32_t below(chance *chance, uint32_t bound) {
    return next_number(chance) % bound;
}

/* ---- the library ---- */

typedef struct {
    void *handle;
    const clap_plugin_entry *entry;
    const clap_factory *factory;
} library;

static library open_library(const char *path) {
    library library = {0};
    library.handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library.handle) {
        fprintf(stderr, "%s\n", dlerror());
        exit(2);
    }
    library.entry = dlsym(library.handle, "clap_entry");
    if (!library.entry || !library.entry->init(path)) {
        fprintf(stderr, "%s: no entry, or it does not want to begin\n", path);
        exit(2);
    }
    library.factory = library.entry->get_factory("clap.plugin-factory");
    if (!library.factory) {
        fprintf(stderr, "%s: no plug-in factory\n", path);
        exit(2);
    }
    return library;
}

static void close_library(library *library) {
    library->entry->deinit();
    dlclose(library->handle);
}

/* ---- the host ---- */

typedef struct {
    clap_host host;
    pthread_t main_thread;
    _Atomic int restarts, processes, callbacks, flushes;
    int rescans, dirty, latency_changes, presets_loaded, preset_errors;
    _Atomic bool activating;
    _Atomic int tail_changes;
    bool speaks;                 /* whether what the plug-in logs is printed */
    char last_log[512];
} test_host;

static test_host *host_of(const clap_host *host) {
    return host->data;
}

static void expect_main(const clap_host *host, const char *what) {
    EXPECT(pthread_equal(pthread_self(), host_of(host)->main_thread), "%s off the main thread", what);
}

static void on_restart(const clap_host *host) { host_of(host)->restarts++; }
static void on_process(const clap_host *host) { host_of(host)->processes++; }
static void on_callback(const clap_host *host) { host_of(host)->callbacks++; }

static void on_rescan(const clap_host *host, uint32_t flags) {
    (void) flags;
    expect_main(host, "params.rescan");
    host_of(host)->rescans++;
}

static void on_clear(const clap_host *host, uint32_t id, uint32_t flags) {
    (void) id, (void) flags;
    expect_main(host, "params.clear");
}

static void on_flush(const clap_host *host) { host_of(host)->flushes++; }

static void on_latency(const clap_host *host) {
    expect_main(host, "latency.changed");
    EXPECT(host_of(host)->activating, "latency.changed outside activate");
    host_of(host)->latency_changes++;
}

static void on_tail(const clap_host *host) { host_of(host)->tail_changes++; }

static void on_dirty(const clap_host *host) {
    expect_main(host, "state.mark_dirty");
    host_of(host)->dirty++;
}

static void on_log(const clap_host *host, int32_t severity, const char *text) {
    snprintf(host_of(host)->last_log, sizeof host_of(host)->last_log, "%s", text);
    if (host_of(host)->speaks) printf("LOG %d %s\n", severity, text);
}

static void on_preset_error(const clap_host *host, uint32_t kind, const char *location, const char *key,
        int32_t os_error, const char *message) {
    (void) kind, (void) location, (void) key, (void) os_error, (void) message;
    expect_main(host, "preset_load.on_error");
    host_of(host)->preset_errors++;
}

static void on_preset(const clap_host *host, uint32_t kind, const char *location, const char *key) {
    (void) kind, (void) location, (void) key;
    expect_main(host, "preset_load.loaded");
    host_of(host)->presets_loaded++;
}

static const void *host_extension(const clap_host *host, const char *id) {
    static const clap_host_params params = {on_rescan, on_clear, on_flush};
    static const clap_host_changed latency = {on_latency}, tail = {on_tail}, state = {on_dirty};
    static const clap_host_log log = {on_log};
    static const clap_host_preset_load preset = {on_preset_error, on_preset};
    (void) host;
    if (!strcmp(id, "clap.params")) return &params;
    if (!strcmp(id, "clap.latency")) return &latency;
    if (!strcmp(id, "clap.tail")) return &tail;
    if (!strcmp(id, "clap.state")) return &state;
    if (!strcmp(id, "clap.log")) return &log;
    if (!strcmp(id, "clap.preset-load/2")) return &preset;
    return NULL;
}

static void make_host(test_host *host) {
    memset(host, 0, sizeof *host);
    host->host = (clap_host) {
        {1, 2, 0}, host, "Arioso test host", "Arioso", "", "1", host_extension, on_restart, on_process, on_callback,
    };
    host->main_thread = pthread_self();
    host->speaks = true;
}

/* ---- streams that hand on at most so many bytes at once ---- */

typedef struct {
    char *bytes;
    uint64_t size, at, chunk;
    int64_t fails_at;            /* -1 for never */
} memory;

static int64_t read_memory(const clap_istream *stream, void *to, uint64_t size) {
    memory *from = stream->context;
    if (from->fails_at >= 0 && from->at >= (uint64_t) from->fails_at) return -1;
    uint64_t left = from->size - from->at, now = size < left ? size : left;
    if (from->chunk && now > from->chunk) now = from->chunk;
    memcpy(to, from->bytes + from->at, now);
    from->at += now;
    return now;
}

static int64_t write_memory(const clap_ostream *stream, const void *from, uint64_t size) {
    memory *to = stream->context;
    if (to->fails_at >= 0 && to->size >= (uint64_t) to->fails_at) return -1;
    uint64_t now = to->chunk && size > to->chunk ? to->chunk : size;
    to->bytes = realloc(to->bytes, to->size + now + 1);
    memcpy(to->bytes + to->size, from, now);
    to->size += now;
    return now;
}

static bool save_state(const clap_plugin *plugin, memory *to, uint64_t chunk) {
    const clap_state *state = plugin->get_extension(plugin, "clap.state");
    *to = (memory) {.chunk = chunk, .fails_at = -1};
    clap_ostream stream = {to, write_memory};
    return state && state->save(plugin, &stream);
}

static bool load_bytes(const clap_plugin *plugin, const void *bytes, uint64_t size, uint64_t chunk) {
    const clap_state *state = plugin->get_extension(plugin, "clap.state");
    memory from = {(char *) bytes, size, 0, chunk, -1};
    clap_istream stream = {&from, read_memory};
    return state && state->load(plugin, &stream);
}

static bool equal_memory(const memory *a, const memory *b) {
    return a->size == b->size && !memcmp(a->bytes, b->bytes, a->size);
}

static memory read_file(const char *path) {
    memory file = {.fails_at = -1};
    FILE *from = fopen(path, "rb");
    if (!from) {
        perror(path);
        exit(2);
    }
    fseek(from, 0, SEEK_END);
    file.size = ftell(from);
    rewind(from);
    file.bytes = malloc(file.size + 1);
    if (fread(file.bytes, 1, file.size, from) != file.size) exit(2);
    fclose(from);
    return file;
}

static void write_file(const char *path, const void *bytes, uint64_t size) {
    FILE *to = fopen(path, "wb");
    if (!to || fwrite(bytes, 1, size, to) != size || fclose(to)) {
        perror(path);
        exit(2);
    }
}

/* ---- events ---- */

typedef union {
    clap_event header;
    clap_value_event value;
    clap_transport transport;
    char bytes[128];
} any_event;

typedef struct {
    any_event *events;
    uint32_t count, room;
} event_list;

static any_event *add_event(event_list *list, uint32_t time, uint16_t type, uint32_t size) {
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 64;
        list->events = realloc(list->events, list->room * sizeof(any_event));
    }
    any_event *event = &list->events[list->count++];
    memset(event, 0, sizeof *event);
    event->header = (clap_event) {size, time, 0, type, 0};
    return event;
}

static void add_value(event_list *list, uint32_t time, uint32_t id, double value) {
    any_event *event = add_event(list, time, CLAP_PARAM_VALUE, sizeof(clap_value_event));
    event->value.parameter = id;
    event->value.value = value;
    event->value.note = -1;
    event->value.port = event->value.channel = event->value.key = -1;
}

static uint32_t events_size(const clap_input_events *list) {
    return ((const event_list *) list->context)->count;
}

static const clap_event *events_get(const clap_input_events *list, uint32_t index) {
    const event_list *events = list->context;
    return index < events->count ? &events->events[index].header : NULL;
}

static bool events_push(const clap_output_events *list, const clap_event *event) {
    event_list *events = list->context;
    if (events->count >= MAX_EVENTS) return false;
    any_event *copy = add_event(events, event->time, event->type, event->size);
    memcpy(copy->bytes, event, event->size < sizeof copy->bytes ? event->size : sizeof copy->bytes);
    return true;
}

/* ---- one instance with everything around it ---- */

typedef struct rig {
    test_host *host;
    const clap_plugin *plugin;
    const clap_params *params;
    uint32_t channels, max_frames;
    bool sidechain, in_place, connect_sidechain, check_denormals, active;
    float *in[2], *side[2], *out[2], *kept[4];
    event_list events, answers;
    const clap_transport *transport;
    int64_t position;
    clap_audio output;
    double took;                 /* seconds in process */
    void (*meanwhile)(struct rig *, void *); /* what the main thread does while audio runs */
    void *meanwhile_with;
} rig;

static uint32_t marker_bits = 0x7fc01234;

static float marker(void) {
    float value;
    memcpy(&value, &marker_bits, sizeof value);
    return value;
}

static bool is_marker(float value) {
    return !memcmp(&value, &marker_bits, sizeof value);
}

static float *make_plane(uint32_t frames) {
    float *plane = malloc((frames + 2 * GUARD) * sizeof(float));
    for (uint32_t f = 0; f < frames + 2 * GUARD; f++) plane[f] = marker();
    return plane + GUARD;
}

static void look_at_ports(rig *rig) {
    const clap_audio_ports *ports = rig->plugin->get_extension(rig->plugin, "clap.audio-ports");
    clap_port port;
    if (!ports || !ports->get(rig->plugin, 0, true, &port)) {
        failed("no audio ports");
        exit(1);
    }
    rig->channels = port.channels;
    rig->sidechain = ports->count(rig->plugin, true) > 1;
}

static void free_planes(rig *rig) {
    for (int c = 0; c < 2 && rig->in[0]; c++) {
        free(rig->in[c] - GUARD), free(rig->side[c] - GUARD), free(rig->out[c] - GUARD);
        free(rig->kept[c]), free(rig->kept[c + 2]);
    }
    rig->in[0] = NULL;
}

static void make_planes(rig *rig, uint32_t max_frames) {
    free_planes(rig);
    rig->max_frames = max_frames;
    for (int c = 0; c < 2; c++) {
        rig->in[c] = make_plane(max_frames);
        rig->side[c] = make_plane(max_frames);
        rig->out[c] = make_plane(max_frames);
        rig->kept[c] = malloc(max_frames * sizeof(float));
        rig->kept[c + 2] = malloc(max_frames * sizeof(float));
        memset(rig->in[c], 0, max_frames * sizeof(float));
        memset(rig->side[c], 0, max_frames * sizeof(float));
    }
}

/* Makes and begins an instance; the rig may be used on the main thread. */
static void open_rig(rig *rig, const library *library, const char *id) {
    memset(rig, 0, sizeof *rig);
    rig->host = malloc(sizeof(test_host));
    make_host(rig->host);
    rig->plugin = library->factory->create(library->factory, &rig->host->host, id);
    if (!rig->plugin || !rig->plugin->init(rig->plugin)) {
        fprintf(stderr, "%s cannot be made\n", id);
        exit(2);
    }
    rig->params = rig->plugin->get_extension(rig->plugin, "clap.params");
    rig->connect_sidechain = true;
    rig->check_denormals = true;
    look_at_ports(rig);
}

static void serve(rig *rig) {
    if (atomic_exchange(&rig->host->callbacks, 0) > 0) rig->plugin->on_main_thread(rig->plugin);
}

static bool activate(rig *rig, double rate, uint32_t max_frames) {
    make_planes(rig, max_frames);
    rig->host->activating = true;
    rig->active = rig->plugin->activate(rig->plugin, rate, 1, max_frames);
    rig->host->activating = false;
    rig->position = 0;
    return rig->active;
}

static void deactivate(rig *rig) {
    if (rig->active) rig->plugin->deactivate(rig->plugin);
    rig->active = false;
}

static void close_rig(rig *rig) {
    serve(rig);
    deactivate(rig);
    rig->plugin->destroy(rig->plugin);
    free_planes(rig);
    free(rig->events.events);
    free(rig->answers.events);
    free(rig->host);
}

/* ---- the audio thread ---- */

typedef void (*audio_work)(struct rig *, void *);

typedef struct {
    rig *rig;
    audio_work work;
    void *with;
    _Atomic bool done;
} audio_job;

static void *run_audio(void *argument) {
    audio_job *job = argument;
    EXPECT(job->rig->plugin->start_processing(job->rig->plugin), "start_processing refused");
    job->work(job->rig, job->with);
    job->rig->plugin->stop_processing(job->rig->plugin);
    job->done = true;
    return NULL;
}

/* Does work on a new audio thread while the main thread serves callbacks. */
static void on_audio(rig *rig, audio_work work, void *with) {
    audio_job job = {rig, work, with, false};
    pthread_t thread;
    pthread_create(&thread, NULL, run_audio, &job);
    while (!job.done) {
        serve(rig);
        if (rig->meanwhile) rig->meanwhile(rig, rig->meanwhile_with);
        else usleep(200);
    }
    pthread_join(thread, NULL);
    serve(rig);
}

static bool is_quiet(const float *samples, uint32_t frames) {
    for (uint32_t f = 0; f < frames; f++) if (samples[f] != samples[0]) return false;
    return true;
}

static void check_output(rig *rig, uint32_t frames) {
    float **planes = rig->output.data32;
    for (uint32_t c = 0; c < rig->channels; c++) {
        const float *out = planes[c];
        for (uint32_t f = 0; f < frames; f++) {
            if (is_marker(out[f])) { failed("sample %u of channel %u was not written", f, c); break; }
            if (!isfinite(out[f])) { failed("sample %u of channel %u is %g", f, c, out[f]); break; }
            if (rig->check_denormals && out[f] != 0 && fabsf(out[f]) < 1.17549435e-38f) {
                failed("sample %u of channel %u is denormal: %g", f, c, out[f]);
                break;
            }
        }
        if (!rig->in_place)
            for (uint32_t f = frames; f < rig->max_frames + GUARD; f++)
                if (!is_marker(out[f])) { failed("sample %u, beyond a block of %u, was written", f, frames); break; }
        for (int g = 1; g <= GUARD; g++) EXPECT(is_marker(out[-g]), "memory before the block was written");
        if (rig->output.constant_mask >> c & 1)
            EXPECT(is_quiet(out, frames), "channel %u is not constant, as its mask says", c);
        if (!rig->in_place)
            EXPECT(!memcmp(rig->in[c], rig->kept[c], frames * sizeof(float)), "input channel %u was written", c);
        EXPECT(!memcmp(rig->side[c], rig->kept[c + 2], frames * sizeof(float)), "side-chain %u was written", c);
    }
    for (uint32_t e = 1; e < rig->answers.count; e++)
        EXPECT(rig->answers.events[e].header.time >= rig->answers.events[e - 1].header.time, "events go back in time");
    for (uint32_t e = 0; e < rig->answers.count; e++)
        EXPECT(rig->answers.events[e].header.time < frames || frames == 0, "an event lies beyond the block");
}

/* Renders what is in the rig's inputs and takes its events away. [audio thread] */
static int32_t render_block(rig *rig, uint32_t frames, bool check) {
    float **out = rig->in_place ? rig->in : rig->out;
    clap_audio inputs[2] = {{.data32 = rig->in, .channels = rig->channels},
        {.data32 = rig->side, .channels = rig->channels}};
    rig->output = (clap_audio) {.data32 = out, .channels = rig->channels};
    if (check) for (uint32_t c = 0; c < rig->channels; c++) {
        memcpy(rig->kept[c], rig->in[c], frames * sizeof(float));
        memcpy(rig->kept[c + 2], rig->side[c], frames * sizeof(float));
        if (!rig->in_place) for (uint32_t f = 0; f < rig->max_frames; f++) rig->out[c][f] = marker();
    }
    rig->answers.count = 0;
    clap_input_events in = {&rig->events, events_size, events_get};
    clap_output_events answers = {&rig->answers, events_push};
    clap_block block = {
        .steady_time = rig->position, .frames = frames, .transport = rig->transport, .inputs = inputs,
        .outputs = &rig->output, .input_count = rig->sidechain && rig->connect_sidechain ? 2 : 1, .output_count = 1,
        .in = &in, .out = &answers,
    };
    double start = seconds();
    int32_t status = rig->plugin->process(rig->plugin, &block);
    rig->took += seconds() - start;
    rig->position += frames;
    rig->events.count = 0;
    if (check) check_output(rig, frames);
    return status;
}

/* ---- what the process holds ---- */

static long resident_kib(void) {
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &pages, &resident) != 2) return -1;
    fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static int entries_of(const char *folder) {
    int count = 0;
    DIR *open = opendir(folder);
    if (!open) return -1;
    while (readdir(open)) count++;
    closedir(open);
    return count - 2;
}

static int virtual_machines(void) {
    void *jvm = dlopen("libjvm.so", RTLD_NOW | RTLD_NOLOAD);
    int (*created)(void **, int, int *) = NULL;
    if (jvm) *(void **) &created = dlsym(jvm, "JNI_GetCreatedJavaVMs");
    void *machines[8];
    int count = 0;
    if (created) created(machines, 8, &count);
    return count;
}

#endif
