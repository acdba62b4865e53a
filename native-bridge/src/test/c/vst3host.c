/* Commands of the VST3 test host; what each takes is in the table at the end. Exit code 0 if the plug-in did right. */
#include "hostarguments.h"
#include "vst3rig.h"

static const char *utf8(const vst3_char *text) {
    static char all[8][512];
    static int turn;
    char *out = all[turn++ % 8], *start = out;
    for (; *text && out < start + 500; text++) {
        if (*text < 0x80) *out++ = (char) *text;
        else if (*text < 0x800) out += sprintf(out, "%c%c", 0xC0 | *text >> 6, 0x80 | (*text & 0x3F));
        else out += sprintf(out, "%c%c%c", 0xE0 | *text >> 12, 0x80 | (*text >> 6 & 0x3F), 0x80 | (*text & 0x3F));
    }
    *out = 0;
    return start;
}

/* What a user types in the DAW. */
static double typed(rig *rig, uint32_t id, const char *text) {
    vst3_text wide = {0};
    double normalized = -1;
    for (int i = 0; text[i] && i < 127; i++) wide[i] = (vst3_char) text[i];
    EXPECT(rig->controller->table->value_of(rig->controller, id, wide, &normalized) == VST3_OK,
        "parameter %u does not understand %s", id, text);
    return normalized;
}

/* As a DAW sets a parameter: told to the controller at once, to the processor with the next block. */
static void set_value(rig *rig, uint32_t id, double normalized) {
    EXPECT(rig->controller->table->set(rig->controller, id, normalized) == VST3_OK, "parameter %u was not set", id);
    add_change(rig->changes, id, 0, normalized);
}

static void choose_program(rig *rig, const char *name) {
    vst3_text known;
    vst3_program_list_info list = {0};
    rig->units->table->list_info(rig->units, 0, &list);
    for (int32_t i = 0; i < list.count; i++) {
        rig->units->table->program_name(rig->units, list.id, i, known);
        if (strcmp(utf8(known), name)) continue;
        rig->handler.changed = 0;
        EXPECT(rig->controller->table->set(rig->controller, 0x7067726D, (double) i / (list.count - 1)) == VST3_OK,
            "program %s was refused", name);
        serve_main_thread();
        EXPECT(rig->handler.changed & RESTART_VALUES, "the host was not told that program %s moved values", name);
        return;
    }
    failed("no program %s", name);
}

static int32_t load_bytes(rig *rig, const void *bytes, size_t size) {
    stream stream = stream_of((void *) bytes, size);
    int32_t result = rig->component->table->set_state(rig->component, &stream);
    stream.position = 0;
    rig->controller->table->set_component_state(rig->controller, &stream);
    return result;
}

static stream save_bytes(rig *rig) {
    stream saved = stream_of(NULL, 0);
    EXPECT(rig->component->table->get_state(rig->component, &saved) == VST3_OK, "no state");
    return saved;
}

static void load_options(rig *rig) {
    if (option("--state", NULL)) {
        stream file = read_file(option("--state", NULL));
        EXPECT(load_bytes(rig, file.bytes, file.size) == VST3_OK, "%s was not loaded", option("--state", NULL));
        free(file.bytes);
    }
    if (option("--program", NULL)) choose_program(rig, option("--program", NULL));
    for (int i = 0; i + 1 < argument_count; i++) {
        char *equals = strcmp(arguments[i], "--set") ? NULL : strchr(arguments[i + 1], '=');
        if (!equals) continue;
        *equals = 0;
        uint32_t id = key_of(arguments[i + 1]);
        set_value(rig, id, equals[1] == '@' ? strtod(equals + 2, NULL) : typed(rig, id, equals + 1));
        *equals = '=';
    }
}

/* ---- scan ---- */

