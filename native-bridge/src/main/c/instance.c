/* One instance: its block of shared memory, and the way of audio and events through it. */
#include "java.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DRY_FRAMES = 128, BLOCKS_BETWEEN_GUARDS = 256, LOCAL_REFERENCES = 16 };

typedef struct {
    shim_instance base;     /* what the formats and Java see */
    double rate;
    int32_t channels;       /* of the last activation */
    bool prepared;
    uint32_t blocks;
    uint32_t failed;        /* blocks since the activation */
} instance;

static JNIEnv *env_of(const instance *self)
{
    return self->base.handle >= 0 ? shim_java_env() : NULL;
}

/* An exception here is the bridge's own fault: it catches those of effects. */
static bool failed(JNIEnv *env)
{
    if (!(*env)->ExceptionCheck(env)) return false;
    (*env)->ExceptionClear(env);
    return true;
}

/* ---- life ---- */

/* Why Java has just refused. */
static void explain(instance *self, JNIEnv *env)
{
    char *fault = self->base.fault;
    if ((*env)->ExceptionCheck(env)) shim_clear_exception(env, fault, sizeof self->base.fault);
    else shim_bridge_fault(env, shim_bridge_of_bundle(), fault, sizeof self->base.fault);
}

static void open_in_java(instance *self, int64_t detail)
{
    shim_instance *base = &self->base;
    JNIEnv *env = shim_java_start() ? shim_java_env() : NULL;
    const shim_bridge *bridge = shim_bridge_of_bundle();
    if (!env) {
        const char *why = shim_java_fault();
        snprintf(base->fault, sizeof base->fault, "%s", *why ? why : "This thread cannot run Java");
        return;
    }
    if ((*env)->PushLocalFrame(env, LOCAL_REFERENCES) != JNI_OK) return;
    jstring id = (*env)->NewStringUTF(env, base->effect->id);
    if (id) base->handle = (*env)->CallStaticIntMethod(env, bridge->class, bridge->open, (jint)base->format, id,
        (jlong)(intptr_t)base->face, (jlong)detail);
    if ((*env)->ExceptionCheck(env)) base->handle = -1;
    if (base->handle < 0) explain(self, env);
    (*env)->PopLocalFrame(env, NULL);
}

shim_instance *shim_open(enum shim_format format, const shim_effect *effect, void *face, int64_t detail)
{
    static instance none = {.base = {.handle = -1, .fault = "The process has no memory left"}};
    instance *self = calloc(1, sizeof *self);
    if (!self) return &none.base;
    self->base.handle = -1;
    self->base.format = format;
    self->base.effect = effect;
    self->base.face = face;
    open_in_java(self, detail);
    return &self->base;
}

/* Every page is touched here, so that none is missing on the audio thread. */
static shim_block *new_block(int32_t max_frames, int32_t channels, bool sidechain, size_t *size)
{
    size_t planes = (size_t)channels * (sidechain ? 2 : 1);
    *size = sizeof(shim_block) + planes * (size_t)max_frames * sizeof(float);
    shim_block *block = aligned_alloc(64, (*size + 63) / 64 * 64);
    if (!block) return NULL;
    memset(block, 0, *size);
    block->max_frames = max_frames;
    block->channels = channels;
    block->sidechain_channels = sidechain ? channels : 0;
    return block;
}

static bool prepare(instance *self, JNIEnv *env, size_t size, bool offline)
{
    const shim_bridge *bridge = shim_bridge_of_bundle();
    if ((*env)->PushLocalFrame(env, LOCAL_REFERENCES) != JNI_OK) return false;
    jobject memory = (*env)->NewDirectByteBuffer(env, self->base.block, (jlong)size);
    bool good = memory && (*env)->CallStaticBooleanMethod(env, bridge->class, bridge->activate, self->base.handle,
        memory, self->rate, (jboolean)offline);
    good = good && !(*env)->ExceptionCheck(env);
    if (!good) explain(self, env);
    (*env)->PopLocalFrame(env, NULL);
    return good;
}

