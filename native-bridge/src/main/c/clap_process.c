/* CLAP's audio thread: a block is cut at transport changes, its events are translated, what comes back is pushed. */
#include <math.h>
#include <string.h>
#include "clap_face.h"

/* ---- events out ---- */

static void push(void *context, const shim_event *event) {
    clap_face *face = context;
    uint32_t time = face->out_start + event->frame;
    bool taken = true;
    if (!face->out) return;
    if (event->kind == SHIM_VALUE) {
        clap_value_event value = {
            .header = {sizeof value, time, 0, CLAP_PARAM_VALUE, 0}, .parameter = event->parameter, .note = -1,
            .port = -1, .channel = -1, .key = -1, .value = event->value,
        };
        taken = face->out->try_push(face->out, &value.header);
    } else {
        uint16_t type = event->kind == SHIM_GESTURE_BEGIN ? CLAP_GESTURE_BEGIN : CLAP_GESTURE_END;
        clap_gesture_event gesture = {{sizeof gesture, time, 0, type, 0}, event->parameter};
        taken = face->out->try_push(face->out, &gesture.header);
    }
    if (taken) return;
    face->lost = true;
    face->host->request_callback(face->host);
}

/* ---- transport ---- */

/* Fills in the transport as it is some frames after the host's word for it; null for none. */
static void set_transport(const clap_face *face, const clap_transport *from, uint32_t frames) {
    shim_block *block = face->shim->block;
    if (!from) return;
    uint32_t flags = from->flags;
    bool playing = flags & CLAP_PLAYING;
    double tempo = isfinite(from->tempo) && from->tempo > 0 ? from->tempo : 0;
    if (playing) block->flags |= SHIM_PLAYING;
    if (flags & CLAP_RECORDING) block->flags |= SHIM_RECORDING;
    if (flags & CLAP_HAS_TEMPO && tempo > 0) {
        block->flags |= SHIM_HAS_TEMPO;
        block->tempo = tempo;
    }
    if (flags & CLAP_HAS_BEATS) {
        block->flags |= SHIM_HAS_QUARTERS | SHIM_HAS_BAR;
        block->position_quarters = from->beats / CLAP_PARTS + (playing ? frames * tempo / (60 * face->rate) : 0);
        block->bar_start_quarters = from->bar_start / CLAP_PARTS;
    }
    if (flags & CLAP_HAS_SIGNATURE && from->numerator > 0 && from->denominator > 0) {
        block->flags |= SHIM_HAS_SIGNATURE;
        block->numerator = from->numerator;
        block->denominator = from->denominator;
        double bar = 4.0 * from->numerator / from->denominator;
        double past = block->position_quarters - block->bar_start_quarters;
        if (flags & CLAP_HAS_BEATS && frames > 0 && past >= bar) block->bar_start_quarters += floor(past / bar) * bar;
    }
    if (flags & CLAP_HAS_SECONDS) {
        block->flags |= SHIM_HAS_FRAMES;
        block->position_frames = llround(from->seconds / CLAP_PARTS * face->rate) + (playing ? frames : 0);
    }
}

/* ---- one block ---- */

/* A block on its way: what is rendered up to now, and the events that wait for the next piece. */
typedef struct {
    clap_face *face;
    const float *in[2], *sidechain[2];
    float *out[2];
    bool has_sidechain;
    uint32_t done;               /* frames */
    int32_t waiting;             /* events, their frames counted from the block's start */
    const clap_transport *transport;
    uint32_t transport_from;     /* the frame that it speaks of */
} walk;

static void render(walk *walk, uint32_t end, int32_t events) {
    clap_face *face = walk->face;
    const float *in[2] = {0}, *sidechain[2] = {0};
    float *out[2] = {0};
    for (int32_t c = 0; c < face->channels; c++) {
        if (walk->in[c]) in[c] = walk->in[c] + walk->done;
        if (walk->sidechain[c]) sidechain[c] = walk->sidechain[c] + walk->done;
        if (walk->out[c]) out[c] = walk->out[c] + walk->done;
    }
    for (int32_t e = 0; e < events; e++) face->events[e].frame -= walk->done;
    if (face->shim->block) {
        face->shim->block->flags = walk->has_sidechain ? SHIM_HAS_SIDECHAIN : 0;
        set_transport(face, walk->transport, walk->done - walk->transport_from);
    }
    face->out_start = walk->done;
    shim_io io = {
        .in = in, .out = out, .sidechain = walk->has_sidechain ? sidechain : NULL, .frames = end - walk->done,
        .events = face->events, .event_count = events, .emit = push, .emit_context = face,
    };
    shim_process(face->shim, &io);
    walk->waiting -= events;
    memmove(face->events, face->events + events, walk->waiting * sizeof(shim_event));
    walk->done = end;
}

static int32_t events_before(const walk *walk, uint32_t frame) {
    int32_t before = 0;
    while (before < walk->waiting && (uint32_t) walk->face->events[before].frame < frame) before++;
    return before;
}

/* Renders up to a frame. */
static void render_to(walk *walk, uint32_t frame) {
    if (frame > walk->done) render(walk, frame, events_before(walk, frame));
}

/* Makes room for more events: renders up to the last one's frame, and takes all over where they share it. */
static void make_room(walk *walk) {
    uint32_t last = walk->face->events[walk->waiting - 1].frame;
    render_to(walk, last);
    if (walk->waiting == SHIM_EVENTS) render(walk, last, SHIM_EVENTS);
}