static int scan(void) {
    double start = seconds();
    module module = open_module(argument(0));
    vst3_factory_info factory;
    module.factory->table->factory_info(module.factory, &factory);
    printf("factory|%s|%s|%s|%d\n", factory.vendor, factory.url, factory.email, factory.flags);
    int32_t count = module.factory->table->class_count(module.factory);
    for (int32_t i = 0; i < count; i++) {
        vst3_class_info plain;
        vst3_class_info2 info;
        vst3_class_info_wide wide;
        EXPECT(module.factory->table->class_info(module.factory, i, &plain) == VST3_OK, "no info");
        EXPECT(module.factory->table->class_info2(module.factory, i, &info) == VST3_OK, "no info 2");
        EXPECT(module.factory->table->class_info_wide(module.factory, i, &wide) == VST3_OK, "no wide info");
        EXPECT(!memcmp(&plain, &info, sizeof plain), "the infos of class %d differ", i);
        EXPECT(!strcmp(utf8(wide.name), info.name) && !strcmp(utf8(wide.vendor), info.vendor), "wide info %d", i);
        for (int b = 0; b < 16; b++) printf("%02X", info.cid[b]);
        printf("|%s|%s|%s|%s|%s|%s|%u|%d\n", info.category, info.name, info.vendor, info.version, info.sdk_version,
            info.sub_categories, info.flags, info.cardinality);
    }
    close_module(&module);
    printf("%.3f ms, java %d\n", (seconds() - start) * 1000, java_runs());
    return failures != 0;
}

/* ---- render ---- */

typedef struct {
    const float *in, *sidechain;
    float *out;
    size_t frames;
    int32_t block;               /* 0: of any length */
    chance chance;
    bool playing;
    double tempo, took;
    changes *automation;
} rendering;

static void take_changes(rig *rig, rendering *job, size_t at, int32_t frames) {
    for (int32_t q = 0; q < job->automation->count; q++) {
        queue *queue = &job->automation->queues[q];
        for (int32_t p = 0; p < queue->count; p++) {
            int64_t frame = queue->points[p].frame - (int64_t) at;
            if (frame < 0 || frame >= frames) continue;
            add_change(rig->changes, queue->id, (int32_t) frame, queue->points[p].value);
        }
    }
}

static void set_transport(rig *rig, const rendering *job, size_t at) {
    rig->transport = (vst3_transport) {
        .state = VST3_PLAYING | VST3_HAS_TEMPO | VST3_HAS_QUARTERS | VST3_HAS_BAR | VST3_HAS_SIGNATURE,
        .rate = rig->rate, .position_frames = (int64_t) at, .quarters = at / rig->rate * job->tempo / 60,
        .tempo = job->tempo, .numerator = 4, .denominator = 4
    };
    rig->transport.bar_quarters = floor(rig->transport.quarters / 4) * 4;
    rig->block.transport = job->playing ? &rig->transport : NULL;
}

static void spread(float **planes, const float *interleaved, size_t at, int32_t frames, int32_t channels) {
    for (int32_t c = 0; c < channels && interleaved; c++)
        for (int32_t f = 0; f < frames; f++)
            planes[c][f] = interleaved[(at + (size_t) f) * (size_t) channels + (size_t) c];
}

/* The flags must say the truth, and nothing but it. */
static void check_silence(const rig *rig, int32_t frames) {
    for (int32_t c = 0; c < rig->channels; c++) {
        bool silent = true;
        for (int32_t f = 0; f < frames; f++) silent = silent && rig->out[c][f] == 0;
        EXPECT(frames == 0 || silent == (rig->outputs[0].silence >> c & 1), "wrong silence flag of channel %d", c);
    }
}

static void render_all(rig *rig, void *context) {
    rendering *job = context;
    double start = seconds();
    for (size_t at = 0; at < job->frames;) {
        int32_t any = (int32_t) (next_number(&job->chance) % (uint64_t) rig->most_frames + 1);
        int32_t most = job->block ? job->block : any;
        int32_t frames = job->frames - at < (size_t) most ? (int32_t) (job->frames - at) : most;
        spread(rig->in, job->in, at, frames, rig->channels);
        spread(rig->key, job->sidechain, at, frames, rig->channels);
        take_changes(rig, job, at, frames);
        set_transport(rig, job, at);
        if (flag("--in-place")) for (int32_t c = 0; c < rig->channels; c++)
            memcpy(rig->out[c], rig->in[c], (size_t) frames * sizeof(float));
        rig->inputs[0].planes = flag("--in-place") ? rig->out : rig->in;
        EXPECT(render_block(rig, frames) == VST3_OK, "process failed");
        check_silence(rig, frames);
        for (int32_t c = 0; c < rig->channels; c++) for (int32_t f = 0; f < frames; f++)
            job->out[(at + (size_t) f) * (size_t) rig->channels + (size_t) c] = rig->out[c][f];
        at += (size_t) frames;
    }
    job->took = seconds() - start;
}

