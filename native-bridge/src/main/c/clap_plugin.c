/* A CLAP instance: its life, its extensions, and what it can do without Java. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "clap_face.h"

void clap_log(const clap_face *face, int32_t severity, const char *text) {
    const clap_host_log *log = face->host->get_extension(face->host, "clap.log");
    if (log && log->log) log->log(face->host, severity, text);
    else shim_say("%s", text);
}

/* ---- life ---- */

static bool init(const clap_plugin *plugin) {
    clap_face *face = clap_face_of(plugin);
    if (face->shim) return false;
    shim_instance *shim = shim_open(SHIM_CLAP, face->effect, face, (int64_t) (intptr_t) face->host);
    face->plugin.data = shim;
    face->shim = shim;
    face->host_tail = face->host->get_extension(face->host, "clap.tail");
    if (!(face->layouts >> face->channels & 1)) face->channels = 1;
    if (!clap_has_java(face)) clap_log(face, CLAP_LOG_ERROR, shim->fault);
    return true;
}

static void deactivate(const clap_plugin *plugin) {
    clap_face *face = clap_face_of(plugin);
    if (!face->active) return;
    face->active = false;
    shim_deactivate(face->shim);
}

static void destroy(const clap_plugin *plugin) {
    clap_face *face = clap_face_of(plugin);
    deactivate(plugin);
    if (face->shim) shim_close(face->shim);
    free(face->kept);
    free(face);
}

static bool activate(const clap_plugin *plugin, double rate, uint32_t min_frames, uint32_t max_frames) {
    clap_face *face = clap_face_of(plugin);
    if (!face->shim || face->active || !isfinite(rate) || rate <= 0 || max_frames < 1 || min_frames > max_frames)
        return false;
    int32_t longest = max_frames < CLAP_LONGEST_BLOCK ? max_frames : CLAP_LONGEST_BLOCK;
    bool prepared = shim_activate(face->shim, rate, longest, face->channels, face->effect->sidechain, face->offline,
        NULL, 0);
    if (!prepared && clap_has_java(face)) clap_log(face, CLAP_LOG_ERROR, face->shim->fault);
    face->active = true;
    face->rate = rate;
    const shim_block *block = face->shim->block;
    uint32_t latency = block ? block->latency : 0;
    face->tail = block ? block->tail : 0;
    if (latency == face->latency) return true;
    face->latency = latency;
    const clap_host_changed *told = face->host->get_extension(face->host, "clap.latency");
    if (told && told->changed) told->changed(face->host);
    return true;
}

/* The audio thread is attached here, which takes up to a millisecond, and not in its first block. */
static bool start_processing(const clap_plugin *plugin) {
    if (clap_face_of(plugin)->active) shim_java_env();
    return clap_face_of(plugin)->active;
}

static void stop_processing(const clap_plugin *plugin) {
    (void) plugin;
}

static void reset(const clap_plugin *plugin) {
    clap_face *face = clap_face_of(plugin);
    if (face->active) shim_reset(face->shim);
}

static void on_main_thread(const clap_plugin *plugin) {
    clap_face *face = clap_face_of(plugin);
    if (face->lost) {
        face->lost = false;
        const clap_host_params *params = face->host->get_extension(face->host, "clap.params");
        if (params && params->rescan) params->rescan(face->host, CLAP_RESCAN_VALUES);
    }
    if (clap_has_java(face) && clap_java_tables.on_main_thread) clap_java_tables.on_main_thread(plugin);
}

/* ---- extensions that need no Java ---- */

static uint32_t latency_get(const clap_plugin *plugin) {
    return clap_face_of(plugin)->latency;
}

static const clap_frames latency_table = {latency_get};

static uint32_t tail_get(const clap_plugin *plugin) {
    return clap_face_of(plugin)->tail;
}

static const clap_frames tail_table = {tail_get};

static bool has_hard_realtime_requirement(const clap_plugin *plugin) {
    (void) plugin;
    return false;
}

/* Counts from the next activation on: the mode belongs to the processor that is prepared there. */
static bool render_set(const clap_plugin *plugin, int32_t mode) {
    if (mode != 0 && mode != 1) return false;
    clap_face_of(plugin)->offline = mode == 1;
    return true;
}

static const clap_render render_table = {has_hard_realtime_requirement, render_set};

static bool preset_from_location(const clap_plugin *plugin, uint32_t kind, const char *location, const char *key) {
    const clap_face *face = clap_face_of(plugin);
    const shim_effect *effect = face->effect;
    bool loaded = false;
    if (kind == CLAP_LOCATION_FILE && location) {
        loaded = clap_java_tables.load_file(plugin, location);
    } else if (kind == CLAP_LOCATION_PLUGIN && key) {
        size_t length = strlen(effect->id);
        if (!strncmp(key, effect->id, length) && key[length] == '/')
            for (int32_t p = 0; p < effect->preset_count && !loaded; p++)
                loaded = !strcmp(key + length + 1, effect->presets[p].load_key)
                    && clap_java_tables.load_preset(plugin, p);
    }
    const clap_host_preset_load *host = face->host->get_extension(face->host, "clap.preset-load/2");
    if (!host) host = face->host->get_extension(face->host, "clap.preset-load.draft/2");
    if (host && loaded) host->loaded(face->host, kind, location, key);
    if (host && !loaded) host->on_error(face->host, kind, location, key, 0, "this preset cannot be loaded");
    return loaded;
}

static const clap_preset_load preset_table = {preset_from_location};

/* Accepted and not shown: the editor has no such marks. */
static void set_mapping(const clap_plugin *plugin, uint32_t id, bool has, const void *color, const char *label,
        const char *description) {
    (void) plugin, (void) id, (void) has, (void) color, (void) label, (void) description;
}

