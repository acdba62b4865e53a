/* The object behind all faces of a VST3 plug-in: its life, its references and its buses. */
#include "vst3.h"

#include <stdlib.h>
#include <string.h>

static const vst3_component_table component_functions;
static const vst3_connection_table connection_functions;

void vst3_text_from_utf8(vst3_char *text, int32_t capacity, const char *utf8) {
    const uint8_t *in = (const uint8_t *) utf8;
    int32_t length = 0;
    while (*in && length < capacity - 2) {
        int32_t more = *in < 0x80 ? 0 : *in < 0xE0 ? 1 : *in < 0xF0 ? 2 : 3;
        uint32_t character = more == 0 ? *in : *in & (0x3F >> more);
        in++;
        for (; more > 0 && (*in & 0xC0) == 0x80; more--) character = character << 6 | (*in++ & 0x3F);
        if (character < 0x10000) {
            text[length++] = (vst3_char) character;
        } else {
            text[length++] = (vst3_char) (0xD7C0 + (character >> 10));
            text[length++] = (vst3_char) (0xDC00 + (character & 0x3FF));
        }
    }
    memset(text + length, 0, (size_t) (capacity - length) * sizeof *text);
}

/* ---- references ---- */

vst3_object *vst3_object_new(const shim_effect *effect) {
    vst3_object *object = calloc(1, sizeof *object);
    if (!object) return NULL;
    object->component = (vst3_face) {&component_functions, object};
    object->processor = (vst3_face) {&vst3_processor_functions, object};
    object->requirements = (vst3_face) {&vst3_requirements_functions, object};
    object->controller = (vst3_face) {&vst3_controller_functions, object};
    object->controller2 = (vst3_face) {&vst3_controller2_functions, object};
    object->connection = (vst3_face) {&connection_functions, object};
    object->units = (vst3_face) {&vst3_units_functions, object};
    object->effect = effect;
    object->shared.program = -1;
    object->references = 1;
    object->setup = (vst3_setup) {VST3_REALTIME, VST3_FLOAT32, 1024, 44100};
    object->channels = 2;
    object->sidechain_channels = 2;
    atomic_flag_clear(&object->busy);
    return object;
}

