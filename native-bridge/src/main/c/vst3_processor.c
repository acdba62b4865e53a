/* The audio thread of VST3, and what sets it up. */
#include "vst3.h"

#include <math.h>
#include <sched.h>
#include <string.h>

/* Blocks are cut at this length, so that a host's odd promise costs no memory. */
enum { LONGEST_BLOCK = 1 << 16 };

/* Some hosts render while they activate. Rendering never waits: it lets sound pass instead. */
void vst3_lock(vst3_object *object) {
    while (atomic_flag_test_and_set_explicit(&object->busy, memory_order_acquire)) sched_yield();
}

void vst3_unlock(vst3_object *object) {
    atomic_flag_clear_explicit(&object->busy, memory_order_release);
}

void vst3_read_times(vst3_object *object) {
    const shim_block *block = object->instance->block;
    if (!block) return;
    atomic_store_explicit(&object->latency, (uint32_t) block->latency, memory_order_relaxed);
    atomic_store_explicit(&object->tail, (uint32_t) block->tail, memory_order_relaxed);
}

/* ---- setting up [main thread] ---- */

static int32_t channels_of(uint64_t arrangement) {
    return arrangement == VST3_STEREO ? 2 : arrangement == VST3_MONO ? 1 : 0;
}

static uint64_t arrangement_of(int32_t channels) {
    return channels == 1 ? VST3_MONO : VST3_STEREO;
}

static bool supports(const vst3_object *object, int32_t channels) {
    int32_t handle = vst3_handle(object);
    if (handle < 0 || !vst3_java.supports) return true;
    return vst3_java.supports(handle, channels, object->effect->sidechain ? channels : 0) != 0;
}

/* Input and output are of one width; a side-chain may also be mono beside stereo, it is then heard on both sides. */
static int32_t set_arrangements(void *self, const uint64_t *in, int32_t in_count, const uint64_t *out,
        int32_t out_count) {
    vst3_object *object = vst3_owner(self);
    if (in_count < 0 || out_count < 0 || (in_count > 0 && !in) || (out_count > 0 && !out)) return VST3_INVALID_ARGUMENT;
    if (in_count < 1 || out_count != 1 || in_count > 1 + object->effect->sidechain) return VST3_FALSE;
    int32_t channels = channels_of(in[0]);
    int32_t sidechain = in_count > 1 ? channels_of(in[1]) : channels;
    if (channels == 0 || out[0] != in[0] || sidechain == 0 || sidechain > channels) return VST3_FALSE;
    bool same = channels == object->channels && sidechain == object->sidechain_channels;
    if (same) return VST3_OK;
    if (object->active || !supports(object, channels)) return VST3_FALSE;
    object->channels = channels;
    object->sidechain_channels = sidechain;
    return VST3_OK;
}

static int32_t arrangement(void *self, int32_t direction, int32_t index, uint64_t *result) {
    vst3_object *object = vst3_owner(self);
    int32_t buses = direction == VST3_INPUT ? 1 + object->effect->sidechain : direction == VST3_OUTPUT;
    if (!result || index < 0 || index >= buses) return VST3_INVALID_ARGUMENT;
    *result = arrangement_of(index == 0 ? object->channels : object->sidechain_channels);
    return VST3_OK;
}

static int32_t can_process(void *self, int32_t sample_size) {
    (void) self;
    return sample_size == VST3_FLOAT32 ? VST3_OK : VST3_FALSE;
}

static int32_t set_up(void *self, const vst3_setup *setup) {
    vst3_object *object = vst3_owner(self);
    if (!setup || setup->sample_size != VST3_FLOAT32 || setup->max_frames < 1) return VST3_INVALID_ARGUMENT;
    if (!isfinite(setup->rate) || setup->rate <= 0) return VST3_INVALID_ARGUMENT;
    if (!object->instance) return VST3_NOT_INITIALIZED;
    if (object->active) return VST3_FALSE;
    object->setup = *setup;
    if (object->setup.max_frames > LONGEST_BLOCK) object->setup.max_frames = LONGEST_BLOCK;
    return VST3_OK;
}

/* ---- rendering [audio thread] ---- */

/* Hosts that start anew do not want to hear the tail of before. */
static int32_t set_processing(void *self, uint8_t on) {
    vst3_object *object = vst3_owner(self);
    if (!object->instance) return VST3_NOT_INITIALIZED;
    if (atomic_flag_test_and_set_explicit(&object->busy, memory_order_acquire)) return VST3_FALSE;
    if (on && object->sounded && object->instance->block) {
        shim_reset(object->instance);
        object->sounded = false;
    }
    vst3_unlock(object);
    return VST3_OK;
}

/* Where a bus has its channels; null where it has none. */
static void planes_of(const vst3_buffers *buses, int32_t bus_count, int32_t bus, float *planes[2]) {
    const vst3_buffers *buffers = buses && bus < bus_count ? &buses[bus] : NULL;
    for (int32_t channel = 0; channel < 2; channel++)
        planes[channel] = buffers && buffers->planes && channel < buffers->channels ? buffers->planes[channel] : NULL;
}

