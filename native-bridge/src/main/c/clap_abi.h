/*
 * The part of the CLAP 1.2 ABI that the shim uses, declared from the public specification
 * (github.com/free-audio/clap). Sizes and offsets are those of 64-bit systems and checked at the end of the file.
 */
#ifndef ARIOSO_CLAP_ABI_H
#define ARIOSO_CLAP_ABI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CLAP_NAME = 256, CLAP_PATH = 1024, CLAP_NO_ID = -1 };

typedef struct {
    uint32_t major, minor, revision;
} clap_version;

#define CLAP_OURS {1, 2, 0}

/* ---- events: every one begins with its header ---- */

typedef struct {
    uint32_t size;
    uint32_t time;              /* frame of the block */
    uint16_t space;             /* 0 for CLAP's own */
    uint16_t type;
    uint32_t flags;
} clap_event;

enum clap_event_type {
    CLAP_PARAM_VALUE = 5, CLAP_PARAM_MOD = 6, CLAP_GESTURE_BEGIN = 7, CLAP_GESTURE_END = 8, CLAP_TRANSPORT = 9,
};

typedef struct {
    clap_event header;
    uint32_t parameter;
    void *cookie;
    int32_t note;
    int16_t port, channel, key;
    double value;
} clap_value_event;

typedef struct {
    clap_event header;
    uint32_t parameter;
} clap_gesture_event;

enum clap_transport_flags {
    CLAP_HAS_TEMPO = 1, CLAP_HAS_BEATS = 2, CLAP_HAS_SECONDS = 4, CLAP_HAS_SIGNATURE = 8, CLAP_PLAYING = 16,
    CLAP_RECORDING = 32,
};

/* Beats and seconds are fixed-point numbers of this many parts. */
#define CLAP_PARTS 2147483648.0

typedef struct {
    clap_event header;
    uint32_t flags;
    int64_t beats, seconds;     /* the position in the song */
    double tempo, tempo_increment;
    int64_t loop_start_beats, loop_end_beats, loop_start_seconds, loop_end_seconds;
    int64_t bar_start;          /* beats */
    int32_t bar;
    uint16_t numerator, denominator;
} clap_transport;

typedef struct clap_input_events {
    void *context;
    uint32_t (*size)(const struct clap_input_events *);
    const clap_event *(*get)(const struct clap_input_events *, uint32_t index);
} clap_input_events;

typedef struct clap_output_events {
    void *context;
    bool (*try_push)(const struct clap_output_events *, const clap_event *);
} clap_output_events;

/* ---- one block ---- */

typedef struct {
    float **data32;
    double **data64;
    uint32_t channels;
    uint32_t latency;
    uint64_t constant_mask;     /* one bit a channel: all its samples are the same */
} clap_audio;

typedef struct {
    int64_t steady_time;
    uint32_t frames;
    const clap_transport *transport;
    const clap_audio *inputs;
    clap_audio *outputs;
    uint32_t input_count, output_count;
    const clap_input_events *in;
    const clap_output_events *out;
} clap_block;

enum clap_status { CLAP_ERROR = 0, CLAP_CONTINUE = 1 };

/* ---- the host ---- */

typedef struct clap_host {
    clap_version version;
    void *data;
    const char *name, *vendor, *url, *release;
    const void *(*get_extension)(const struct clap_host *, const char *id);
    void (*request_restart)(const struct clap_host *);
    void (*request_process)(const struct clap_host *);
    void (*request_callback)(const struct clap_host *);
} clap_host;

typedef struct {
    void (*log)(const clap_host *, int32_t severity, const char *);
} clap_host_log;

enum { CLAP_LOG_WARNING = 2, CLAP_LOG_ERROR = 3 };

typedef struct {
    void (*changed)(const clap_host *);
} clap_host_changed;            /* of clap.latency and clap.tail alike */

enum { CLAP_RESCAN_VALUES = 1 };

typedef struct {
    void (*rescan)(const clap_host *, uint32_t flags);
    void (*clear)(const clap_host *, uint32_t parameter, uint32_t flags);
    void (*request_flush)(const clap_host *);
} clap_host_params;

typedef struct {
    void (*on_error)(const clap_host *, uint32_t kind, const char *location, const char *key, int32_t os_error,
        const char *message);
    void (*loaded)(const clap_host *, uint32_t kind, const char *location, const char *key);
} clap_host_preset_load;

