/* Commands of the test host; what each takes is in the table at the end. Exit code 0 if the plug-in did all right. */
#include "claphost.h"
#include "claphost_checks.h"
#include "claphost_editor.h"

/* ---- arguments ---- */

static int argument_count;
static char **arguments;

static const char *option(const char *name, const char *otherwise) {
    for (int i = 0; i + 1 < argument_count; i++) if (!strcmp(arguments[i], name)) return arguments[i + 1];
    return otherwise;
}

static bool flag(const char *name) {
    for (int i = 0; i < argument_count; i++) if (!strcmp(arguments[i], name)) return true;
    return false;
}

static const char *argument(int index) {
    if (index < argument_count) return arguments[index];
    fprintf(stderr, "too few arguments\n");
    exit(2);
}

/* A parameter's number: itself in digits, or 31 bits of the FNV-1a hash of its id. */
static uint32_t key_of(const char *id) {
    if (*id >= '0' && *id <= '9') return strtoul(id, NULL, 10);
    uint32_t hash = 0x811c9dc5;
    while (*id) hash = (hash ^ (unsigned char) *id++) * 0x01000193;
    return hash & 0x7fffffff;
}

static chance seeded(void) {
    return (chance) {strtoull(option("--seed", "1"), NULL, 10)};
}

static void set_options(rig *rig) {
    for (int i = 0; i + 1 < argument_count; i++) {
        if (strcmp(arguments[i], "--set")) continue;
        char *equals = strchr(arguments[i + 1], '=');
        if (!equals) continue;
        *equals = 0;
        add_value(&rig->events, 0, key_of(arguments[i + 1]), strtod(equals + 1, NULL));
        *equals = '=';
    }
    if (rig->events.count) flush(rig);
}

static void load_options(rig *rig) {
    const char *state = option("--state", NULL), *preset = option("--preset", NULL);
    if (state) {
        memory file = read_file(state);
        EXPECT(load_bytes(rig->plugin, file.bytes, file.size, 0), "%s was not loaded", state);
        free(file.bytes);
    }
    if (preset) {
        const clap_preset_load *load = rig->plugin->get_extension(rig->plugin, "clap.preset-load/2");
        EXPECT(load->from_location(rig->plugin, CLAP_LOCATION_PLUGIN, NULL, preset), "no preset %s", preset);
        EXPECT(rig->host->presets_loaded == 1, "the host was not told");
    }
    set_options(rig);
}

static void set_offline(rig *rig, bool offline) {
    const clap_render *mode = rig->plugin->get_extension(rig->plugin, "clap.render");
    EXPECT(mode->set(rig->plugin, offline), "no offline mode");
}

/* ---- scan ---- */

static int scan(void) {
    double start = seconds();
    library library = open_library(argument(0));
    uint32_t count = library.factory->count(library.factory);
    for (uint32_t i = 0; i < count; i++) {
        const clap_descriptor *descriptor = library.factory->descriptor(library.factory, i);
        printf("%s|%s|%s|%s|%s|", descriptor->id, descriptor->name, descriptor->vendor, descriptor->release,
            descriptor->description);
        for (const char *const *feature = descriptor->features; *feature; feature++) printf("%s ", *feature);
        printf("\n");
    }
    printf("scanned %u in %.1f ms, %d virtual machines\n", count, (seconds() - start) * 1000, virtual_machines());
    EXPECT(dlopen("libjvm.so", RTLD_NOW | RTLD_NOLOAD) == NULL, "the scan has loaded Java");
    EXPECT(library.entry->init(argument(0)), "a second init");
    library.entry->deinit();
    EXPECT(library.entry->get_factory("clap.plugin-factory"), "no factory after one deinit of two");
    library.entry->deinit();
    EXPECT(!library.entry->get_factory("clap.plugin-factory"), "a factory after the last deinit");
    EXPECT(library.entry->init(argument(0)) && library.entry->get_factory("clap.plugin-factory"), "no init again");
    close_library(&library);
    return failures != 0;
}

/* ---- presets ---- */

typedef struct {
    int locations, presets;
    char names[2000][256], keys[2000][256], ids[2000][256];
} crawl;

