/* Java's way to the host's main thread: a timer of the host's run loop, or else any later call that comes on it. */
#include "vst3.h"

#include <stdlib.h>
#include <string.h>

enum { PERIOD_MS = 20 };

/* What the run loop holds. It is an object of its own, as hosts keep it for longer than the plug-in. */
struct vst3_timer {
    const vst3_timer_table *table;
    _Atomic uint32_t references;
    vst3_object *object;          /* null when it has gone */
    vst3_unknown *host;           /* where the run loop was found; only compared */
    vst3_run_loop *loop;
};

static int32_t query(void *self, const uint8_t *id, void **object) {
    if (!object) return VST3_INVALID_ARGUMENT;
    *object = NULL;
    if (!id) return VST3_INVALID_ARGUMENT;
    if (memcmp(id, VST3_UNKNOWN_ID, sizeof(vst3_id)) && memcmp(id, VST3_TIMER_ID, sizeof(vst3_id)))
        return VST3_NO_INTERFACE;
    vst3_timer *timer = self;
    timer->table->add_ref(timer);
    *object = timer;
    return VST3_OK;
}

static uint32_t add_ref(void *self) {
    return atomic_fetch_add(&((vst3_timer *) self)->references, 1) + 1;
}

static uint32_t release(void *self) {
    uint32_t left = atomic_fetch_sub(&((vst3_timer *) self)->references, 1) - 1;
    if (left == 0) free(self);
    return left;
}

static void on_timer(void *self) {
    vst3_object *object = ((vst3_timer *) self)->object;
    if (object) vst3_idle(object);
}

static const vst3_timer_table functions = {query, add_ref, release, on_timer};

void vst3_timer_start(vst3_object *object, vst3_unknown *host) {
    if (object->timer) return;
    void *loop = NULL;
    if (host->table->query(host, VST3_RUN_LOOP_ID, &loop) != VST3_OK || !loop) return;
    vst3_timer *timer = calloc(1, sizeof *timer);
    if (timer) {
        *timer = (vst3_timer) {.table = &functions, .references = 1, .object = object, .host = host, .loop = loop};
        if (timer->loop->table->add_timer(loop, timer, PERIOD_MS) == VST3_OK) {
            object->timer = timer;
            object->shared.timed = true;
            return;
        }
        release(timer);
    }
    ((vst3_run_loop *) loop)->table->release(loop);
}

void vst3_timer_stop(vst3_object *object) {
    vst3_timer *timer = object->timer;
    object->timer = NULL;
    object->shared.timed = false;
    if (!timer) return;
    timer->object = NULL;
    timer->loop->table->remove_timer(timer->loop, timer);
    timer->loop->table->release(timer->loop);
    release(timer);
}

void vst3_timer_leave(vst3_object *object, const vst3_unknown *host) {
    if (object->timer && object->timer->host == host) vst3_timer_stop(object);
}

/* What Java does here may lead the host to call again: once is enough. */
void vst3_idle(vst3_object *object) {
    int32_t handle = vst3_handle(object);
    if (handle < 0 || !vst3_java.idle || object->idling) return;
    if (!atomic_exchange(&object->shared.wanted, 0)) return;
    object->idling = true;
    vst3_add_ref(&object->component);
    vst3_java.idle(handle);
    object->idling = false;
    vst3_release(&object->component);
}

void vst3_idle_without_timer(vst3_object *object) {
    if (object->timer || !object->instance) return;
    if (!atomic_load_explicit(&object->shared.wanted, memory_order_relaxed)) return;
    if (pthread_equal(pthread_self(), object->main_thread)) vst3_idle(object);
}