static void clear_channels(vst3_buffers *buffers, int32_t from, int32_t frames) {
    for (int32_t channel = from; buffers->planes && channel < buffers->channels; channel++)
        if (buffers->planes[channel]) memset(buffers->planes[channel], 0, (size_t) frames * sizeof(float));
}

static bool is_silent(const float *samples, int32_t frames) {
    for (int32_t frame = 0; frame < frames; frame++) if (samples[frame] != 0) return false;
    return true;
}

/* Empties what no effect writes, and says truthfully which channels are silent. */
static void finish_outputs(vst3_block *block, int32_t channels) {
    for (int32_t bus = 0; block->outputs && bus < block->output_count; bus++) {
        vst3_buffers *buffers = &block->outputs[bus];
        clear_channels(buffers, bus == 0 ? channels : 0, block->frames);
        buffers->silence = 0;
        for (int32_t channel = 0; buffers->planes && channel < buffers->channels && channel < 64; channel++)
            if (buffers->planes[channel] && is_silent(buffers->planes[channel], block->frames))
                buffers->silence |= 1ull << channel;
    }
}

static void pass_through(vst3_block *block) {
    float *in[2], *out[2];
    planes_of(block->inputs, block->input_count, 0, in);
    planes_of(block->outputs, block->output_count, 0, out);
    size_t bytes = (size_t) block->frames * sizeof(float);
    for (int32_t channel = 0; channel < 2; channel++) {
        if (!out[channel]) continue;
        if (in[channel]) memmove(out[channel], in[channel], bytes);
        else memset(out[channel], 0, bytes);
    }
    finish_outputs(block, 2);
}

static void read_transport(shim_block *shared, const vst3_transport *transport) {
    shared->flags = 0;
    if (!transport) return;
    uint32_t state = transport->state;
    shared->flags = SHIM_HAS_FRAMES
        | (state & VST3_PLAYING ? SHIM_PLAYING : 0)
        | (state & VST3_RECORDING ? SHIM_RECORDING : 0)
        | (state & VST3_HAS_TEMPO ? SHIM_HAS_TEMPO : 0)
        | (state & VST3_HAS_QUARTERS ? SHIM_HAS_QUARTERS : 0)
        | (state & VST3_HAS_BAR ? SHIM_HAS_BAR : 0)
        | (state & VST3_HAS_SIGNATURE ? SHIM_HAS_SIGNATURE : 0);
    shared->position_frames = transport->position_frames;
    shared->position_quarters = transport->quarters;
    shared->bar_start_quarters = transport->bar_quarters;
    shared->tempo = transport->tempo;
    shared->numerator = transport->numerator;
    shared->denominator = transport->denominator;
}

static void render(vst3_object *object, vst3_block *block) {
    float *in[2], *out[2], *sidechain[2];
    planes_of(block->inputs, block->input_count, 0, in);
    planes_of(block->inputs, block->input_count, 1, sidechain);
    planes_of(block->outputs, block->output_count, 0, out);
    if (!sidechain[1]) sidechain[1] = sidechain[0];
    read_transport(object->instance->block, block->transport);
    if (sidechain[0]) object->instance->block->flags |= SHIM_HAS_SIDECHAIN;
    shim_io io = {
        .in = (const float *const *) in, .out = out,
        .sidechain = sidechain[0] ? (const float *const *) sidechain : NULL,
        .frames = block->frames, .events = object->values, .event_count = object->value_count,
        .emit = vst3_write_change, .emit_context = block->changes_out
    };
    shim_process(object->instance, &io);
    vst3_read_times(object);
    object->sounded = true;
    finish_outputs(block, object->channels);
}

static int32_t process(void *self, vst3_block *block) {
    vst3_object *object = vst3_owner(self);
    if (!block || block->sample_size != VST3_FLOAT32 || block->frames < 0) return VST3_INVALID_ARGUMENT;
    if (atomic_flag_test_and_set_explicit(&object->busy, memory_order_acquire)) {
        pass_through(block);
        return VST3_OK;
    }
    bool ready = object->instance && object->instance->block;
    vst3_read_changes(object, block->changes_in, block->frames);
    if (ready) {
        render(object, block);
    } else {
        vst3_keep_values(object);
        pass_through(block);
    }
    int32_t result = object->instance ? VST3_OK : VST3_NOT_INITIALIZED;
    vst3_unlock(object);
    return result;
}

/* ---- what a host may ask at any time ---- */

static uint32_t latency(void *self) {
    return atomic_load_explicit(&vst3_owner(self)->latency, memory_order_relaxed);
}

static uint32_t tail(void *self) {
    uint32_t frames = atomic_load_explicit(&vst3_owner(self)->tail, memory_order_relaxed);
    return frames == INT32_MAX ? VST3_ENDLESS_TAIL : frames;
}

const vst3_processor_table vst3_processor_functions = {
    vst3_query, vst3_add_ref, vst3_release, set_arrangements, arrangement, can_process, latency, set_up,
    set_processing, process, tail
};

static uint32_t needs(void *self) {
    (void) self;
    return VST3_NEEDS;
}

const vst3_requirements_table vst3_requirements_functions = {vst3_query, vst3_add_ref, vst3_release, needs};
