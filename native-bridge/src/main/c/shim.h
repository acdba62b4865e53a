/*
 * The shim: what a DAW loads. It answers scans from the bundle's table without Java, starts or joins the one virtual
 * machine when the first instance is made, and carries audio into it: one JNI call a block, nothing allocated.
 *
 * table.c     what is in the bundle
 * find.c      where Java is; report.c tells the command line
 * java.c      starts or joins Java, attaches threads; loaded.c what the process has already, load.c the bridge's class
 * guard.c     keeps the host's signals, locale and floating-point state as they were
 * instance.c  one plug-in instance: its block of shared memory and its calls into Java
 * clap.c vst3.c lv2.c lv2ui.c  the formats: entry points, scan and audio thread
 *
 * The main-thread functions of the formats live in Java (io.arioso.bridge.clap and so on). Each format declares its
 * tables of function pointers once a process, filled with functions that do as little as the format allows: these
 * make a plug-in that passes audio through. When Java runs, its side of the format writes its own functions over them.
 */
#ifndef ARIOSO_SHIM_H
#define ARIOSO_SHIM_H

#include <jni.h>
#include <stdbool.h>
#include <stdint.h>

/* ---- table.c: what the bundle holds; the same file is written by io.arioso.bridge.bundle.BundleTable ---- */

typedef struct {
    const char *load_key;      /* names the preset to Java */
    const char *name;
    const char *description;   /* may be empty */
} shim_preset;

typedef struct {
    const char *id, *name, *vendor, *version, *description;
    const char *const *clap_features;  /* null-terminated */
    const char *vst3_categories;       /* "Fx|EQ" */
    uint8_t vst3_cid[16];
    const char *lv2_uri;               /* the stereo plug-in; the mono one has ":mono" behind it */
    bool sidechain;                    /* whether it takes a side-chain, of as many channels as the main bus */
    int32_t controls;                  /* parameters without bypass: LV2's control ports */
    int32_t meters;
    const shim_preset *presets;
    int32_t preset_count;
} shim_effect;

typedef struct {
    const char *name, *vendor, *version;
    const shim_effect *effects;
    int32_t effect_count;
} shim_table;

/* The table of this bundle, read once; with no effects if it is missing or damaged. [any thread] */
const shim_table *shim_table_of_bundle(void);
/* The folder of table, jars and runtime, without a slash at its end; null if there is none. [any thread] */
const char *shim_resources(void);
/* The effect of that id, or null. [any thread] */
const shim_effect *shim_effect_by_id(const char *id);

/* ---- java.c ---- */

enum shim_format { SHIM_CLAP, SHIM_VST3, SHIM_LV2, SHIM_FORMATS };

/* Each format's tables, for Java to write its functions over: clap.c, vst3.c and lv2.c define one each. */
extern void *const shim_clap_tables, *const shim_vst3_tables, *const shim_lv2_tables;

/* Starts or joins Java, once; true if it runs. [any thread, never audio] */
bool shim_java_start(void);
/* One sentence on why Java does not run, empty if it does or was not tried; says what the user can do. [any thread] */
const char *shim_java_fault(void);
/* Looks for a Java without starting it: the sentence of shim_java_fault, or empty. Cheap enough for a scan. */
const char *shim_java_missing(void);
/* The calling thread's JNI environment, attached as a daemon for the thread's life; null without Java. */
JNIEnv *shim_java_env(void);
/* Writes a line where the user can find it: stderr, prefixed, at most once for each text. */
void shim_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* ---- instance.c ---- */

/* One event, both ways; io.arioso.bridge.AudioBlock reads and writes the same. 24 bytes. */
typedef struct {
    int32_t frame;
    int32_t kind;        /* enum shim_event_kind */
    int32_t parameter;   /* the parameter's key; in LV2 the control's number, meters behind them */
    int32_t unused;
    double value;        /* plain; normalized 0..1 in VST3 */
} shim_event;

enum shim_event_kind { SHIM_VALUE, SHIM_GESTURE_BEGIN, SHIM_GESTURE_END };

/* How many events fit into a block each way; a block with more is cut in two. */
enum { SHIM_EVENTS = 1024 };

