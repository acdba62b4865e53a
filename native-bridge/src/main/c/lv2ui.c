/*
 * LV2: the editor, one X11UI for each effect. It has its own model of the plug-in, for it may live in another process;
 * where the host gives access to the instance, that is its model, and curves and meters are live.
 */
#include "lv2.h"
#include "x11child.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MODEL = 1, EDITS = 256, EDIT_RESIZE = 3 };

/* What editor_idle writes. Kinds as in shim_event_kind, and EDIT_RESIZE with width and height. */
typedef struct {
    int32_t kind, control;
    double value;
} lv2ui_edit;

typedef struct {
    shim_instance *model;    /* null where the host has given the plug-in itself */
    const shim_effect *effect;
    lv2_layout at;
    int32_t handle;
    int32_t editor;          /* -1 until it is open */
    double scale;
    x11child *child;         /* null if the editor has a window of its own */
    lv2ui_write *write;
    void *controller;
    const lv2ui_resize *resize;
    const lv2ui_touch *touch;
    lv2ui_edit edits[EDITS];
} lv2ui;

static void cleanup(void *handle)
{
    lv2ui *ui = handle;
    if (ui->editor >= 0) lv2_calls.editor_close(ui->editor);
    if (ui->child) x11child_destroy(ui->child);
    if (ui->model) shim_close(ui->model);
    free(ui);
}

/* A child of the host's window at once; what fills it may come later. */
static bool embed(lv2ui *ui, uint32_t parent, void **widget)
{
    int64_t size = lv2_calls.editor_size(ui->handle, ui->scale);
    int32_t width = (int32_t) (size >> 32), height = (int32_t) size;
    if (size == 0) return false;
    ui->child = x11child_make(parent, width, height);
    if (!ui->child) return false;
    ui->editor = lv2_calls.editor_open(ui->handle, x11child_window(ui->child), ui->scale);
    *widget = (void *) (uintptr_t) x11child_window(ui->child);
    if (ui->resize) ui->resize->resize(ui->resize->handle, width, height);
    return ui->editor >= 0;
}

static const char *open_model(lv2ui *ui, const lv2_feature *const *features)
{
    lv2_plugin *plugin = lv2_living(lv2_feature_of(features, LV2_INSTANCE_ACCESS));
    if (plugin && plugin->effect == ui->effect) {
        ui->handle = plugin->shim->handle;
        return plugin->shim->fault;
    }
    ui->model = shim_open(SHIM_LV2, ui->effect, ui, MODEL);
    ui->handle = ui->model->handle;
    return ui->model->fault;
}

static void *instantiate(const lv2ui_descriptor_t *descriptor, const char *plugin, const char *bundle,
    lv2ui_write *write, void *controller, void **widget, const lv2_feature *const *features)
{
    (void) descriptor, (void) bundle;
    bool mono;
    const shim_effect *effect = lv2_effect_of(plugin, &mono);
    lv2ui *ui = effect ? calloc(1, sizeof *ui) : NULL;
    *widget = NULL;
    if (!ui) return NULL;
    const float *scale = lv2_option_of(features, LV2_UI "scaleFactor", LV2_ATOM "Float");
    uint32_t parent = (uint32_t) (uintptr_t) lv2_feature_of(features, LV2_UI "parent");
    ui->effect = effect;
    ui->at = lv2_layout_of(effect, mono);
    ui->editor = -1;
    ui->scale = scale && *scale >= 0.25f && *scale <= 8 ? *scale : 1;
    ui->write = write;
    ui->controller = controller;
    ui->resize = lv2_feature_of(features, LV2_UI "resize");
    ui->touch = lv2_feature_of(features, LV2_UI "touch");
    const char *fault = open_model(ui, features);
    bool possible = ui->handle >= 0 && lv2_calls.editor_size(ui->handle, ui->scale) != 0;
    if (possible && (parent == 0 || embed(ui, parent, widget))) return ui;
    lv2_complain(features, effect->name, ui->handle < 0 ? fault : "no editor: no display, or its files are missing");
    cleanup(ui);
    return NULL;
}

