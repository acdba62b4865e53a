/*
 * The checks that every effect must pass, by the names of free-audio/clap-validator's 44 tests where it has them. Not
 * here: those of extensions that an effect of ours does not have (notes, 64-bit audio, port activation).
 */
#ifndef ARIOSO_CLAPHOST_CHECKS_H
#define ARIOSO_CLAPHOST_CHECKS_H

#include "claphost.h"

enum { BLOCK = 512 };

typedef struct {
    library library;
    const char *id, *path;
    chance chance;
} check;

/* ---- parameters ---- */

static clap_param param_at(rig *rig, uint32_t index) {
    clap_param info = {0};
    EXPECT(rig->params->get_info(rig->plugin, index, &info), "no info of parameter %u", index);
    return info;
}

static double value_of(rig *rig, uint32_t id) {
    double value = NAN;
    EXPECT(rig->params->get_value(rig->plugin, id, &value), "no value of parameter %u", id);
    return value;
}

/* How values are chosen: ends of the ranges, anything. */
enum { ENDS, ANY };

static double random_value(chance *chance, const clap_param *info, int how) {
    if (how == ENDS) return below(chance, 2) ? info->minimum : info->maximum;
    double value = between(chance, info->minimum, info->maximum);
    return info->flags & 1 ? round(value) : value;
}

/* Random values of all parameters that are not read-only. */
static void add_random_values(rig *rig, chance *chance, uint32_t time, int how) {
    for (uint32_t i = 0; i < rig->params->count(rig->plugin); i++) {
        clap_param info = param_at(rig, i);
        if (info.flags & CLAP_PARAM_READONLY) continue;
        add_value(&rig->events, time, info.id, random_value(chance, &info, how));
    }
}

static void flush(rig *rig) {
    clap_input_events in = {&rig->events, events_size, events_get};
    clap_output_events out = {&rig->answers, events_push};
    rig->answers.count = 0;
    rig->params->flush(rig->plugin, &in, &out);
    rig->events.count = 0;
}

static double *all_values(rig *rig) {
    uint32_t count = rig->params->count(rig->plugin);
    double *values = malloc((count + 1) * sizeof(double));
    for (uint32_t i = 0; i < count; i++) {
        clap_param info = param_at(rig, i);
        values[i] = info.flags & CLAP_PARAM_READONLY ? 0 : value_of(rig, info.id);
    }
    return values;
}

static void expect_same_values(rig *rig, const double *expected, const char *what) {
    double *now = all_values(rig);
    for (uint32_t i = 0; i < rig->params->count(rig->plugin); i++) {
        clap_param info = param_at(rig, i);
        double apart = fabs(now[i] - expected[i]) / (info.maximum - info.minimum);
        EXPECT(apart <= 1e-4, "%s: %s is %.9g and not %.9g", what, info.name, now[i], expected[i]);
    }
    free(now);
}

static bool differ(rig *rig, const double *before) {
    double *now = all_values(rig);
    bool differs = memcmp(now, before, rig->params->count(rig->plugin) * sizeof(double));
    free(now);
    return differs;
}

/* ---- sound ---- */

static void fill(rig *rig, chance *chance, double peak) {
    for (uint32_t c = 0; c < rig->channels; c++) for (uint32_t f = 0; f < rig->max_frames; f++) {
        rig->in[c][f] = between(chance, -peak, peak);
        rig->side[c][f] = rig->sidechain ? between(chance, -peak, peak) : 0;
    }
}

typedef struct {
    chance *chance;
    int blocks, how;
    uint32_t frames;             /* of each block; 0 for random ones */
    double peak;
} noise;

static void play_noise(rig *rig, void *with) {
    noise *noise = with;
    for (int b = 0; b < noise->blocks; b++) {
        fill(rig, noise->chance, noise->peak);
        uint32_t frames = noise->frames ? noise->frames : 1 + below(noise->chance, rig->max_frames);
        EXPECT(render_block(rig, frames, true) != CLAP_ERROR, "process failed");
    }
}

/* ---- the library ---- */

static void check_nonexistent_factory(check *check) {
    EXPECT(!check->library.entry->get_factory("foo.bar.baz"), "a factory of an unknown id");
    EXPECT(!check->library.entry->get_factory(""), "a factory of an empty id");
}