static bool no_filetype(const clap_preset_indexer *indexer, const void *filetype) {
    (void) indexer, (void) filetype;
    return true;
}

static bool take_location(const clap_preset_indexer *indexer, const clap_preset_location *location) {
    EXPECT(location->kind == CLAP_LOCATION_PLUGIN && !location->path && *location->name, "location");
    ((crawl *) indexer->data)->locations++;
    return true;
}

static const void *no_extension(const clap_preset_indexer *indexer, const char *id) {
    (void) indexer, (void) id;
    return NULL;
}

static bool take_preset(const clap_preset_receiver *receiver, const char *name, const char *key) {
    crawl *crawl = receiver->data;
    if (crawl->presets == 2000) return false;
    snprintf(crawl->names[crawl->presets], 256, "%s", name);
    snprintf(crawl->keys[crawl->presets++], 256, "%s", key);
    return true;
}

static void take_plugin_id(const clap_preset_receiver *receiver, const clap_universal_id *id) {
    crawl *crawl = receiver->data;
    EXPECT(!strcmp(id->abi, "clap"), "abi %s", id->abi);
    snprintf(crawl->ids[crawl->presets - 1], 256, "%s", id->id);
}

static void take_text(const clap_preset_receiver *receiver, const char *text) {
    (void) receiver;
    EXPECT(text && *text, "an empty text");
}

static void take_flags(const clap_preset_receiver *receiver, uint32_t flags) { (void) receiver, (void) flags; }

static void take_error(const clap_preset_receiver *receiver, int32_t os_error, const char *message) {
    (void) receiver, (void) os_error;
    failed("%s", message);
}

static int presets(void) {
    double start = seconds();
    library library = open_library(argument(0));
    const clap_preset_factory *factory = library.entry->get_factory("clap.preset-discovery-factory/2");
    EXPECT(factory == library.entry->get_factory("clap.preset-discovery-factory/draft-2"), "two preset factories");
    crawl *found = calloc(1, sizeof *found);
    clap_preset_indexer indexer = {{1, 2, 0}, "test", "", "", "", found, no_filetype, take_location, no_filetype,
        no_extension};
    clap_preset_receiver receiver = {found, take_error, take_preset, take_plugin_id, take_text, take_flags, take_text,
        take_text, NULL, take_text, NULL};
    EXPECT(!factory->create(factory, &indexer, "nobody") && !factory->descriptor(factory, 9), "a foreign provider");
    for (uint32_t p = 0; p < factory->count(factory); p++) {
        const clap_provider_descriptor *descriptor = factory->descriptor(factory, p);
        const clap_preset_provider *provider = factory->create(factory, &indexer, descriptor->id);
        EXPECT(provider && provider->descriptor->id == descriptor->id && provider->init(provider), "provider");
        EXPECT(provider->get_metadata(provider, CLAP_LOCATION_PLUGIN, NULL, &receiver), "no presets");
        EXPECT(!provider->get_metadata(provider, CLAP_LOCATION_FILE, "/nowhere", &receiver), "a foreign location");
        provider->destroy(provider);
    }
    EXPECT(found->locations == 1, "%d locations", found->locations);
    double crawled = seconds() - start;
    EXPECT(dlopen("libjvm.so", RTLD_NOW | RTLD_NOLOAD) == NULL, "the preset list has loaded Java");
    for (int i = 0; i < found->presets; i++) printf("%s|%s|%s\n", found->ids[i], found->keys[i], found->names[i]);
    printf("%d presets in %.1f ms\n", found->presets, crawled * 1000);
    rig rig;
    for (int i = 0; i < found->presets && flag("--load"); i++) {
        if (i == 0 || strcmp(found->ids[i], found->ids[i - 1])) {
            if (i > 0) close_rig(&rig);
            open_rig(&rig, &library, found->ids[i]);
        }
        const clap_preset_load *load = rig.plugin->get_extension(rig.plugin, "clap.preset-load/2");
        rig.host->presets_loaded = rig.host->preset_errors = 0;
        EXPECT(load->from_location(rig.plugin, CLAP_LOCATION_PLUGIN, NULL, found->keys[i]), "%s", found->keys[i]);
        EXPECT(!load->from_location(rig.plugin, CLAP_LOCATION_PLUGIN, NULL, "nothing"), "a preset of no name");
        EXPECT(!load->from_location(rig.plugin, CLAP_LOCATION_PLUGIN, NULL, NULL), "a preset without a name");
        EXPECT(!load->from_location(rig.plugin, CLAP_LOCATION_FILE, "/nowhere", NULL), "a file that is not there");
        EXPECT(rig.host->presets_loaded == 1 && rig.host->preset_errors == 3, "the host was not told");
    }
    if (found->presets && flag("--load")) close_rig(&rig);
    free(found);
    close_library(&library);
    return failures != 0;
}

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

