/*
 *   vst3fuzz <vst3> <class> [seed]
 *
 * Does to a VST3 plug-in what no host should: wrong order, null pointers, broken states, odd blocks and rates. Exit
 * code 0 if the plug-in answers with errors, keeps its state and still renders.
 */
#include "vst3rig.h"

static const char *wanted;
static chance dice;

static stream saved_state(rig *rig) {
    stream saved = stream_of(NULL, 0);
    EXPECT(rig->component->table->get_state(rig->component, &saved) == VST3_OK, "no state");
    return saved;
}

static bool finite_output(const rig *rig, int32_t frames) {
    for (int32_t c = 0; c < rig->channels; c++)
        for (int32_t f = 0; f < frames; f++) if (!isfinite(rig->out[c][f])) return false;
    return true;
}

static void fill(rig *rig) {
    for (int32_t c = 0; c < rig->channels; c++) for (int32_t f = 0; f < rig->most_frames; f++)
        rig->in[c][f] = (float) between(&dice, -1, 1), rig->key[c][f] = (float) between(&dice, -1, 1);
}

static uint32_t any_parameter(rig *rig) {
    vst3_parameter_info info = {0};
    int32_t count = rig->controller->table->parameter_count(rig->controller);
    rig->controller->table->parameter_info(rig->controller, (int32_t) (next_number(&dice) % (uint64_t) count), &info);
    return info.id;
}

/* ---- identities ---- */

static void factory_answers_odd_questions(module *module) {
    const vst3_factory_table *table = module->factory->table;
    void *object = &object;
    vst3_class_info2 info;
    find_class(module, wanted, &info);
    EXPECT(table->create(module->factory, info.cid, VST3_VIEW_ID, &object) != VST3_OK && !object, "made as a view");
    info.cid[15] ^= 1;
    EXPECT(table->create(module->factory, info.cid, VST3_COMPONENT_ID, &object) != VST3_OK && !object, "wrong cid");
    EXPECT(table->create(module->factory, NULL, VST3_COMPONENT_ID, &object) != VST3_OK, "null cid");
    EXPECT(table->create(module->factory, info.cid, NULL, &object) != VST3_OK, "null interface");
    EXPECT(table->create(module->factory, info.cid, VST3_COMPONENT_ID, NULL) != VST3_OK, "null result");
    EXPECT(table->class_info2(module->factory, -1, &info) != VST3_OK, "class -1");
    EXPECT(table->class_info2(module->factory, 1 << 20, &info) != VST3_OK, "class 2^20");
    EXPECT(table->class_info(module->factory, 0, NULL) != VST3_OK, "class info to null");
    EXPECT(table->class_info_wide(module->factory, 0, NULL) != VST3_OK, "wide class info to null");
    EXPECT(table->factory_info(module->factory, NULL) != VST3_OK, "factory info to null");
}

/* From every interface every other is reached, and the unknown is always the same. */
static void identity_is_symmetric(module *module) {
    const uint8_t *ids[] = {VST3_COMPONENT_ID, VST3_PROCESSOR_ID, VST3_CONTROLLER_ID, VST3_CONTROLLER2_ID,
        VST3_UNITS_ID, VST3_CONNECTION_ID, VST3_REQUIREMENTS_ID, VST3_BASE_ID};
    enum { COUNT = sizeof ids / sizeof *ids };
    vst3_unknown *component = create(module, wanted), *unknown = query(component, VST3_UNKNOWN_ID);
    for (int i = 0; i < COUNT; i++) {
        vst3_unknown *one = query(component, ids[i]);
        EXPECT(one, "interface %d is missing", i);
        for (int j = 0; j < COUNT && one; j++) {
            vst3_unknown *other = query(one, ids[j]), *again = query(other, ids[i]);
            vst3_unknown *same = query(other, VST3_UNKNOWN_ID);
            EXPECT(again == one && same == unknown, "interfaces %d and %d do not lead to each other", i, j);
            other->table->release(other), again->table->release(again), same->table->release(same);
        }
        if (one) one->table->release(one);
    }
    vst3_id odd;
    memcpy(odd, VST3_COMPONENT_ID, sizeof odd);
    odd[15] ^= 0xFF;
    void *object = &object;
    EXPECT(component->table->query(component, odd, &object) == VST3_NO_INTERFACE && !object, "an unknown interface");
    EXPECT(component->table->query(component, NULL, &object) != VST3_OK, "a null interface");
    EXPECT(component->table->query(component, odd, NULL) != VST3_OK, "a null result");
    unknown->table->release(unknown);
    EXPECT(component->table->release(component) == 0, "references are left");
}