/* ---- the plug-in ---- */

typedef struct {
    clap_version version;
    const char *id, *name, *vendor, *url, *manual_url, *support_url, *release, *description;
    const char *const *features;
} clap_descriptor;

typedef struct clap_plugin {
    const clap_descriptor *descriptor;
    void *data;
    bool (*init)(const struct clap_plugin *);
    void (*destroy)(const struct clap_plugin *);
    bool (*activate)(const struct clap_plugin *, double rate, uint32_t min_frames, uint32_t max_frames);
    void (*deactivate)(const struct clap_plugin *);
    bool (*start_processing)(const struct clap_plugin *);
    void (*stop_processing)(const struct clap_plugin *);
    void (*reset)(const struct clap_plugin *);
    int32_t (*process)(const struct clap_plugin *, const clap_block *);
    const void *(*get_extension)(const struct clap_plugin *, const char *id);
    void (*on_main_thread)(const struct clap_plugin *);
} clap_plugin;

typedef struct clap_factory {
    uint32_t (*count)(const struct clap_factory *);
    const clap_descriptor *(*descriptor)(const struct clap_factory *, uint32_t index);
    const clap_plugin *(*create)(const struct clap_factory *, const clap_host *, const char *id);
} clap_factory;

typedef struct {
    clap_version version;
    bool (*init)(const char *path);
    void (*deinit)(void);
    const void *(*get_factory)(const char *id);
} clap_plugin_entry;

/* ---- extensions ---- */

enum { CLAP_PORT_MAIN = 1 };

typedef struct {
    uint32_t id;
    char name[CLAP_NAME];
    uint32_t flags, channels;
    const char *type;
    uint32_t in_place_pair;
} clap_port;

typedef struct {
    uint32_t (*count)(const clap_plugin *, bool input);
    bool (*get)(const clap_plugin *, uint32_t index, bool input, clap_port *);
} clap_audio_ports;

typedef struct {
    uint32_t id;
    char name[CLAP_NAME];
    uint32_t inputs, outputs;
    bool has_main_input;
    uint32_t main_input_channels;
    const char *main_input_type;
    bool has_main_output;
    uint32_t main_output_channels;
    const char *main_output_type;
} clap_ports_config;

typedef struct {
    uint32_t (*count)(const clap_plugin *);
    bool (*get)(const clap_plugin *, uint32_t index, clap_ports_config *);
    bool (*select)(const clap_plugin *, uint32_t id);
} clap_audio_ports_config;

typedef struct {
    uint32_t (*current)(const clap_plugin *);
    bool (*get)(const clap_plugin *, uint32_t id, uint32_t index, bool input, clap_port *);
} clap_audio_ports_config_info;

typedef struct {
    bool input;
    uint32_t index, channels;
    const char *type;
    const void *details;
} clap_port_request;

typedef struct {
    bool (*can_apply)(const clap_plugin *, const clap_port_request *, uint32_t count);
    bool (*apply)(const clap_plugin *, const clap_port_request *, uint32_t count);
} clap_configurable_audio_ports;

enum { CLAP_PARAM_READONLY = 8 };

typedef struct {
    uint32_t id, flags;
    void *cookie;
    char name[CLAP_NAME], module[CLAP_PATH];
    double minimum, maximum, initial;
} clap_param;

typedef struct {
    uint32_t (*count)(const clap_plugin *);
    bool (*get_info)(const clap_plugin *, uint32_t index, clap_param *);
    bool (*get_value)(const clap_plugin *, uint32_t id, double *);
    bool (*value_to_text)(const clap_plugin *, uint32_t id, double, char *, uint32_t capacity);
    bool (*text_to_value)(const clap_plugin *, uint32_t id, const char *, double *);
    void (*flush)(const clap_plugin *, const clap_input_events *, const clap_output_events *);
} clap_params;

typedef struct clap_istream {
    void *context;
    int64_t (*read)(const struct clap_istream *, void *, uint64_t size);
} clap_istream;

typedef struct clap_ostream {
    void *context;
    int64_t (*write)(const struct clap_ostream *, const void *, uint64_t size);
} clap_ostream;

typedef struct {
    bool (*save)(const clap_plugin *, const clap_ostream *);
    bool (*load)(const clap_plugin *, const clap_istream *);
} clap_state;