static void check_trailing_garbage(check *check) {
    char id[600];
    test_host host;
    make_host(&host);
    const clap_factory *factory = check->library.factory;
    snprintf(id, sizeof id, "%.500sgarbage", check->id);
    EXPECT(!factory->create(factory, &host.host, id), "an effect of the id %s", id);
    EXPECT(!factory->create(factory, &host.host, ""), "an effect of an empty id");
    EXPECT(!factory->create(factory, &host.host, NULL), "an effect of no id");
    EXPECT(!factory->create(factory, NULL, check->id), "an effect without a host");
    EXPECT(!factory->descriptor(factory, factory->count(factory)), "a descriptor beyond the last");
    EXPECT(!factory->descriptor(factory, UINT32_MAX), "a descriptor beyond the last");
}

static bool has_feature(const clap_descriptor *descriptor, const char *feature) {
    for (const char *const *f = descriptor->features; *f; f++) if (!strcmp(*f, feature)) return true;
    return false;
}

static void check_descriptor(check *check) {
    const clap_factory *factory = check->library.factory;
    for (uint32_t i = 0; i < factory->count(factory); i++) {
        const clap_descriptor *descriptor = factory->descriptor(factory, i);
        EXPECT(has_feature(descriptor, "audio-effect") || has_feature(descriptor, "analyzer"), "no main feature");
        for (const char *const *a = descriptor->features; *a; a++)
            for (const char *const *b = a + 1; *b; b++) EXPECT(strcmp(*a, *b), "feature %s twice", *a);
        for (uint32_t j = 0; j < i; j++)
            EXPECT(strcmp(descriptor->id, factory->descriptor(factory, j)->id), "id %s twice", descriptor->id);
    }
    rig rig;
    open_rig(&rig, &check->library, check->id);
    EXPECT(!strcmp(rig.plugin->descriptor->id, check->id), "the instance has another id");
    close_rig(&rig);
}

/* ---- audio ---- */

static void process_basic(check *check, bool in_place) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    rig.in_place = in_place;
    EXPECT(activate(&rig, 44100, BLOCK), "activation failed");
    noise noise = {&check->chance, 5, 1, BLOCK, 1};
    on_audio(&rig, play_noise, &noise);
    close_rig(&rig);
}

static void check_in_place(check *check) { process_basic(check, true); }
static void check_out_of_place(check *check) { process_basic(check, false); }

static void check_denormals(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    rig.check_denormals = false;
    noise loud = {&check->chance, 300, 1, BLOCK, 1}, tiny = {&check->chance, 300, 1, BLOCK, 1.17549435e-38};
    activate(&rig, 44100, BLOCK);
    on_audio(&rig, play_noise, &loud);
    rig.took = 0;
    on_audio(&rig, play_noise, &loud);
    double normal = rig.took;
    on_audio(&rig, play_noise, &tiny);
    printf("denormals: %.2f times as long\n", (rig.took - normal) / normal);
    close_rig(&rig);
}

static void play_then_rest(rig *rig, void *with) {
    check *check = with;
    bool asleep = false;
    for (int phase = 0; phase < 6; phase++) for (int b = 0; b < 10; b++) {
        bool quiet = phase != 1 && phase != 3;
        fill(rig, &check->chance, quiet ? 0 : 1);
        int32_t status = render_block(rig, BLOCK, true);
        EXPECT(status >= 1 && status <= 4, "status %d", status);
        for (uint32_t c = 0; c < rig->channels && asleep && quiet; c++)
            EXPECT(is_quiet(rig->output.data32[c], BLOCK), "sound while asleep");
        asleep = status == 4;
    }
}

static void check_sleep(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    activate(&rig, 44100, BLOCK);
    on_audio(&rig, play_then_rest, check);
    close_rig(&rig);
}

static void check_sample_rates(check *check) {
    static const double rates[] = {8000, 22050, 44100, 48000, 88200, 96000, 192000, 384000, 768000, 1234.5678,
        12345.678, 45678.901, 123456.78};
    rig rig;
    open_rig(&rig, &check->library, check->id);
    for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
        EXPECT(activate(&rig, rates[r], BLOCK), "no activation at %g Hz", rates[r]);
        noise noise = {&check->chance, 5, 1, BLOCK, 1};
        on_audio(&rig, play_noise, &noise);
        deactivate(&rig);
    }
    static const double wrong[] = {0, -1, NAN, INFINITY, -INFINITY};
    for (size_t r = 0; r < sizeof wrong / sizeof *wrong; r++)
        EXPECT(!activate(&rig, wrong[r], BLOCK), "activated at %g Hz", wrong[r]);
    close_rig(&rig);
}