/* ---- wrong calls ---- */

static void abuse_block(rig *rig, chance *chance) {
    const clap_plugin *plugin = rig->plugin;
    clap_input_events in = {&rig->events, events_size, events_get};
    clap_output_events out = {&rig->answers, events_push};
    clap_audio audio = {.data32 = rig->in, .channels = rig->channels}, none = {0};
    clap_block block = {
        .steady_time = -1, .frames = 1 + below(chance, 64), .inputs = &audio, .outputs = &audio, .input_count = 1,
        .output_count = 1, .in = &in, .out = &out,
    };
    uint32_t count = below(chance, 20);
    for (uint32_t e = 0; e < count; e++) {
        any_event *event = add_event(&rig->events, below(chance, 100), below(chance, 15), below(chance, 120));
        for (size_t b = sizeof(clap_event); b < sizeof event->bytes; b++) event->bytes[b] = next_number(chance);
        event->header.space = below(chance, 3) ? 0 : next_number(chance);
    }
    switch (below(chance, 10)) {
        case 0:
            block.frames = block.input_count = block.output_count = 0;
            block.inputs = NULL, block.outputs = NULL;
            break;
        case 1: block.inputs = NULL; break;
        case 2: block.input_count = 0; break;
        case 3: block.outputs = NULL; break;
        case 4: block.output_count = 0; break;
        case 5: block.inputs = &none; break;
        case 6: block.outputs = &none; break;
        case 7: block.in = NULL, block.out = NULL; break;
        case 8: audio.channels = below(chance, 4) % 3; break;
        default: EXPECT(plugin->process(plugin, NULL) == CLAP_ERROR, "a null block was rendered"); break;
    }
    plugin->process(plugin, &block);
    rig->events.count = rig->answers.count = 0;
    for (int c = 0; c < 2; c++) memset(rig->in[c], 0, 64 * sizeof(float));
}

static void abuse_extensions(rig *rig, chance *chance) {
    const clap_plugin *plugin = rig->plugin;
    const clap_gui *gui = plugin->get_extension(plugin, "clap.gui");
    uint32_t any = next_number(chance);
    double value = below(chance, 2) ? NAN : INFINITY;
    char text[300];
    memset(text, 'x', 299), text[299] = 0;
    EXPECT(!plugin->get_extension(plugin, NULL), "an extension of no name");
    EXPECT(!plugin->get_extension(plugin, "clap.nothing"), "an unknown extension");
    EXPECT(!rig->params->get_info(plugin, 0, NULL), "info of nothing");
    EXPECT(!rig->params->get_value(plugin, any | 0x80000000, &value), "a value of no parameter");
    EXPECT(!rig->params->get_value(plugin, param_at(rig, 0).id, NULL), "a value to nowhere");
    EXPECT(!rig->params->value_to_text(plugin, param_at(rig, 0).id, 0, NULL, 10), "a text to nowhere");
    EXPECT(!rig->params->value_to_text(plugin, param_at(rig, 0).id, 0, text, 0), "a text without room");
    EXPECT(!rig->params->text_to_value(plugin, param_at(rig, 0).id, NULL, &value), "a value of no text");
    EXPECT(!rig->params->text_to_value(plugin, param_at(rig, 1).id, "\xff\xfe?!", &value), "a value of nonsense");
    rig->params->text_to_value(plugin, param_at(rig, 0).id, text, &value);
    rig->params->value_to_text(plugin, param_at(rig, 0).id, value, text, sizeof text);
    clap_param info = param_at(rig, below(chance, rig->params->count(plugin)));
    add_value(&rig->events, 0, info.id, below(chance, 2) ? NAN : 1e300);
    flush(rig);
    rig->params->flush(plugin, NULL, NULL);
    if (!gui) return;
    uint32_t width = 1, height = 1;
    EXPECT(!gui->is_api_supported(plugin, "win32", false), "foreign windows");
    EXPECT(!gui->is_api_supported(plugin, NULL, true), "windows of no kind");
    EXPECT(!gui->create(plugin, "nothing", false), "an editor of no kind");
    EXPECT(!gui->get_size(plugin, &width, &height), "a size of no editor");
    EXPECT(!gui->set_parent(plugin, NULL) && !gui->show(plugin) && !gui->hide(plugin), "an editor that is not there");
    gui->set_size(plugin, 0, 0);
    gui->set_scale(plugin, NAN);
    gui->destroy(plugin);
}

