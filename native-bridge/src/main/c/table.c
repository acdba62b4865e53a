/* What is in the bundle, read from the file "table" beside the library: a scan needs no Java. */
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A table of a thousand effects has about 300 kB. */
enum { GREATEST_TABLE = 16 << 20, BYTES_OF_CID = 16 };
enum { FIELDS_OF_EFFECT = 17, FIELDS_OF_PRESET = 5, MOST_FIELDS = 24 };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char library[PATH_MAX];
static char resources[PATH_MAX];
static shim_table table = {.name = "", .vendor = "", .version = ""};

/* At loading, not at the first question: a host may have changed its folder by then. */
__attribute__((constructor)) static void find_library(void)
{
    Dl_info self;
    if (!dladdr((void *)find_library, &self) || !realpath(self.dli_fname, library)) library[0] = 0;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* dir/X.clap: dir/X.arioso; X.vst3/Contents/arch/X.so: X.vst3/Contents/Resources/arioso; X.lv2/X.so: X.lv2/arioso. */
static void find_resources(void)
{
    char folder[PATH_MAX];
    struct stat found;
    if (!library[0]) return;
    strcpy(folder, library);
    char *slash = strrchr(folder, '/');
    if (!slash) return;
    int length;
    if (ends_with(library, ".clap")) {
        length = snprintf(resources, sizeof resources, "%.*s.arioso", (int)(strlen(library) - 5), library);
    } else {
        *slash = 0;
        char *parent = strrchr(folder, '/');
        if (parent) *parent = 0;
        bool vst3 = parent && ends_with(folder, "/Contents");
        if (parent) *parent = '/';
        if (vst3) *parent = 0;
        length = snprintf(resources, sizeof resources, "%s%s", folder, vst3 ? "/Resources/arioso" : "/arioso");
    }
    if (length >= (int)sizeof resources || stat(resources, &found) != 0 || !S_ISDIR(found.st_mode)) resources[0] = 0;
}

/* The file's text with a zero behind it; null if it cannot be a table. */
static char *read_text(const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file) {
        shim_say("%s: %s", path, strerror(errno));
        return NULL;
    }
    struct stat about;
    char *text = NULL;
    if (fstat(fileno(file), &about) != 0 || !S_ISREG(about.st_mode) || about.st_size > GREATEST_TABLE) {
        shim_say("%s is no table of effects: it is larger than 16 MiB or no file", path);
    } else if ((text = malloc((size_t)about.st_size + 1))) {
        size_t length = fread(text, 1, (size_t)about.st_size, file);
        text[length] = 0;
        if (strlen(text) != length) text[0] = 0;
    }
    fclose(file);
    return text;
}

static void unescape(char *field)
{
    char *to = field;
    for (const char *from = field; *from; from++) {
        if (*from == '\\' && from[1]) {
            from++;
            *to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : *from;
        } else {
            *to++ = *from;
        }
    }
    *to = 0;
}

/* Cuts a line at its tabs; more fields than known are left alone, as a newer bundle may have them. */
static int split(char *line, char **fields)
{
    int count = 0;
    while (line && count < MOST_FIELDS) {
        char *field = strsep(&line, "\t");
        unescape(field);
        fields[count++] = field;
    }
    return count;
}

static bool read_cid(const char *text, uint8_t *cid)
{
    for (int i = 0; i < BYTES_OF_CID; i++) {
        unsigned byte;
        int read = 0;
        if (*text == '-') text++;
        if (sscanf(text, "%2x%n", &byte, &read) != 1 || read != 2) return false;
        cid[i] = (uint8_t)byte;
        text += 2;
    }
    return !*text;
}

static bool read_count(const char *text, int32_t *count)
{
    char *end;
    long value = strtol(text, &end, 10);
    *count = (int32_t)value;
    return *text && !*end && value >= 0 && value <= 1 << 20;
}

