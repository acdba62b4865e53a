/* LV2: entry point, instances, ports and audio. A host passes as little as nothing: no feature is required. */
#include "lv2.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FRAMES = 4096, LEAST_MAX_FRAMES = 16 };

/* ---- without Java: nothing to set, no state, no editor ---- */

static void set_nothing(int32_t handle, int32_t control, double value)
{
    (void) handle, (void) control, (void) value;
}

static int64_t save_nothing(int32_t handle, char *bytes, int64_t capacity)
{
    (void) handle, (void) bytes, (void) capacity;
    return -1;
}

static int32_t restore_nothing(int32_t handle, const char *bytes, int64_t size)
{
    (void) handle, (void) bytes, (void) size;
    return 0;
}

static int64_t no_size(int32_t handle, double scale)
{
    (void) handle, (void) scale;
    return 0;
}

static int32_t no_editor(int32_t handle, int64_t window, double scale)
{
    (void) handle, (void) window, (void) scale;
    return -1;
}

static int32_t idle_nothing(int32_t editor, void *edits, int32_t capacity)
{
    (void) editor, (void) edits, (void) capacity;
    return -1;
}

static void resize_nothing(int32_t editor, int32_t width, int32_t height)
{
    (void) editor, (void) width, (void) height;
}

static void show_nothing(int32_t editor, int32_t shown)
{
    (void) editor, (void) shown;
}

static void close_nothing(int32_t editor)
{
    (void) editor;
}

lv2_java lv2_calls = {
    set_nothing, save_nothing, restore_nothing,
    no_size, no_editor, idle_nothing, set_nothing, resize_nothing, show_nothing, close_nothing,
};
void *const shim_lv2_tables = &lv2_calls;

/* ---- what a host gives ---- */

void *lv2_feature_of(const lv2_feature *const *features, const char *uri)
{
    for (; features && *features; features++)
        if (strcmp((*features)->uri, uri) == 0) return (*features)->data;
    return NULL;
}

static uint32_t map_uri(const lv2_urid_map *map, const char *uri)
{
    return map ? map->map(map->handle, uri) : 0;
}

const void *lv2_option_of(const lv2_feature *const *features, const char *uri, const char *type)
{
    const lv2_urid_map *map = lv2_feature_of(features, LV2_URID_MAP);
    const lv2_option *option = lv2_feature_of(features, LV2_OPTIONS);
    uint32_t key = map_uri(map, uri), wanted = map_uri(map, type);
    if (!option || key == 0) return NULL;
    for (; option->key || option->value; option++)
        if (option->key == key && option->type == wanted && option->size >= 4) return option->value;
    return NULL;
}

void lv2_complain(const lv2_feature *const *features, const char *name, const char *why)
{
    const lv2_log *log = lv2_feature_of(features, LV2_LOG);
    const lv2_urid_map *map = lv2_feature_of(features, LV2_URID_MAP);
    if (log && map) log->printf(log->handle, map_uri(map, LV2_LOG_ERROR), "%s: %s\n", name, why);
    else shim_say("%s: %s", name, why);
}

static lv2_urids urids_of(const lv2_urid_map *map)
{
    return (lv2_urids) {
        .sequence = map_uri(map, LV2_ATOM "Sequence"), .object = map_uri(map, LV2_ATOM "Object"),
        .blank = map_uri(map, LV2_ATOM "Blank"), .resource = map_uri(map, LV2_ATOM "Resource"),
        .Int = map_uri(map, LV2_ATOM "Int"), .Long = map_uri(map, LV2_ATOM "Long"),
        .Float = map_uri(map, LV2_ATOM "Float"), .Double = map_uri(map, LV2_ATOM "Double"),
        .string = map_uri(map, LV2_ATOM "String"),
        .position = map_uri(map, LV2_TIME "Position"), .frame = map_uri(map, LV2_TIME "frame"),
        .speed = map_uri(map, LV2_TIME "speed"), .bar = map_uri(map, LV2_TIME "bar"),
        .bar_beat = map_uri(map, LV2_TIME "barBeat"), .beat = map_uri(map, LV2_TIME "beat"),
        .beat_unit = map_uri(map, LV2_TIME "beatUnit"), .beats_per_bar = map_uri(map, LV2_TIME "beatsPerBar"),
        .beats_per_minute = map_uri(map, LV2_TIME "beatsPerMinute"), .state = map_uri(map, "urn:arioso:state"),
    };
}

