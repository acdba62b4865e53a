/*
 * What a small VST3 host is made of that keeps the standard's thread rules: one main thread with a run loop, an audio
 * thread of its own for each plug-in while it renders. What the plug-in does wrong is counted and printed.
 */
#ifndef ARIOSO_VST3HOST_H
#define ARIOSO_VST3HOST_H

#include <dirent.h>
#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "../../main/c/vst3_abi.h"

enum { GUARD = 32, MOST_TIMERS = 256, MOST_QUEUES = 2048, RESTART_VALUES = 4, RESTART_LATENCY = 8 };

static const vst3_id HOST_ID = VST3_ID(0x58E595CC, 0xDB2D4969, 0x8B6AAF8C, 0x36A664E5);
static const vst3_id HANDLER_ID = VST3_ID(0x93A0BEA3, 0x0BD045DB, 0x8E890B0C, 0xC1E46AC6);

static _Atomic int failures;
static pthread_t main_thread;

static void failed(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    flockfile(stdout);
    printf("FAILED ");
    vprintf(format, arguments);
    printf("\n");
    funlockfile(stdout);
    va_end(arguments);
    failures++;
}

#define EXPECT(condition, ...) do { if (!(condition)) failed(__VA_ARGS__); } while (0)

static inline double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

/* ---- chance: the same numbers for the same seed ---- */

typedef struct {
    uint64_t state;
} chance;

static uint64_t next_number(chance *chance) {
    uint64_t x = chance->state += 0x9e3779b97f4a7c15u;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return x ^ x >> 31;
}

static inline double between(chance *chance, double low, double high) {
    return low + (high - low) * ((next_number(chance) >> 11) * 0x1p-53);
}

/* ---- the host's objects; they live as long as the process, but their references are counted ---- */

static _Atomic int host_references;

static uint32_t host_add_ref(void *self) {
    (void) self;
    host_references++;
    return 2;
}

static uint32_t host_release(void *self) {
    (void) self;
    EXPECT(--host_references >= 0, "an object of the host was released more often than held");
    return 1;
}

static bool is_id(const uint8_t *id, const vst3_id other) {
    return memcmp(id, other, sizeof(vst3_id)) == 0;
}

/* The application and its run loop are two faces of one object. */
static struct {
    const void *application, *loop;
} host;

static int32_t host_query(void *self, const uint8_t *id, void **object) {
    (void) self;
    *object = is_id(id, VST3_RUN_LOOP_ID) ? (void *) &host.loop
        : is_id(id, HOST_ID) || is_id(id, VST3_UNKNOWN_ID) ? (void *) &host.application : NULL;
    if (*object) host_references++;
    return *object ? VST3_OK : VST3_NO_INTERFACE;
}

static int32_t host_name(void *self, vst3_char *name) {
    (void) self;
    for (int i = 0; "Arioso test host"[i]; i++) name[i] = (vst3_char) "Arioso test host"[i], name[i + 1] = 0;
    return VST3_OK;
}

static int32_t host_create(void *self, const uint8_t *cid, const uint8_t *id, void **object) {
    (void) self, (void) cid, (void) id;
    *object = NULL;
    return VST3_NOT_IMPLEMENTED;
}

typedef struct {
    const vst3_timer_table *table;
} timer;

static timer *timers[MOST_TIMERS];

static int32_t no_descriptors(void *self, void *handler, int32_t descriptor) {
    (void) self, (void) handler, (void) descriptor;
    return VST3_NOT_IMPLEMENTED;
}

static int32_t no_removal(void *self, void *handler) {
    (void) self, (void) handler;
    return VST3_NOT_IMPLEMENTED;
}

static int32_t add_timer(void *self, void *handler, uint64_t milliseconds) {
    (void) self;
    EXPECT(milliseconds > 0, "a timer of 0 ms");
    EXPECT(pthread_equal(pthread_self(), main_thread), "a timer was added off the main thread");
    for (int i = 0; i < MOST_TIMERS; i++) if (!timers[i]) {
        timers[i] = handler;
        timers[i]->table->add_ref(handler);
        return VST3_OK;
    }
    return VST3_FALSE;
}

