/* The editor's window in VST3 [main thread]. The object is kept here; where and how large it is, is Java's business. */
#include "vst3.h"

#include <stdlib.h>
#include <string.h>

static const char WINDOW_TYPE[] = "X11EmbedWindowID";

typedef struct vst3_view vst3_view;

typedef struct {
    const void *table;
    vst3_view *view;
} view_face;

struct vst3_view {
    view_face plain, scale;
    _Atomic uint32_t references;
    vst3_object *object;
    vst3_unknown *frame;
    bool attached;
};

static vst3_view *view_of(void *face) {
    return ((view_face *) face)->view;
}

/* Runs a function of Java for the view; false where there is no Java. */
#define ASK(window, function, ...) \
    (vst3_handle((window)->object) < 0 || !vst3_java.function ? VST3_FALSE \
        : vst3_java.function(vst3_handle((window)->object), &(window)->plain, __VA_ARGS__))

static int32_t remove_view(void *self) {
    vst3_view *view = view_of(self);
    if (!view->attached) return VST3_FALSE;
    view->attached = false;
    int32_t handle = vst3_handle(view->object);
    return handle < 0 || !vst3_java.view_remove ? VST3_OK : vst3_java.view_remove(handle, &view->plain);
}

static int32_t query(void *self, const uint8_t *id, void **object) {
    if (!object) return VST3_INVALID_ARGUMENT;
    *object = NULL;
    if (!id) return VST3_INVALID_ARGUMENT;
    vst3_view *view = view_of(self);
    if (memcmp(id, VST3_UNKNOWN_ID, sizeof(vst3_id)) == 0 || memcmp(id, VST3_VIEW_ID, sizeof(vst3_id)) == 0)
        *object = &view->plain;
    else if (memcmp(id, VST3_VIEW_SCALE_ID, sizeof(vst3_id)) == 0) *object = &view->scale;
    else return VST3_NO_INTERFACE;
    atomic_fetch_add(&view->references, 1);
    return VST3_OK;
}

static uint32_t add_ref(void *self) {
    return atomic_fetch_add(&view_of(self)->references, 1) + 1;
}

static int32_t set_frame(void *self, vst3_unknown *frame) {
    vst3_view *view = view_of(self);
    vst3_unknown *before = view->frame;
    if (frame == before) return VST3_OK;
    view->frame = frame;
    if (frame) frame->table->add_ref(frame);
    (void) ASK(view, view_frame, frame);
    if (before) {
        vst3_timer_leave(view->object, before);
        before->table->release(before);
    }
    if (frame) vst3_timer_start(view->object, frame);
    return VST3_OK;
}

static uint32_t release(void *self) {
    vst3_view *view = view_of(self);
    uint32_t left = atomic_fetch_sub(&view->references, 1) - 1;
    if (left > 0) return left;
    view->references = 1; /* what the end calls may take and give back a reference */
    remove_view(self);
    set_frame(self, NULL);
    int32_t handle = vst3_handle(view->object);
    if (handle >= 0 && vst3_java.view_gone) vst3_java.view_gone(handle, &view->plain);
    vst3_release(&view->object->component);
    free(view);
    return 0;
}

static int32_t supports(void *self, const char *type) {
    (void) self;
    if (!type) return VST3_INVALID_ARGUMENT;
    return strcmp(type, WINDOW_TYPE) == 0 ? VST3_OK : VST3_FALSE;
}

static int32_t attach(void *self, void *parent, const char *type) {
    vst3_view *view = view_of(self);
    if (!parent || supports(self, type) != VST3_OK) return VST3_INVALID_ARGUMENT;
    if (view->attached) return VST3_FALSE;
    int32_t result = ASK(view, view_attach, parent);
    view->attached = result == VST3_OK;
    return result;
}

/* Mouse and keyboard reach the editor by its own window. */
static int32_t wheel(void *self, float distance) {
    (void) self, (void) distance;
    return VST3_FALSE;
}

static int32_t key(void *self, vst3_char character, int16_t code, int16_t modifiers) {
    (void) self, (void) character, (void) code, (void) modifiers;
    return VST3_FALSE;
}

static int32_t focus(void *self, uint8_t on) {
    (void) self, (void) on;
    return VST3_FALSE;
}

static int32_t size(void *self, vst3_rectangle *rectangle) {
    if (!rectangle) return VST3_INVALID_ARGUMENT;
    memset(rectangle, 0, sizeof *rectangle);
    return ASK(view_of(self), view_size, rectangle);
}

static int32_t resized(void *self, vst3_rectangle *rectangle) {
    if (!rectangle) return VST3_INVALID_ARGUMENT;
    return ASK(view_of(self), view_resized, rectangle);
}

static int32_t can_resize(void *self) {
    (void) self;
    return VST3_OK;
}

static int32_t constrain(void *self, vst3_rectangle *rectangle) {
    if (!rectangle) return VST3_INVALID_ARGUMENT;
    return ASK(view_of(self), view_constrain, rectangle);
}

static int32_t set_scale(void *self, float factor) {
    if (!(factor > 0 && factor <= 16)) return VST3_INVALID_ARGUMENT;
    return ASK(view_of(self), view_scale, (double) factor);
}

static const vst3_view_table view_functions = {
    query, add_ref, release, supports, attach, remove_view, wheel, key, key, size, resized, focus, set_frame,
    can_resize, constrain
};
static const vst3_view_scale_table scale_functions = {query, add_ref, release, set_scale};

void *vst3_view_new(vst3_object *object) {
    vst3_view *view = calloc(1, sizeof *view);
    if (!view) return NULL;
    view->plain = (view_face) {&view_functions, view};
    view->scale = (view_face) {&scale_functions, view};
    view->references = 1;
    view->object = object;
    vst3_add_ref(&object->component);
    return &view->plain;
}