/* ---- instances ---- */

static pthread_mutex_t lives_lock = PTHREAD_MUTEX_INITIALIZER;
static lv2_plugin *lives;

lv2_plugin *lv2_living(void *instance)
{
    pthread_mutex_lock(&lives_lock);
    lv2_plugin *plugin = lives;
    while (plugin && plugin != instance) plugin = plugin->next;
    pthread_mutex_unlock(&lives_lock);
    return plugin;
}

static void enter(lv2_plugin *plugin)
{
    pthread_mutex_lock(&lives_lock);
    plugin->next = lives;
    lives = plugin;
    pthread_mutex_unlock(&lives_lock);
}

static void leave(lv2_plugin *plugin)
{
    pthread_mutex_lock(&lives_lock);
    lv2_plugin **link = &lives;
    while (*link != plugin) link = &(*link)->next;
    *link = plugin->next;
    pthread_mutex_unlock(&lives_lock);
}

lv2_layout lv2_layout_of(const shim_effect *effect, bool mono)
{
    uint32_t channels = mono ? 1 : 2;
    uint32_t sidechain = effect->sidechain ? channels : 0;
    lv2_layout at = {.channels = (int32_t) channels, .out = channels, .sidechain = 2 * channels};
    at.control = at.sidechain + sidechain;
    at.latency = at.control + 1;
    at.freewheel = at.control + 2;
    at.enabled = at.control + 3;
    at.controls = at.control + 4;
    at.meters = at.controls + (uint32_t) effect->controls;
    at.end = at.meters + (uint32_t) effect->meters;
    return at;
}

static int32_t max_frames_of(const lv2_feature *const *features)
{
    const int32_t *announced = lv2_option_of(features, LV2_MAX_BLOCK, LV2_ATOM "Int");
    if (!announced || *announced > MAX_FRAMES) return MAX_FRAMES;
    return *announced < LEAST_MAX_FRAMES ? LEAST_MAX_FRAMES : *announced;
}

static void cleanup(void *instance)
{
    lv2_plugin *plugin = instance;
    if (plugin->active) shim_deactivate(plugin->shim);
    if (plugin->shim) {
        leave(plugin);
        shim_close(plugin->shim);
    }
    free(plugin->told);
    free(plugin->measured);
    free(plugin->ports);
    free(plugin->events);
    free(plugin->nowhere);
    free(plugin->kept);
    free(plugin);
}

static void *instantiate(const lv2_descriptor_t *descriptor, double rate, const char *bundle,
    const lv2_feature *const *features)
{
    (void) bundle;
    bool mono;
    const shim_effect *effect = lv2_effect_of(descriptor->uri, &mono);
    lv2_plugin *plugin = effect ? calloc(1, sizeof *plugin) : NULL;
    if (!plugin) return NULL;
    size_t spoken = 1 + (size_t) effect->controls;
    plugin->effect = effect;
    plugin->at = lv2_layout_of(effect, mono);
    plugin->rate = rate;
    plugin->max_frames = max_frames_of(features);
    plugin->urids = urids_of(lv2_feature_of(features, LV2_URID_MAP));
    plugin->transport = (lv2_transport) {.tempo = 120, .beats_per_bar = 4, .beat_unit = 4};
    plugin->told = calloc(spoken, sizeof *plugin->told);
    plugin->measured = calloc((size_t) effect->meters + 1, sizeof *plugin->measured);
    plugin->ports = calloc(plugin->at.end, sizeof *plugin->ports);
    plugin->events = calloc(spoken, sizeof *plugin->events);
    plugin->nowhere = calloc((size_t) plugin->max_frames, sizeof *plugin->nowhere);
    if (!plugin->told || !plugin->measured || !plugin->ports || !plugin->events || !plugin->nowhere) {
        cleanup(plugin);
        return NULL;
    }
    plugin->shim = shim_open(SHIM_LV2, effect, plugin, 0);
    enter(plugin);
    if (plugin->shim->handle < 0) lv2_complain(features, effect->name, plugin->shim->fault);
    return plugin;
}

