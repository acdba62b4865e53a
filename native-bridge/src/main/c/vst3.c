/* VST3's entry points and its factory: what a scan sees, from the bundle's table and without Java. */
#include "vst3.h"

#include <stdio.h>
#include <string.h>

vst3_java_table vst3_java;
void *const shim_vst3_tables = &vst3_java;

static const char CATEGORY[] = "Audio Module Class";
static const char SDK_VERSION[] = "VST 3.7.9";

static _Atomic int32_t entries;
static _Atomic(vst3_unknown *) host_of_factory;

vst3_unknown *vst3_factory_host(void) {
    return atomic_load(&host_of_factory);
}

/* Copies as much of a text as fits without cutting a character in two. */
static void copy_text(char *target, size_t capacity, const char *text) {
    size_t length = strlen(text);
    if (length >= capacity) {
        length = capacity - 1;
        while (length > 0 && ((uint8_t) text[length] & 0xC0) == 0x80) length--;
    }
    memcpy(target, text, length);
    memset(target + length, 0, capacity - length);
}

static int32_t factory_query(void *self, const uint8_t *id, void **object) {
    if (!object) return VST3_INVALID_ARGUMENT;
    *object = NULL;
    if (!id) return VST3_INVALID_ARGUMENT;
    const uint8_t *known[] = {VST3_UNKNOWN_ID, VST3_FACTORY_ID, VST3_FACTORY2_ID, VST3_FACTORY3_ID};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (memcmp(id, known[i], sizeof(vst3_id)) == 0) {
            *object = self;
            return VST3_OK;
        }
    return VST3_NO_INTERFACE;
}

/* The factory is a constant: nobody's references make or end it. */
static uint32_t factory_reference(void *self) {
    (void) self;
    return 1;
}

static int32_t factory_info(void *self, vst3_factory_info *info) {
    (void) self;
    if (!info) return VST3_INVALID_ARGUMENT;
    memset(info, 0, sizeof *info);
    copy_text(info->vendor, sizeof info->vendor, shim_table_of_bundle()->vendor);
    info->flags = VST3_UNICODE;
    return VST3_OK;
}

static int32_t class_count(void *self) {
    (void) self;
    return shim_table_of_bundle()->effect_count;
}

static const shim_effect *effect_at(int32_t index) {
    const shim_table *table = shim_table_of_bundle();
    return index < 0 || index >= table->effect_count ? NULL : &table->effects[index];
}

/* The effect's name; it says so where there is no Java, because the scan is all that the user may see of it. */
static void class_name(const shim_effect *effect, char *name, size_t capacity) {
    static const char without_java[] = " (needs Java 17)";
    bool missing = *shim_java_missing() != 0;
    copy_text(name, missing ? capacity - (sizeof without_java - 1) : capacity, effect->name);
    if (missing) strcat(name, without_java);
}

static int32_t class_info2(void *self, int32_t index, vst3_class_info2 *info) {
    (void) self;
    const shim_effect *effect = effect_at(index);
    if (!info || !effect) return VST3_INVALID_ARGUMENT;
    memset(info, 0, sizeof *info);
    memcpy(info->cid, effect->vst3_cid, sizeof info->cid);
    info->cardinality = VST3_MANY_INSTANCES;
    copy_text(info->category, sizeof info->category, CATEGORY);
    class_name(effect, info->name, sizeof info->name);
    copy_text(info->sub_categories, sizeof info->sub_categories, effect->vst3_categories);
    copy_text(info->vendor, sizeof info->vendor, effect->vendor);
    copy_text(info->version, sizeof info->version, effect->version);
    copy_text(info->sdk_version, sizeof info->sdk_version, SDK_VERSION);
    return VST3_OK;
}

static int32_t class_info(void *self, int32_t index, vst3_class_info *info) {
    vst3_class_info2 all;
    int32_t result = info ? class_info2(self, index, &all) : VST3_INVALID_ARGUMENT;
    if (result != VST3_OK) return result;
    memcpy(info->cid, all.cid, sizeof info->cid);
    info->cardinality = all.cardinality;
    memcpy(info->category, all.category, sizeof info->category);
    memcpy(info->name, all.name, sizeof info->name);
    return VST3_OK;
}

static int32_t class_info_wide(void *self, int32_t index, vst3_class_info_wide *info) {
    vst3_class_info2 all;
    int32_t result = info ? class_info2(self, index, &all) : VST3_INVALID_ARGUMENT;
    if (result != VST3_OK) return result;
    memset(info, 0, sizeof *info);
    memcpy(info->cid, all.cid, sizeof info->cid);
    info->cardinality = all.cardinality;
    memcpy(info->category, all.category, sizeof info->category);
    memcpy(info->sub_categories, all.sub_categories, sizeof info->sub_categories);
    vst3_text_from_utf8(info->name, 64, all.name);
    vst3_text_from_utf8(info->vendor, 64, all.vendor);
    vst3_text_from_utf8(info->version, 64, all.version);
    vst3_text_from_utf8(info->sdk_version, 64, all.sdk_version);
    return VST3_OK;
}

static const shim_effect *effect_of_class(const uint8_t *cid) {
    const shim_table *table = shim_table_of_bundle();
    for (int32_t i = 0; i < table->effect_count; i++)
        if (memcmp(table->effects[i].vst3_cid, cid, sizeof(vst3_id)) == 0) return &table->effects[i];
    return NULL;
}

static int32_t create(void *self, const uint8_t *cid, const uint8_t *id, void **object) {
    (void) self;
    if (!object) return VST3_INVALID_ARGUMENT;
    *object = NULL;
    if (!cid || !id) return VST3_INVALID_ARGUMENT;
    const shim_effect *effect = effect_of_class(cid);
    if (!effect) return VST3_NO_INTERFACE;
    vst3_object *made = vst3_object_new(effect);
    if (!made) return VST3_OUT_OF_MEMORY;
    int32_t result = vst3_query(&made->component, id, object);
    vst3_release(&made->component);
    return result;
}

static int32_t set_host(void *self, vst3_unknown *host) {
    (void) self;
    if (host) host->table->add_ref(host);
    vst3_unknown *before = atomic_exchange(&host_of_factory, host);
    if (before) before->table->release(before);
    return VST3_OK;
}

static const vst3_factory_table factory_functions = {
    factory_query, factory_reference, factory_reference, factory_info, class_count, class_info, create, class_info2,
    class_info_wide, set_host
};

static const vst3_face factory = {&factory_functions, NULL};

/* Hosts may enter more than once. Objects that are still referenced at the last exit stay as they are: some hosts hold
   on to interfaces for longer, and the library is never unloaded. */
SHIM_EXPORT bool ModuleEntry(void *library) {
    (void) library;
    atomic_fetch_add(&entries, 1);
    return true;
}

SHIM_EXPORT bool ModuleExit(void) {
    int32_t left = atomic_fetch_sub(&entries, 1) - 1;
    if (left < 0) atomic_fetch_add(&entries, 1);
    if (left == 0) set_host(NULL, NULL);
    return left >= 0;
}

SHIM_EXPORT void *GetPluginFactory(void) {
    return (void *) &factory;
}