bool shim_activate(shim_instance *base, double rate, int32_t max_frames, int32_t channels, bool sidechain, bool offline,
    const shim_event *initial, int32_t initial_count)
{
    instance *self = (instance *)base;
    size_t size;
    if (max_frames < 1 || channels < 1 || channels > 2) return false;
    shim_deactivate(base);
    base->block = new_block(max_frames, channels, sidechain, &size);
    if (!base->block) return false;
    self->rate = rate;
    self->channels = channels;
    JNIEnv *env = env_of(self);
    if (!env) return false;
    shim_guard_signals();
    if (initial_count > SHIM_EVENTS) initial_count = SHIM_EVENTS;
    if (initial_count > 0) memcpy(base->block->in, initial, (size_t)initial_count * sizeof *initial);
    base->block->events_in = initial_count < 0 ? 0 : initial_count;
    self->prepared = prepare(self, env, size, offline);
    return self->prepared;
}

void shim_deactivate(shim_instance *base)
{
    instance *self = (instance *)base;
    JNIEnv *env = self->prepared ? env_of(self) : NULL;
    const shim_bridge *bridge = shim_bridge_of_bundle();
    if (env) {
        (*env)->CallStaticVoidMethod(env, bridge->class, bridge->deactivate, base->handle);
        failed(env);
    }
    if (self->failed) shim_say("%s: %u blocks passed through, as the bridge failed", base->effect->name, self->failed);
    self->prepared = false;
    self->failed = 0;
    free(base->block);
    base->block = NULL;
}

void shim_close(shim_instance *base)
{
    if (!base) return;
    shim_deactivate(base);
    JNIEnv *env = env_of((instance *)base);
    const shim_bridge *bridge = shim_bridge_of_bundle();
    if (env) {
        (*env)->CallStaticVoidMethod(env, bridge->class, bridge->close, base->handle);
        failed(env);
    }
    if (base->effect) free(base);
}

void shim_reset(shim_instance *base)
{
    instance *self = (instance *)base;
    JNIEnv *env = self->prepared ? env_of(self) : NULL;
    const shim_bridge *bridge = shim_bridge_of_bundle();
    if (!env) return;
    (*env)->CallStaticVoidMethod(env, bridge->class, bridge->reset, base->handle);
    failed(env);
}

/* ---- audio ---- */

/* Piece by piece over the stack, all channels before the first is written: an output may be another channel's input. */
static void pass_through(const shim_io *io, int32_t channels, int32_t from, int32_t to)
{
    float piece[2][DRY_FRAMES];
    for (int32_t frame = from; frame < to && io->out; frame += DRY_FRAMES) {
        size_t bytes = (size_t)(to - frame < DRY_FRAMES ? to - frame : DRY_FRAMES) * sizeof(float);
        for (int32_t c = 0; c < channels; c++) {
            if (io->in && io->in[c]) memcpy(piece[c], io->in[c] + frame, bytes);
            else memset(piece[c], 0, bytes);
        }
        for (int32_t c = 0; c < channels; c++) if (io->out[c]) memcpy(io->out[c] + frame, piece[c], bytes);
    }
}

static void copy_in(float *to, int32_t stride, const float *const *planes, int32_t channels, int32_t frame,
    int32_t frames)
{
    for (int32_t c = 0; c < channels; c++) {
        if (planes && planes[c]) memcpy(to + c * stride, planes[c] + frame, (size_t)frames * sizeof(float));
        else memset(to + c * stride, 0, (size_t)frames * sizeof(float));
    }
}

/* How many of the events from that one on lie before a frame; at most what a block holds. */
static int32_t events_before(const shim_io *io, int32_t first, int32_t frame)
{
    int32_t count = 0;
    while (first + count < io->event_count && count < SHIM_EVENTS && io->events[first + count].frame < frame) count++;
    return count;
}

