/*
 * lv2time: thread CPU time of one LV2 plug-in, in nanoseconds per stereo frame.
 *
 *   lv2time [-b BLOCK] [-n REPEATS] [-s SECONDS] [-g DECIBELS] [-i COUNT] [-o OUT.wav | -p] FILE.wav URI [symbol=value ...]
 *
 * The first SECONDS of the file (stereo, 32-bit float) are held in memory, raised by DECIBELS, and played REPEATS times
 * through the plug-in after one unmeasured pass, with denormals flushed to zero. Prints "best median peak-dBFS URI".
 * -i has COUNT instances play every block in turn; the figures are those of one of them.
 * -o processes the whole file into another instead, for the cost of a whole process; -p prints the plug-in's ports.
 * Its Java twin is io.arioso.benchmark.NanosPerFrame.
 */
#define _GNU_SOURCE
#include <lilv/lilv.h>
#include <lv2/atom/atom.h>
#include <lv2/buf-size/buf-size.h>
#include <lv2/core/lv2.h>
#include <lv2/options/options.h>
#include <lv2/parameters/parameters.h>
#include <lv2/urid/urid.h>
#include <lv2/worker/worker.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { MOST_PORTS = 4096, MOST_URIS = 4096, MOST_INSTANCES = 1024, ATOM_BYTES = 1 << 16, FILE_FRAMES = 1 << 13 };

static void fail(const char* what, const char* which) {
    fprintf(stderr, "lv2time: %s%s\n", what, which);
    exit(1);
}

/* --- the material: stereo float WAV, planar in memory ------------------------------------------------------------ */

static float* material[2];
static int32_t frames;
static uint32_t rate;
static uint32_t held; /* frames of the file */

/* Opens a file at its first sample. */
static FILE* open_wav(const char* path) {
    FILE* file = fopen(path, "rb");
    unsigned char head[40];
    uint32_t size = 0;
    if (!file || fread(head, 1, 12, file) != 12 || memcmp(head, "RIFF", 4) || memcmp(head + 8, "WAVE", 4))
        fail("no WAV file: ", path);
    for (;;) {
        if (fread(head, 1, 8, file) != 8) fail("no audio in ", path);
        memcpy(&size, head + 4, 4);
        if (!memcmp(head, "data", 4)) break;
        uint32_t part = size < sizeof head ? size : (uint32_t)sizeof head;
        int format = !memcmp(head, "fmt ", 4);
        if (fread(head, 1, part, file) != part) fail("cut short: ", path);
        if (format) {
            if (head[2] != 2 || head[14] != 32) fail("not stereo 32-bit float: ", path);
            memcpy(&rate, head + 4, 4);
        }
        fseek(file, (long)(size - part + (size & 1)), SEEK_CUR);
    }
    held = size / 8;
    return file;
}

static void deinterleave(const float* from, float* left, float* right, uint32_t count, float gain) {
    for (uint32_t i = 0; i < count; i++) {
        left[i] = from[2 * i] * gain;
        right[i] = from[2 * i + 1] * gain;
    }
}

static void load(FILE* file, double seconds, float gain) {
    frames = (int32_t)fmin(seconds * rate, held);
    float* interleaved = malloc((size_t)frames * 8);
    if (fread(interleaved, 8, (size_t)frames, file) != (size_t)frames) fail("the file is cut short", "");
    for (int channel = 0; channel < 2; channel++) material[channel] = malloc((size_t)frames * sizeof(float));
    deinterleave(interleaved, material[0], material[1], (uint32_t)frames, gain);
    free(interleaved);
}

/* --- what a plug-in may ask of its host ------------------------------------------------------------------------ */

static char* uris[MOST_URIS];
static uint32_t uri_count;

static LV2_URID map_uri(LV2_URID_Map_Handle handle, const char* uri) {
    (void)handle;
    for (uint32_t i = 0; i < uri_count; i++)
        if (!strcmp(uris[i], uri)) return i + 1;
    if (uri_count == MOST_URIS) fail("too many URIs: ", uri);
    uris[uri_count] = strdup(uri);
    return ++uri_count;
}