enum shim_flags {
    SHIM_PLAYING = 1, SHIM_RECORDING = 2,
    SHIM_HAS_TEMPO = 4, SHIM_HAS_QUARTERS = 8, SHIM_HAS_BAR = 16, SHIM_HAS_SIGNATURE = 32, SHIM_HAS_FRAMES = 64,
    SHIM_HAS_SIDECHAIN = 128, /* the side-chain's planes hold sound; silence is assumed otherwise */
};

/* The head of the memory that an instance shares with Java while it is active. */
typedef struct {
    int32_t frames;               /*   0  to Java: frames of this call, 0 to max_frames */
    int32_t flags;                /*   4  to Java: enum shim_flags */
    int32_t events_in;            /*   8  to Java */
    int32_t events_out;           /*  12  from Java */
    int64_t position_frames;      /*  16  to Java, and so on: the transport at the first frame */
    double position_quarters;     /*  24 */
    double bar_start_quarters;    /*  32 */
    double tempo;                 /*  40  quarter notes a minute */
    int32_t numerator;            /*  48 */
    int32_t denominator;          /*  52 */
    int32_t latency;              /*  56  from Java: frames; constant unless the host was told */
    int32_t tail;                 /*  60  from Java: frames after the input ends, INT32_MAX for ever */
    int32_t max_frames;           /*  64  constant */
    int32_t channels;             /*  68  constant: 1 or 2 */
    int32_t sidechain_channels;   /*  72  constant: 0 or channels */
    int32_t unused[13];
    shim_event in[SHIM_EVENTS];   /* 128 */
    shim_event out[SHIM_EVENTS];
    float audio[];                /* planes of max_frames: main, in place, then side-chain */
} shim_block;

typedef struct shim_instance {
    int32_t handle;               /* Java's number for it, -1 if it has none: audio passes through. First, for Java */
    enum shim_format format;
    const shim_effect *effect;
    void *face;                   /* what the format keeps for it */
    shim_block *block;            /* null while inactive */
    char fault[256];              /* why handle is -1 or the last activation failed, empty otherwise */
} shim_instance;

/* Makes an instance and starts Java if need be. Never null; without Java its handle is -1. [main thread]
   detail is the format's business, handed on to Java as it is. */
shim_instance *shim_open(enum shim_format format, const shim_effect *effect, void *face, int64_t detail);
/* Prepares it. initial events (may be null) are taken over before. False: audio passes through. [main thread] */
bool shim_activate(shim_instance *, double rate, int32_t max_frames, int32_t channels, bool sidechain, bool offline,
    const shim_event *initial, int32_t initial_count);
void shim_deactivate(shim_instance *);
void shim_close(shim_instance *);
/* Forgets all past sound. [audio thread] */
void shim_reset(shim_instance *);

/* Where a format finds its host's buffers and events while shim_process cuts the block. Reused, on the stack. */
typedef struct {
    const float *const *in;       /* channels of the block; null planes are silence */
    float *const *out;            /* may be the same memory as in */
    const float *const *sidechain;/* null if not connected */
    int32_t frames;               /* 0 or more, may be above max_frames */
    const shim_event *events;     /* sorted by frame */
    int32_t event_count;
    /* Takes what Java sends back; frames count from the whole block's start. */
    void (*emit)(void *context, const shim_event *);
    void *emit_context;
} shim_io;

/* Renders a block; the transport fields of the block's head are the caller's to fill for the first frame and are moved
   on where a block is cut. Passes audio through where Java fails or the instance is not active. [audio thread] */
void shim_process(shim_instance *, const shim_io *);

/* ---- guard.c ---- */

/* What starting Java may change in a process, kept and put back. */
typedef struct shim_surroundings shim_surroundings;
shim_surroundings *shim_keep_surroundings(void);
void shim_restore_surroundings(shim_surroundings *);
/* Puts a handler in front of a host's that asks Java first; called when Java runs, at each activation and now
   and then while audio runs. [any thread] */
void shim_guard_signals(void);

#define SHIM_EXPORT __attribute__((visibility("default")))

#endif
