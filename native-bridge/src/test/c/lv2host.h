/*
 * An LV2 host for tests, built on lilv: it reads the Turtle as a DAW does and uses the binary by the book.
 *
 * Settings of a render, in any order: in=FILE out=FILE sidechain=FILE (planes of 32-bit floats, one channel after the
 * other), rate=HZ block=N|random:SEED set=SYMBOL:VALUE at=FRAME:SYMBOL:VALUE (at block starts) preset=URI late=1
 * (controls are connected behind activate) inplace=1 bare=1 (no features) song=FRAME:BPM:QUARTERS:SPEED feed=FILE
 * (a document for state:interface) dump=FILE (what it saves) save=FOLDER load=FOLDER (a state written and read by
 * lilv) twice=1 (renders again after deactivate and activate).
 */
#ifndef ARIOSO_LV2HOST_H
#define ARIOSO_LV2HOST_H

#include <lilv/lilv.h>
#include <lv2/atom/atom.h>
#include <lv2/atom/forge.h>
#include <lv2/buf-size/buf-size.h>
#include <lv2/options/options.h>
#include <lv2/state/state.h>
#include <lv2/time/time.h>
#include <lv2/urid/urid.h>
#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Not every program needs all of it. */
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-variable"

enum { MOST_PORTS = 4096, MOST_SETTINGS = 4096, MOST_URIDS = 4096 };

static void die(const char *why, const char *what)
{
    fprintf(stderr, "lv2host: %s: %s\n", why, what);
    exit(2);
}

/* ---- URIDs ---- */

static pthread_mutex_t urid_lock = PTHREAD_MUTEX_INITIALIZER;
static char *urids[MOST_URIDS];
static uint32_t urid_count;

static LV2_URID map_uri(LV2_URID_Map_Handle handle, const char *uri)
{
    (void) handle;
    pthread_mutex_lock(&urid_lock);
    uint32_t i = 0;
    while (i < urid_count && strcmp(urids[i], uri) != 0) i++;
    if (i == urid_count) urids[urid_count++] = strdup(uri);
    pthread_mutex_unlock(&urid_lock);
    return i + 1;
}

static const char *unmap_uri(LV2_URID_Unmap_Handle handle, LV2_URID urid)
{
    (void) handle;
    return urid > 0 && urid <= urid_count ? urids[urid - 1] : NULL;
}

static LV2_URID_Map map = {NULL, map_uri};
static LV2_URID_Unmap unmap = {NULL, unmap_uri};

/* ---- files ---- */

static void *read_all(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file) die("cannot read", path);
    fseek(file, 0, SEEK_END);
    *size = (size_t) ftell(file);
    rewind(file);
    char *bytes = calloc(1, *size + 1);
    if (fread(bytes, 1, *size, file) != *size) die("cannot read", path);
    fclose(file);
    return bytes;
}

static void write_all(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, size, file) != size) die("cannot write", path);
    fclose(file);
}

/* ---- settings ---- */

typedef struct {
    int count;
    const char *all[MOST_SETTINGS];
} settings;

static const char *setting(const settings *asked, const char *name, int nth)
{
    size_t length = strlen(name);
    for (int i = 0; i < asked->count; i++)
        if (strncmp(asked->all[i], name, length) == 0 && asked->all[i][length] == '=' && nth-- == 0)
            return asked->all[i] + length + 1;
    return NULL;
}

/* ---- a plug-in with its ports ---- */

typedef struct {
    const LilvPlugin *plugin;
    LilvInstance *instance;
    double rate;
    uint32_t ports;
    float controls[MOST_PORTS];
    uint32_t audio_in[8], audio_out[8], keys[8];
    uint32_t ins, outs, key_count;
    int32_t atom_port;
    uint64_t atoms[512];
} opened;

static LilvWorld *world;
static LilvNode *audio_class, *control_class, *input_class, *output_class, *sidechain_property, *atom_class;

static void load_bundle(const char *folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/", folder);
    LilvNode *node = lilv_new_file_uri(world, NULL, path);
    lilv_world_load_bundle(world, node);
    lilv_node_free(node);
}

static void open_world(const char *bundle)
{
    world = lilv_world_new();
    load_bundle("/usr/lib/lv2/core.lv2"); /* knows the classes of plug-ins */
    lilv_world_load_specifications(world);
    lilv_world_load_plugin_classes(world);
    load_bundle(bundle);
    audio_class = lilv_new_uri(world, LV2_CORE__AudioPort);
    control_class = lilv_new_uri(world, LV2_CORE__ControlPort);
    input_class = lilv_new_uri(world, LV2_CORE__InputPort);
    output_class = lilv_new_uri(world, LV2_CORE__OutputPort);
    atom_class = lilv_new_uri(world, LV2_ATOM__AtomPort);
    sidechain_property = lilv_new_uri(world, LV2_CORE_PREFIX "isSideChain");
}