static changes *read_automation(rig *rig) {
    changes *all = new_changes();
    FILE *file = option("--automate", NULL) ? fopen(option("--automate", NULL), "r") : NULL;
    int32_t frame;
    char id[128], text[128];
    while (file && fscanf(file, "%d %127s %127[^\n]", &frame, id, text) == 3)
        add_change(all, key_of(id), frame, typed(rig, key_of(id), text));
    if (file) fclose(file);
    return all;
}

static int render(void) {
    module module = open_module(argument(0));
    rig rig;
    open_rig(&rig, &module, argument(1));
    rig.channels = atoi(option("--channels", "2"));
    rig.mode = flag("--offline") ? VST3_OFFLINE : VST3_REALTIME;
    load_options(&rig);
    stream in = read_file(option("--in", "/dev/null")), key = read_file(option("--sidechain", "/dev/null"));
    rig.sidechain = key.size > 0;
    const char *block = option("--block", "512");
    rendering job = {
        .in = (float *) in.bytes, .sidechain = (float *) key.bytes,
        .frames = in.size / sizeof(float) / (size_t) rig.channels, .block = strcmp(block, "random") ? atoi(block) : 0,
        .chance = {strtoull(option("--seed", "1"), NULL, 10)}, .playing = option("--tempo", NULL),
        .tempo = strtod(option("--tempo", "120"), NULL), .automation = read_automation(&rig)
    };
    job.out = calloc(job.frames + 1, (size_t) rig.channels * sizeof(float));
    start_rig(&rig, strtod(option("--rate", "48000"), NULL), job.block ? job.block : 4096);
    uint32_t latency = rig.processor->table->latency(rig.processor), tail = rig.processor->table->tail(rig.processor);
    on_audio(&rig, render_all, &job);
    printf("{\"frames\": %zu, \"latency\": %u, \"tail\": %u, \"seconds\": %.6f, \"realtimeFactor\": %.3f,"
        " \"restarts\": %d}\n", job.frames, latency, tail, job.took, job.frames / rig.rate / job.took,
        rig.handler.restarts);
    write_file(option("--out", "/dev/null"), job.out, job.frames * (size_t) rig.channels * sizeof(float));
    stop_rig(&rig);
    close_rig(&rig);
    free(in.bytes), free(key.bytes), free(job.out), free_changes(job.automation);
    close_module(&module);
    return failures != 0;
}

/* ---- parameters, programs and state ---- */

static int params(void) {
    module module = open_module(argument(0));
    rig rig;
    open_rig(&rig, &module, argument(1));
    load_options(&rig);
    vst3_unit_info unit;
    for (int32_t i = 0; i < rig.units->table->unit_count(rig.units); i++) {
        EXPECT(rig.units->table->unit_info(rig.units, i, &unit) == VST3_OK, "no unit %d", i);
        printf("unit|%d|%d|%s|%d\n", unit.id, unit.parent, utf8(unit.name), unit.program_list);
    }
    for (int32_t i = 0; i < rig.controller->table->parameter_count(rig.controller); i++) {
        vst3_parameter_info info;
        vst3_text text;
        EXPECT(rig.controller->table->parameter_info(rig.controller, i, &info) == VST3_OK, "no parameter %d", i);
        double value = rig.controller->table->get(rig.controller, info.id);
        EXPECT(rig.controller->table->text_of(rig.controller, info.id, value, text) == VST3_OK, "no text: %u", info.id);
        printf("parameter|%u|%s|%s|%s|%d|%.17g|%d|%d|%.17g|%.17g|%s\n", info.id, utf8(info.title),
            utf8(info.short_title), utf8(info.units), info.steps, info.default_value, info.unit, info.flags, value,
            rig.controller->table->to_plain(rig.controller, info.id, value), utf8(text));
    }
    close_rig(&rig);
    close_module(&module);
    return failures != 0;
}

/* Every program is loaded in turn; the state after each has its length printed. */
static int programs(void) {
    module module = open_module(argument(0));
    rig rig;
    open_rig(&rig, &module, argument(1));
    vst3_program_list_info list = {0};
    if (rig.units->table->list_count(rig.units)) rig.units->table->list_info(rig.units, 0, &list);
    for (int32_t i = 1; i <= list.count; i++) {
        vst3_text wide, shown;
        char name[512];
        rig.units->table->program_name(rig.units, list.id, i % list.count, wide);
        strcpy(name, utf8(wide));
        choose_program(&rig, name);
        double value = rig.controller->table->get(rig.controller, 0x7067726D);
        rig.controller->table->text_of(rig.controller, 0x7067726D, value, shown);
        EXPECT(!strcmp(utf8(shown), name), "program %s shows as %s", name, utf8(shown));
        stream saved = save_bytes(&rig);
        printf("program|%d|%s|%zu\n", i % list.count, name, saved.size);
        free(saved.bytes);
    }
    close_rig(&rig);
    close_module(&module);
    return failures != 0;
}