static int32_t remove_timer(void *self, void *handler) {
    (void) self;
    for (int i = 0; i < MOST_TIMERS; i++) if (timers[i] == handler) {
        timers[i] = NULL;
        ((timer *) handler)->table->release(handler);
        return VST3_OK;
    }
    failed("a timer was removed that was not there");
    return VST3_FALSE;
}

/* What a host's main thread does between events. */
static void serve_main_thread(void) {
    for (int i = 0; i < MOST_TIMERS; i++) {
        timer *due = timers[i];
        if (!due) continue;
        due->table->add_ref(due);
        due->table->on_timer(due);
        due->table->release(due);
    }
}

static const struct {
    VST3_UNKNOWN;
    int32_t (*name)(void *self, vst3_char *name);
    int32_t (*create)(void *self, const uint8_t *cid, const uint8_t *id, void **object);
} application_table = {host_query, host_add_ref, host_release, host_name, host_create};

static const vst3_run_loop_table loop_table = {
    host_query, host_add_ref, host_release, no_descriptors, no_removal, add_timer, remove_timer
};

/* Hears what the plug-in tells. */
typedef struct {
    const void *table;
    int begins, edits, ends, restarts;
    int32_t changed;
} handler;

static int32_t handler_query(void *self, const uint8_t *id, void **object) {
    *object = is_id(id, HANDLER_ID) || is_id(id, VST3_UNKNOWN_ID) ? self : NULL;
    if (*object) host_references++;
    return *object ? VST3_OK : VST3_NO_INTERFACE;
}

static int32_t begin_edit(void *self, uint32_t id) {
    (void) id;
    ((handler *) self)->begins++;
    return VST3_OK;
}

static int32_t perform_edit(void *self, uint32_t id, double value) {
    EXPECT(value >= 0 && value <= 1, "parameter %u was edited to %g", id, value);
    ((handler *) self)->edits++;
    return VST3_OK;
}

static int32_t end_edit(void *self, uint32_t id) {
    (void) id;
    ((handler *) self)->ends++;
    return VST3_OK;
}

static int32_t restart(void *self, int32_t changed) {
    EXPECT(pthread_equal(pthread_self(), main_thread), "restartComponent(%d) off the main thread", changed);
    ((handler *) self)->restarts++;
    ((handler *) self)->changed |= changed;
    return VST3_OK;
}

static const struct {
    VST3_UNKNOWN;
    int32_t (*begin)(void *self, uint32_t id);
    int32_t (*perform)(void *self, uint32_t id, double value);
    int32_t (*end)(void *self, uint32_t id);
    int32_t (*restart)(void *self, int32_t changed);
} handler_table = {handler_query, host_add_ref, host_release, begin_edit, perform_edit, end_edit, restart};

/* ---- streams, which give and take a few bytes at a time ---- */

typedef struct {
    const void *table;
    uint8_t *bytes;
    size_t size, position, most;   /* most bytes a call; 0: all, SIZE_MAX: fails */
} stream;

static int32_t stream_query(void *self, const uint8_t *id, void **object) {
    (void) self, (void) id;
    *object = NULL;
    return VST3_NO_INTERFACE;
}

static int32_t stream_read(void *self, void *target, int32_t count, int32_t *done) {
    stream *stream = self;
    size_t size = (size_t) count < stream->size - stream->position ? (size_t) count : stream->size - stream->position;
    if (stream->most && size > stream->most) size = stream->most;
    memcpy(target, stream->bytes + stream->position, size);
    stream->position += size;
    if (done) *done = (int32_t) size;
    return VST3_OK;
}

static int32_t stream_write(void *self, void *source, int32_t count, int32_t *done) {
    stream *stream = self;
    size_t size = (size_t) count;
    if (stream->most == SIZE_MAX) return VST3_INTERNAL_ERROR;
    if (stream->most && size > stream->most) size = stream->most;
    stream->bytes = realloc(stream->bytes, stream->size + size + 1);
    memcpy(stream->bytes + stream->size, source, size);
    stream->size += size;
    if (done) *done = (int32_t) size;
    return VST3_OK;
}