static const char* unmap_uri(LV2_URID_Unmap_Handle handle, LV2_URID id) {
    (void)handle;
    return id >= 1 && id <= uri_count ? uris[id - 1] : NULL;
}

static LilvInstance* instances[MOST_INSTANCES];
static int instance_count;
static LilvInstance* instance; /* the one that runs */
static const LV2_Worker_Interface* worker;

static LV2_Worker_Status respond(LV2_Worker_Respond_Handle handle, uint32_t size, const void* data) {
    (void)handle;
    return worker->work_response(lilv_instance_get_handle(instance), size, data);
}

/* Work is done at once and on the audio thread, so its time counts. */
static LV2_Worker_Status schedule(LV2_Worker_Schedule_Handle handle, uint32_t size, const void* data) {
    (void)handle;
    if (!worker) return LV2_WORKER_ERR_UNKNOWN;
    return worker->work(lilv_instance_get_handle(instance), respond, NULL, size, data);
}

/* --- ports ------------------------------------------------------------------------------------------------------ */

static float controls[MOST_PORTS];
static float* audio_in[2];
static float* audio_out[2];
static LV2_Atom_Sequence* atoms_in[MOST_PORTS];
static LV2_Atom_Sequence* atoms_out[MOST_PORTS];
static int atoms_in_count, atoms_out_count;

static void connect_ports(LilvWorld* world, const LilvPlugin* plugin, uint32_t block) {
    LilvNode* is_audio = lilv_new_uri(world, LV2_CORE__AudioPort);
    LilvNode* is_control = lilv_new_uri(world, LV2_CORE__ControlPort);
    LilvNode* is_input = lilv_new_uri(world, LV2_CORE__InputPort);
    LilvNode* is_atom = lilv_new_uri(world, LV2_ATOM__AtomPort);
    int ins = 0, outs = 0;
    for (uint32_t i = 0; i < lilv_plugin_get_num_ports(plugin); i++) {
        const LilvPort* port = lilv_plugin_get_port_by_index(plugin, i);
        int input = lilv_port_is_a(plugin, port, is_input);
        void* memory = NULL;
        if (lilv_port_is_a(plugin, port, is_control)) {
            memory = &controls[i];
        } else if (lilv_port_is_a(plugin, port, is_audio)) {
            float* bus = calloc(block, sizeof(float));
            if (input && ins < 2) audio_in[ins++] = bus;
            if (!input && outs < 2) audio_out[outs++] = bus;
            memory = bus;
        } else if (lilv_port_is_a(plugin, port, is_atom)) {
            memory = calloc(1, ATOM_BYTES);
            if (input) atoms_in[atoms_in_count++] = memory;
            else atoms_out[atoms_out_count++] = memory;
        }
        for (int k = 0; k < instance_count; k++) lilv_instance_connect_port(instances[k], i, memory);
    }
    if (ins != 2 || outs != 2) fail("the plug-in is not stereo", "");
}

static void set_controls(LilvWorld* world, const LilvPlugin* plugin, char** settings, int count, int print) {
    uint32_t ports = lilv_plugin_get_num_ports(plugin);
    if (ports > MOST_PORTS) fail("too many ports", "");
    lilv_plugin_get_port_ranges_float(plugin, NULL, NULL, controls);
    for (uint32_t i = 0; i < ports; i++) {
        if (isnan(controls[i])) controls[i] = 0;
        const LilvNode* symbol = lilv_port_get_symbol(plugin, lilv_plugin_get_port_by_index(plugin, i));
        if (print) printf("%s=%g\n", lilv_node_as_string(symbol), controls[i]);
    }
    for (int i = 0; i < count; i++) {
        char* value = strchr(settings[i], '=');
        if (!value) fail("not symbol=value: ", settings[i]);
        *value = 0;
        LilvNode* symbol = lilv_new_string(world, settings[i]);
        const LilvPort* port = lilv_plugin_get_port_by_symbol(plugin, symbol);
        if (!port) fail("no such port: ", settings[i]);
        controls[lilv_port_get_index(plugin, port)] = (float)atof(value + 1);
        *value = '=';
    }
}

