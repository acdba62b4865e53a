/* state:interface: the same JSON document as in CLAP and VST3, kept as an atom:String. */
#include "lv2.h"

#include <stdlib.h>
#include <string.h>

/* Control ports that the host has moved since the last run are part of what it saves. While the plug-in is inactive
   the memory of its ports may be gone. */
static void tell_what_moved(lv2_plugin *plugin)
{
    if (!plugin->active) return;
    for (uint32_t i = 0; i <= (uint32_t) plugin->effect->controls; i++) {
        const float *port = plugin->ports[plugin->at.enabled + i];
        if (!port || *port == plugin->told[i] || *port != *port) continue;
        lv2_calls.set(plugin->shim->handle, (int32_t) i - 1, i == 0 ? !(*port > 0) : *port);
    }
}

static uint32_t store_document(lv2_plugin *plugin, lv2_store *store, void *state, const char *document, size_t size)
{
    return store(state, plugin->urids.state, document, size, plugin->urids.string, LV2_STATE_POD | LV2_STATE_PORTABLE);
}

static uint32_t save(void *instance, lv2_store *store, void *state, uint32_t flags, const lv2_feature *const *features)
{
    (void) flags, (void) features;
    lv2_plugin *plugin = instance;
    if (plugin->urids.state == 0) return LV2_STATE_NO_FEATURE;
    if (plugin->shim->handle < 0)
        return plugin->kept ? store_document(plugin, store, state, plugin->kept, plugin->kept_size) : LV2_STATE_OK;
    tell_what_moved(plugin);
    int64_t size = lv2_calls.save(plugin->shim->handle, NULL, 0);
    if (size < 0) return LV2_STATE_UNKNOWN;
    int64_t capacity = size + 4096; /* it may grow while audio runs */
    char *document = calloc(1, (size_t) capacity + 1);
    uint32_t result = LV2_STATE_UNKNOWN;
    if (document) size = lv2_calls.save(plugin->shim->handle, document, capacity);
    if (document && size >= 0 && size <= capacity)
        result = store_document(plugin, store, state, document, (size_t) size + 1);
    free(document);
    return result;
}

static uint32_t keep(lv2_plugin *plugin, const char *document, size_t size)
{
    char *copy = malloc(size);
    if (!copy) return LV2_STATE_UNKNOWN;
    free(plugin->kept);
    plugin->kept = memcpy(copy, document, size);
    plugin->kept_size = size;
    return LV2_STATE_OK;
}

static uint32_t restore(void *instance, lv2_retrieve *retrieve, void *state, uint32_t flags,
    const lv2_feature *const *features)
{
    (void) flags, (void) features;
    lv2_plugin *plugin = instance;
    if (plugin->urids.state == 0) return LV2_STATE_NO_FEATURE;
    size_t size = 0;
    uint32_t type = 0, value_flags = 0;
    const char *document = retrieve(state, plugin->urids.state, &size, &type, &value_flags);
    if (!document || size == 0) return LV2_STATE_NO_PROPERTY;
    if (type != plugin->urids.string) return LV2_STATE_BAD_TYPE;
    if (plugin->shim->handle < 0) return keep(plugin, document, size);
    size_t length = strnlen(document, size);
    return lv2_calls.restore(plugin->shim->handle, document, (int64_t) length) ? LV2_STATE_OK : LV2_STATE_UNKNOWN;
}

const lv2_state lv2_state_interface = {save, restore};