static void take_event(walk *walk, const clap_event *event, uint32_t frames) {
    clap_face *face = walk->face;
    if (!event || event->space != 0) return;
    uint32_t time = event->time < frames ? event->time : frames > 0 ? frames - 1 : 0;
    uint32_t earliest = walk->waiting > 0 ? (uint32_t) face->events[walk->waiting - 1].frame : walk->done;
    if (time < earliest) time = earliest;
    if (event->type == CLAP_PARAM_VALUE && event->size >= sizeof(clap_value_event)) {
        const clap_value_event *value = (const clap_value_event *) event;
        if (walk->waiting == SHIM_EVENTS) make_room(walk);
        face->events[walk->waiting++] = (shim_event) {
            .frame = time, .kind = SHIM_VALUE, .parameter = value->parameter, .value = value->value,
        };
    } else if (event->type == CLAP_TRANSPORT && event->size >= sizeof(clap_transport)) {
        render_to(walk, time);
        walk->transport = (const clap_transport *) event;
        walk->transport_from = time;
    }
}

/* Takes in the host's events and renders all frames; out may be null, and so may in. */
static void walk_through(walk *walk, const clap_input_events *in, const clap_output_events *out, uint32_t frames) {
    walk->face->out = out;
    uint32_t count = in ? in->size(in) : 0;
    for (uint32_t e = 0; e < count; e++) take_event(walk, in->get(in, e), frames);
    render(walk, frames, walk->waiting);
    walk->face->out = NULL;
    const shim_block *block = walk->face->shim->block;
    uint32_t tail = block ? block->tail : 0;
    if (tail == walk->face->tail) return;
    walk->face->tail = tail;
    const clap_host_changed *told = walk->face->host_tail;
    if (told && told->changed) told->changed(walk->face->host);
}

static const float *plane(const clap_audio *audio, uint32_t channel) {
    return audio->data32 && channel < audio->channels ? audio->data32[channel] : NULL;
}

/* Fills in where sound comes from and goes to; false if there is nowhere to put it. */
static bool find_planes(walk *walk, const clap_block *block) {
    uint32_t channels = walk->face->channels;
    const clap_audio *main = block->inputs && block->input_count > 0 ? &block->inputs[0] : NULL;
    const clap_audio *side = block->inputs && block->input_count > 1 ? &block->inputs[1] : NULL;
    const clap_audio *out = block->outputs && block->output_count > 0 ? &block->outputs[0] : NULL;
    for (uint32_t c = 0; c < channels; c++) {
        if (main) walk->in[c] = plane(main, c);
        if (side) walk->sidechain[c] = plane(side, c);
        if (walk->sidechain[c]) walk->has_sidechain = true;
        if (out) walk->out[c] = (float *) plane(out, c);
        if (!walk->out[c]) return block->frames == 0;
    }
    return true;
}

static bool is_constant(const float *samples, uint32_t frames) {
    for (uint32_t f = 1; f < frames; f++) if (samples[f] != samples[0]) return false;
    return true;
}

/* Says which channels hold one value only; ports and channels that we do not have are silenced. */
static void finish_outputs(const clap_face *face, const clap_block *block) {
    for (uint32_t port = 0; block->outputs && port < block->output_count; port++) {
        clap_audio *out = &block->outputs[port];
        out->constant_mask = 0;
        for (uint32_t c = 0; c < out->channels && out->data32; c++) {
            float *samples = out->data32[c];
            if (!samples) continue;
            if (port > 0 || c >= (uint32_t) face->channels) memset(samples, 0, block->frames * sizeof(float));
            if (c < 64 && is_constant(samples, block->frames)) out->constant_mask |= (uint64_t) 1 << c;
        }
    }
}

/* Never lets the host sleep: slow modulation runs on in silence, and the sound must not depend on the host. */
int32_t clap_process(const clap_plugin *plugin, const clap_block *block) {
    clap_face *face = clap_face_of(plugin);
    if (!block || !face->active || block->frames > INT32_MAX) return CLAP_ERROR;
    walk walk = {.face = face, .transport = block->transport};
    if (!find_planes(&walk, block)) return CLAP_ERROR;
    walk_through(&walk, block->in, block->out, block->frames);
    finish_outputs(face, block);
    return CLAP_CONTINUE;
}

/* While no audio runs, on the main thread: Java takes the events over and answers with the user's edits. */
static void exchange(walk *walk) {
    clap_face *face = walk->face;
    int32_t back = clap_java_tables.exchange(&face->plugin, face->events, walk->waiting);
    for (int32_t b = 0; b < back; b++) push(face, &face->events[b]);
    walk->waiting = 0;
}

void clap_flush(const clap_plugin *plugin, const clap_input_events *in, const clap_output_events *out) {
    clap_face *face = clap_face_of(plugin);
    if (!face->shim) return;
    walk walk = {.face = face};
    if (face->active) {
        walk_through(&walk, in, out, 0);
        return;
    }
    if (!clap_has_java(face)) return;
    face->out = out;
    face->out_start = 0;
    uint32_t count = in ? in->size(in) : 0;
    for (uint32_t e = 0; e < count; e++) {
        if (walk.waiting == SHIM_EVENTS) exchange(&walk);
        take_event(&walk, in->get(in, e), 0);
    }
    exchange(&walk);
    face->out = NULL;
}