static const LilvPlugin *find(const char *uri)
{
    LilvNode *node = lilv_new_uri(world, uri);
    const LilvPlugin *plugin = lilv_plugins_get_by_uri(lilv_world_get_all_plugins(world), node);
    lilv_node_free(node);
    if (!plugin) die("no such plug-in", uri);
    return plugin;
}

static bool is_a(const opened *host, uint32_t port, const LilvNode *class)
{
    return lilv_port_is_a(host->plugin, lilv_plugin_get_port_by_index(host->plugin, port), class);
}

static void sort_ports(opened *host)
{
    host->ports = lilv_plugin_get_num_ports(host->plugin);
    if (host->ports > MOST_PORTS) die("too many ports", "");
    host->atom_port = -1;
    lilv_plugin_get_port_ranges_float(host->plugin, NULL, NULL, host->controls);
    for (uint32_t i = 0; i < host->ports; i++) {
        const LilvPort *port = lilv_plugin_get_port_by_index(host->plugin, i);
        if (is_a(host, i, atom_class)) host->atom_port = (int32_t) i;
        if (!is_a(host, i, audio_class)) continue;
        if (is_a(host, i, output_class)) host->audio_out[host->outs++] = i;
        else if (lilv_port_has_property(host->plugin, port, sidechain_property)) host->keys[host->key_count++] = i;
        else host->audio_in[host->ins++] = i;
    }
}

static opened *open_plugin(const char *uri, double rate, bool bare)
{
    static int32_t longest = 8192;
    opened *host = calloc(1, sizeof *host);
    LV2_Options_Option options[] = {
        {LV2_OPTIONS_INSTANCE, 0, map_uri(NULL, LV2_BUF_SIZE__maxBlockLength), sizeof longest,
            map_uri(NULL, LV2_ATOM__Int), &longest},
        {LV2_OPTIONS_INSTANCE, 0, 0, 0, 0, NULL},
    };
    const LV2_Feature features[] = {
        {LV2_URID__map, &map}, {LV2_URID__unmap, &unmap}, {LV2_OPTIONS__options, options},
        {LV2_BUF_SIZE__boundedBlockLength, NULL},
    };
    const LV2_Feature *all[] = {&features[0], &features[1], &features[2], &features[3], NULL};
    const LV2_Feature *none[] = {NULL};
    host->plugin = find(uri);
    host->rate = rate;
    sort_ports(host);
    host->instance = lilv_plugin_instantiate(host->plugin, rate, bare ? none : all);
    if (!host->instance) die("cannot instantiate", uri);
    return host;
}

static void close_plugin(opened *host)
{
    lilv_instance_free(host->instance);
    free(host);
}

static void connect_controls(opened *host)
{
    for (uint32_t i = 0; i < host->ports; i++)
        if (is_a(host, i, control_class)) lilv_instance_connect_port(host->instance, i, &host->controls[i]);
}

static uint32_t port_of(const opened *host, const char *symbol)
{
    LilvNode *node = lilv_new_string(world, symbol);
    const LilvPort *port = lilv_plugin_get_port_by_symbol(host->plugin, node);
    lilv_node_free(node);
    if (!port) die("no such port", symbol);
    return lilv_port_get_index(host->plugin, port);
}

/* "symbol:value" */
static void set_port(opened *host, const char *text)
{
    char symbol[256];
    const char *colon = strchr(text, ':');
    snprintf(symbol, sizeof symbol, "%.*s", (int) (colon - text), text);
    host->controls[port_of(host, symbol)] = strtof(colon + 1, NULL);
}

/* ---- state ---- */

static void set_value(const char *symbol, void *data, const void *value, uint32_t size, uint32_t type)
{
    opened *host = data;
    uint32_t port = port_of(host, symbol);
    if (type == map_uri(NULL, LV2_ATOM__Float) && size == 4) host->controls[port] = *(const float *) value;
    else if (type == map_uri(NULL, LV2_ATOM__Int)) host->controls[port] = (float) *(const int32_t *) value;
    else if (type == map_uri(NULL, LV2_ATOM__Double)) host->controls[port] = (float) *(const double *) value;
    else die("a port's value of unknown type", symbol);
}

static const void *get_value(const char *symbol, void *data, uint32_t *size, uint32_t *type)
{
    opened *host = data;
    *size = sizeof(float);
    *type = map_uri(NULL, LV2_ATOM__Float);
    return &host->controls[port_of(host, symbol)];
}