/* ---- order ---- */

static void wrong_order_is_refused(module *module) {
    rig rig = {.module = module, .channels = 2, .component = create(module, wanted)};
    rig.processor = query(rig.component, VST3_PROCESSOR_ID);
    rig.controller = query(rig.component, VST3_CONTROLLER_ID);
    const vst3_component_table *component = rig.component->table;
    vst3_setup setup = {VST3_REALTIME, VST3_FLOAT32, 64, 48000};
    stream nowhere = stream_of(NULL, 0);
    vst3_block nothing = {.sample_size = VST3_FLOAT32};
    EXPECT(component->terminate(rig.component) != VST3_OK, "terminate before initialize");
    EXPECT(component->set_active(rig.component, 1) != VST3_OK, "active before initialize");
    EXPECT(component->set_active(rig.component, 0) != VST3_OK, "inactive before initialize");
    EXPECT(component->get_state(rig.component, &nowhere) != VST3_OK, "a state before initialize");
    EXPECT(component->set_state(rig.component, &nowhere) != VST3_OK, "a state set before initialize");
    EXPECT(rig.processor->table->set_up(rig.processor, &setup) != VST3_OK, "set up before initialize");
    EXPECT(rig.processor->table->set_processing(rig.processor, 1) != VST3_OK, "processing before initialize");
    EXPECT(rig.processor->table->process(rig.processor, &nothing) != VST3_OK, "process before initialize");
    EXPECT(rig.controller->table->parameter_count(rig.controller) == 0, "parameters before initialize");
    rig.controller->table->get(rig.controller, 1);
    EXPECT(!rig.controller->table->create_view(rig.controller, "editor"), "a view before initialize");

    EXPECT(component->initialize(rig.component, NULL) == VST3_OK, "no initialize without a host");
    EXPECT(component->initialize(rig.component, NULL) != VST3_OK, "initialize twice");
    EXPECT(component->set_active(rig.component, 0) != VST3_OK, "inactive while inactive");
    EXPECT(component->set_active(rig.component, 1) == VST3_OK, "not active without set up");
    EXPECT(component->set_active(rig.component, 1) != VST3_OK, "active twice");
    EXPECT(component->initialize(rig.component, NULL) != VST3_OK, "initialize while active");
    EXPECT(rig.processor->table->set_up(rig.processor, &setup) != VST3_OK, "set up while active");
    uint64_t mono = VST3_MONO;
    EXPECT(rig.processor->table->set_arrangements(rig.processor, &mono, 1, &mono, 1) != VST3_OK, "mono while active");
    EXPECT(component->activate_bus(rig.component, VST3_AUDIO, VST3_INPUT, 0, 1) == VST3_OK, "a bus while active");
    EXPECT(component->terminate(rig.component) == VST3_OK, "not terminated while active");
    EXPECT(component->terminate(rig.component) != VST3_OK, "terminated twice");
    EXPECT(component->initialize(rig.component, NULL) == VST3_OK, "not initialized again");
    rig.processor->table->release(rig.processor);
    rig.controller->table->release(rig.controller);
    EXPECT(component->release(rig.component) == 0, "released while initialized");
}

