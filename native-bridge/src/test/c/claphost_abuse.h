/* What no good DAW does, and what one meets that has no Java. */
#ifndef ARIOSO_CLAPHOST_ABUSE_H
#define ARIOSO_CLAPHOST_ABUSE_H

#include "claphost_arguments.h"

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

/* An effect whose Java cannot start, or with --second one that cannot be made twice: it is there, says why, passes
   sound through and keeps what a project has saved. */
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

#endif