static void check_block_sizes(check *check) {
    static const uint32_t sizes[] = {1, 256, 1024, 4096, 16384, 1536, 10, 17, 2027, 20000};
    rig rig;
    open_rig(&rig, &check->library, check->id);
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        EXPECT(activate(&rig, 44100, sizes[s]), "no activation for blocks of %u", sizes[s]);
        noise noise = {&check->chance, 5, 1, sizes[s], 1};
        on_audio(&rig, play_noise, &noise);
        deactivate(&rig);
    }
    activate(&rig, 44100, 2048);
    noise random = {&check->chance, 20, 1, 0, 1};
    on_audio(&rig, play_noise, &random);
    close_rig(&rig);
}

static void reset_and_play(rig *rig, void *with) {
    rig->plugin->reset(rig->plugin);
    play_noise(rig, with);
}

static void check_reset(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    noise noise = {&check->chance, 3, 1, BLOCK, 1};
    for (int round = 0; round < 2; round++) {
        activate(&rig, 44100, BLOCK);
        on_audio(&rig, play_noise, &noise);
        on_audio(&rig, reset_and_play, &noise);
        deactivate(&rig);
    }
    close_rig(&rig);
}

/* ---- layouts ---- */

static void play_layout(check *check, rig *rig) {
    look_at_ports(rig);
    rig->in_place = true;
    EXPECT(activate(rig, 44100, BLOCK), "no activation with %u channels", rig->channels);
    noise noise = {&check->chance, 5, 1, BLOCK, 1};
    on_audio(rig, play_noise, &noise);
    deactivate(rig);
}

static void check_ports_config(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    const clap_audio_ports *ports = rig.plugin->get_extension(rig.plugin, "clap.audio-ports");
    const clap_audio_ports_config *configs = rig.plugin->get_extension(rig.plugin, "clap.audio-ports-config");
    const clap_audio_ports_config_info *infos =
        rig.plugin->get_extension(rig.plugin, "clap.audio-ports-config-info/1");
    EXPECT(configs && infos, "no layouts");
    for (uint32_t i = 0; i < configs->count(rig.plugin); i++) {
        clap_ports_config config = {0};
        EXPECT(configs->get(rig.plugin, i, &config) && configs->select(rig.plugin, config.id), "layout %u", i);
        EXPECT(infos->current(rig.plugin) == config.id, "another layout than the one chosen");
        EXPECT(ports->count(rig.plugin, true) == config.inputs, "inputs of %s", config.name);
        EXPECT(ports->count(rig.plugin, false) == config.outputs, "outputs of %s", config.name);
        for (uint32_t p = 0; p < config.inputs; p++) {
            clap_port now = {0}, said = {0};
            EXPECT(ports->get(rig.plugin, p, true, &now), "port %u", p);
            EXPECT(infos->get(rig.plugin, config.id, p, true, &said), "port %u", p);
            EXPECT(now.channels == said.channels && now.id == said.id && now.flags == said.flags
                && now.in_place_pair == said.in_place_pair && !strcmp(now.type, said.type), "ports differ");
            if (p == 0) EXPECT(now.channels == config.main_input_channels && now.flags & 1, "main input");
        }
        play_layout(check, &rig);
    }
    EXPECT(!configs->select(rig.plugin, 77), "layout 77");
    close_rig(&rig);
}

static void check_configurable_ports(check *check) {
    static const char *const types[] = {"mono", "stereo", NULL, "surround", "ambisonic"};
    rig rig;
    open_rig(&rig, &check->library, check->id);
    const clap_configurable_audio_ports *ports =
        rig.plugin->get_extension(rig.plugin, "clap.configurable-audio-ports/1");
    int applied = 0;
    for (int round = 0; round < 300; round++) {
        clap_port_request requests[4] = {0};
        uint32_t count = 1 + below(&check->chance, 3), all = 1 + below(&check->chance, 3);
        for (uint32_t r = 0; r < count; r++) {
            requests[r].input = below(&check->chance, 2);
            requests[r].index = below(&check->chance, 2);
            requests[r].channels = below(&check->chance, 10) ? all : 1 + below(&check->chance, 16);
            bool fitting = below(&check->chance, 10) && all <= 2;
            requests[r].type = types[fitting ? all - 1 : below(&check->chance, 5)];
        }
        bool can = ports->can_apply(rig.plugin, requests, count);
        EXPECT(ports->apply(rig.plugin, requests, count) == can, "can_apply and apply do not agree");
        if (!can) continue;
        look_at_ports(&rig);
        for (uint32_t r = 0; r < count; r++)
            EXPECT(rig.channels == requests[r].channels, "another layout than asked for");
        if (applied++ < 4) play_layout(check, &rig);
    }
    EXPECT(applied > 0, "no layout of 300 was taken");
    close_rig(&rig);
}