static const char *const *read_features(char *text)
{
    size_t count = 1, next = 0;
    for (const char *at = text; *at; at++) count += *at == ' ';
    const char **features = calloc(count + 1, sizeof *features);
    if (!features) return NULL;
    char *rest = text;
    while (rest) {
        const char *feature = strsep(&rest, " ");
        if (*feature) features[next++] = feature;
    }
    return features;
}

/* One more place at the end of an array whose length is count; null if there is no memory. */
static void *grown(const void *array, int32_t count, size_t size)
{
    char *bytes = realloc((void *)array, ((size_t)count + 1) * size);
    if (bytes) memset(bytes + (size_t)count * size, 0, size);
    return bytes;
}

static bool read_effect(char **field, int count)
{
    shim_effect *effects = count < FIELDS_OF_EFFECT ? NULL : grown(table.effects, table.effect_count, sizeof *effects);
    if (!effects) return false;
    table.effects = effects;
    shim_effect *effect = &effects[table.effect_count];
    int32_t sidechain;
    effect->id = field[1];
    effect->name = field[2];
    effect->vendor = field[3];
    effect->version = field[4];
    effect->description = field[5];
    effect->clap_features = read_features(field[6]);
    effect->vst3_categories = field[7];
    effect->lv2_uri = field[9];
    if (!*effect->id || !effect->clap_features || !read_cid(field[8], effect->vst3_cid)
        || !read_count(field[10], &sidechain) || !read_count(field[11], &effect->controls)
        || !read_count(field[12], &effect->meters)) return false;
    effect->sidechain = sidechain != 0;
    table.effect_count++;
    return true;
}

static const shim_effect *find_effect(const char *id)
{
    for (int32_t i = 0; i < table.effect_count; i++)
        if (strcmp(table.effects[i].id, id) == 0) return &table.effects[i];
    return NULL;
}

static bool read_preset(char **field, int count)
{
    shim_effect *effect = count < FIELDS_OF_PRESET ? NULL : (shim_effect *)find_effect(field[1]);
    shim_preset *presets = effect ? grown(effect->presets, effect->preset_count, sizeof *presets) : NULL;
    if (!presets) return false;
    presets[effect->preset_count++] = (shim_preset){field[2], field[3], field[4]};
    effect->presets = presets;
    return true;
}

static bool read_line(char *line)
{
    char *field[MOST_FIELDS];
    int count = split(line, field);
    if (strcmp(field[0], "bundle") == 0) {
        if (count < 4) return false;
        table.name = field[1];
        table.vendor = field[2];
        table.version = field[3];
        return true;
    }
    if (strcmp(field[0], "effect") == 0) return read_effect(field, count);
    if (strcmp(field[0], "preset") == 0) return read_preset(field, count);
    return true;
}

static void read_table(void)
{
    char path[PATH_MAX + 8];
    find_resources();
    if (!resources[0]) return;
    snprintf(path, sizeof path, "%s/table", resources);
    char *text = read_text(path);
    if (!text) return;
    char *rest = text;
    char *line = strsep(&rest, "\n");
    bool good = rest && strcmp(line, "arioso-bundle\t1") == 0;
    /* What ends inside a line was cut off. */
    while (good && (line = strsep(&rest, "\n"))) good = rest ? read_line(line) : !*line;
    if (good) return;
    /* What it pointed to stays: this happens once a process. */
    table.effect_count = 0;
    shim_say("%s is damaged, so the bundle has no effects; unpack or make it again", path);
}

const shim_table *shim_table_of_bundle(void)
{
    pthread_once(&once, read_table);
    if (!resources[0]) shim_say("%s: the bundle's folder of resources is missing beside it", library);
    return &table;
}

const char *shim_resources(void)
{
    pthread_once(&once, read_table);
    return resources[0] ? resources : NULL;
}

const shim_effect *shim_effect_by_id(const char *id)
{
    pthread_once(&once, read_table);
    return find_effect(id);
}