/* Loads what the options say and saves the state to a file. */
static int state(void) {
    module module = open_module(argument(0));
    rig rig;
    open_rig(&rig, &module, argument(1));
    load_options(&rig);
    stream saved = save_bytes(&rig);
    write_file(argument(2), saved.bytes, saved.size);
    free(saved.bytes);
    close_rig(&rig);
    close_module(&module);
    return failures != 0;
}

/* ---- latency ---- */

static void play_until_told(rig *rig, void *context) {
    (void) context;
    for (int block = 0; block < 2000 && !(rig->handler.changed & RESTART_LATENCY); block++) {
        EXPECT(render_block(rig, 64) == VST3_OK, "process failed");
        usleep(1000);
    }
}

/* What the options set comes while it plays; prints the latency before and after. */
static int latency(void) {
    module module = open_module(argument(0));
    rig rig;
    open_rig(&rig, &module, argument(1));
    start_rig(&rig, 48000, 64);
    uint32_t before = rig.processor->table->latency(rig.processor);
    load_options(&rig);
    on_audio(&rig, play_until_told, NULL);
    serve_main_thread();
    EXPECT(rig.handler.changed & RESTART_LATENCY, "the host was not told");
    printf("%u to %u\n", before, rig.processor->table->latency(rig.processor));
    stop_rig(&rig);
    close_rig(&rig);
    close_module(&module);
    return failures != 0;
}

/* ---- many ---- */

static void fill(rig *rig, chance *chance, double level) {
    for (int32_t c = 0; c < rig->channels; c++)
        for (int32_t f = 0; f < rig->most_frames; f++) rig->in[c][f] = (float) between(chance, -level, level);
}

static void play_a_little(rig *rig, void *context) {
    (void) context;
    for (int i = 0; i < 10; i++) EXPECT(render_block(rig, 64) == VST3_OK, "process failed");
}

static int open_close(void) {
    module module = open_module(argument(0));
    int times = atoi(argument(2));
    long early = 0;
    chance chance = {1};
    for (int i = 0; i < times; i++) {
        rig rig;
        open_rig(&rig, &module, argument(1));
        start_rig(&rig, 48000, 64);
        fill(&rig, &chance, 0.5);
        if (i % 16 == 0) on_audio(&rig, play_a_little, NULL);
        stop_rig(&rig);
        close_rig(&rig);
        if (i == times / 4) early = resident_kib();
    }
    printf("%d times; %ld KiB more at the end than after the first quarter; references %d\n", times,
        resident_kib() - early, (int) host_references);
    close_module(&module);
    EXPECT(host_references == 0, "%d references to the host are left", (int) host_references);
    return failures != 0;
}

typedef struct {
    rig rig;
    float *out;
    int blocks;
} player;

static void play(rig *rig, void *context) {
    player *player = context;
    chance chance = {7};
    for (int block = 0; block < player->blocks; block++) {
        fill(rig, &chance, 0.5);
        render_block(rig, 64);
        for (int32_t c = 0; c < rig->channels; c++)
            memcpy(player->out + (block * rig->channels + c) * 64, rig->out[c], 64 * sizeof(float));
    }
}

static void *play_alone(void *context) {
    player *player = context;
    player->rig.processor->table->set_processing(player->rig.processor, 1);
    play(&player->rig, player);
    player->rig.processor->table->set_processing(player->rig.processor, 0);
    return NULL;
}

/* As many instances on as many threads: each must sound like one alone. */
static int threads(void) {
    module module = open_module(argument(0));
    int count = atoi(argument(2));
    player *players = calloc((size_t) count + 1, sizeof *players);
    pthread_t *running = calloc((size_t) count + 1, sizeof *running);
    for (int i = 0; i <= count; i++) {
        open_rig(&players[i].rig, &module, argument(1));
        load_options(&players[i].rig);
        start_rig(&players[i].rig, 48000, 64);
        players[i].blocks = atoi(option("--blocks", "1000"));
        players[i].out = calloc((size_t) players[i].blocks * 128, sizeof(float));
    }
    play_alone(&players[count]);
    for (int i = 0; i < count; i++) pthread_create(&running[i], NULL, play_alone, &players[i]);
    for (int i = 0; i < count; i++) pthread_join(running[i], NULL);
    for (int i = 0; i < count; i++)
        EXPECT(!memcmp(players[i].out, players[count].out, (size_t) players[i].blocks * 128 * sizeof(float)),
            "instance %d sounds different on its thread", i);
    for (int i = 0; i <= count; i++) stop_rig(&players[i].rig), close_rig(&players[i].rig), free(players[i].out);
    close_module(&module);
    free(players), free(running);
    return failures != 0;
}