static void set_automation(const clap_plugin *plugin, uint32_t id, uint32_t state, const void *color) {
    (void) plugin, (void) id, (void) state, (void) color;
}

static const clap_param_indication indication_table = {set_mapping, set_automation};

/* ---- without Java: one parameter that says why, and a state that is kept as it came ---- */

enum { FAULT_PARAMETER = 1 };

static uint32_t fault_count(const clap_plugin *plugin) {
    (void) plugin;
    return 1;
}

static bool fault_info(const clap_plugin *plugin, uint32_t index, clap_param *info) {
    if (index != 0 || !info) return false;
    *info = (clap_param) {.id = FAULT_PARAMETER, .flags = CLAP_PARAM_READONLY, .maximum = 1};
    const char *why = clap_face_of(plugin)->shim->fault, *stop = strstr(why, ". ");
    int length = stop ? (int) (stop - why) : CLAP_NAME - 1;
    snprintf(info->name, sizeof info->name, "%.*s", length, why);
    return true;
}

static bool fault_value(const clap_plugin *plugin, uint32_t id, double *value) {
    (void) plugin;
    if (id != FAULT_PARAMETER || !value) return false;
    *value = 0;
    return true;
}

static bool fault_text(const clap_plugin *plugin, uint32_t id, double value, char *text, uint32_t capacity) {
    (void) plugin, (void) value;
    if (id != FAULT_PARAMETER || !text || capacity == 0) return false;
    snprintf(text, capacity, "passes audio through");
    return true;
}

static bool fault_parse(const clap_plugin *plugin, uint32_t id, const char *text, double *value) {
    (void) text;
    return fault_value(plugin, id, value);
}

static const clap_params fault_params = {
    fault_count, fault_info, fault_value, fault_text, fault_parse, clap_flush,
};

enum { LARGEST_STATE = 1 << 24 };

/* A project that is opened without Java and saved again loses nothing. */
static bool keep_state(const clap_plugin *plugin, const clap_istream *stream) {
    if (!stream) return false;
    clap_face *face = clap_face_of(plugin);
    uint64_t size = 0, room = 4096;
    char *bytes = malloc(room);
    int64_t got = -1;
    while (bytes && (got = stream->read(stream, bytes + size, room - size)) > 0) {
        size += got;
        if (size < room) continue;
        if (room == LARGEST_STATE) break;
        char *more = realloc(bytes, room *= 2);
        if (!more) break;
        bytes = more;
    }
    if (got != 0 || size == 0) {
        free(bytes);
        return false;
    }
    free(face->kept);
    face->kept = bytes;
    face->kept_size = size;
    return true;
}

static bool save_kept(const clap_plugin *plugin, const clap_ostream *stream) {
    const clap_face *face = clap_face_of(plugin);
    if (!stream || !face->kept) return false;
    for (uint64_t done = 0; done < face->kept_size;) {
        int64_t wrote = stream->write(stream, (const char *) face->kept + done, face->kept_size - done);
        if (wrote <= 0) return false;
        done += wrote;
    }
    return true;
}

static const clap_state kept_state = {save_kept, keep_state};

/* ---- which extensions there are ---- */

typedef struct {
    const char *id;
    const void *with_java, *without;
} extension;

static const extension extensions[] = {
    {"clap.params", &clap_java_tables.params, &fault_params},
    {"clap.state", &clap_java_tables.state, &kept_state},
    {"clap.state-context/2", &clap_java_tables.state_context, NULL},
    {"clap.audio-ports", &clap_ports_table, &clap_ports_table},
    {"clap.audio-ports-config", &clap_config_table, &clap_config_table},
    {"clap.audio-ports-config-info/1", &clap_config_info_table, &clap_config_info_table},
    {"clap.audio-ports-config-info/draft-0", &clap_config_info_table, &clap_config_info_table},
    {"clap.configurable-audio-ports/1", &clap_configurable_table, &clap_configurable_table},
    {"clap.configurable-audio-ports.draft1", &clap_configurable_table, &clap_configurable_table},
    {"clap.latency", &latency_table, &latency_table},
    {"clap.tail", &tail_table, &tail_table},
    {"clap.render", &render_table, &render_table},
    {"clap.gui", &clap_java_tables.gui, NULL},
    {"clap.preset-load/2", &preset_table, NULL},
    {"clap.preset-load.draft/2", &preset_table, NULL},
    {"clap.remote-controls/2", &clap_java_tables.remote_controls, NULL},
    {"clap.remote-controls.draft/2", &clap_java_tables.remote_controls, NULL},
    {"clap.param-indication/4", &indication_table, NULL},
    {"clap.param-indication.draft/4", &indication_table, NULL},
};

static const void *get_extension(const clap_plugin *plugin, const char *id) {
    const clap_face *face = clap_face_of(plugin);
    if (!face->shim || !id) return NULL;
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (!strcmp(extensions[i].id, id))
            return clap_has_java(face) ? extensions[i].with_java : extensions[i].without;
    return NULL;
}

clap_java clap_java_tables = {.params.flush = clap_flush};

void *const shim_clap_tables = &clap_java_tables;

const clap_plugin *clap_make(const clap_descriptor *descriptor, const shim_effect *effect, const clap_host *host) {
    clap_face *face = calloc(1, sizeof *face);
    if (!face) return NULL;
    face->plugin = (clap_plugin) {
        descriptor, NULL, init, destroy, activate, deactivate, start_processing, stop_processing, reset, clap_process,
        get_extension, on_main_thread,
    };
    face->layouts = 1 << 1 | 1 << 2;
    face->channels = 2;
    face->host = host;
    face->effect = effect;
    return &face->plugin;
}
