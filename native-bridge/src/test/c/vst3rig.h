/* One module and one plug-in of it, as the test hosts drive them. */
#ifndef ARIOSO_VST3RIG_H
#define ARIOSO_VST3RIG_H

#include "vst3host.h"

/* ---- module ---- */

typedef struct {
    void *handle;
    bool (*enter)(void *);
    bool (*leave)(void);
    struct {
        const vst3_factory_table *table;
    } *factory;
} module;

static module open_module(const char *bundle) {
    char path[4096], *name = strdup(bundle);
    while (name[strlen(name) - 1] == '/') name[strlen(name) - 1] = 0;
    char *base = strrchr(name, '/') ? strrchr(name, '/') + 1 : name;
    int length = (int) (strlen(base) - strlen(".vst3"));
    snprintf(path, sizeof path, "%s/Contents/x86_64-linux/%.*s.so", name, length, base);
    free(name);
    module module = {dlopen(path, RTLD_NOW | RTLD_LOCAL), NULL, NULL, NULL};
    if (!module.handle) {
        fprintf(stderr, "%s\n", dlerror());
        exit(2);
    }
    module.enter = dlsym(module.handle, "ModuleEntry");
    module.leave = dlsym(module.handle, "ModuleExit");
    void *(*get)(void) = dlsym(module.handle, "GetPluginFactory");
    EXPECT(module.enter && module.leave && get, "an entry point is missing");
    EXPECT(module.enter(module.handle), "ModuleEntry refused");
    module.factory = get();
    host.application = &application_table;
    host.loop = &loop_table;
    module.factory->table->set_host(module.factory, (vst3_unknown *) &host.application);
    return module;
}

static void close_module(module *module) {
    module->factory->table->set_host(module->factory, NULL);
    EXPECT(module->leave(), "ModuleExit refused");
    dlclose(module->handle);
}

static inline bool java_runs(void) {
    char line[4096];
    bool found = false;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps && fgets(line, sizeof line, maps)) found = found || strstr(line, "libjvm");
    if (maps) fclose(maps);
    return found;
}