typedef struct {
    rig *rigs;
    int count, blocks;
    double took, worst;
} crowd;

static void play_crowd(rig *rig, void *context) {
    (void) rig;
    crowd *crowd = context;
    double start = seconds();
    for (int block = 0; block < crowd->blocks; block++) {
        double began = seconds();
        for (int i = 0; i < crowd->count; i++) render_block(&crowd->rigs[i], 64);
        double cycle = seconds() - began;
        if (cycle > crowd->worst) crowd->worst = cycle;
    }
    crowd->took = seconds() - start;
}

static int instances(void) {
    crowd crowd = {NULL, atoi(argument(2)), atoi(option("--blocks", "3000")), 0, 0};
    crowd.rigs = calloc((size_t) crowd.count, sizeof(rig));
    chance chance = {1};
    double start = seconds(), first = 0, slowest = 0;
    module module = open_module(argument(0));
    long before = resident_kib(), after_first = 0;
    for (int i = 0; i < crowd.count; i++) {
        double began = i == 0 ? start : seconds();
        open_rig(&crowd.rigs[i], &module, argument(1));
        load_options(&crowd.rigs[i]);
        start_rig(&crowd.rigs[i], 48000, 64);
        fill(&crowd.rigs[i], &chance, 0.5);
        double took = seconds() - began;
        if (i == 0) first = took, after_first = resident_kib();
        else if (took > slowest) slowest = took;
    }
    int further = crowd.count > 1 ? crowd.count - 1 : 1;
    printf("first %.1f ms (%ld KiB); each further %.1f ms, slowest %.1f ms, %ld KiB\n", first * 1000,
        after_first - before, (seconds() - start - first) / further * 1000, slowest * 1000,
        (resident_kib() - after_first) / further);
    for (int round = 0; round < 2; round++) {
        crowd.worst = 0;
        on_audio(&crowd.rigs[0], play_crowd, &crowd);
        printf("%d instances, 64 frames: real-time factor %.3f, %.2f us a block and instance, worst cycle %.0f us\n",
            crowd.count, crowd.blocks * 64 / 48000.0 / crowd.took, crowd.took / crowd.blocks / crowd.count * 1e6,
            crowd.worst * 1e6);
    }
    for (int i = 0; i < crowd.count; i++) stop_rig(&crowd.rigs[i]), close_rig(&crowd.rigs[i]);
    close_module(&module);
    free(crowd.rigs);
    return failures != 0;
}

static const struct {
    const char *name, *takes;
    int (*run)(void);
} commands[] = {
    {"scan", "<vst3>", scan},
    {"render", "<vst3> <class> --in F --out F [--channels N] [--rate R] [--block N|random] [--seed N] [--in-place]"
        " [--state F] [--program NAME] [--set id=text|id=@normalized]... [--automate F] [--sidechain F] [--tempo BPM]"
        " [--offline]", render},
    {"params", "<vst3> <class> [--state F] [--program NAME] [--set ...]", params},
    {"programs", "<vst3> <class>", programs},
    {"state", "<vst3> <class> <out> [--state F] [--program NAME] [--set ...]", state},
    {"latency", "<vst3> <class> --set ...", latency},
    {"open-close", "<vst3> <class> <times>", open_close},
    {"threads", "<vst3> <class> <count> [--blocks N] [--program NAME] [--set ...]", threads},
    {"instances", "<vst3> <class> <count> [--blocks N] [--program NAME] [--set ...]", instances},
};

int main(int count, char **words) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    main_thread = pthread_self();
    argument_count = count - 2;
    arguments = words + 2;
    for (size_t i = 0; i < sizeof commands / sizeof *commands && count > 1; i++)
        if (!strcmp(words[1], commands[i].name)) return commands[i].run();
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        fprintf(stderr, "vst3host %s %s\n", commands[i].name, commands[i].takes);
    return 2;
}