/* --- the measurement -------------------------------------------------------------------------------------------- */

/* Has the instance run what stands in audio_in. */
static void run_instance(uint32_t block) {
    LV2_URID sequence = map_uri(NULL, LV2_ATOM__Sequence), chunk = map_uri(NULL, LV2_ATOM__Chunk);
    for (int i = 0; i < atoms_in_count; i++)
        *atoms_in[i] = (LV2_Atom_Sequence){{sizeof(LV2_Atom_Sequence_Body), sequence}, {0, 0}};
    for (int i = 0; i < atoms_out_count; i++) {
        atoms_out[i]->atom.type = chunk;
        atoms_out[i]->atom.size = ATOM_BYTES - sizeof(LV2_Atom);
    }
    lilv_instance_run(instance, block);
    if (worker && worker->end_run) worker->end_run(lilv_instance_get_handle(instance));
}

static void run_block(uint32_t block) {
    for (int k = 0; k < instance_count; k++) {
        instance = instances[k];
        run_instance(block);
    }
}

static double thread_nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1e9 + now.tv_nsec;
}

static int ascending(const void* a, const void* b) {
    double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}

static float measure(uint32_t block, int repeats, double* nanos) {
    float peak = 0;
    for (int repeat = -1; repeat < repeats; repeat++) {
        double start = thread_nanos();
        int32_t at = 0;
        for (; at + (int32_t)block <= frames; at += (int32_t)block) {
            for (int channel = 0; channel < 2; channel++)
                memcpy(audio_in[channel], material[channel] + at, block * sizeof(float));
            run_block(block);
            for (int channel = 0; channel < 2 && repeat < 0; channel++)
                for (uint32_t i = 0; i < block; i++) peak = fmaxf(peak, fabsf(audio_out[channel][i]));
        }
        if (repeat >= 0) nanos[repeat] = (thread_nanos() - start) / at;
    }
    qsort(nanos, (size_t)repeats, sizeof *nanos, ascending);
    return peak;
}

/* Processes a file from its first sample into another; the last frames that fill no block stay out. */
static void process_file(FILE* in, const char* path, uint32_t block, float gain) {
    FILE* out = fopen(path, "wb");
    if (!out) fail("cannot be written: ", path);
    uint32_t chunk = FILE_FRAMES / block * block, bytes = held / block * block * 8;
    if (!chunk) fail("the block is too long for a file", "");
    uint32_t head[11] = {0x46464952, bytes + 36, 0x45564157, 0x20746d66, 16, 3 | 2 << 16, rate, rate * 8, 8 | 32 << 16,
        0x61746164, bytes};
    fwrite(head, sizeof head, 1, out);
    float* buffer = malloc(chunk * 8);
    for (size_t got; (got = fread(buffer, 8, chunk, in)) > 0;) {
        for (uint32_t at = 0; at + block <= got; at += block) {
            deinterleave(buffer + 2 * at, audio_in[0], audio_in[1], block, gain);
            run_block(block);
            for (uint32_t i = 0; i < block; i++) {
                buffer[2 * (at + i)] = audio_out[0][i];
                buffer[2 * (at + i) + 1] = audio_out[1][i];
            }
        }
        fwrite(buffer, 8, got / block * block, out);
    }
    free(buffer);
    if (fclose(out)) fail("cannot be written: ", path);
}