int32_t vst3_query(void *face, const uint8_t *id, void **result) {
    if (!result) return VST3_INVALID_ARGUMENT;
    *result = NULL;
    if (!id) return VST3_INVALID_ARGUMENT;
    vst3_object *object = vst3_owner(face);
    const struct {
        const uint8_t *id;
        vst3_face *face;
    } known[] = {
        {VST3_UNKNOWN_ID, &object->component}, {VST3_BASE_ID, &object->component},
        {VST3_COMPONENT_ID, &object->component}, {VST3_PROCESSOR_ID, &object->processor},
        {VST3_REQUIREMENTS_ID, &object->requirements}, {VST3_CONTROLLER_ID, &object->controller},
        {VST3_CONTROLLER2_ID, &object->controller2}, {VST3_CONNECTION_ID, &object->connection},
        {VST3_UNITS_ID, &object->units}
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (memcmp(id, known[i].id, sizeof(vst3_id)) == 0) {
            vst3_add_ref(known[i].face);
            *result = known[i].face;
            return VST3_OK;
        }
    return VST3_NO_INTERFACE;
}

uint32_t vst3_add_ref(void *face) {
    return atomic_fetch_add(&vst3_owner(face)->references, 1) + 1;
}

uint32_t vst3_release(void *face) {
    vst3_object *object = vst3_owner(face);
    uint32_t left = atomic_fetch_sub(&object->references, 1) - 1;
    if (left > 0) return left;
    object->references = 1; /* what the end calls may take and give back a reference */
    vst3_terminate(face);
    free(object);
    return 0;
}

static void let_go(vst3_unknown **held) {
    vst3_unknown *object = *held;
    *held = NULL;
    if (object) object->table->release(object);
}

/* ---- life ---- */

int32_t vst3_initialize(void *face, vst3_unknown *host) {
    vst3_object *object = vst3_owner(face);
    if (object->instance) return VST3_FALSE;
    object->main_thread = pthread_self();
    object->instance = shim_open(SHIM_VST3, object->effect, &object->shared, 0);
    if (!object->instance) return VST3_OUT_OF_MEMORY;
    if (host) vst3_timer_start(object, host);
    if (vst3_factory_host()) vst3_timer_start(object, vst3_factory_host());
    return VST3_OK;
}

static void deactivate(vst3_object *object) {
    vst3_lock(object);
    shim_deactivate(object->instance);
    object->active = false;
    object->shared.active = 0;
    vst3_unlock(object);
}

int32_t vst3_terminate(void *face) {
    vst3_object *object = vst3_owner(face);
    if (!object->instance) return VST3_FALSE;
    vst3_timer_stop(object);
    if (object->active) deactivate(object);
    vst3_lock(object);
    shim_instance *instance = object->instance;
    object->instance = NULL;
    vst3_unlock(object);
    shim_close(instance);
    let_go(&object->shared.handler);
    let_go(&object->peer);
    object->shared.wanted = 0;
    return VST3_OK;
}

static int32_t set_active(void *self, uint8_t on) {
    vst3_object *object = vst3_owner(self);
    if (!object->instance) return VST3_NOT_INITIALIZED;
    if ((on != 0) == object->active) return VST3_FALSE;
    if (!on) {
        deactivate(object);
        return VST3_OK;
    }
    vst3_apply_kept(object);
    vst3_lock(object);
    bool sidechain = object->effect->sidechain && object->sidechain_on;
    /* If it cannot be prepared, sound passes through: a host that is refused here may lose the track's sound. */
    if (!shim_activate(object->instance, object->setup.rate, object->setup.max_frames, object->channels, sidechain,
            object->setup.mode == VST3_OFFLINE, NULL, 0))
        shim_say("%s cannot be prepared for %g Hz", object->effect->name, object->setup.rate);
    vst3_read_times(object);
    object->active = true;
    object->sounded = false;
    object->shared.active = 1;
    vst3_unlock(object);
    return VST3_OK;
}

/* ---- buses: main in, side-chain in, main out ---- */

static int32_t bus_count(void *self, int32_t media, int32_t direction) {
    if (media != VST3_AUDIO) return 0;
    if (direction == VST3_OUTPUT) return 1;
    return direction == VST3_INPUT ? 1 + vst3_owner(self)->effect->sidechain : 0;
}

static int32_t bus_info(void *self, int32_t media, int32_t direction, int32_t index, vst3_bus_info *info) {
    if (!info || index < 0 || index >= bus_count(self, media, direction)) return VST3_INVALID_ARGUMENT;
    vst3_object *object = vst3_owner(self);
    memset(info, 0, sizeof *info);
    info->media = media;
    info->direction = direction;
    info->channels = index == 0 ? object->channels : object->sidechain_channels;
    info->type = index == 0 ? VST3_MAIN : VST3_AUX;
    info->flags = index == 0;
    vst3_text_from_utf8(info->name, 128, index == 1 ? "Side-chain" : direction == VST3_INPUT ? "Input" : "Output");
    return VST3_OK;
}

/* Taken at any time, because hosts do; a side-chain switched while active is heard from the next activation on. */
static int32_t activate_bus(void *self, int32_t media, int32_t direction, int32_t index, uint8_t on) {
    if (index < 0 || index >= bus_count(self, media, direction)) return VST3_INVALID_ARGUMENT;
    if (index == 1) vst3_owner(self)->sidechain_on = on != 0;
    return VST3_OK;
}

static int32_t controller_class(void *self, uint8_t *cid) {
    (void) self, (void) cid;
    return VST3_NOT_IMPLEMENTED; /* the component is its own controller */
}

static int32_t set_io_mode(void *self, int32_t mode) {
    (void) self, (void) mode;
    return VST3_NOT_IMPLEMENTED;
}

static int32_t routing_info(void *self, void *in, void *out) {
    (void) self, (void) in, (void) out;
    return VST3_NOT_IMPLEMENTED;
}

static int32_t set_state(void *self, void *stream) {
    if (!stream) return VST3_INVALID_ARGUMENT;
    int32_t handle = vst3_handle(vst3_owner(self));
    return handle < 0 || !vst3_java.set_state ? VST3_NOT_INITIALIZED : vst3_java.set_state(handle, stream);
}

static int32_t get_state(void *self, void *stream) {
    if (!stream) return VST3_INVALID_ARGUMENT;
    vst3_object *object = vst3_owner(self);
    int32_t handle = vst3_handle(object);
    if (handle < 0 || !vst3_java.get_state) return VST3_NOT_INITIALIZED;
    vst3_apply_kept(object);
    return vst3_java.get_state(handle, stream);
}

static const vst3_component_table component_functions = {
    vst3_query, vst3_add_ref, vst3_release, vst3_initialize, vst3_terminate, controller_class, set_io_mode, bus_count,
    bus_info, routing_info, activate_bus, set_active, set_state, get_state
};

/* ---- connection: both ends are this object, so nothing needs to be said ---- */

static int32_t connect(void *self, vst3_unknown *other) {
    vst3_object *object = vst3_owner(self);
    if (!other) return VST3_INVALID_ARGUMENT;
    if (object->peer) return VST3_FALSE;
    other->table->add_ref(other);
    object->peer = other;
    return VST3_OK;
}

static int32_t disconnect(void *self, vst3_unknown *other) {
    vst3_object *object = vst3_owner(self);
    if (!other || object->peer != other) return VST3_FALSE;
    let_go(&object->peer);
    return VST3_OK;
}

static int32_t notify(void *self, void *message) {
    (void) self;
    return message ? VST3_FALSE : VST3_INVALID_ARGUMENT;
}

static const vst3_connection_table connection_functions = {
    vst3_query, vst3_add_ref, vst3_release, connect, disconnect, notify
};