static void null_pointers_are_refused(rig *rig) {
    double value;
    EXPECT(rig->component->table->set_state(rig->component, NULL) != VST3_OK, "state from null");
    EXPECT(rig->component->table->get_state(rig->component, NULL) != VST3_OK, "state to null");
    EXPECT(rig->component->table->bus_info(rig->component, 0, 0, 0, NULL) != VST3_OK, "bus info to null");
    EXPECT(rig->processor->table->set_up(rig->processor, NULL) != VST3_OK, "set up by null");
    EXPECT(rig->processor->table->process(rig->processor, NULL) != VST3_OK, "process null");
    EXPECT(rig->processor->table->arrangement(rig->processor, 0, 0, NULL) != VST3_OK, "arrangement to null");
    EXPECT(rig->processor->table->set_arrangements(rig->processor, NULL, 1, NULL, 1) != VST3_OK, "null arrangements");
    EXPECT(rig->controller->table->parameter_info(rig->controller, 0, NULL) != VST3_OK, "parameter info to null");
    EXPECT(rig->controller->table->text_of(rig->controller, 0, 0, NULL) != VST3_OK, "text to null");
    EXPECT(rig->controller->table->value_of(rig->controller, 0, NULL, &value) != VST3_OK, "value of null");
    EXPECT(rig->controller->table->set_component_state(rig->controller, NULL) != VST3_OK, "component state from null");
    EXPECT(!rig->controller->table->create_view(rig->controller, NULL), "a view without a name");
    EXPECT(rig->units->table->unit_info(rig->units, 0, NULL) != VST3_OK, "unit info to null");
    EXPECT(rig->units->table->list_info(rig->units, 0, NULL) != VST3_OK, "list info to null");
    EXPECT(rig->units->table->program_name(rig->units, 1, 0, NULL) != VST3_OK, "program name to null");
    EXPECT(rig->component->table->bus_info(rig->component, 0, 0, 99, &(vst3_bus_info) {0}) != VST3_OK, "bus 99");
    EXPECT(rig->component->table->activate_bus(rig->component, 0, 1, -1, 1) != VST3_OK, "bus -1");
    EXPECT(rig->units->table->program_name(rig->units, 1, 1 << 20, (vst3_text) {0}) != VST3_OK, "program 2^20");
}

static void odd_set_ups_are_refused(rig *rig) {
    const double rates[] = {0, -48000, NAN, INFINITY};
    for (int i = 0; i < 4; i++) {
        vst3_setup setup = {VST3_REALTIME, VST3_FLOAT32, 64, rates[i]};
        EXPECT(rig->processor->table->set_up(rig->processor, &setup) != VST3_OK, "set up for %g Hz", rates[i]);
    }
    EXPECT(rig->processor->table->set_up(rig->processor, &(vst3_setup) {0, VST3_FLOAT32, 0, 48000}) != VST3_OK,
        "set up for 0 frames");
    EXPECT(rig->processor->table->set_up(rig->processor, &(vst3_setup) {0, VST3_FLOAT32, -5, 48000}) != VST3_OK,
        "set up for -5 frames");
    EXPECT(rig->processor->table->set_up(rig->processor, &(vst3_setup) {0, 1, 64, 48000}) != VST3_OK, "64 bits");
    EXPECT(rig->processor->table->can_process(rig->processor, 1) != VST3_OK, "can process 64 bits");
    uint64_t surround[] = {0x3F, 0x3F};
    EXPECT(rig->processor->table->set_arrangements(rig->processor, surround, 1, surround, 1) != VST3_OK, "5.1");
    EXPECT(rig->processor->table->set_arrangements(rig->processor, surround, 0, surround, 0) != VST3_OK, "no buses");
    EXPECT(rig->processor->table->set_arrangements(rig->processor, surround, -1, surround, 1) != VST3_OK, "-1 buses");
}

/* ---- states ---- */