/* Any call at any time: nothing may break, and what is refused must change nothing. */
static int abuse(void) {
    library library = open_library(argument(0));
    chance chance = seeded();
    int rounds = atoi(option("--rounds", "20"));
    for (int round = 0; round < rounds; round++) {
        test_host fresh;
        make_host(&fresh);
        const clap_plugin *early = library.factory->create(library.factory, &fresh.host, argument(1));
        EXPECT(!early->activate(early, 48000, 1, 64), "activated before init");
        EXPECT(!early->get_extension(early, "clap.params"), "an extension before init");
        EXPECT(early->process(early, &(clap_block) {0}) == CLAP_ERROR, "rendered before init");
        early->reset(early), early->deactivate(early), early->stop_processing(early), early->on_main_thread(early);
        early->destroy(early);
        rig rig;
        open_rig(&rig, &library, argument(1));
        rig.host->speaks = false;
        make_planes(&rig, 128);
        EXPECT(!rig.plugin->init(rig.plugin), "a second init");
        EXPECT(rig.plugin->process(rig.plugin, &(clap_block) {0}) == CLAP_ERROR, "rendered before activation");
        EXPECT(!rig.plugin->activate(rig.plugin, 48000, 1, 0), "activated for no frames");
        EXPECT(!rig.plugin->activate(rig.plugin, 48000, 65, 64), "activated for less than least");
        for (int step = 0; step < 60; step++) {
            bool was = rig.active;
            switch (below(&chance, 8)) {
                case 0: {
                    rig.host->activating = true;
                    bool now = rig.plugin->activate(rig.plugin, 48000, 1, 64);
                    rig.host->activating = false;
                    EXPECT(now != was, "activated twice, or not at all");
                    rig.active = true;
                    break;
                }
                case 1: rig.plugin->deactivate(rig.plugin), rig.active = false; break;
                case 2: EXPECT(rig.plugin->start_processing(rig.plugin) == was, "start_processing"); break;
                case 3: rig.plugin->stop_processing(rig.plugin); break;
                case 4: rig.plugin->reset(rig.plugin); break;
                case 5: abuse_extensions(&rig, &chance); break;
                default: abuse_block(&rig, &chance); break;
            }
            serve(&rig);
        }
        double *values = all_values(&rig);
        for (uint32_t i = 0; i < rig.params->count(rig.plugin); i++)
            EXPECT(isfinite(values[i]), "a value is not a number any more");
        free(values);
        memory saved;
        EXPECT(save_state(rig.plugin, &saved, 0) && load_bytes(rig.plugin, saved.bytes, saved.size, 0), "the state");
        free(saved.bytes);
        close_rig(&rig);
    }
    close_library(&library);
    return failures != 0;
}

/* ---- without Java ---- */

