/* CLAP's entry: what the bundle holds, for the DAW's scan and its preset browser. Starts no Java. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "clap_face.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int entered;
/* Made at the first init and kept: hosts hold on to them longer than they say. */
static const shim_table *table;
static clap_descriptor *descriptors;

/* ---- plug-in factory ---- */

static const char *joined(const char *first, const char *second) {
    char *text = malloc(strlen(first) + strlen(second) + 1);
    if (!text) return first;
    return strcat(strcpy(text, first), second);
}

static bool describe(void) {
    table = shim_table_of_bundle();
    if (table->effect_count == 0) return false;
    descriptors = calloc(table->effect_count, sizeof(clap_descriptor));
    if (!descriptors) return false;
    const char *missing = shim_java_missing();
    for (int32_t i = 0; i < table->effect_count; i++) {
        const shim_effect *effect = &table->effects[i];
        descriptors[i] = (clap_descriptor) {
            .version = CLAP_OURS, .id = effect->id, .vendor = effect->vendor, .url = "", .manual_url = "",
            .support_url = "", .release = effect->version, .features = effect->clap_features,
            .name = *missing ? joined(effect->name, " (needs Java 17)") : effect->name,
            .description = *missing ? missing : effect->description,
        };
    }
    return true;
}

static uint32_t effect_count(const clap_factory *factory) {
    (void) factory;
    return table->effect_count;
}

static const clap_descriptor *effect_descriptor(const clap_factory *factory, uint32_t index) {
    (void) factory;
    return index < (uint32_t) table->effect_count ? &descriptors[index] : NULL;
}

static const clap_plugin *create(const clap_factory *factory, const clap_host *host, const char *id) {
    (void) factory;
    if (!host || !id || host->version.major < 1) return NULL;
    for (int32_t i = 0; i < table->effect_count; i++)
        if (!strcmp(table->effects[i].id, id)) return clap_make(&descriptors[i], &table->effects[i], host);
    return NULL;
}

static const clap_factory plugin_factory = {effect_count, effect_descriptor, create};

/* ---- presets: one provider; its one location is the binary itself, a key is "<effect id>/<the table's key>" ---- */

static clap_provider_descriptor provider_descriptor = {.version = CLAP_OURS};

static bool provider_init(const clap_preset_provider *provider) {
    const clap_preset_indexer *indexer = provider->data;
    clap_preset_location location = {
        .flags = CLAP_FACTORY_CONTENT, .name = provider_descriptor.name, .kind = CLAP_LOCATION_PLUGIN,
    };
    return indexer->declare_location(indexer, &location);
}

static void provider_destroy(const clap_preset_provider *provider) {
    free((void *) provider);
}

static bool tell_preset(const shim_effect *effect, const shim_preset *preset, const clap_preset_receiver *receiver) {
    char key[CLAP_PATH];
    snprintf(key, sizeof key, "%s/%s", effect->id, preset->load_key);
    if (!receiver->begin_preset(receiver, preset->name, key)) return false;
    clap_universal_id id = {"clap", effect->id};
    receiver->add_plugin_id(receiver, &id);
    receiver->set_flags(receiver, CLAP_FACTORY_CONTENT);
    receiver->add_creator(receiver, effect->vendor);
    if (*preset->description) receiver->set_description(receiver, preset->description);
    for (const char *const *feature = effect->clap_features; *feature; feature++)
        receiver->add_feature(receiver, *feature);
    return true;
}

static bool provider_metadata(const clap_preset_provider *provider, uint32_t kind, const char *location,
        const clap_preset_receiver *receiver) {
    (void) provider;
    if (kind != CLAP_LOCATION_PLUGIN || location || !receiver) return false;
    for (int32_t i = 0; i < table->effect_count; i++) {
        const shim_effect *effect = &table->effects[i];
        for (int32_t p = 0; p < effect->preset_count; p++)
            if (!tell_preset(effect, &effect->presets[p], receiver)) return true;
    }
    return true;
}

static const void *provider_extension(const clap_preset_provider *provider, const char *id) {
    (void) provider, (void) id;
    return NULL;
}

static uint32_t provider_count(const clap_preset_factory *factory) {
    (void) factory;
    return 1;
}

static const clap_provider_descriptor *provider_described(const clap_preset_factory *factory, uint32_t index) {
    (void) factory;
    return index == 0 ? &provider_descriptor : NULL;
}

static const clap_preset_provider *provider_create(const clap_preset_factory *factory,
        const clap_preset_indexer *indexer, const char *id) {
    (void) factory;
    if (!indexer || !id || strcmp(id, provider_descriptor.id)) return NULL;
    clap_preset_provider *provider = malloc(sizeof *provider);
    if (!provider) return NULL;
    *provider = (clap_preset_provider) {
        &provider_descriptor, (void *) indexer, provider_init, provider_destroy, provider_metadata, provider_extension,
    };
    return provider;
}

static const clap_preset_factory preset_factory = {provider_count, provider_described, provider_create};

/* ---- entry ---- */

static bool enter(const char *path) {
    (void) path;  /* the table is found beside the library itself */
    pthread_mutex_lock(&lock);
    if (!descriptors && describe()) {
        provider_descriptor.id = joined(table->effects[0].id, ".presets");
        provider_descriptor.name = table->name;
        provider_descriptor.vendor = table->vendor;
    }
    bool there = descriptors;
    if (there) entered++;
    pthread_mutex_unlock(&lock);
    return there;
}

static void leave(void) {
    pthread_mutex_lock(&lock);
    if (entered > 0) entered--;
    pthread_mutex_unlock(&lock);
}

static const void *factory(const char *id) {
    pthread_mutex_lock(&lock);
    bool inside = entered > 0;
    pthread_mutex_unlock(&lock);
    if (!inside || !id) return NULL;
    if (!strcmp(id, "clap.plugin-factory")) return &plugin_factory;
    if (!strcmp(id, "clap.preset-discovery-factory/2") || !strcmp(id, "clap.preset-discovery-factory/draft-2"))
        return &preset_factory;
    return NULL;
}

SHIM_EXPORT const clap_plugin_entry clap_entry = {CLAP_OURS, enter, leave, factory};