static void put_events(shim_block *block, const shim_event *events, int32_t count, int32_t from)
{
    int32_t last = block->frames > 0 ? block->frames - 1 : 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t frame = events[i].frame - from;
        block->in[i] = events[i];
        block->in[i].frame = frame < 0 ? 0 : frame > last ? last : frame;
    }
    block->events_in = count;
}

static void emit_events(const shim_io *io, const shim_block *block, int32_t from)
{
    int32_t count = block->events_out < SHIM_EVENTS ? block->events_out : SHIM_EVENTS;
    for (int32_t i = 0; i < count && io->emit; i++) {
        shim_event event = block->out[i];
        event.frame += from;
        io->emit(io->emit_context, &event);
    }
}

static void move_on(shim_block *block, double rate, int32_t frames)
{
    double quarters = frames * block->tempo / (60 * rate);
    double bar = block->denominator > 0 ? 4.0 * block->numerator / block->denominator : 0;
    if (!(block->flags & SHIM_PLAYING)) return;
    block->position_frames += frames;
    if (!(block->flags & SHIM_HAS_TEMPO)) return;
    block->position_quarters += quarters;
    while ((block->flags & SHIM_HAS_BAR) && bar > 0 && block->position_quarters >= block->bar_start_quarters + bar)
        block->bar_start_quarters += bar;
}

/* Renders frames of the host's block, with events from that one on; false if audio passed through. */
static bool render(instance *self, JNIEnv *env, const shim_io *io, int32_t from, int32_t first, int32_t events)
{
    shim_block *block = self->base.block;
    const shim_bridge *bridge = shim_bridge_of_bundle();
    int32_t frames = block->frames, channels = block->channels, stride = block->max_frames;
    copy_in(block->audio, stride, io->in, channels, from, frames);
    if (block->sidechain_channels)
        copy_in(block->audio + channels * stride, stride, io->sidechain, block->sidechain_channels, from, frames);
    put_events(block, events ? io->events + first : NULL, events, from);
    block->events_out = 0;
    (*env)->CallStaticVoidMethod(env, bridge->class, bridge->process, self->base.handle);
    if (failed(env)) return false;
    for (int32_t c = 0; c < channels && io->out; c++)
        if (io->out[c]) memcpy(io->out[c] + from, block->audio + c * stride, (size_t)frames * sizeof(float));
    return true;
}

/* The frames that go with the next events: fewer than asked for where there are more events than a block holds. */
static int32_t cut(const shim_io *io, int32_t from, int32_t most, int32_t first, int32_t *events)
{
    int32_t left = io->frames > from ? io->frames - from : 0, frames = left < most ? left : most;
    *events = events_before(io, first, frames == left ? INT32_MAX : from + frames);
    if (*events < SHIM_EVENTS || first + *events == io->event_count) return frames;
    int32_t next = io->events[first + *events].frame;
    if (next >= from + frames) return frames;
    if (next <= from) return 0;
    *events = events_before(io, first, next);
    return next - from;
}

void shim_process(shim_instance *base, const shim_io *io)
{
    instance *self = (instance *)base;
    if (self->blocks++ % BLOCKS_BETWEEN_GUARDS == 0) shim_guard_signals();
    JNIEnv *env = self->prepared ? env_of(self) : NULL;
    if (!env) {
        pass_through(io, self->channels, 0, io->frames);
        return;
    }
    int32_t frame = 0, event = 0, events;
    for (bool more = true; more;) {
        int32_t frames = base->block->frames = cut(io, frame, base->block->max_frames, event, &events);
        if (render(self, env, io, frame, event, events)) {
            emit_events(io, base->block, frame);
        } else {
            self->failed++;
            pass_through(io, self->channels, frame, frame + frames);
        }
        frame += frames;
        event += events;
        more = frame < io->frames || event < io->event_count;
        if (more) move_on(base->block, self->rate, frames);
    }
}
