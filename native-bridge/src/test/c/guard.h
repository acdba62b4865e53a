/* The shim from outside, as formats use it: a library built for tests with all its functions visible. */
#ifndef GUARD_H
#define GUARD_H

#include "shim.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    void *library;
    const shim_table *(*table)(void);
    const shim_effect *(*effect)(const char *id);
    bool (*start)(void);
    const char *(*fault)(void), *(*missing)(void);
    shim_instance *(*open)(enum shim_format, const shim_effect *, void *, int64_t);
    bool (*activate)(shim_instance *, double, int32_t, int32_t, bool, bool, const shim_event *, int32_t);
    void (*deactivate)(shim_instance *), (*close)(shim_instance *), (*reset)(shim_instance *);
    void (*process)(shim_instance *, const shim_io *);
} shim;

/* Ends the program with a sentence unless the condition holds. */
#define CHECK(condition, ...) do { if (!(condition)) { \
    fprintf(stderr, "%s:%d: ", __FILE__, __LINE__); fprintf(stderr, __VA_ARGS__); fputc('\n', stderr); \
    _Exit(1); } } while (0)

static inline shim load_shim(const char *path)
{
    shim loaded = {.library = dlopen(path, RTLD_NOW | RTLD_LOCAL)};
    CHECK(loaded.library, "%s", dlerror());
    struct { void *slot; const char *name; } functions[] = {
        {&loaded.table, "shim_table_of_bundle"}, {&loaded.effect, "shim_effect_by_id"},
        {&loaded.start, "shim_java_start"},
        {&loaded.fault, "shim_java_fault"}, {&loaded.missing, "shim_java_missing"}, {&loaded.open, "shim_open"},
        {&loaded.activate, "shim_activate"}, {&loaded.deactivate, "shim_deactivate"}, {&loaded.close, "shim_close"},
        {&loaded.reset, "shim_reset"}, {&loaded.process, "shim_process"}};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *function = dlsym(loaded.library, functions[i].name);
        CHECK(function, "%s", functions[i].name);
        memcpy(functions[i].slot, &function, sizeof function);
    }
    return loaded;
}

/* An instance that is ready for blocks of up to 64 stereo frames. */
static inline shim_instance *open_ready(const shim *from, const char *id)
{
    const shim_effect *effect = from->effect(id);
    CHECK(effect, "no effect %s", id);
    shim_instance *instance = from->open(SHIM_CLAP, effect, NULL, 0);
    from->activate(instance, 48000, 64, 2, false, false, NULL, 0);
    return instance;
}

/* One block of the same value everywhere; what comes out first. */
static inline float render_one(const shim *from, shim_instance *instance, float value)
{
    float left[64], right[64];
    for (int i = 0; i < 64; i++) left[i] = right[i] = value;
    float *planes[] = {left, right};
    from->process(instance, &(shim_io){.in = (const float **)planes, .out = planes, .frames = 64});
    return left[0];
}

/* Something that a host can do, by its name on the command line. */
typedef struct {
    const char *name;
    void (*run)(void);
} what;

/* Does what is named and ends the program; a check that fails ends it before. */
static inline _Noreturn void run_what(const what *whats, const char *name)
{
    while (whats->name && strcmp(whats->name, name) != 0) whats++;
    CHECK(whats->name, "unknown: %s", name);
    whats->run();
    puts("fine");
    exit(0);
}

#endif