typedef struct {
    bool (*save)(const clap_plugin *, const clap_ostream *, uint32_t context);
    bool (*load)(const clap_plugin *, const clap_istream *, uint32_t context);
} clap_state_context;

typedef struct {
    uint32_t (*get)(const clap_plugin *);
} clap_frames;                  /* clap.latency and clap.tail alike */

typedef struct {
    bool (*has_hard_realtime_requirement)(const clap_plugin *);
    bool (*set)(const clap_plugin *, int32_t mode);
} clap_render;

enum clap_location { CLAP_LOCATION_FILE = 0, CLAP_LOCATION_PLUGIN = 1 };

typedef struct {
    bool (*from_location)(const clap_plugin *, uint32_t kind, const char *location, const char *key);
} clap_preset_load;

typedef struct {
    char section[CLAP_NAME];
    uint32_t id;
    char name[CLAP_NAME];
    uint32_t parameters[8];
    bool of_preset;
} clap_remote_page;

typedef struct {
    uint32_t (*count)(const clap_plugin *);
    bool (*get)(const clap_plugin *, uint32_t index, clap_remote_page *);
} clap_remote_controls;

typedef struct {
    void (*set_mapping)(const clap_plugin *, uint32_t id, bool has, const void *color, const char *label,
        const char *description);
    void (*set_automation)(const clap_plugin *, uint32_t id, uint32_t state, const void *color);
} clap_param_indication;

typedef struct {
    const char *api;
    uintptr_t handle;
} clap_window;

typedef struct {
    bool horizontally, vertically, keep_aspect;
    uint32_t aspect_width, aspect_height;
} clap_resize_hints;

typedef struct {
    bool (*is_api_supported)(const clap_plugin *, const char *api, bool floating);
    bool (*get_preferred_api)(const clap_plugin *, const char **api, bool *floating);
    bool (*create)(const clap_plugin *, const char *api, bool floating);
    void (*destroy)(const clap_plugin *);
    bool (*set_scale)(const clap_plugin *, double);
    bool (*get_size)(const clap_plugin *, uint32_t *width, uint32_t *height);
    bool (*can_resize)(const clap_plugin *);
    bool (*get_resize_hints)(const clap_plugin *, clap_resize_hints *);
    bool (*adjust_size)(const clap_plugin *, uint32_t *width, uint32_t *height);
    bool (*set_size)(const clap_plugin *, uint32_t width, uint32_t height);
    bool (*set_parent)(const clap_plugin *, const clap_window *);
    bool (*set_transient)(const clap_plugin *, const clap_window *);
    void (*suggest_title)(const clap_plugin *, const char *);
    bool (*show)(const clap_plugin *);
    bool (*hide)(const clap_plugin *);
} clap_gui;

/* ---- preset discovery ---- */

typedef struct {
    const char *abi, *id;
} clap_universal_id;

typedef struct clap_preset_receiver {
    void *data;
    void (*on_error)(const struct clap_preset_receiver *, int32_t os_error, const char *message);
    bool (*begin_preset)(const struct clap_preset_receiver *, const char *name, const char *key);
    void (*add_plugin_id)(const struct clap_preset_receiver *, const clap_universal_id *);
    void (*set_soundpack_id)(const struct clap_preset_receiver *, const char *);
    void (*set_flags)(const struct clap_preset_receiver *, uint32_t);
    void (*add_creator)(const struct clap_preset_receiver *, const char *);
    void (*set_description)(const struct clap_preset_receiver *, const char *);
    void (*set_timestamps)(const struct clap_preset_receiver *, uint64_t created, uint64_t modified);
    void (*add_feature)(const struct clap_preset_receiver *, const char *);
    void (*add_extra_info)(const struct clap_preset_receiver *, const char *key, const char *value);
} clap_preset_receiver;

enum { CLAP_FACTORY_CONTENT = 1 };

typedef struct {
    uint32_t flags;
    const char *name;
    uint32_t kind;
    const char *path;
} clap_preset_location;

typedef struct clap_preset_indexer {
    clap_version version;
    const char *name, *vendor, *url, *release;
    void *data;
    bool (*declare_filetype)(const struct clap_preset_indexer *, const void *);
    bool (*declare_location)(const struct clap_preset_indexer *, const clap_preset_location *);
    bool (*declare_soundpack)(const struct clap_preset_indexer *, const void *);
    const void *(*get_extension)(const struct clap_preset_indexer *, const char *id);
} clap_preset_indexer;