static void load_preset(opened *host, const char *uri)
{
    LilvNode *node = lilv_new_uri(world, uri);
    lilv_world_load_resource(world, node);
    LilvState *state = lilv_state_new_from_world(world, &map, node);
    if (!state || !lilv_state_get_label(state)) die("no such preset", uri);
    lilv_state_restore(state, host->instance, set_value, host, 0, NULL);
    lilv_state_free(state);
    lilv_node_free(node);
}

static void save_by_lilv(opened *host, const char *folder)
{
    LilvState *state = lilv_state_new_from_instance(host->plugin, host->instance, &map, NULL, NULL, NULL, NULL,
        get_value, host, LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE, NULL);
    if (!state || lilv_state_save(world, &map, &unmap, state, NULL, folder, "state.ttl") != 0)
        die("cannot save a state", folder);
    lilv_state_free(state);
}

static void load_by_lilv(opened *host, const char *folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/state.ttl", folder);
    LilvState *state = lilv_state_new_from_file(world, &map, NULL, path);
    if (!state) die("cannot read a state", path);
    lilv_state_restore(state, host->instance, set_value, host, 0, NULL);
    lilv_state_free(state);
}

typedef struct {
    const void *bytes;
    size_t size;
    uint32_t type;
} kept_value;

static const void *retrieve(LV2_State_Handle handle, uint32_t key, size_t *size, uint32_t *type, uint32_t *flags)
{
    const kept_value *value = handle;
    if (key != map_uri(NULL, "urn:arioso:state")) return NULL;
    *size = value->size;
    *type = value->type;
    *flags = LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE;
    return value->bytes;
}

static LV2_State_Status store(LV2_State_Handle handle, uint32_t key, const void *bytes, size_t size, uint32_t type,
    uint32_t flags)
{
    const char *path = *(const char **) handle;
    if (key != map_uri(NULL, "urn:arioso:state")) die("stored under another key", unmap_uri(NULL, key));
    if (type != map_uri(NULL, LV2_ATOM__String) || ((const char *) bytes)[size - 1])
        die("not stored as a string", path);
    if (flags != (LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE)) die("stored with other flags", path);
    if (path) write_all(path, bytes, size - 1);
    return LV2_STATE_SUCCESS;
}

static const LV2_State_Interface *state_of(const opened *host)
{
    return lilv_instance_get_extension_data(host->instance, LV2_STATE__interface);
}

static LV2_State_Status feed(opened *host, const void *bytes, size_t size, const char *type)
{
    kept_value value = {bytes, size, map_uri(NULL, type)};
    return state_of(host)->restore(lilv_instance_get_handle(host->instance), retrieve, &value, 0, NULL);
}

static LV2_State_Status dump(opened *host, const char *path)
{
    return state_of(host)->save(lilv_instance_get_handle(host->instance), store, &path,
        LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE, NULL);
}

/* ---- rendering ---- */

static void silence_atoms(opened *host)
{
    LV2_Atom_Sequence *sequence = (LV2_Atom_Sequence *) host->atoms;
    *sequence = (LV2_Atom_Sequence) {{sizeof sequence->body, map_uri(NULL, LV2_ATOM__Sequence)}, {0, 0}};
}

/* song=FRAME:BPM:QUARTERS:SPEED where the frame lies in the block. */
static void write_song(opened *host, const settings *asked, uint32_t from, uint32_t frames)
{
    silence_atoms(host);
    LV2_Atom_Forge forge;
    LV2_Atom_Forge_Frame sequence, object;
    lv2_atom_forge_init(&forge, &map);
    lv2_atom_forge_set_buffer(&forge, (uint8_t *) host->atoms, sizeof host->atoms);
    lv2_atom_forge_sequence_head(&forge, &sequence, 0);
    const char *text;
    for (int nth = 0; (text = setting(asked, "song", nth)); nth++) {
        unsigned at;
        double bpm, quarters, speed;
        if (sscanf(text, "%u:%lf:%lf:%lf", &at, &bpm, &quarters, &speed) != 4) die("not a song position", text);
        if (at < from || at >= from + frames) continue;
        lv2_atom_forge_frame_time(&forge, at - from);
        lv2_atom_forge_object(&forge, &object, 0, map_uri(NULL, LV2_TIME__Position));
        lv2_atom_forge_key(&forge, map_uri(NULL, LV2_TIME__frame));
        lv2_atom_forge_long(&forge, (int64_t) rint(quarters * 60 / bpm * host->rate));
        lv2_atom_forge_key(&forge, map_uri(NULL, LV2_TIME__speed));
        lv2_atom_forge_float(&forge, (float) speed);
        lv2_atom_forge_key(&forge, map_uri(NULL, LV2_TIME__bar));
        lv2_atom_forge_long(&forge, (int64_t) floor(quarters / 4));
        lv2_atom_forge_key(&forge, map_uri(NULL, LV2_TIME__barBeat));
        lv2_atom_forge_float(&forge, (float) (quarters - 4 * floor(quarters / 4)));
        lv2_atom_forge_key(&forge, map_uri(NULL, LV2_TIME__beatUnit));
        lv2_atom_forge_int(&forge, 4);
        lv2_atom_forge_key(&forge, map_uri(NULL, LV2_TIME__beatsPerBar));
        lv2_atom_forge_float(&forge, 4);
        lv2_atom_forge_key(&forge, map_uri(NULL, LV2_TIME__beatsPerMinute));
        lv2_atom_forge_float(&forge, (float) bpm);
        lv2_atom_forge_pop(&forge, &object);
    }
    lv2_atom_forge_pop(&forge, &sequence);
}