/* ---- parameters ---- */

static void check_param_info(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    uint32_t count = rig.params->count(rig.plugin), bypasses = 0;
    for (uint32_t i = 0; i < count; i++) {
        clap_param info = param_at(&rig, i);
        EXPECT(*info.name && strlen(info.name) < CLAP_NAME, "parameter %u has no name", i);
        EXPECT(isfinite(info.minimum) && isfinite(info.maximum), "range of %s", info.name);
        EXPECT(info.minimum < info.maximum, "range of %s", info.name);
        EXPECT(info.initial >= info.minimum && info.initial <= info.maximum, "default of %s", info.name);
        EXPECT((info.flags & 40) != 40, "%s is read-only and automatable", info.name);
        if (info.flags & 16) {
            bypasses++;
            EXPECT(info.flags & 1 && info.minimum == 0 && info.maximum == 1, "bypass");
        }
        if (info.flags & 1) EXPECT(info.minimum == rint(info.minimum) && info.maximum == rint(info.maximum), "steps");
        if (info.flags & 65536) EXPECT(info.flags & 1, "an enumeration without steps");
        for (uint32_t j = 0; j < i; j++) EXPECT(param_at(&rig, j).id != info.id, "two parameters %u", info.id);
        if (!(info.flags & CLAP_PARAM_READONLY))
            EXPECT(fabs(value_of(&rig, info.id) - info.initial) <= 1e-4 * (info.maximum - info.minimum),
                "%s does not begin at its default", info.name);
    }
    EXPECT(bypasses <= 1, "more than one bypass");
    clap_param none;
    double value;
    EXPECT(!rig.params->get_info(rig.plugin, count, &none), "a parameter beyond the last");
    EXPECT(!rig.params->get_value(rig.plugin, 0xfffffff0, &value), "a value of no parameter");
    close_rig(&rig);
}

enum { STEPS = 21 };

static void check_conversions(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    const clap_params *params = rig.params;
    for (uint32_t i = 0; i < params->count(rig.plugin); i++) {
        clap_param info = param_at(&rig, i);
        for (int step = 0; step < STEPS; step++) {
            char text[256], again[256];
            double first = info.minimum + (info.maximum - info.minimum) * step / (STEPS - 1), value, last;
            bool said = params->value_to_text(rig.plugin, info.id, first, text, sizeof text);
            bool read = said && params->text_to_value(rig.plugin, info.id, text, &value);
            EXPECT(said && read && *text, "%s: %.17g is \"%s\", which is not understood", info.name, first, text);
            if (!read) continue;
            params->value_to_text(rig.plugin, info.id, value, again, sizeof again);
            EXPECT(!strcmp(text, again), "%s: %.17g is \"%s\" is %.17g is \"%s\"", info.name, first, text, value,
                again);
            params->text_to_value(rig.plugin, info.id, again, &last);
            EXPECT(last == value, "%s: \"%s\" is %.17g and %.17g", info.name, again, value, last);
        }
        char tiny[4] = "xyz";
        params->value_to_text(rig.plugin, info.id, info.initial, tiny, 2);
        EXPECT(tiny[1] == 0 && tiny[2] == 'z', "%s writes beyond its room", info.name);
    }
    close_rig(&rig);
}

static void play_events(rig *rig, void *with) {
    noise *noise = with;
    noise->blocks = 1;
    play_noise(rig, noise);
}

