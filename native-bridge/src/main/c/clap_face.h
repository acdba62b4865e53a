/*
 * One instance as CLAP sees it, and the tables through which Java joins in.
 *
 * clap.c          entry, factory, and the presets for the DAW's browser: all out of the bundle's table
 * clap_plugin.c   an instance's life, its extensions, and what it can do without Java
 * clap_ports.c    audio ports and layouts
 * clap_process.c  the audio thread: blocks, events, transport
 */
#ifndef ARIOSO_CLAP_FACE_H
#define ARIOSO_CLAP_FACE_H

#include "clap_abi.h"
#include "shim.h"

/* Longer blocks are cut; the sound does not depend on it. */
enum { CLAP_LONGEST_BLOCK = 16384 };

typedef struct {
    clap_plugin plugin;          /* first: the pointer that the DAW holds; its data is the shim_instance */
    int32_t layouts;             /* bit n: it works with n channels; Java narrows it when the instance is made */
    int32_t channels;            /* of the layout that is chosen */
    const clap_host *host;
    const shim_effect *effect;
    shim_instance *shim;         /* null before init */
    bool active, offline;
    uint32_t latency, tail;      /* as the host last heard */
    const clap_host_changed *host_tail;
    void *kept;                  /* without Java: the state that the host loaded, to be saved as it is */
    uint64_t kept_size;
    _Atomic bool lost;                   /* an event for the host did not fit: it must read all values again */
    const clap_output_events *out;  /* of the block being rendered, and the frame at which the cut begins */
    uint32_t out_start;
    double rate;
    shim_event events[SHIM_EVENTS];
} clap_face;

_Static_assert(offsetof(clap_face, layouts) == 96, "io.arioso.bridge.clap.ClapFace writes it");

static inline clap_face *clap_face_of(const clap_plugin *plugin) {
    return (clap_face *) plugin;
}

/* Whether Java is behind this instance. */
static inline bool clap_has_java(const clap_face *face) {
    return face->shim && face->shim->handle >= 0;
}

/*
 * What Java implements, in the order of io.arioso.bridge.clap.Slot. Only instances that Java knows come here:
 * get_extension hands the others what clap_plugin.c can do alone.
 */
typedef struct {
    clap_params params;          /* flush is C's */
    clap_state state;
    clap_state_context state_context;
    clap_remote_controls remote_controls;
    clap_gui gui;
    void (*on_main_thread)(const clap_plugin *);
    /* Takes a factory preset over; its number counts in the table's order. */
    bool (*load_preset)(const clap_plugin *, int32_t number);
    /* Takes a preset file over. */
    bool (*load_file)(const clap_plugin *, const char *path);
    /* Takes events over while no audio runs and answers with the user's edits: how many, at most SHIM_EVENTS. */
    int32_t (*exchange)(const clap_plugin *, shim_event *events, int32_t count);
} clap_java;

_Static_assert(sizeof(clap_java) == 31 * sizeof(void *), "io.arioso.bridge.clap.Slot counts them");

extern clap_java clap_java_tables;

/* clap_plugin.c */
const clap_plugin *clap_make(const clap_descriptor *, const shim_effect *, const clap_host *);
void clap_log(const clap_face *, int32_t severity, const char *text);

/* clap_ports.c */
extern const clap_audio_ports clap_ports_table;
extern const clap_audio_ports_config clap_config_table;
extern const clap_audio_ports_config_info clap_config_info_table;
extern const clap_configurable_audio_ports clap_configurable_table;

/* clap_process.c */
int32_t clap_process(const clap_plugin *, const clap_block *);
void clap_flush(const clap_plugin *, const clap_input_events *, const clap_output_events *);

#endif
