/* Parameters and programs of VST3 [main thread]. Java knows them; here it is asked. Without Java there are none, or one
   that says why. */
#include "vst3.h"

#include <math.h>
#include <string.h>

enum { FAULT_KEY = 1 };

/* Why this plug-in has no parameters; null if there is nothing to say. */
static const char *fault_of(const vst3_object *object) {
    const shim_instance *instance = object->instance;
    return instance && instance->handle < 0 && *instance->fault ? instance->fault : NULL;
}

/* Runs a function of Java where there is Java, and gives a value where there is none. */
#define ASK(object, function, otherwise, ...) \
    (vst3_handle(object) < 0 || !vst3_java.function ? (otherwise) \
        : vst3_java.function(vst3_handle(object), __VA_ARGS__))
#define ASK_PLAINLY(object, function, otherwise) \
    (vst3_handle(object) < 0 || !vst3_java.function ? (otherwise) : vst3_java.function(vst3_handle(object)))

/* ---- states: component and controller are one, and what the component has taken over is all ---- */

static int32_t nothing_to_say(void *self, void *stream) {
    (void) self;
    return stream ? VST3_OK : VST3_INVALID_ARGUMENT;
}

/* ---- parameters ---- */

static int32_t parameter_count(void *self) {
    vst3_object *object = vst3_owner(self);
    return ASK_PLAINLY(object, parameter_count, fault_of(object) != NULL);
}

static int32_t fault_info(const vst3_object *object, int32_t index, vst3_parameter_info *info) {
    const char *fault = fault_of(object);
    if (!fault || index != 0) return VST3_INVALID_ARGUMENT;
    info->id = FAULT_KEY;
    vst3_text_from_utf8(info->title, 128, fault);
    info->flags = VST3_READ_ONLY;
    return VST3_OK;
}

static int32_t parameter_info(void *self, int32_t index, vst3_parameter_info *info) {
    if (!info || index < 0) return VST3_INVALID_ARGUMENT;
    memset(info, 0, sizeof *info);
    vst3_object *object = vst3_owner(self);
    return ASK(object, parameter_info, fault_info(object, index, info), index, info);
}

static int32_t fault_text(const vst3_object *object, uint32_t id, vst3_char *text) {
    if (!fault_of(object) || id != FAULT_KEY) return VST3_FALSE;
    vst3_text_from_utf8(text, 128, "not running");
    return VST3_OK;
}

static int32_t text_of(void *self, uint32_t id, double normalized, vst3_char *text) {
    if (!text || isnan(normalized)) return VST3_INVALID_ARGUMENT;
    memset(text, 0, sizeof(vst3_text));
    vst3_object *object = vst3_owner(self);
    vst3_idle_without_timer(object);
    return ASK(object, text_of, fault_text(object, id, text), (int32_t) id, normalized, text);
}

/* A host's text may lack its end: no more of it is read than VST3's texts are long. */
static int32_t value_of(void *self, uint32_t id, const vst3_char *text, double *normalized) {
    if (!text || !normalized) return VST3_INVALID_ARGUMENT;
    vst3_text ended = {0};
    for (int32_t i = 0; i < 127 && text[i]; i++) ended[i] = text[i];
    return ASK(vst3_owner(self), value_of, VST3_FALSE, (int32_t) id, ended, normalized);
}

static double to_plain(void *self, uint32_t id, double normalized) {
    return ASK(vst3_owner(self), to_plain, normalized, (int32_t) id, normalized);
}

static double to_normalized(void *self, uint32_t id, double plain) {
    return ASK(vst3_owner(self), to_normalized, plain, (int32_t) id, plain);
}

static double get(void *self, uint32_t id) {
    vst3_object *object = vst3_owner(self);
    vst3_idle_without_timer(object);
    return ASK(object, get, 0, (int32_t) id);
}

/* Loading a program belongs to the main thread; hosts also set parameters on others. */
static int32_t set(void *self, uint32_t id, double normalized) {
    vst3_object *object = vst3_owner(self);
    if (isnan(normalized)) return VST3_INVALID_ARGUMENT;
    int32_t result = VST3_OK;
    if (id == VST3_PROGRAM_KEY && object->instance && !pthread_equal(pthread_self(), object->main_thread)) {
        atomic_store(&object->shared.program, normalized);
        atomic_store(&object->shared.wanted, 1);
    } else {
        result = ASK(object, set, VST3_NOT_INITIALIZED, (int32_t) id, normalized);
    }
    vst3_idle_without_timer(object);
    return result;
}

/* Taken with or without an instance: some hosts come before initialize. */
static int32_t set_handler(void *self, vst3_unknown *handler) {
    vst3_object *object = vst3_owner(self);
    vst3_unknown *before = object->shared.handler;
    if (handler) handler->table->add_ref(handler);
    object->shared.handler = handler;
    if (before) before->table->release(before);
    return VST3_OK;
}

