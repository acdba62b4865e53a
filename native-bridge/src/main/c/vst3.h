/*
 * What the files of VST3 share. Component, processor and controller are one object with a face for each interface.
 *
 * vst3.c            entry points and factory
 * vst3_component.c  the object: its life, references, buses
 * vst3_processor.c  audio thread
 * vst3_queues.c     parameter changes of a block
 * vst3_controller.c parameters and programs; most of it is Java's
 * vst3_view.c       the editor's window
 * vst3_timer.c      how Java gets at the host's main thread
 *
 * The tables that hosts see are constant and stay in C, which checks pointers and whether there is a Java to ask. Java
 * writes its functions into vst3_java.
 */
#ifndef ARIOSO_VST3_H
#define ARIOSO_VST3_H

#include "shim.h"
#include "vst3_abi.h"

#include <pthread.h>
#include <stdatomic.h>

/* What Java does, in the order in which io.arioso.bridge.vst3.Vst3Format writes it. The first argument is the
   instance's handle, never negative. All pointers are checked. Null until Java runs. [main thread] */
typedef struct {
    int32_t (*set_state)(int32_t handle, void *stream);
    int32_t (*get_state)(int32_t handle, void *stream);
    int32_t (*supports)(int32_t handle, int32_t channels, int32_t sidechain_channels);
    int32_t (*parameter_count)(int32_t handle);
    int32_t (*parameter_info)(int32_t handle, int32_t index, vst3_parameter_info *info);
    int32_t (*text_of)(int32_t handle, int32_t id, double normalized, vst3_char *text);
    int32_t (*value_of)(int32_t handle, int32_t id, const vst3_char *text, double *normalized);
    double (*to_plain)(int32_t handle, int32_t id, double normalized);
    double (*to_normalized)(int32_t handle, int32_t id, double plain);
    double (*get)(int32_t handle, int32_t id);
    int32_t (*set)(int32_t handle, int32_t id, double normalized);
    int32_t (*unit_count)(int32_t handle);
    int32_t (*unit_info)(int32_t handle, int32_t index, vst3_unit_info *info);
    int32_t (*program_count)(int32_t handle);
    int32_t (*program_name)(int32_t handle, int32_t program, vst3_char *name);
    void (*idle)(int32_t handle);
    int32_t (*view_possible)(int32_t handle);
    int32_t (*view_attach)(int32_t handle, void *view, void *parent_window);
    int32_t (*view_remove)(int32_t handle, void *view);
    int32_t (*view_size)(int32_t handle, void *view, vst3_rectangle *size);
    int32_t (*view_resized)(int32_t handle, void *view, const vst3_rectangle *size);
    int32_t (*view_constrain)(int32_t handle, void *view, vst3_rectangle *size);
    int32_t (*view_frame)(int32_t handle, void *view, void *frame);
    int32_t (*view_scale)(int32_t handle, void *view, double factor);
    int32_t (*view_gone)(int32_t handle, void *view);
} vst3_java_table;

extern vst3_java_table vst3_java;

/* The parameter that chooses a program; io.arioso.bridge.vst3.Programs has the same. */
enum { VST3_PROGRAM_KEY = 0x7067726D, VST3_PROGRAM_LIST = 1 };

/* What Java reads and writes of an object without asking: its face. */
typedef struct {
    _Atomic int32_t wanted;        /*  0  Java wants idle to be called on the main thread */
    _Atomic int32_t active;        /*  4  the processor takes values from blocks, not from the controller */
    vst3_unknown *handler;         /*  8  the host's component handler, or null */
    _Atomic double program;        /* 16  a program, normalized, that another thread has asked for; -1: none */
    _Atomic int32_t timed;         /* 24  a timer of the host calls idle; else any later call does */
} vst3_shared;

typedef struct vst3_object vst3_object;

/* What a host's pointer points to. */
typedef struct {
    const void *table;
    vst3_object *owner;
} vst3_face;