static void check_set_events(check *check) {
    rig flushed, played;
    open_rig(&flushed, &check->library, check->id);
    open_rig(&played, &check->library, check->id);
    double *before = all_values(&flushed);
    chance same = check->chance;
    add_random_values(&flushed, &check->chance, 0, ANY);
    flush(&flushed);
    EXPECT(differ(&flushed, before), "flush changed nothing");
    add_random_values(&played, &same, 0, ANY);
    activate(&played, 44100, BLOCK);
    noise noise = {&check->chance, 1, 1, BLOCK, 1};
    on_audio(&played, play_events, &noise);
    double *after = all_values(&flushed);
    expect_same_values(&played, after, "process instead of flush");
    free(before), free(after);
    close_rig(&flushed), close_rig(&played);
}

static void check_wrong_namespace(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    double *before = all_values(&rig);
    activate(&rig, 44100, BLOCK);
    add_random_values(&rig, &check->chance, 0, ANY);
    for (uint32_t e = 0; e < rig.events.count; e++) rig.events.events[e].header.space = 0xb33f;
    noise noise = {&check->chance, 1, 1, BLOCK, 1};
    on_audio(&rig, play_events, &noise);
    EXPECT(!differ(&rig, before), "events of a foreign space changed values");
    free(before);
    close_rig(&rig);
}

typedef struct {
    check *check;
    int how, rounds;
    uint32_t interval;           /* frames between changes, 0 for one at each block's start */
} fuzz_params;

static void play_params(rig *rig, void *with) {
    fuzz_params *fuzz = with;
    noise noise = {&fuzz->check->chance, 1, 1, BLOCK, 1};
    uint32_t next = 0;
    for (int b = 0; b < fuzz->rounds; b++) {
        if (!fuzz->interval) add_random_values(rig, &fuzz->check->chance, 0, fuzz->how);
        for (; fuzz->interval && next < BLOCK; next += fuzz->interval)
            add_random_values(rig, &fuzz->check->chance, next, fuzz->how);
        next -= fuzz->interval ? BLOCK : 0;
        play_noise(rig, &noise);
    }
}

static void fuzz(check *check, fuzz_params fuzz) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    fuzz.check = check;
    activate(&rig, 44100, BLOCK);
    on_audio(&rig, play_params, &fuzz);
    close_rig(&rig);
}

static void check_fuzz_basic(check *check) { fuzz(check, (fuzz_params) {.how = ANY, .rounds = 50}); }
static void check_fuzz_bounds(check *check) { fuzz(check, (fuzz_params) {.how = ENDS, .rounds = 50}); }

static void check_fuzz_accurate(check *check) {
    static const uint32_t intervals[] = {1000, 100, 10};
    for (int i = 0; i < 3; i++)
        fuzz(check, (fuzz_params) {
            .how = ANY, .rounds = (intervals[i] * 4 + BLOCK - 1) / BLOCK, .interval = intervals[i],
        });
}

static void play_modulation(rig *rig, void *with) {
    check *check = with;
    add_random_values(rig, &check->chance, 0, ANY);
    for (uint32_t e = 0; e < rig->events.count; e++) rig->events.events[e].header.type = CLAP_PARAM_MOD;
    noise noise = {&check->chance, 1, 1, BLOCK, 1};
    play_noise(rig, &noise);
}

static void check_modulation(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    double *before = all_values(&rig);
    activate(&rig, 44100, BLOCK);
    on_audio(&rig, play_modulation, check);
    EXPECT(!differ(&rig, before), "modulation, which no parameter takes, changed values");
    free(before);
    close_rig(&rig);
}

/* ---- state ---- */

static void randomize(check *check, rig *rig) {
    add_random_values(rig, &check->chance, 0, ANY);
    flush(rig);
}

static void check_invalid_states(check *check) {
    rig rig;
    memory before, after;
    open_rig(&rig, &check->library, check->id);
    rig.host->speaks = false;
    randomize(check, &rig);
    save_state(rig.plugin, &before, 0);
    EXPECT(!load_bytes(rig.plugin, "", 0, 0), "an empty state was taken");
    char *garbage = malloc(1 << 20);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1 << 20; i++) garbage[i] = next_number(&check->chance);
        EXPECT(!load_bytes(rig.plugin, garbage, 1 << 20, 0), "a random state was taken");
    }
    free(garbage);
    for (uint64_t size = 0; size + 2 < before.size; size += 1 + before.size / 50)
        EXPECT(!load_bytes(rig.plugin, before.bytes, size, 0), "a state cut at %lu was taken", (unsigned long) size);
    const clap_state *state = rig.plugin->get_extension(rig.plugin, "clap.state");
    memory broken = {before.bytes, before.size, 0, 64, 100};
    EXPECT(!state->load(rig.plugin, &(clap_istream) {&broken, read_memory}), "a broken stream was taken");
    memory full = {.chunk = 64, .fails_at = 128};
    EXPECT(!state->save(rig.plugin, &(clap_ostream) {&full, write_memory}), "a full stream was not noticed");
    EXPECT(!state->load(rig.plugin, NULL) && !state->save(rig.plugin, NULL), "no stream was taken");
    save_state(rig.plugin, &after, 0);
    EXPECT(equal_memory(&before, &after), "a refused state has changed something");
    free(before.bytes), free(after.bytes), free(full.bytes);
    close_rig(&rig);
}