int main(int argc, char** argv) {
    int block = 256, repeats = 7, print = 0, count = 1, option;
    double seconds = 20, gain = 1;
    const char* out = NULL;
    while ((option = getopt(argc, argv, "+b:n:s:g:i:o:p")) != -1) {
        if (option == 'b') block = atoi(optarg);
        else if (option == 'n') repeats = atoi(optarg);
        else if (option == 's') seconds = atof(optarg);
        else if (option == 'g') gain = pow(10, atof(optarg) / 20);
        else if (option == 'i') count = atoi(optarg);
        else if (option == 'o') out = optarg;
        else if (option == 'p') print = 1;
        else return 1;
    }
    if (argc - optind < 2 || block < 1 || repeats < 1 || count < 1 || count > MOST_INSTANCES) fail("usage: lv2time [options] FILE.wav URI [symbol=value ...]", "");
    FILE* file = open_wav(argv[optind]);
    if (!out) load(file, seconds, (float)gain);
    if (!out && frames < block) fail("shorter than a block: ", argv[optind]);

    LilvWorld* world = lilv_world_new();
    lilv_world_load_all(world);
    const char* uri = argv[optind + 1];
    const LilvPlugin* plugin = lilv_plugins_get_by_uri(lilv_world_get_all_plugins(world), lilv_new_uri(world, uri));
    if (!plugin) fail("no such plug-in: ", uri);

    LV2_URID_Map map = {NULL, map_uri};
    LV2_URID_Unmap unmap = {NULL, unmap_uri};
    LV2_Worker_Schedule scheduler = {NULL, schedule};
    LV2_URID is_int = map_uri(NULL, LV2_ATOM__Int), is_float = map_uri(NULL, LV2_ATOM__Float);
    int32_t length = block, atom_bytes = ATOM_BYTES;
    float sample_rate = (float)rate;
    const LV2_Options_Option options[] = {
        {LV2_OPTIONS_INSTANCE, 0, map_uri(NULL, LV2_BUF_SIZE__minBlockLength), sizeof length, is_int, &length},
        {LV2_OPTIONS_INSTANCE, 0, map_uri(NULL, LV2_BUF_SIZE__maxBlockLength), sizeof length, is_int, &length},
        {LV2_OPTIONS_INSTANCE, 0, map_uri(NULL, LV2_BUF_SIZE__nominalBlockLength), sizeof length, is_int, &length},
        {LV2_OPTIONS_INSTANCE, 0, map_uri(NULL, LV2_BUF_SIZE__sequenceSize), sizeof atom_bytes, is_int, &atom_bytes},
        {LV2_OPTIONS_INSTANCE, 0, map_uri(NULL, LV2_PARAMETERS__sampleRate), sizeof sample_rate, is_float, &sample_rate},
        {LV2_OPTIONS_INSTANCE, 0, 0, 0, 0, NULL}};
    const LV2_Feature offered[] = {{LV2_URID__map, &map}, {LV2_URID__unmap, &unmap}, {LV2_WORKER__schedule, &scheduler},
        {LV2_OPTIONS__options, (void*)options}, {LV2_BUF_SIZE__boundedBlockLength, NULL},
        {LV2_BUF_SIZE__fixedBlockLength, NULL}, {LV2_BUF_SIZE__powerOf2BlockLength, NULL}};
    const LV2_Feature* features[] = {&offered[0], &offered[1], &offered[2], &offered[3], &offered[4], &offered[5],
        &offered[6], NULL};

#ifdef __SSE2__
    _mm_setcsr(_mm_getcsr() | 0x8040); /* flush to zero, denormals are zero */
#endif
    set_controls(world, plugin, argv + optind + 2, argc - optind - 2, print);
    if (print) return 0;
    for (; instance_count < count; instance_count++) {
        instances[instance_count] = lilv_plugin_instantiate(plugin, rate, features);
        if (!instances[instance_count]) fail("cannot be instantiated: ", uri);
    }
    worker = lilv_instance_get_extension_data(instances[0], LV2_WORKER__interface);
    connect_ports(world, plugin, (uint32_t)block);
    for (int k = 0; k < count; k++) {
        instance = instances[k];
        lilv_instance_activate(instance);
    }
    if (out) {
        process_file(file, out, (uint32_t)block, (float)gain);
        return 0;
    }
    double* nanos = calloc((size_t)repeats, sizeof *nanos);
    float peak = measure((uint32_t)block, repeats, nanos);
    printf("%.2f %.2f %.2f %s\n", nanos[0] / count, nanos[repeats / 2] / count, 20 * log10(peak), uri);
    for (int k = 0; k < count; k++) lilv_instance_deactivate(instances[k]);
    return 0;
}