static inline long resident_kib(void) {
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    if (file) fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

/* ---- one plug-in ---- */

typedef struct rig {
    module *module;
    struct { const vst3_component_table *table; } *component;
    struct { const vst3_processor_table *table; } *processor;
    struct { const vst3_controller_table *table; } *controller;
    struct { const vst3_units_table *table; } *units;
    handler handler;
    double rate;
    int32_t channels, sidechain, most_frames, mode;
    float *in[2], *key[2], *out[2];      /* GUARD frames before and behind each */
    vst3_buffers inputs[2], outputs[1];
    vst3_transport transport;
    vst3_block block;
    changes *changes, *told;
} rig;

/* The class of a name, or of a cid in hexadecimal digits. */
static bool find_class(module *module, const char *wanted, vst3_class_info2 *info) {
    for (int32_t i = 0; i < module->factory->table->class_count(module->factory); i++) {
        char cid[33] = "";
        EXPECT(module->factory->table->class_info2(module->factory, i, info) == VST3_OK, "no info of class %d", i);
        for (int b = 0; b < 16; b++) sprintf(cid + 2 * b, "%02X", info->cid[b]);
        if (!strcasecmp(cid, wanted) || !strcmp(info->name, wanted)) return true;
    }
    return false;
}

static void *query(void *object, const vst3_id id) {
    void *found = NULL;
    ((vst3_unknown *) object)->table->query(object, id, &found);
    return found;
}

static void *create(module *module, const char *wanted) {
    vst3_class_info2 info;
    void *made = NULL;
    if (!find_class(module, wanted, &info)) {
        fprintf(stderr, "no class %s\n", wanted);
        exit(2);
    }
    EXPECT(module->factory->table->create(module->factory, info.cid, VST3_COMPONENT_ID, &made) == VST3_OK && made,
        "%s cannot be made", wanted);
    return made;
}

static void open_rig(rig *rig, module *module, const char *wanted) {
    memset(rig, 0, sizeof *rig);
    rig->module = module;
    rig->component = create(module, wanted);
    EXPECT(rig->component->table->initialize(rig->component, (vst3_unknown *) &host.application) == VST3_OK,
        "initialize refused");
    rig->processor = query(rig->component, VST3_PROCESSOR_ID);
    rig->controller = query(rig->component, VST3_CONTROLLER_ID);
    rig->units = query(rig->component, VST3_UNITS_ID);
    EXPECT(rig->processor && rig->controller && rig->units, "an interface is missing");
    rig->handler.table = &handler_table;
    rig->controller->table->set_handler(rig->controller, (vst3_unknown *) &rig->handler);
    rig->changes = new_changes();
    rig->told = new_changes();
    rig->channels = 2;
    rig->sidechain = 0;
}

static float *new_plane(int32_t frames) {
    float *plane = calloc((size_t) frames + 2 * GUARD, sizeof *plane);
    for (int32_t i = 0; i < GUARD; i++) plane[i] = plane[GUARD + frames + i] = 1234.5f;
    return plane + GUARD;
}

static void check_guards(const float *plane, int32_t frames) {
    for (int32_t i = 1; i <= GUARD; i++)
        EXPECT(plane[-i] == 1234.5f && plane[frames + i - 1] == 1234.5f, "the plug-in wrote outside of its buffer");
}

static inline void start_rig(rig *rig, double rate, int32_t most_frames) {
    uint64_t width = rig->channels == 1 ? VST3_MONO : VST3_STEREO, wanted[2] = {width, width};
    int32_t buses = rig->component->table->bus_count(rig->component, VST3_AUDIO, VST3_INPUT);
    EXPECT(rig->processor->table->set_arrangements(rig->processor, wanted, buses, wanted, 1) == VST3_OK,
        "%d channels were refused", rig->channels);
    vst3_setup setup = {rig->mode, VST3_FLOAT32, most_frames, rate};
    EXPECT(rig->processor->table->set_up(rig->processor, &setup) == VST3_OK, "setupProcessing refused %g Hz", rate);
    rig->component->table->activate_bus(rig->component, VST3_AUDIO, VST3_INPUT, 0, 1);
    rig->component->table->activate_bus(rig->component, VST3_AUDIO, VST3_OUTPUT, 0, 1);
    if (rig->sidechain) rig->component->table->activate_bus(rig->component, VST3_AUDIO, VST3_INPUT, 1, 1);
    EXPECT(rig->component->table->set_active(rig->component, 1) == VST3_OK, "setActive refused");
    rig->rate = rate;
    rig->most_frames = most_frames;
    for (int32_t c = 0; c < rig->channels; c++) {
        rig->in[c] = new_plane(most_frames);
        rig->key[c] = new_plane(most_frames);
        rig->out[c] = new_plane(most_frames);
    }
    rig->inputs[0] = (vst3_buffers) {rig->channels, 0, rig->in};
    rig->inputs[1] = (vst3_buffers) {rig->sidechain ? rig->channels : 0, 0, rig->key};
    rig->outputs[0] = (vst3_buffers) {rig->channels, 0, rig->out};
    rig->block = (vst3_block) {
        .mode = rig->mode, .sample_size = VST3_FLOAT32, .input_count = buses, .output_count = 1,
        .inputs = rig->inputs, .outputs = rig->outputs, .changes_in = (vst3_changes *) rig->changes,
        .changes_out = (vst3_changes *) rig->told, .transport = &rig->transport
    };
}

static inline void stop_rig(rig *rig) {
    EXPECT(rig->component->table->set_active(rig->component, 0) == VST3_OK, "setActive(false) refused");
    for (int32_t c = 0; c < rig->channels; c++) {
        check_guards(rig->in[c], rig->most_frames);
        check_guards(rig->out[c], rig->most_frames);
        free(rig->in[c] - GUARD), free(rig->key[c] - GUARD), free(rig->out[c] - GUARD);
    }
}

static void free_changes(changes *changes) {
    for (int32_t i = 0; i < MOST_QUEUES; i++) free(changes->queues[i].points);
    free(changes);
}

static void close_rig(rig *rig) {
    rig->controller->table->set_handler(rig->controller, NULL);
    rig->units->table->release(rig->units);
    rig->controller->table->release(rig->controller);
    rig->processor->table->release(rig->processor);
    EXPECT(rig->component->table->terminate(rig->component) == VST3_OK, "terminate refused");
    uint32_t left = rig->component->table->release(rig->component);
    EXPECT(left == 0, "%u references are left", left);
    free_changes(rig->changes);
    free_changes(rig->told);
}

/* Renders what is in the rig's buffers. [audio thread] */
static inline int32_t render_block(rig *rig, int32_t frames) {
    rig->block.frames = frames;
    rig->told->count = 0;
    int32_t result = rig->processor->table->process(rig->processor, &rig->block);
    rig->changes->count = 0;
    return result;
}

/* Runs a function on a thread of its own, while this one serves the run loop. */
typedef struct {
    void (*run)(struct rig *rig, void *context);
    rig *rig;
    void *context;
    _Atomic bool done;
} audio_task;

static void *run_task(void *given) {
    audio_task *task = given;
    task->rig->processor->table->set_processing(task->rig->processor, 1);
    task->run(task->rig, task->context);
    task->rig->processor->table->set_processing(task->rig->processor, 0);
    task->done = true;
    return NULL;
}

static inline void on_audio(rig *rig, void (*run)(struct rig *, void *), void *context) {
    audio_task task = {run, rig, context, false};
    pthread_t thread;
    pthread_create(&thread, NULL, run_task, &task);
    while (!task.done) {
        serve_main_thread();
        usleep(2000);
    }
    pthread_join(thread, NULL);
}

#endif
