/*
 * What the files of the LV2 format share. lv2.c: entry, ports and audio; lv2_time.c: where the song is;
 * lv2_state.c: save and restore; lv2ui.c: the editor.
 */
#ifndef ARIOSO_LV2_H
#define ARIOSO_LV2_H

#include "lv2_abi.h"
#include "shim.h"

/* What Java writes its functions over; io.arioso.bridge.lv2.Lv2Format knows the order. Each gets an instance's handle
   or an editor's number and must bear one that it does not know. */
typedef struct {
    /* A parameter by its control number (-1: bypass) takes a plain value. */
    void (*set)(int32_t handle, int32_t control, double value);
    /* Copies the state's document if it fits; returns its size, -1 if there is none. */
    int64_t (*save)(int32_t handle, char *bytes, int64_t capacity);
    /* Takes over a document; false if it is none, then the old state stands. */
    int32_t (*restore)(int32_t handle, const char *bytes, int64_t size);
    /* The size at which an editor begins, width << 32 | height; 0 if no editor is possible. */
    int64_t (*editor_size)(int32_t handle, double scale);
    /* Opens an editor of an instance inside a window, 0 for one of its own; returns its number, -1 if it cannot. */
    int32_t (*editor_open)(int32_t handle, int64_t window, double scale);
    /* What the user did since; returns how many, -1 if the editor is closed. */
    int32_t (*editor_idle)(int32_t editor, void *edits, int32_t capacity);
    /* A port's value as the DAW tells it, by control number, meters behind the controls. */
    void (*editor_port)(int32_t editor, int32_t control, double value);
    void (*editor_resize)(int32_t editor, int32_t width, int32_t height);
    void (*editor_show)(int32_t editor, int32_t shown);
    void (*editor_close)(int32_t editor);
} lv2_java;

extern lv2_java lv2_calls;

/* Where a plug-in's ports are, in the order that io.arioso.bridge.lv2.Lv2Ports writes; see its list. */
typedef struct {
    int32_t channels;
    uint32_t out, sidechain, control, latency, freewheel, enabled, controls, meters, end;
} lv2_layout;

lv2_layout lv2_layout_of(const shim_effect *, bool mono);
/* The effect of a plug-in's URI, null if it is not in the bundle. */
const shim_effect *lv2_effect_of(const char *uri, bool *mono);
/* The data of a host's feature, null if it has none. */
void *lv2_feature_of(const lv2_feature *const *features, const char *uri);
/* The value of an option, null if the host does not give it in that type. */
const void *lv2_option_of(const lv2_feature *const *features, const char *uri, const char *type);
/* Tells the host's log, or stderr, why something does not work. */
void lv2_complain(const lv2_feature *const *features, const char *name, const char *why);

/* ---- lv2_time.c ---- */

typedef struct {
    uint32_t sequence, object, blank, resource, Int, Long, Float, Double, string;
    uint32_t position, frame, speed, bar, bar_beat, beat, beat_unit, beats_per_bar, beats_per_minute, state;
} lv2_urids;

typedef struct {
    int32_t flags;           /* enum shim_flags */
    double speed, frame, quarters, bar_start, tempo, beats_per_bar, beat_unit;
} lv2_transport;

/* The first time:Position in a sequence at or behind an event, null if there is none; *frame is its place. */
const lv2_atom_event *lv2_position_in(const lv2_urids *, const lv2_atom *sequence, const lv2_atom_event *after);
void lv2_transport_take(lv2_transport *, const lv2_urids *, const lv2_atom_event *position);
void lv2_transport_move(lv2_transport *, int32_t frames, double rate);
void lv2_transport_show(const lv2_transport *, shim_block *);

/* ---- lv2.c ---- */

typedef struct lv2_plugin {
    /* For Java to fill with defaults when it opens the instance, in this order at the beginning. */
    float *told;             /* what the instance was last told: enabled, then the controls */
    float *measured;         /* meters */

    shim_instance *shim;
    const shim_effect *effect;
    lv2_layout at;
    void **ports;
    shim_event *events;
    float *nowhere;          /* takes what goes to unconnected outputs */
    double rate;
    int32_t max_frames;
    bool active, heard;      /* heard: has rendered since it was activated */
    lv2_urids urids;         /* 0 without urid:map */
    lv2_transport transport;
    char *kept;              /* without Java, the document that a host restored, for it to save again */
    size_t kept_size;
    struct lv2_plugin *next;
} lv2_plugin;

/* The instance that an UI was given by instance-access; null if it is none of ours that lives. [main thread] */
lv2_plugin *lv2_living(void *instance);
/* The control ports that moved since the instance was last told, as events at frame 0; returns how many. */
int32_t lv2_moved(lv2_plugin *);

/* ---- lv2_state.c ---- */

extern const lv2_state lv2_state_interface;

#endif