static int32_t stream_seek(void *self, int64_t position, int32_t mode, int64_t *result) {
    stream *stream = self;
    int64_t base = mode == 0 ? 0 : mode == 1 ? (int64_t) stream->position : (int64_t) stream->size;
    if (base + position < 0 || base + position > (int64_t) stream->size) return VST3_INVALID_ARGUMENT;
    stream->position = (size_t) (base + position);
    if (result) *result = (int64_t) stream->position;
    return VST3_OK;
}

static int32_t stream_tell(void *self, int64_t *position) {
    *position = (int64_t) ((stream *) self)->position;
    return VST3_OK;
}

static const struct {
    VST3_UNKNOWN;
    int32_t (*read)(void *self, void *target, int32_t count, int32_t *done);
    int32_t (*write)(void *self, void *source, int32_t count, int32_t *done);
    int32_t (*seek)(void *self, int64_t position, int32_t mode, int64_t *result);
    int32_t (*tell)(void *self, int64_t *position);
} stream_table = {stream_query, host_add_ref, host_release, stream_read, stream_write, stream_seek, stream_tell};

static inline stream stream_of(void *bytes, size_t size) {
    return (stream) {&stream_table, bytes, size, 0, 7};
}

static inline stream read_file(const char *path) {
    stream result = {&stream_table, NULL, 0, 0, 0};
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(2);
    }
    uint8_t chunk[65536];
    for (size_t count; (count = fread(chunk, 1, sizeof chunk, file)) > 0;)
        stream_write(&result, chunk, (int32_t) count, NULL);
    fclose(file);
    return result;
}

static inline void write_file(const char *path, const void *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, size, file) != size || fclose(file)) {
        fprintf(stderr, "cannot write %s\n", path);
        exit(2);
    }
}

/* ---- parameter changes ---- */

typedef struct {
    int32_t frame;
    double value;
} point;

typedef struct {
    const vst3_queue_table *table;
    uint32_t id;
    int32_t count, room;
    point *points;
} queue;

typedef struct {
    const vst3_changes_table *table;
    int32_t count;
    queue queues[MOST_QUEUES];
} changes;

static uint32_t queue_parameter(void *self) {
    return ((queue *) self)->id;
}

static int32_t queue_count(void *self) {
    return ((queue *) self)->count;
}

static int32_t queue_point(void *self, int32_t index, int32_t *frame, double *value) {
    queue *queue = self;
    if (index < 0 || index >= queue->count) return VST3_INVALID_ARGUMENT;
    *frame = queue->points[index].frame;
    *value = queue->points[index].value;
    return VST3_OK;
}

static int32_t queue_add(void *self, int32_t frame, double value, int32_t *index) {
    queue *queue = self;
    if (queue->count == queue->room) {
        queue->room = queue->room ? 2 * queue->room : 16;
        queue->points = realloc(queue->points, (size_t) queue->room * sizeof(point));
    }
    queue->points[queue->count] = (point) {frame, value};
    if (index) *index = queue->count;
    queue->count++;
    return VST3_OK;
}

static const vst3_queue_table queue_table = {
    stream_query, host_add_ref, host_release, queue_parameter, queue_count, queue_point, queue_add
};

static int32_t changes_count(void *self) {
    return ((changes *) self)->count;
}

static vst3_queue *changes_queue(void *self, int32_t index) {
    changes *changes = self;
    return index < 0 || index >= changes->count ? NULL : (vst3_queue *) &changes->queues[index];
}

static vst3_queue *changes_add(void *self, const uint32_t *id, int32_t *index) {
    changes *changes = self;
    int32_t i = 0;
    while (i < changes->count && changes->queues[i].id != *id) i++;
    if (i == MOST_QUEUES) return NULL;
    queue *queue = &changes->queues[i];
    if (i == changes->count) {
        changes->count++;
        queue->table = &queue_table;
        queue->id = *id;
        queue->count = 0;
    }
    if (index) *index = i;
    return (vst3_queue *) queue;
}

static const vst3_changes_table changes_table = {
    stream_query, host_add_ref, host_release, changes_count, changes_queue, changes_add
};

static changes *new_changes(void) {
    changes *made = calloc(1, sizeof *made);
    made->table = &changes_table;
    return made;
}

static inline void add_change(changes *changes, uint32_t id, int32_t frame, double value) {
    queue_add(changes_add(changes, &id, NULL), frame, value, NULL);
}

#endif
