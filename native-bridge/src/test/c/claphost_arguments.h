/* What the command line says, and an instance set up so. */
#ifndef ARIOSO_CLAPHOST_ARGUMENTS_H
#define ARIOSO_CLAPHOST_ARGUMENTS_H

#include "claphost.h"
#include "claphost_checks.h"

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

#endif