static void play_through(rig *rig, void *with) {
    check *check = with;
    for (int b = 0; b < 20; b++) {
        fill(rig, &check->chance, 1);
        uint32_t frames = 1 + below(&check->chance, BLOCK);
        EXPECT(render_block(rig, frames, true) == CLAP_CONTINUE, "process failed");
        for (uint32_t c = 0; c < rig->channels; c++)
            EXPECT(!memcmp(rig->output.data32[c], rig->kept[c], frames * sizeof(float)), "the sound was changed");
    }
}

/* An effect whose Java cannot start, or with --second one that cannot be made twice: it is there, says why, passes sound
   through and keeps what a project has saved. */
static int mute(void) {
    check check = {.chance = seeded(), .id = argument(1)};
    check.library = open_library(argument(0));
    rig rig, first;
    if (flag("--second")) open_rig(&first, &check.library, check.id);
    open_rig(&rig, &check.library, check.id);
    EXPECT(*rig.host->last_log, "nothing was said");
    EXPECT(rig.params->count(rig.plugin) == 1, "%u parameters", rig.params->count(rig.plugin));
    printf("%s\n", param_at(&rig, 0).name);
    EXPECT(param_at(&rig, 0).flags == CLAP_PARAM_READONLY, "a parameter that can be set");
    EXPECT(!rig.plugin->get_extension(rig.plugin, "clap.gui"), "an editor");
    memory saved = {0};
    EXPECT(load_bytes(rig.plugin, "somebody's work", 15, 4) && save_state(rig.plugin, &saved, 3), "the state");
    EXPECT(saved.size == 15 && !memcmp(saved.bytes, "somebody's work", 15), "the state is not kept");
    EXPECT(activate(&rig, 48000, BLOCK), "no activation");
    on_audio(&rig, play_through, &check);
    EXPECT(virtual_machines() == flag("--second"), "%d virtual machines", virtual_machines());
    free(saved.bytes);
    close_rig(&rig);
    if (flag("--second")) close_rig(&first);
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

/* ---- many instances ---- */

static int open_close(void) {
    int times = atoi(argument(2));
    chance chance = seeded();
    for (int i = 1; i <= times; i++) {
        library library = open_library(argument(0));
        rig rig;
        open_rig(&rig, &library, argument(1));
        activate(&rig, 48000, 64);
        noise noise = {&chance, 4, 1, 64, 1};
        on_audio(&rig, play_noise, &noise);
        close_rig(&rig);
        close_library(&library);
        if (i == 1 || i % (times / 10 > 0 ? times / 10 : 1) == 0) {
            printf("opened %d: %ld KiB, %d threads, %d files, %d machines\n", i, resident_kib(),
                entries_of("/proc/self/task"), entries_of("/proc/self/fd"), virtual_machines());
            fflush(stdout);
        }
    }
    EXPECT(virtual_machines() == 1, "%d virtual machines", virtual_machines());
    return failures != 0;
}

typedef struct {
    rig rig;
    uint64_t seed;
    float *out;
    pthread_t thread;
    pthread_barrier_t *start;
} worker;

enum { WORK_BLOCKS = 400, WORK_FRAMES = 64 };

static void render_seeded(rig *rig, uint64_t seed, float *out) {
    chance chance = {seed};
    for (int b = 0; b < WORK_BLOCKS; b++) {
        fill(rig, &chance, 1);
        if (b % 20 == 0) add_random_values(rig, &chance, below(&chance, WORK_FRAMES), ANY);
        EXPECT(render_block(rig, WORK_FRAMES, true) != CLAP_ERROR, "process failed");
        for (uint32_t c = 0; c < rig->channels; c++, out += WORK_FRAMES)
            memcpy(out, rig->output.data32[c], WORK_FRAMES * sizeof(float));
    }
}

static void *work(void *argument) {
    worker *self = argument;
    if (self->start) pthread_barrier_wait(self->start);
    self->rig.plugin->start_processing(self->rig.plugin);
    render_seeded(&self->rig, self->seed, self->out);
    self->rig.plugin->stop_processing(self->rig.plugin);
    return NULL;
}

/* Instances on threads of their own must sound as they do one after the other. */
static int threads(void) {
    int count = atoi(argument(2));
    library library = open_library(argument(0));
    worker *workers = calloc(count * 2, sizeof *workers);
    size_t bytes = (size_t) WORK_BLOCKS * WORK_FRAMES * 2 * sizeof(float);
    pthread_barrier_t start;
    pthread_barrier_init(&start, NULL, count);
    for (int i = 0; i < 2 * count; i++) {
        open_rig(&workers[i].rig, &library, argument(1));
        /* Otherwise an effect may be prepared anew in the background, at a time that nobody foretells. */
        set_offline(&workers[i].rig, true);
        activate(&workers[i].rig, 48000, WORK_FRAMES);
        workers[i].seed = seeded().state + i % count;
        workers[i].out = calloc(1, bytes);
        workers[i].start = i < count ? &start : NULL;
    }
    for (int i = 0; i < count; i++) pthread_create(&workers[i].thread, NULL, work, &workers[i]);
    for (int i = 0; i < count; i++) pthread_join(workers[i].thread, NULL);
    for (int i = count; i < 2 * count; i++) {
        pthread_create(&workers[i].thread, NULL, work, &workers[i]);
        pthread_join(workers[i].thread, NULL);
        EXPECT(!memcmp(workers[i].out, workers[i - count].out, bytes), "instance %d sounds another way", i - count);
    }
    for (int i = 0; i < 2 * count; i++) {
        close_rig(&workers[i].rig);
        free(workers[i].out);
    }
    printf("%d threads, %d machines\n", count, virtual_machines());
    close_library(&library);
    return failures != 0;
}

typedef struct {
    rig *rigs;
    int count;
    double rate, took, worst;
    int blocks;
} crowd;

static void play_crowd(rig *first, void *with) {
    (void) first;
    crowd *crowd = with;
    for (int i = 1; i < crowd->count; i++) crowd->rigs[i].plugin->start_processing(crowd->rigs[i].plugin);
    double begin = seconds();
    for (int b = 0; b < crowd->blocks; b++) {
        double start = seconds();
        for (int i = 0; i < crowd->count; i++) render_block(&crowd->rigs[i], 64, false);
        double took = seconds() - start;
        if (took > crowd->worst) crowd->worst = took;
    }
    crowd->took = seconds() - begin;
    for (int i = 1; i < crowd->count; i++) crowd->rigs[i].plugin->stop_processing(crowd->rigs[i].plugin);
}

static int instances(void) {
    int count = atoi(argument(2));
    crowd crowd = {calloc(count, sizeof(rig)), count, 48000, 0, 0, atoi(option("--blocks", "3000"))};
    chance chance = seeded();
    double start = seconds(), first = 0, slowest = 0;
    library library = open_library(argument(0));
    long before = resident_kib(), after_first = 0;
    for (int i = 0; i < count; i++) {
        double began = i == 0 ? start : seconds();
        open_rig(&crowd.rigs[i], &library, argument(1));
        load_options(&crowd.rigs[i]);
        activate(&crowd.rigs[i], crowd.rate, 64);
        fill(&crowd.rigs[i], &chance, 0.5);
        double took = seconds() - began;
        if (i == 0) first = took, after_first = resident_kib();
        else if (took > slowest) slowest = took;
    }
    double all = seconds() - start;
    printf("first %.1f ms (%ld KiB); each further %.1f ms, slowest %.1f ms", first * 1000, after_first - before,
        count > 1 ? (all - first) / (count - 1) * 1000 : 0, slowest * 1000);
    printf(", %ld KiB\n", count > 1 ? (resident_kib() - after_first) / (count - 1) : 0);
    for (int round = 0; round < 2; round++) {
        crowd.worst = 0;
        on_audio(&crowd.rigs[0], play_crowd, &crowd);
        printf("%d instances, 64 frames: real-time factor %.3f, %.2f us a block and instance, worst cycle %.0f us\n",
            count, crowd.blocks * 64 / crowd.rate / crowd.took, crowd.took / crowd.blocks / count * 1e6,
            crowd.worst * 1e6);
    }
    for (int i = 0; i < count; i++) close_rig(&crowd.rigs[i]);
    close_library(&library);
    return failures != 0;
}

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