static void connect_port(void *instance, uint32_t port, void *data)
{
    lv2_plugin *plugin = instance;
    if (port < plugin->at.end) plugin->ports[port] = data;
}

/* ---- control ports ---- */

/* A port speaks only when it moves: so a restored document stands until the host turns something. */
int32_t lv2_moved(lv2_plugin *plugin)
{
    float *told = plugin->told;
    void **ports = plugin->ports + plugin->at.enabled;
    int32_t count = 0;
    for (int32_t i = 0; i <= plugin->effect->controls; i++) {
        if (!ports[i]) continue;
        float value = *(const float *) ports[i];
        if (value == told[i] || value != value) continue;
        told[i] = value;
        double plain = i == 0 ? !(value > 0) : value;
        plugin->events[count++] = (shim_event) {.kind = SHIM_VALUE, .parameter = i - 1, .value = plain};
    }
    return count;
}

static void take_measured(void *context, const shim_event *event)
{
    lv2_plugin *plugin = context;
    int32_t meter = event->parameter - plugin->effect->controls;
    if (event->kind == SHIM_VALUE && meter >= 0 && meter < plugin->effect->meters)
        plugin->measured[meter] = (float) event->value;
}

static void write_outputs(lv2_plugin *plugin)
{
    float *latency = plugin->ports[plugin->at.latency];
    if (latency) *latency = plugin->shim->block ? (float) plugin->shim->block->latency : 0;
    for (int32_t i = 0; i < plugin->effect->meters; i++) {
        float *port = plugin->ports[plugin->at.meters + (uint32_t) i];
        if (port) *port = plugin->measured[i];
    }
}

/* ---- audio ---- */

static void activate(void *instance)
{
    lv2_plugin *plugin = instance;
    if (plugin->active) return;
    const float *freewheel = plugin->ports[plugin->at.freewheel];
    int32_t moved = lv2_moved(plugin);
    plugin->heard = false;
    int32_t first = moved < SHIM_EVENTS ? moved : SHIM_EVENTS;
    plugin->active = shim_activate(plugin->shim, plugin->rate, plugin->max_frames, plugin->at.channels,
        plugin->effect->sidechain, freewheel && *freewheel > 0, plugin->events, first);
    for (int32_t i = plugin->active ? first : 0; i < moved; i++)
        plugin->told[plugin->events[i].parameter + 1] = NAN; /* not told: to be said at the first run */
}

static void deactivate(void *instance)
{
    lv2_plugin *plugin = instance;
    if (plugin->active) shim_deactivate(plugin->shim);
    plugin->active = false;
}

/* Renders at most max_frames. */
static void render_part(lv2_plugin *plugin, int32_t from, int32_t frames, int32_t events)
{
    const float *in[2], *sidechain[2];
    float *out[2];
    bool keyed = plugin->effect->sidechain;
    for (int32_t channel = 0; channel < plugin->at.channels; channel++) {
        const float *input = plugin->ports[channel];
        float *output = plugin->ports[plugin->at.out + (uint32_t) channel];
        const float *key = keyed ? plugin->ports[plugin->at.sidechain + (uint32_t) channel] : NULL;
        in[channel] = input ? input + from : NULL;
        out[channel] = output ? output + from : plugin->nowhere;
        sidechain[channel] = key ? key + from : NULL;
        keyed = key != NULL;
    }
    if (plugin->shim->block) {
        lv2_transport_show(&plugin->transport, plugin->shim->block);
        if (keyed) plugin->shim->block->flags |= SHIM_HAS_SIDECHAIN;
    }
    shim_process(plugin->shim, &(shim_io) {
        .in = in, .out = out, .sidechain = keyed ? sidechain : NULL, .frames = frames,
        .events = plugin->events, .event_count = events, .emit = take_measured, .emit_context = plugin,
    });
    lv2_transport_move(&plugin->transport, frames, plugin->rate);
}

