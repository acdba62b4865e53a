/* What a DAW does before it makes an instance: scan, and list the presets. */
#ifndef ARIOSO_CLAPHOST_SCAN_H
#define ARIOSO_CLAPHOST_SCAN_H

#include "claphost_arguments.h"

/* ---- scan ---- */

static int scan(void) {
    double start = seconds();
    library library = open_library(argument(0));
    uint32_t count = library.factory->count(library.factory);
    for (uint32_t i = 0; i < count; i++) {
        const clap_descriptor *descriptor = library.factory->descriptor(library.factory, i);
        printf("%s|%s|%s|%s|%s|", descriptor->id, descriptor->name, descriptor->vendor, descriptor->release,
            descriptor->description);
        for (const char *const *feature = descriptor->features; *feature; feature++) printf("%s ", *feature);
        printf("\n");
    }
    printf("scanned %u in %.1f ms, %d virtual machines\n", count, (seconds() - start) * 1000, virtual_machines());
    EXPECT(dlopen("libjvm.so", RTLD_NOW | RTLD_NOLOAD) == NULL, "the scan has loaded Java");
    EXPECT(library.entry->init(argument(0)), "a second init");
    library.entry->deinit();
    EXPECT(library.entry->get_factory("clap.plugin-factory"), "no factory after one deinit of two");
    library.entry->deinit();
    EXPECT(!library.entry->get_factory("clap.plugin-factory"), "a factory after the last deinit");
    EXPECT(library.entry->init(argument(0)) && library.entry->get_factory("clap.plugin-factory"), "no init again");
    close_library(&library);
    return failures != 0;
}

/* ---- presets ---- */

typedef struct {
    int locations, presets;
    char names[2000][256], keys[2000][256], ids[2000][256];
} crawl;

static bool no_filetype(const clap_preset_indexer *indexer, const void *filetype) {
    (void) indexer, (void) filetype;
    return true;
}

static bool take_location(const clap_preset_indexer *indexer, const clap_preset_location *location) {
    EXPECT(location->kind == CLAP_LOCATION_PLUGIN && !location->path && *location->name, "location");
    ((crawl *) indexer->data)->locations++;
    return true;
}

static const void *no_extension(const clap_preset_indexer *indexer, const char *id) {
    (void) indexer, (void) id;
    return NULL;
}

static bool take_preset(const clap_preset_receiver *receiver, const char *name, const char *key) {
    crawl *crawl = receiver->data;
    if (crawl->presets == 2000) return false;
    snprintf(crawl->names[crawl->presets], 256, "%s", name);
    snprintf(crawl->keys[crawl->presets++], 256, "%s", key);
    return true;
}

static void take_plugin_id(const clap_preset_receiver *receiver, const clap_universal_id *id) {
    crawl *crawl = receiver->data;
    EXPECT(!strcmp(id->abi, "clap"), "abi %s", id->abi);
    snprintf(crawl->ids[crawl->presets - 1], 256, "%s", id->id);
}

static void take_text(const clap_preset_receiver *receiver, const char *text) {
    (void) receiver;
    EXPECT(text && *text, "an empty text");
}

static void take_flags(const clap_preset_receiver *receiver, uint32_t flags) { (void) receiver, (void) flags; }

static void take_error(const clap_preset_receiver *receiver, int32_t os_error, const char *message) {
    (void) receiver, (void) os_error;
    failed("%s", message);
}

static int presets(void) {
    double start = seconds();
    library library = open_library(argument(0));
    const clap_preset_factory *factory = library.entry->get_factory("clap.preset-discovery-factory/2");
    EXPECT(factory == library.entry->get_factory("clap.preset-discovery-factory/draft-2"), "two preset factories");
    crawl *found = calloc(1, sizeof *found);
    clap_preset_indexer indexer = {{1, 2, 0}, "test", "", "", "", found, no_filetype, take_location, no_filetype,
        no_extension};
    clap_preset_receiver receiver = {found, take_error, take_preset, take_plugin_id, take_text, take_flags, take_text,
        take_text, NULL, take_text, NULL};
    EXPECT(!factory->create(factory, &indexer, "nobody") && !factory->descriptor(factory, 9), "a foreign provider");
    for (uint32_t p = 0; p < factory->count(factory); p++) {
        const clap_provider_descriptor *descriptor = factory->descriptor(factory, p);
        const clap_preset_provider *provider = factory->create(factory, &indexer, descriptor->id);
        EXPECT(provider && provider->descriptor->id == descriptor->id && provider->init(provider), "provider");
        EXPECT(provider->get_metadata(provider, CLAP_LOCATION_PLUGIN, NULL, &receiver), "no presets");
        EXPECT(!provider->get_metadata(provider, CLAP_LOCATION_FILE, "/nowhere", &receiver), "a foreign location");
        provider->destroy(provider);
    }
    EXPECT(found->locations == 1, "%d locations", found->locations);
    double crawled = seconds() - start;
    EXPECT(dlopen("libjvm.so", RTLD_NOW | RTLD_NOLOAD) == NULL, "the preset list has loaded Java");
    for (int i = 0; i < found->presets; i++) printf("%s|%s|%s\n", found->ids[i], found->keys[i], found->names[i]);
    printf("%d presets in %.1f ms\n", found->presets, crawled * 1000);
    rig rig;
    for (int i = 0; i < found->presets && flag("--load"); i++) {
        if (i == 0 || strcmp(found->ids[i], found->ids[i - 1])) {
            if (i > 0) close_rig(&rig);
            open_rig(&rig, &library, found->ids[i]);
        }
        const clap_preset_load *load = rig.plugin->get_extension(rig.plugin, "clap.preset-load/2");
        rig.host->presets_loaded = rig.host->preset_errors = 0;
        EXPECT(load->from_location(rig.plugin, CLAP_LOCATION_PLUGIN, NULL, found->keys[i]), "%s", found->keys[i]);
        EXPECT(!load->from_location(rig.plugin, CLAP_LOCATION_PLUGIN, NULL, "nothing"), "a preset of no name");
        EXPECT(!load->from_location(rig.plugin, CLAP_LOCATION_PLUGIN, NULL, NULL), "a preset without a name");
        EXPECT(!load->from_location(rig.plugin, CLAP_LOCATION_FILE, "/nowhere", NULL), "a file that is not there");
        EXPECT(rig.host->presets_loaded == 1 && rig.host->preset_errors == 3, "the host was not told");
    }
    if (found->presets && flag("--load")) close_rig(&rig);
    free(found);
    close_library(&library);
    return failures != 0;
}

#endif