/* Most values a block may bring; of more, each parameter's last ones count. */
enum { VST3_VALUES = 4096, VST3_KEPT = 1024 };

typedef struct vst3_timer vst3_timer;

struct vst3_object {
    vst3_shared shared;
    vst3_face component, processor, requirements, controller, controller2, connection, units;
    _Atomic uint32_t references;
    atomic_flag busy;              /* held while a block is rendered or the instance changes under it */
    const shim_effect *effect;
    shim_instance *instance;       /* null until initialized */
    pthread_t main_thread;         /* that which initialized it */
    bool idling;
    vst3_unknown *peer;            /* the other end of the host's connection */
    vst3_timer *timer;             /* while a run loop calls it */

    vst3_setup setup;
    int32_t channels;              /* of the main buses: 1 or 2 */
    int32_t sidechain_channels;    /* of the host's side-chain bus: 1 or channels */
    bool sidechain_on, active, sounded;
    _Atomic uint32_t latency, tail; /* as last known while active */

    int32_t value_count;           /* of the block that is rendered */
    shim_event values[VST3_VALUES], merged[VST3_VALUES];
    int32_t kept_count;            /* values that came while there was no processor to take them */
    shim_event kept[VST3_KEPT];
};

static inline vst3_object *vst3_owner(void *face) {
    return ((vst3_face *) face)->owner;
}

/* The handle by which Java knows it; -1 if Java does not. */
static inline int32_t vst3_handle(const vst3_object *object) {
    return object->instance ? object->instance->handle : -1;
}

/* vst3_component.c */
/* A new object with one reference; null without memory. */
vst3_object *vst3_object_new(const shim_effect *effect);
int32_t vst3_query(void *face, const uint8_t *id, void **object);
uint32_t vst3_add_ref(void *face);
uint32_t vst3_release(void *face);
int32_t vst3_initialize(void *face, vst3_unknown *host);
int32_t vst3_terminate(void *face);
/* The host that the factory was given, or null. */
vst3_unknown *vst3_factory_host(void);
void vst3_text_from_utf8(vst3_char *text, int32_t capacity, const char *utf8);

/* The tables of the faces. */
extern const vst3_processor_table vst3_processor_functions;
extern const vst3_requirements_table vst3_requirements_functions;
extern const vst3_controller_table vst3_controller_functions;
extern const vst3_controller2_table vst3_controller2_functions;
extern const vst3_units_table vst3_units_functions;

/* vst3_queues.c: reads a block's changes, in clamped order of frames, into object->values. [audio thread] */
void vst3_read_changes(vst3_object *object, vst3_changes *changes, int32_t frames);
/* Keeps the values just read until vst3_apply_kept. [audio thread] */
void vst3_keep_values(vst3_object *object);
/* Hands kept values on to Java, while inactive. [main thread] */
void vst3_apply_kept(vst3_object *object);
/* Writes an event of Java into the host's changes. [audio thread] */
void vst3_write_change(void *changes, const shim_event *event);

/* vst3_processor.c */
void vst3_lock(vst3_object *object);
void vst3_unlock(vst3_object *object);
/* Reads latency and tail, which hosts ask for at any time. */
void vst3_read_times(vst3_object *object);

/* vst3_view.c */
void *vst3_view_new(vst3_object *object);

/* vst3_timer.c: looks for a run loop behind a host's object, and has Java called by it from now on. */
void vst3_timer_start(vst3_object *object, vst3_unknown *host);
void vst3_timer_stop(vst3_object *object);
/* Stops using a run loop that was found behind this object of the host. */
void vst3_timer_leave(vst3_object *object, const vst3_unknown *host);
/* Lets Java do what waits for the main thread, if this is it. */
void vst3_idle(vst3_object *object);
/* The same where no run loop does it. */
void vst3_idle_without_timer(vst3_object *object);

#endif