static void broken_states_change_nothing(rig *rig) {
    stream good = saved_state(rig);
    for (int round = 0; round < 60; round++) {
        size_t cut = good.size - 2; /* without its last bracket; behind that comes a line feed */
        size_t size = round < 30 ? next_number(&dice) % cut : next_number(&dice) % 5000;
        uint8_t *bytes = malloc(size + 1);
        for (size_t i = 0; i < size; i++) bytes[i] = round < 30 ? good.bytes[i] : (uint8_t) next_number(&dice);
        stream broken = stream_of(bytes, size);
        EXPECT(rig->component->table->set_state(rig->component, &broken) != VST3_OK, "%zu broken bytes loaded", size);
        stream after = saved_state(rig);
        EXPECT(after.size == good.size && !memcmp(after.bytes, good.bytes, good.size), "a broken state was kept");
        free(after.bytes), free(bytes);
    }
    for (int round = 0; round < 60; round++) { /* whatever is left of it, it must load whole or not at all */
        stream bent = stream_of(memcpy(malloc(good.size), good.bytes, good.size), good.size);
        for (int i = 0; i < 4; i++) bent.bytes[next_number(&dice) % good.size] = (uint8_t) next_number(&dice);
        rig->component->table->set_state(rig->component, &bent);
        free(bent.bytes);
    }
    stream failing = {&stream_table, NULL, 0, 0, SIZE_MAX};
    EXPECT(rig->component->table->get_state(rig->component, &failing) != VST3_OK, "saved to a stream that fails");
    good.position = 0;
    EXPECT(rig->component->table->set_state(rig->component, &good) == VST3_OK, "the good state was not loaded");
    stream after = saved_state(rig);
    EXPECT(after.size == good.size && !memcmp(after.bytes, good.bytes, good.size), "saved again it is another state");
    free(after.bytes), free(good.bytes);
}

static void odd_values_are_survived(rig *rig) {
    uint32_t id = any_parameter(rig);
    EXPECT(rig->controller->table->set(rig->controller, id, NAN) != VST3_OK, "a value that is no number");
    EXPECT(rig->controller->table->set(rig->controller, 0x7EADBEEF, 0.5) != VST3_OK, "an unknown parameter");
    const double odd[] = {-1, 2, INFINITY, -INFINITY, 1e-320};
    for (int i = 0; i < 5; i++) {
        rig->controller->table->set(rig->controller, id, odd[i]);
        double value = rig->controller->table->get(rig->controller, id);
        EXPECT(value >= 0 && value <= 1, "%g became %g", odd[i], value);
    }
    vst3_text endless;
    for (int i = 0; i < 128; i++) endless[i] = (vst3_char) next_number(&dice) | 1;
    double value;
    rig->controller->table->value_of(rig->controller, id, endless, &value);
}

/* What a value reads as means the same value again. */
static void texts_come_back(rig *rig) {
    int32_t count = rig->controller->table->parameter_count(rig->controller);
    for (int32_t i = 0; i < count; i++) {
        vst3_parameter_info info;
        vst3_text first, again;
        double value;
        rig->controller->table->parameter_info(rig->controller, i, &info);
        EXPECT(info.default_value >= 0 && info.default_value <= 1, "default %g of %u", info.default_value, info.id);
        if (info.flags & VST3_READ_ONLY) continue;
        for (int round = 0; round < 8; round++) {
            rig->controller->table->text_of(rig->controller, info.id, between(&dice, 0, 1), first);
            EXPECT(rig->controller->table->value_of(rig->controller, info.id, first, &value) == VST3_OK,
                "parameter %u does not understand its own text", info.id);
            rig->controller->table->text_of(rig->controller, info.id, value, again);
            EXPECT(!memcmp(first, again, sizeof first), "parameter %u reads otherwise the second time", info.id);
        }
    }
}

/* ---- blocks ---- */