static void port_event(void *handle, uint32_t port, uint32_t size, uint32_t format, const void *buffer)
{
    lv2ui *ui = handle;
    if (format != 0 || size != sizeof(float) || port < ui->at.enabled || port >= ui->at.end || ui->editor < 0) return;
    float value;
    memcpy(&value, buffer, sizeof value);
    int32_t control = (int32_t) (port - ui->at.controls);
    if (isnan(value)) return;
    lv2_calls.editor_port(ui->editor, control, control < 0 ? !(value > 0) : value);
}

/* What the editor wants it gets: its own window, the host's if that follows, and the editor's word that it has it. */
static void grow(lv2ui *ui, int32_t width, int32_t height)
{
    if (!ui->child) return;
    x11child_resize(ui->child, width, height);
    if (ui->resize) ui->resize->resize(ui->resize->handle, width, height);
    lv2_calls.editor_resize(ui->editor, width, height);
}

static void tell_host(lv2ui *ui, const lv2ui_edit *edit)
{
    uint32_t port = ui->at.controls + (uint32_t) edit->control;
    float value = (float) (edit->control < 0 ? edit->value == 0 : edit->value);
    if (edit->kind == EDIT_RESIZE) {
        grow(ui, edit->control, (int32_t) edit->value);
    } else if (edit->kind == SHIM_VALUE) {
        ui->write(ui->controller, port, sizeof value, 0, &value);
    } else if (ui->touch) {
        ui->touch->touch(ui->touch->handle, port, edit->kind == SHIM_GESTURE_BEGIN);
    }
}

/* About 30 times a second, also while a floating editor is not open yet. */
static int idle(void *handle)
{
    lv2ui *ui = handle;
    if (ui->editor < 0) return 0;
    int32_t width, height;
    if (ui->child && x11child_resized(ui->child, &width, &height))
        lv2_calls.editor_resize(ui->editor, width, height);
    int32_t count = lv2_calls.editor_idle(ui->editor, ui->edits, EDITS);
    for (int32_t i = 0; i < count; i++) tell_host(ui, &ui->edits[i]);
    return count < 0;
}

static int show(void *handle)
{
    lv2ui *ui = handle;
    if (ui->editor < 0) ui->editor = lv2_calls.editor_open(ui->handle, 0, ui->scale);
    if (ui->editor < 0) return 1;
    lv2_calls.editor_show(ui->editor, 1);
    return 0;
}

static int hide(void *handle)
{
    lv2ui *ui = handle;
    if (ui->editor >= 0) lv2_calls.editor_show(ui->editor, 0);
    return 0;
}

static int resize(void *handle, int width, int height)
{
    lv2ui *ui = handle;
    if (!ui->child) return 1;
    x11child_resize(ui->child, width, height);
    lv2_calls.editor_resize(ui->editor, width, height);
    return 0;
}

static const void *extension_data(const char *uri)
{
    static const lv2ui_idle idle_interface = {idle};
    static const lv2ui_show show_interface = {show, hide};
    static const lv2ui_resize resize_interface = {NULL, resize};
    if (strcmp(uri, LV2_UI "idleInterface") == 0) return &idle_interface;
    if (strcmp(uri, LV2_UI "showInterface") == 0) return &show_interface;
    return strcmp(uri, LV2_UI "resize") == 0 ? &resize_interface : NULL;
}

static pthread_once_t described = PTHREAD_ONCE_INIT;
static lv2ui_descriptor_t *descriptors;
static uint32_t descriptor_count;

static void describe(void)
{
    const shim_table *table = shim_table_of_bundle();
    descriptors = calloc((size_t) table->effect_count + 1, sizeof *descriptors);
    for (int32_t i = 0; descriptors && i < table->effect_count; i++) {
        const char *plugin = table->effects[i].lv2_uri;
        char *uri = malloc(strlen(plugin) + sizeof ":ui");
        if (!uri) return;
        sprintf(uri, "%s:ui", plugin);
        descriptors[i] = (lv2ui_descriptor_t) {uri, instantiate, cleanup, port_event, extension_data};
        descriptor_count++;
    }
}

SHIM_EXPORT const lv2ui_descriptor_t *lv2ui_descriptor(uint32_t index)
{
    pthread_once(&described, describe);
    return index < descriptor_count ? &descriptors[index] : NULL;
}
