/* The parameter changes of a block: the host's queues, one for each parameter, as one list in order of frames. */
#include "vst3.h"

#include <string.h>

static double limited(double normalized) {
    return normalized < 0 ? 0 : normalized > 1 ? 1 : normalized;
}

/* Appends what one point says; what is not a number says nothing. */
static void add_point(vst3_object *object, vst3_queue *queue, uint32_t parameter, int32_t point, int32_t frames) {
    int32_t frame = 0;
    double value = 0;
    if (queue->table->point(queue, point, &frame, &value) != VST3_OK || value != value) return;
    if (frame >= frames) frame = frames - 1;
    if (frame < 0) frame = 0;
    if (parameter == VST3_PROGRAM_KEY) { /* a program is a matter of the main thread */
        atomic_store(&object->shared.program, limited(value));
        atomic_store(&object->shared.wanted, 1);
        return;
    }
    object->values[object->value_count++] =
        (shim_event) {.frame = frame, .kind = SHIM_VALUE, .parameter = (int32_t) parameter, .value = limited(value)};
}

/* Appends a queue's points, at most so many: if there are more, its first ones and its last. */
static void add_queue(vst3_object *object, vst3_queue *queue, int32_t room, int32_t frames) {
    uint32_t parameter = queue->table->parameter(queue);
    int32_t points = queue->table->count(queue);
    if (points <= 0) return;
    int32_t first = points <= room ? points : room - 1;
    for (int32_t point = 0; point < first; point++) add_point(object, queue, parameter, point, frames);
    if (points > room) add_point(object, queue, parameter, points - 1, frames);
}

/* Merges the sorted runs [from, middle) and [middle, to); equal frames keep their order. */
static void merge(const shim_event *in, shim_event *out, int32_t from, int32_t middle, int32_t to) {
    int32_t left = from, right = middle;
    for (int32_t i = from; i < to; i++) {
        bool take_left = left < middle && (right >= to || in[left].frame <= in[right].frame);
        out[i] = in[take_left ? left++ : right++];
    }
}

static bool in_order(const shim_event *events, int32_t count) {
    for (int32_t i = 1; i < count; i++) if (events[i].frame < events[i - 1].frame) return false;
    return true;
}

static void sort(vst3_object *object) {
    int32_t count = object->value_count;
    if (in_order(object->values, count)) return;
    shim_event *in = object->values, *out = object->merged;
    for (int32_t width = 1; width < count; width *= 2) {
        for (int32_t from = 0; from < count; from += 2 * width) {
            int32_t middle = from + width < count ? from + width : count;
            merge(in, out, from, middle, middle + width < count ? middle + width : count);
        }
        shim_event *sorted = out;
        out = in;
        in = sorted;
    }
    if (in != object->values) memcpy(object->values, in, (size_t) count * sizeof *in);
}

void vst3_read_changes(vst3_object *object, vst3_changes *changes, int32_t frames) {
    object->value_count = 0;
    int32_t queues = changes ? changes->table->count(changes) : 0;
    if (queues > VST3_VALUES) queues = VST3_VALUES;
    for (int32_t i = 0; i < queues; i++) {
        vst3_queue *queue = changes->table->queue(changes, i);
        if (queue) add_queue(object, queue, (VST3_VALUES - object->value_count) / (queues - i), frames);
    }
    sort(object);
}

static void keep(vst3_object *object, const shim_event *event) {
    for (int32_t i = 0; i < object->kept_count; i++)
        if (object->kept[i].parameter == event->parameter) {
            object->kept[i].value = event->value;
            return;
        }
    if (object->kept_count < VST3_KEPT) object->kept[object->kept_count++] = *event;
}

void vst3_keep_values(vst3_object *object) {
    for (int32_t i = 0; i < object->value_count; i++) keep(object, &object->values[i]);
}

void vst3_apply_kept(vst3_object *object) {
    int32_t handle = vst3_handle(object);
    if (handle < 0 || !vst3_java.set || object->active) return;
    shim_event taken[VST3_KEPT];
    vst3_lock(object);
    int32_t count = object->kept_count;
    memcpy(taken, object->kept, (size_t) count * sizeof *taken);
    object->kept_count = 0;
    vst3_unlock(object);
    for (int32_t i = 0; i < count; i++) vst3_java.set(handle, taken[i].parameter, taken[i].value);
}

void vst3_write_change(void *context, const shim_event *event) {
    vst3_changes *changes = context;
    if (!changes || event->kind != SHIM_VALUE) return;
    uint32_t parameter = (uint32_t) event->parameter;
    int32_t index = 0;
    vst3_queue *queue = changes->table->add(changes, &parameter, &index);
    if (queue) queue->table->add(queue, event->frame, event->value, &index);
}