static void check_reproducibility(check *check) {
    static const uint64_t chunks[] = {0, 17, 1};
    for (int i = 0; i < 3; i++) {
        rig first, second;
        memory saved, again;
        open_rig(&first, &check->library, check->id);
        open_rig(&second, &check->library, check->id);
        randomize(check, &first);
        double *values = all_values(&first);
        EXPECT(save_state(first.plugin, &saved, chunks[i]), "the state was not saved");
        EXPECT(load_bytes(second.plugin, saved.bytes, saved.size, chunks[i]), "the state was not loaded");
        serve(&second);
        EXPECT(second.host->rescans > 0, "values changed without a rescan");
        expect_same_values(&second, values, "after loading");
        EXPECT(save_state(second.plugin, &again, chunks[i]), "the state was not saved");
        EXPECT(equal_memory(&saved, &again), "the state saved again is another one");
        const clap_state_context *context = second.plugin->get_extension(second.plugin, "clap.state-context/2");
        memory with_context = {.fails_at = -1};
        EXPECT(context && context->save(second.plugin, &(clap_ostream) {&with_context, write_memory}, 3)
            && equal_memory(&saved, &with_context), "the project's state is another one");
        free(values), free(saved.bytes), free(again.bytes), free(with_context.bytes);
        close_rig(&first), close_rig(&second);
    }
}

/* What a DAW's main thread does while audio runs: reads values, saves, loads. */
static void be_busy(rig *rig, void *with) {
    memory *states = with, saved;
    double *values = all_values(rig);
    free(values);
    EXPECT(save_state(rig->plugin, &saved, 100), "the state was not saved");
    free(saved.bytes);
    memory *next = &states[rig->host->rescans % 3];
    EXPECT(load_bytes(rig->plugin, next->bytes, next->size, 100), "the state was not loaded");
}

static void play_long(rig *rig, void *with) {
    fuzz_params *fuzz = with;
    for (double end = seconds() + 1; seconds() < end;) play_params(rig, fuzz);
}

static void check_busy_main_thread(check *check) {
    rig rig;
    memory states[3];
    open_rig(&rig, &check->library, check->id);
    rig.host->speaks = false;
    for (int s = 0; s < 3; s++) {
        randomize(check, &rig);
        save_state(rig.plugin, &states[s], 0);
    }
    activate(&rig, 44100, BLOCK);
    rig.meanwhile = be_busy;
    rig.meanwhile_with = states;
    fuzz_params fuzz = {check, ANY, 10, 100};
    on_audio(&rig, play_long, &fuzz);
    for (int s = 0; s < 3; s++) free(states[s].bytes);
    close_rig(&rig);
}

/* ---- transport ---- */

static void fuzz_transport(chance *chance, clap_transport *transport) {
    transport->flags = below(chance, 256);
    transport->beats = (int64_t) between(chance, -1e6, 1e6) * (1 << 30);
    transport->seconds = (int64_t) between(chance, -1e6, 1e6) * (1 << 30);
    transport->tempo = below(chance, 8) ? between(chance, 1, 999) : below(chance, 2) ? 0 : NAN;
    transport->bar_start = (int64_t) between(chance, -1e6, 1e6) * (1 << 30);
    transport->numerator = below(chance, 20);
    transport->denominator = below(chance, 20);
}

