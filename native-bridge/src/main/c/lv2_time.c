/* time:Position atoms: where the song is. Everything in them is checked: they come from other plug-ins, too. */
#include "lv2.h"

#include <math.h>
#include <string.h>

static size_t padded(size_t size)
{
    return (size + 7) & ~(size_t) 7;
}

static bool is_position(const lv2_urids *urids, const lv2_atom *atom)
{
    bool object = atom->type == urids->object || atom->type == urids->blank || atom->type == urids->resource;
    return object && atom->size >= sizeof(lv2_atom_object)
        && ((const lv2_atom_object *) (atom + 1))->type == urids->position;
}

const lv2_atom_event *lv2_position_in(const lv2_urids *urids, const lv2_atom *sequence, const lv2_atom_event *after)
{
    if (!sequence || urids->sequence == 0 || sequence->type != urids->sequence || sequence->size < 8) return NULL;
    const char *body = (const char *) (sequence + 1);
    const char *end = body + sequence->size;
    const char *at = body + 8;
    if (after) at = (const char *) after + sizeof *after + padded(after->atom.size);
    while (at < end && (size_t) (end - at) >= sizeof(lv2_atom_event)) {
        const lv2_atom_event *event = (const lv2_atom_event *) at;
        if (event->atom.size > (size_t) (end - at) - sizeof *event) return NULL;
        if (is_position(urids, &event->atom)) return event;
        at += sizeof *event + padded(event->atom.size);
    }
    return NULL;
}

/* False for what is not a finite number. */
static bool number(const lv2_urids *urids, const lv2_atom *atom, double *value)
{
    const void *body = atom + 1;
    if (atom->type == urids->Float && atom->size >= 4) {
        float read;
        memcpy(&read, body, sizeof read);
        *value = read;
    } else if (atom->type == urids->Double && atom->size >= 8) {
        memcpy(value, body, sizeof *value);
    } else if (atom->type == urids->Long && atom->size >= 8) {
        int64_t read;
        memcpy(&read, body, sizeof read);
        *value = (double) read;
    } else if (atom->type == urids->Int && atom->size >= 4) {
        int32_t read;
        memcpy(&read, body, sizeof read);
        *value = read;
    } else {
        return false;
    }
    return isfinite(*value);
}

/* What a position says; NAN where it is silent. */
typedef struct {
    double frame, speed, bar, bar_beat, beat, beat_unit, beats_per_bar, tempo;
} position;

static void take_property(position *read, const lv2_urids *urids, const lv2_atom_property *property)
{
    const struct {
        uint32_t key;
        double *to;
    } known[] = {
        {urids->frame, &read->frame}, {urids->speed, &read->speed}, {urids->bar, &read->bar},
        {urids->bar_beat, &read->bar_beat}, {urids->beat, &read->beat}, {urids->beat_unit, &read->beat_unit},
        {urids->beats_per_bar, &read->beats_per_bar}, {urids->beats_per_minute, &read->tempo},
    };
    double value;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (property->key == known[i].key && number(urids, &property->value, &value)) *known[i].to = value;
}

static position read_position(const lv2_urids *urids, const lv2_atom *atom)
{
    position read = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    const char *at = (const char *) (atom + 1) + sizeof(lv2_atom_object);
    const char *end = (const char *) (atom + 1) + atom->size;
    while (at < end && (size_t) (end - at) >= sizeof(lv2_atom_property)) {
        const lv2_atom_property *property = (const lv2_atom_property *) at;
        if (property->value.size > (size_t) (end - at) - sizeof *property) break;
        take_property(&read, urids, property);
        at += sizeof *property + padded(property->value.size);
    }
    return read;
}

void lv2_transport_take(lv2_transport *now, const lv2_urids *urids, const lv2_atom_event *event)
{
    position read = read_position(urids, &event->atom);
    if (!isnan(read.speed)) now->speed = read.speed;
    if (read.beat_unit >= 1 && read.beat_unit <= 128) now->beat_unit = rint(read.beat_unit);
    if (read.beats_per_bar >= 1 && read.beats_per_bar <= 128) {
        now->beats_per_bar = read.beats_per_bar;
        now->flags |= SHIM_HAS_SIGNATURE;
    }
    double quarters_per_beat = 4 / now->beat_unit;
    if (read.tempo > 0) {
        now->tempo = read.tempo * quarters_per_beat;
        now->flags |= SHIM_HAS_TEMPO;
    }
    if (!isnan(read.frame)) {
        now->frame = read.frame;
        now->flags |= SHIM_HAS_FRAMES;
    }
    double beat = isnan(read.beat) ? read.bar * now->beats_per_bar + read.bar_beat : read.beat;
    if (!isnan(beat)) {
        now->quarters = beat * quarters_per_beat;
        now->flags |= SHIM_HAS_QUARTERS;
    }
    if (!isnan(beat) && !isnan(read.bar_beat)) {
        now->bar_start = (beat - read.bar_beat) * quarters_per_beat;
        now->flags |= SHIM_HAS_BAR;
    }
    now->flags = now->speed == 0 ? now->flags & ~SHIM_PLAYING : now->flags | SHIM_PLAYING;
}

/* A host tells only what changes; in between the song goes on by itself. */
void lv2_transport_move(lv2_transport *now, int32_t frames, double rate)
{
    if (!(now->flags & SHIM_PLAYING)) return;
    double moved = frames * now->speed;
    now->frame += moved;
    if (!(now->flags & SHIM_HAS_TEMPO)) return;
    now->quarters += moved * now->tempo / (60 * rate);
    double bar = now->beats_per_bar * 4 / now->beat_unit;
    double bars = floor((now->quarters - now->bar_start) / bar);
    if (isfinite(bars)) now->bar_start += bars * bar;
}

void lv2_transport_show(const lv2_transport *now, shim_block *block)
{
    block->flags = now->flags;
    block->position_frames = (int64_t) fmax(-9e18, fmin(9e18, rint(now->frame)));
    block->position_quarters = now->quarters;
    block->bar_start_quarters = now->bar_start;
    block->tempo = now->tempo;
    block->numerator = (int32_t) rint(now->beats_per_bar);
    block->denominator = (int32_t) now->beat_unit;
}