/* Renders frames of a run that lie within one stretch of the song. */
static void render(lv2_plugin *plugin, int32_t from, int32_t frames, int32_t events)
{
    do {
        int32_t part = frames < plugin->max_frames ? frames : plugin->max_frames;
        render_part(plugin, from, part, events);
        from += part;
        frames -= part;
        events = 0;
    } while (frames > 0);
}

/* What a host sets before the first sound is where the sound begins, not where it glides to. */
static void begin(lv2_plugin *plugin, int32_t events)
{
    plugin->heard = true;
    if (events == 0) return;
    render(plugin, 0, 0, events);
    shim_reset(plugin->shim);
}

static void run(void *instance, uint32_t frames)
{
    lv2_plugin *plugin = instance;
    int32_t end = frames > INT32_MAX ? INT32_MAX : (int32_t) frames;
    int32_t events = plugin->active ? lv2_moved(plugin) : 0;
    if (plugin->active && !plugin->heard) {
        begin(plugin, events);
        events = 0;
    }
    const lv2_atom *control = plugin->ports[plugin->at.control];
    int32_t from = 0;
    for (const lv2_atom_event *event = NULL; (event = lv2_position_in(&plugin->urids, control, event)); ) {
        int32_t at = event->frame < from ? from : event->frame > end ? end : (int32_t) event->frame;
        if (at > from) {
            render(plugin, from, at - from, events);
            events = 0;
        }
        from = at;
        lv2_transport_take(&plugin->transport, &plugin->urids, event);
    }
    if (from < end || events > 0) render(plugin, from, end - from, events);
    write_outputs(plugin);
}

static const void *extension_data(const char *uri)
{
    return strcmp(uri, LV2_STATE_INTERFACE) == 0 ? &lv2_state_interface : NULL;
}

/* ---- descriptors: two an effect, stereo and mono ---- */

static pthread_once_t described = PTHREAD_ONCE_INIT;
static lv2_descriptor_t *descriptors;
static uint32_t descriptor_count;

static void describe(void)
{
    const shim_table *table = shim_table_of_bundle();
    descriptors = calloc(2 * (size_t) table->effect_count + 1, sizeof *descriptors);
    for (int32_t i = 0; descriptors && i < 2 * table->effect_count; i++) {
        const char *stereo = table->effects[i / 2].lv2_uri;
        char *uri = malloc(strlen(stereo) + sizeof ":mono");
        if (!uri) return;
        sprintf(uri, i % 2 ? "%s:mono" : "%s", stereo);
        descriptors[i] = (lv2_descriptor_t) {
            uri, instantiate, connect_port, activate, run, deactivate, cleanup, extension_data,
        };
        descriptor_count++;
    }
}

SHIM_EXPORT const lv2_descriptor_t *lv2_descriptor(uint32_t index)
{
    pthread_once(&described, describe);
    return index < descriptor_count ? &descriptors[index] : NULL;
}

const shim_effect *lv2_effect_of(const char *uri, bool *mono)
{
    pthread_once(&described, describe);
    for (uint32_t i = 0; i < descriptor_count; i++) {
        if (strcmp(descriptors[i].uri, uri) != 0) continue;
        *mono = i % 2;
        return &shim_table_of_bundle()->effects[i / 2];
    }
    return NULL;
}
