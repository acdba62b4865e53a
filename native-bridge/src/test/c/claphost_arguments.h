/* What the command line says, and an instance set up so. */
#ifndef ARIOSO_CLAPHOST_ARGUMENTS_H
#define ARIOSO_CLAPHOST_ARGUMENTS_H

#include "claphost.h"
#include "claphost_checks.h"
#include "hostarguments.h"

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

#endif