static void odd_blocks(rig *rig, void *context) {
    (void) context;
    fill(rig);
    const vst3_block whole = rig->block;
    EXPECT(render_block(rig, -50000) != VST3_OK, "-50000 frames");
    EXPECT(render_block(rig, 0) == VST3_OK, "0 frames");
    rig->block.sample_size = 1;
    EXPECT(render_block(rig, 64) != VST3_OK, "64 bits");
    rig->block = whole;
    rig->block.inputs = NULL, rig->block.outputs = NULL, rig->block.input_count = rig->block.output_count = 0;
    add_change(rig->changes, any_parameter(rig), 0, 0.5);
    EXPECT(render_block(rig, 0) == VST3_OK, "a flush without buffers");
    EXPECT(render_block(rig, 64) == VST3_OK, "a block without buffers");
    rig->block = whole;
    rig->block.changes_in = rig->block.changes_out = NULL, rig->block.transport = NULL;
    EXPECT(render_block(rig, 64) == VST3_OK, "a block with sound alone");
    rig->block = whole;
    float *nothing[2] = {NULL, NULL};
    rig->outputs[0].planes = nothing, rig->inputs[0].planes = nothing;
    EXPECT(render_block(rig, 64) == VST3_OK, "a block with null channels");
    rig->outputs[0].planes = NULL, rig->inputs[0].planes = NULL;
    EXPECT(render_block(rig, 64) == VST3_OK, "a block with null lists of channels");
    rig->outputs[0] = (vst3_buffers) {0, 0, rig->out}, rig->inputs[0] = (vst3_buffers) {0, 0, rig->in};
    EXPECT(render_block(rig, 64) == VST3_OK, "a block with zero channels");
    rig->outputs[0] = (vst3_buffers) {1, 0, rig->out}, rig->inputs[0] = (vst3_buffers) {1, 0, rig->in};
    EXPECT(render_block(rig, 64) == VST3_OK, "a block with one channel of two");
    rig->outputs[0] = (vst3_buffers) {2, 0, rig->out}, rig->inputs[0] = (vst3_buffers) {2, 0, rig->in};
    rig->transport = (vst3_transport) {.state = ~0u, .rate = NAN, .quarters = NAN, .tempo = INFINITY, .numerator = -3};
    EXPECT(render_block(rig, 64) == VST3_OK, "a block with an odd transport");
    rig->transport = (vst3_transport) {0};
    EXPECT(finite_output(rig, 64), "not finite after odd blocks");
}

static void odd_changes(rig *rig, void *context) {
    (void) context;
    for (int round = 0; round < 100; round++) {
        int count = round == 0 ? 6000 : 40;
        for (int i = 0; i < count; i++) {
            uint32_t id = next_number(&dice) % 16 ? any_parameter(rig) : (uint32_t) next_number(&dice);
            if (id == 0x7067726D) continue;
            double value = next_number(&dice) % 32 ? between(&dice, -0.1, 1.1) : NAN;
            add_change(rig->changes, id, (int32_t) (next_number(&dice) % 140) - 10, value);
        }
        fill(rig);
        EXPECT(render_block(rig, 64) == VST3_OK, "process failed");
        EXPECT(finite_output(rig, 64), "not finite after odd changes");
    }
}

/* More frames than were promised, in blocks with room for them. */
static void too_many_frames(rig *rig, void *context) {
    (void) context;
    EXPECT(render_block(rig, 128) == VST3_OK, "twice the promised frames");
    EXPECT(finite_output(rig, 128), "not finite");
}

static void all_rates(module *module) {
    const double rates[] = {1234.5678, 12345.678, 22050, 44100, 123456.78, 768000, 1234567.8};
    for (int i = 0; i < 7; i++) {
        rig rig;
        open_rig(&rig, module, wanted);
        rig.channels = 1 + i % 2;
        rig.sidechain = rig.component->table->bus_count(rig.component, VST3_AUDIO, VST3_INPUT) - 1;
        start_rig(&rig, rates[i], 64);
        on_audio(&rig, odd_changes, NULL);
        stop_rig(&rig);
        close_rig(&rig);
    }
}

static void blocks(module *module) {
    rig rig;
    open_rig(&rig, module, wanted);
    start_rig(&rig, 48000, 64);
    on_audio(&rig, odd_blocks, NULL);
    on_audio(&rig, odd_changes, NULL);
    stop_rig(&rig);
    vst3_setup promise = {VST3_REALTIME, VST3_FLOAT32, 64, 48000};
    start_rig(&rig, 48000, 128);
    rig.component->table->set_active(rig.component, 0);
    rig.processor->table->set_up(rig.processor, &promise);
    rig.component->table->set_active(rig.component, 1);
    on_audio(&rig, too_many_frames, NULL);
    stop_rig(&rig);
    close_rig(&rig);
}

/* ---- threads ---- */

static _Atomic bool stop_rendering;