static void play_transport(rig *rig, void *with) {
    check *check = with;
    noise noise = {&check->chance, 1, 1, BLOCK, 1};
    for (int b = 0; b < 60; b++) {
        clap_transport transport = {.header = {sizeof transport, 0, 0, CLAP_TRANSPORT, 0}};
        fuzz_transport(&check->chance, &transport);
        rig->transport = below(&check->chance, 4) ? &transport : NULL;
        for (uint32_t time = b < 30 ? BLOCK : 0; time < BLOCK; time += 1 + below(&check->chance, 100)) {
            any_event *event = add_event(&rig->events, time, CLAP_TRANSPORT, sizeof(clap_transport));
            fuzz_transport(&check->chance, &event->transport);
        }
        play_noise(rig, &noise);
        rig->transport = NULL;
    }
}

static void check_transport(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    activate(&rig, 44100, BLOCK);
    on_audio(&rig, play_transport, check);
    close_rig(&rig);
}

/* ---- other extensions ---- */

static void check_remote_controls(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    const clap_remote_controls *controls = rig.plugin->get_extension(rig.plugin, "clap.remote-controls/2");
    EXPECT(controls && controls->count(rig.plugin) > 0, "no remote controls");
    uint32_t knobs = 0, settable = 0;
    double value;
    for (uint32_t i = 0; i < rig.params->count(rig.plugin); i++)
        if (!(param_at(&rig, i).flags & (CLAP_PARAM_READONLY | 16))) settable++;
    for (uint32_t p = 0; controls && p < controls->count(rig.plugin); p++) {
        clap_remote_page page;
        EXPECT(controls->get(rig.plugin, p, &page) && *page.name && *page.section, "page %u", p);
        for (int k = 0; k < 8; k++) {
            if (page.parameters[k] == UINT32_MAX) continue;
            EXPECT(rig.params->get_value(rig.plugin, page.parameters[k], &value), "knob %d of page %u", k, p);
            knobs++;
        }
    }
    EXPECT(knobs == settable, "%u knobs for %u parameters", knobs, settable);
    close_rig(&rig);
}

static void check_latency_and_tail(check *check) {
    rig rig;
    open_rig(&rig, &check->library, check->id);
    const clap_frames *latency = rig.plugin->get_extension(rig.plugin, "clap.latency");
    const clap_frames *tail = rig.plugin->get_extension(rig.plugin, "clap.tail");
    const clap_render *render = rig.plugin->get_extension(rig.plugin, "clap.render");
    EXPECT(render && !render->has_hard_realtime_requirement(rig.plugin), "render");
    EXPECT(render->set(rig.plugin, 1) && render->set(rig.plugin, 0) && !render->set(rig.plugin, 2), "render modes");
    activate(&rig, 48000, BLOCK);
    EXPECT((latency->get(rig.plugin) > 0) == (rig.host->latency_changes > 0), "latency without a word");
    EXPECT(latency->get(rig.plugin) < 48000 * 10, "latency of %u", latency->get(rig.plugin));
    EXPECT(tail->get(rig.plugin) <= INT32_MAX, "tail");
    close_rig(&rig);
}

typedef struct {
    const char *name;
    void (*run)(check *);
} named_check;

static const named_check checks[] = {
    {"query-nonexistent-factory", check_nonexistent_factory},
    {"create-id-with-trailing-garbage", check_trailing_garbage},
    {"descriptor-consistency", check_descriptor}, {"process-audio-out-of-place", check_out_of_place},
    {"process-audio-in-place", check_in_place}, {"process-audio-denormals", check_denormals},
    {"process-sleep", check_sleep}, {"process-varying-sample-rates", check_sample_rates},
    {"process-varying-block-sizes", check_block_sizes}, {"process-reset-reactivate", check_reset},
    {"layout-audio-ports-config", check_ports_config}, {"layout-configurable-audio-ports", check_configurable_ports},
    {"param-info-and-defaults", check_param_info}, {"param-conversions", check_conversions},
    {"param-set-events", check_set_events}, {"param-set-wrong-namespace", check_wrong_namespace},
    {"param-fuzz-basic", check_fuzz_basic}, {"param-fuzz-bounds", check_fuzz_bounds},
    {"param-fuzz-sample-accurate", check_fuzz_accurate}, {"param-fuzz-modulation", check_modulation},
    {"state-invalid", check_invalid_states}, {"state-reproducibility", check_reproducibility},
    {"process-while-main-thread-works", check_busy_main_thread}, {"transport", check_transport},
    {"remote-controls", check_remote_controls},
    {"latency-tail-render", check_latency_and_tail},
};

#endif