static void set_what_is_due(opened *host, const settings *asked, uint32_t from, uint32_t frames)
{
    const char *text;
    for (int nth = 0; (text = setting(asked, "at", nth)); nth++) {
        char *rest;
        uint32_t frame = (uint32_t) strtoul(text, &rest, 10);
        if (frame >= from && frame < from + frames) set_port(host, rest + 1);
    }
}

typedef struct {
    float *in, *key, *out;
    uint32_t frames;
} sound;

static uint32_t block_length(const char *block, uint64_t *chance)
{
    if (!block) return 512;
    if (strncmp(block, "random:", 7) != 0) return (uint32_t) strtoul(block, NULL, 10);
    *chance = *chance * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t) (*chance >> 33) % 700;
}

static void render(opened *host, const settings *asked, const sound *sound)
{
    const char *block = setting(asked, "block", 0);
    uint64_t chance = block && strncmp(block, "random:", 7) == 0 ? strtoull(block + 7, NULL, 10) : 0;
    bool in_place = setting(asked, "inplace", 0);
    if (in_place) memcpy(sound->out, sound->in, (size_t) host->ins * sound->frames * sizeof(float));
    for (uint32_t from = 0; from < sound->frames; ) {
        uint32_t frames = block_length(block, &chance);
        if (frames > sound->frames - from) frames = sound->frames - from;
        for (uint32_t c = 0; c < host->ins; c++)
            lilv_instance_connect_port(host->instance, host->audio_in[c],
                (in_place ? sound->out : sound->in) + c * sound->frames + from);
        for (uint32_t c = 0; c < host->outs; c++)
            lilv_instance_connect_port(host->instance, host->audio_out[c], sound->out + c * sound->frames + from);
        for (uint32_t c = 0; c < host->key_count; c++)
            lilv_instance_connect_port(host->instance, host->keys[c],
                sound->key ? sound->key + c * sound->frames + from : NULL);
        if (setting(asked, "song", 0)) write_song(host, asked, from, frames);
        set_what_is_due(host, asked, from, frames);
        lilv_instance_run(host->instance, frames);
        from += frames;
    }
}

static sound read_sound(const opened *host, const settings *asked)
{
    size_t size, key_size;
    sound sound = {0};
    sound.in = read_all(setting(asked, "in", 0), &size);
    sound.frames = (uint32_t) (size / sizeof(float) / host->ins);
    sound.out = calloc((size_t) sound.frames * host->outs, sizeof(float));
    if (setting(asked, "sidechain", 0)) sound.key = read_all(setting(asked, "sidechain", 0), &key_size);
    return sound;
}

static opened *prepared(const char *uri, const settings *asked)
{
    const char *rate = setting(asked, "rate", 0), *text;
    opened *host = open_plugin(uri, rate ? atof(rate) : 48000, setting(asked, "bare", 0));
    if (setting(asked, "load", 0)) load_by_lilv(host, setting(asked, "load", 0));
    if (setting(asked, "preset", 0)) load_preset(host, setting(asked, "preset", 0));
    if (setting(asked, "feed", 0)) {
        size_t size;
        char *bytes = read_all(setting(asked, "feed", 0), &size);
        printf("restore %d\n", feed(host, bytes, size + 1, LV2_ATOM__String));
        free(bytes);
    }
    for (int nth = 0; (text = setting(asked, "set", nth)); nth++) set_port(host, text);
    if (!setting(asked, "late", 0)) connect_controls(host);
    if (setting(asked, "song", 0)) {
        silence_atoms(host);
        lilv_instance_connect_port(host->instance, (uint32_t) host->atom_port, host->atoms);
    }
    lilv_instance_activate(host->instance);
    if (setting(asked, "late", 0)) connect_controls(host);
    return host;
}


static settings settings_of(int count, char **arguments)
{
    settings asked = {0};
    if (count > MOST_SETTINGS) die("too many settings", "");
    for (int i = 0; i < count; i++) asked.all[asked.count++] = arguments[i];
    return asked;
}

#endif