static void *render_always(void *given) {
    rig *rig = given;
    while (!stop_rendering) {
        add_change(rig->changes, 1573592237, 0, between(&dice, 0, 1));
        render_block(rig, 64);
    }
    return NULL;
}

/* Some hosts render while they activate; sound then passes through, or is what the effect makes of it. */
static void rendering_while_activating(module *module) {
    rig rig;
    open_rig(&rig, module, wanted);
    start_rig(&rig, 48000, 64);
    pthread_t audio;
    stop_rendering = false;
    pthread_create(&audio, NULL, render_always, &rig);
    for (int i = 0; i < 30; i++) {
        EXPECT(rig.component->table->set_active(rig.component, 0) == VST3_OK, "not deactivated");
        usleep(500);
        EXPECT(rig.component->table->set_active(rig.component, 1) == VST3_OK, "not activated");
        usleep(500);
    }
    stop_rendering = true;
    pthread_join(audio, NULL);
    stop_rig(&rig);
    close_rig(&rig);
}

/* A value that a block has brought while inactive is in the state. */
static void flushed_values_are_kept(module *module) {
    rig rig;
    open_rig(&rig, module, wanted);
    stream before = saved_state(&rig);
    vst3_block flush = {.sample_size = VST3_FLOAT32, .changes_in = (vst3_changes *) rig.changes};
    add_change(rig.changes, 1573592237, 0, 1); /* bypass */
    EXPECT(rig.processor->table->process(rig.processor, &flush) == VST3_OK, "no flush while inactive");
    stream after = saved_state(&rig);
    EXPECT(rig.controller->table->get(rig.controller, 1573592237) == 1, "a flushed value was lost");
    EXPECT(before.size != after.size || memcmp(before.bytes, after.bytes, before.size), "the state lacks it");
    free(before.bytes), free(after.bytes);
    close_rig(&rig);
}

/* Interfaces that are held longer than the module must not crash when they go. */
static void late_release(module *module) {
    vst3_unknown *component = create(module, wanted), *units = query(component, VST3_UNITS_ID);
    vst3_unknown *point = query(component, VST3_CONNECTION_ID);
    const vst3_connection_table *connection = (const void *) point->table;
    EXPECT(connection->connect(point, NULL) != VST3_OK, "connected to nothing");
    EXPECT(connection->connect(point, point) == VST3_OK, "not connected");
    EXPECT(connection->notify(point, NULL) != VST3_OK, "told nothing");
    EXPECT(connection->disconnect(point, point) == VST3_OK, "not disconnected");
    point->table->release(point);
    component->table->release(component);
    module->leave();
    EXPECT(units->table->release(units) == 0, "references are left");
    module->enter(module->handle);
}

static void one_instance(module *module) {
    rig rig;
    open_rig(&rig, module, wanted);
    null_pointers_are_refused(&rig);
    odd_set_ups_are_refused(&rig);
    broken_states_change_nothing(&rig);
    odd_values_are_survived(&rig);
    texts_come_back(&rig);
    close_rig(&rig);
}

int main(int count, char **words) {
    if (count < 3) {
        fprintf(stderr, "vst3fuzz <vst3> <class> [seed]\n");
        return 2;
    }
    main_thread = pthread_self();
    wanted = words[2];
    dice.state = count > 3 ? strtoull(words[3], NULL, 10) : 1;
    printf("seed %llu\n", (unsigned long long) dice.state);
    setvbuf(stdout, NULL, _IOLBF, 0);
    static const struct {
        const char *name;
        void (*run)(module *module);
    } trials[] = {
        {"factory", factory_answers_odd_questions}, {"identity", identity_is_symmetric},
        {"order", wrong_order_is_refused}, {"instance", one_instance}, {"blocks", blocks}, {"rates", all_rates},
        {"threads", rendering_while_activating}, {"flush", flushed_values_are_kept}, {"late release", late_release}
    };
    module module = open_module(words[1]);
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
        printf("%s\n", trials[i].name);
        trials[i].run(&module);
    }
    close_module(&module);
    EXPECT(host_references == 0, "%d references to the host are left", (int) host_references);
    return failures != 0;
}