typedef struct {
    clap_version version;
    const char *id, *name, *vendor;
} clap_provider_descriptor;

typedef struct clap_preset_provider {
    const clap_provider_descriptor *descriptor;
    void *data;
    bool (*init)(const struct clap_preset_provider *);
    void (*destroy)(const struct clap_preset_provider *);
    bool (*get_metadata)(const struct clap_preset_provider *, uint32_t kind, const char *location,
        const clap_preset_receiver *);
    const void *(*get_extension)(const struct clap_preset_provider *, const char *id);
} clap_preset_provider;

typedef struct clap_preset_factory {
    uint32_t (*count)(const struct clap_preset_factory *);
    const clap_provider_descriptor *(*descriptor)(const struct clap_preset_factory *, uint32_t index);
    const clap_preset_provider *(*create)(const struct clap_preset_factory *, const clap_preset_indexer *,
        const char *id);
} clap_preset_factory;

#define CLAP_SIZE(type, size) _Static_assert(sizeof(type) == (size), #type)
#define CLAP_AT(type, member, offset) _Static_assert(offsetof(type, member) == (offset), #type "." #member)

CLAP_SIZE(clap_plugin_entry, 40);
CLAP_AT(clap_plugin_entry, init, 16);
CLAP_SIZE(clap_factory, 24);
CLAP_SIZE(clap_descriptor, 88);
CLAP_AT(clap_descriptor, id, 16);
CLAP_AT(clap_descriptor, description, 72);
CLAP_AT(clap_descriptor, features, 80);
CLAP_SIZE(clap_plugin, 96);
CLAP_AT(clap_plugin, data, 8);
CLAP_AT(clap_plugin, process, 72);
CLAP_AT(clap_plugin, on_main_thread, 88);
CLAP_SIZE(clap_host, 88);
CLAP_AT(clap_host, get_extension, 56);
CLAP_AT(clap_host, request_callback, 80);
CLAP_SIZE(clap_block, 64);
CLAP_AT(clap_block, frames, 8);
CLAP_AT(clap_block, transport, 16);
CLAP_AT(clap_block, input_count, 40);
CLAP_AT(clap_block, in, 48);
CLAP_SIZE(clap_audio, 32);
CLAP_AT(clap_audio, constant_mask, 24);
CLAP_SIZE(clap_event, 16);
CLAP_AT(clap_event, type, 10);
CLAP_SIZE(clap_value_event, 56);
CLAP_AT(clap_value_event, parameter, 16);
CLAP_AT(clap_value_event, cookie, 24);
CLAP_AT(clap_value_event, key, 40);
CLAP_AT(clap_value_event, value, 48);
CLAP_SIZE(clap_gesture_event, 20);
CLAP_SIZE(clap_transport, 104);
CLAP_AT(clap_transport, beats, 24);
CLAP_AT(clap_transport, tempo, 40);
CLAP_AT(clap_transport, bar_start, 88);
CLAP_AT(clap_transport, bar, 96);
CLAP_AT(clap_transport, numerator, 100);
CLAP_SIZE(clap_port, 288);
CLAP_AT(clap_port, channels, 264);
CLAP_AT(clap_port, type, 272);
CLAP_AT(clap_port, in_place_pair, 280);
CLAP_SIZE(clap_ports_config, 304);
CLAP_AT(clap_ports_config, has_main_input, 268);
CLAP_AT(clap_ports_config, main_output_type, 296);
CLAP_SIZE(clap_port_request, 32);
CLAP_AT(clap_port_request, type, 16);
CLAP_SIZE(clap_param, 1320);
CLAP_AT(clap_param, name, 16);
CLAP_AT(clap_param, module, 272);
CLAP_AT(clap_param, minimum, 1296);
CLAP_SIZE(clap_remote_page, 552);
CLAP_AT(clap_remote_page, parameters, 516);
CLAP_SIZE(clap_window, 16);
CLAP_SIZE(clap_resize_hints, 12);
CLAP_SIZE(clap_gui, 120);
CLAP_SIZE(clap_preset_location, 32);
CLAP_AT(clap_preset_location, path, 24);
CLAP_SIZE(clap_preset_indexer, 88);
CLAP_AT(clap_preset_indexer, declare_location, 64);
CLAP_SIZE(clap_preset_receiver, 88);
CLAP_SIZE(clap_preset_provider, 48);

#endif