static void *create_view(void *self, const char *name) {
    vst3_object *object = vst3_owner(self);
    if (!name || strcmp(name, "editor") != 0) return NULL;
    return ASK_PLAINLY(object, view_possible, 0) ? vst3_view_new(object) : NULL;
}

const vst3_controller_table vst3_controller_functions = {
    vst3_query, vst3_add_ref, vst3_release, vst3_initialize, vst3_terminate, nothing_to_say, nothing_to_say,
    nothing_to_say, parameter_count, parameter_info, text_of, value_of, to_plain, to_normalized, get, set, set_handler,
    create_view
};

static int32_t refuse(void *self, int32_t mode) {
    (void) self, (void) mode;
    return VST3_FALSE;
}

static int32_t refuse_window(void *self, uint8_t only_ask) {
    (void) self, (void) only_ask;
    return VST3_FALSE;
}

const vst3_controller2_table vst3_controller2_functions = {
    vst3_query, vst3_add_ref, vst3_release, refuse, refuse_window, refuse_window
};

/* ---- units are the parameters' groups; the root unit has the factory presets as its programs ---- */

static int32_t unit_count(void *self) {
    return ASK_PLAINLY(vst3_owner(self), unit_count, 1);
}

static int32_t root_info(int32_t index, vst3_unit_info *info) {
    if (index != 0) return VST3_INVALID_ARGUMENT;
    info->parent = VST3_NO_UNIT;
    vst3_text_from_utf8(info->name, 128, "Root");
    info->program_list = VST3_NO_LIST;
    return VST3_OK;
}

static int32_t unit_info(void *self, int32_t index, vst3_unit_info *info) {
    if (!info || index < 0) return VST3_INVALID_ARGUMENT;
    memset(info, 0, sizeof *info);
    return ASK(vst3_owner(self), unit_info, root_info(index, info), index, info);
}

static int32_t program_count(void *self) {
    return ASK_PLAINLY(vst3_owner(self), program_count, 0);
}

static int32_t list_count(void *self) {
    return program_count(self) > 0;
}

static bool is_program(void *self, int32_t list, int32_t program) {
    return list == VST3_PROGRAM_LIST && program >= 0 && program < program_count(self);
}

static int32_t list_info(void *self, int32_t index, vst3_program_list_info *info) {
    if (!info || index < 0 || index >= list_count(self)) return VST3_INVALID_ARGUMENT;
    memset(info, 0, sizeof *info);
    info->id = VST3_PROGRAM_LIST;
    info->count = program_count(self);
    vst3_text_from_utf8(info->name, 128, "Presets");
    return VST3_OK;
}

static int32_t program_name(void *self, int32_t list, int32_t program, vst3_char *name) {
    if (!name || !is_program(self, list, program)) return VST3_INVALID_ARGUMENT;
    memset(name, 0, sizeof(vst3_text));
    return ASK(vst3_owner(self), program_name, VST3_FALSE, program, name);
}

static int32_t program_info(void *self, int32_t list, int32_t program, const char *attribute, vst3_char *value) {
    if (!attribute || !value || !is_program(self, list, program)) return VST3_INVALID_ARGUMENT;
    return VST3_FALSE;
}

static int32_t has_pitch_names(void *self, int32_t list, int32_t program) {
    return is_program(self, list, program) ? VST3_FALSE : VST3_INVALID_ARGUMENT;
}

static int32_t pitch_name(void *self, int32_t list, int32_t program, int16_t pitch, vst3_char *name) {
    (void) self, (void) list, (void) program, (void) pitch, (void) name;
    return VST3_FALSE;
}

static int32_t selected_unit(void *self) {
    (void) self;
    return VST3_ROOT_UNIT;
}

static int32_t select_unit(void *self, int32_t unit) {
    (void) self, (void) unit;
    return VST3_OK;
}

static int32_t unit_of_bus(void *self, int32_t media, int32_t direction, int32_t bus, int32_t channel, int32_t *unit) {
    (void) self, (void) media, (void) direction, (void) bus, (void) channel;
    if (!unit) return VST3_INVALID_ARGUMENT;
    *unit = VST3_ROOT_UNIT;
    return VST3_FALSE;
}

static int32_t set_program_data(void *self, int32_t list_or_unit, int32_t program, void *stream) {
    (void) self, (void) list_or_unit, (void) program, (void) stream;
    return VST3_NOT_IMPLEMENTED;
}

const vst3_units_table vst3_units_functions = {
    vst3_query, vst3_add_ref, vst3_release, unit_count, unit_info, list_count, list_info, program_name, program_info,
    has_pitch_names, pitch_name, selected_unit, select_unit, unit_of_bus, set_program_data
};
