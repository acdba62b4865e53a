/*
 * A MIDI sequencer in which nothing ever happens, to be preloaded into a DAW that refuses to start without ALSA's
 * sequencer (a kernel module that containers and build machines lack). Audio is not touched.
 *
 * Only what needs the kernel is replaced; the rest of libasound works without it.
 */
#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <sys/eventfd.h>

static int never_ready = -1;
static int handle;

int snd_seq_open(void **sequencer, const char *name, int streams, int mode) {
    (void)name, (void)streams, (void)mode;
    if (never_ready < 0) never_ready = eventfd(0, EFD_CLOEXEC);
    *sequencer = &handle;
    return never_ready < 0 ? -errno : 0;
}

int snd_seq_poll_descriptors_count(void *sequencer, short events) {
    (void)sequencer, (void)events;
    return 1;
}

int snd_seq_poll_descriptors(void *sequencer, struct pollfd *fds, unsigned int space, short events) {
    (void)sequencer, (void)events;
    if (space == 0) return 0;
    fds[0] = (struct pollfd) {.fd = never_ready, .events = POLLIN};
    return 1;
}

int snd_seq_event_input(void *sequencer, void **event) {
    (void)sequencer;
    *event = NULL;
    return -EAGAIN;
}

#define DOES_NOTHING(name, result) int name(void *sequencer) { (void)sequencer; return result; }

DOES_NOTHING(snd_seq_close, 0)
DOES_NOTHING(snd_seq_client_id, 128)
DOES_NOTHING(snd_seq_set_client_name, 0)
DOES_NOTHING(snd_seq_create_simple_port, 0)
DOES_NOTHING(snd_seq_delete_simple_port, 0)
DOES_NOTHING(snd_seq_alloc_queue, 0)
DOES_NOTHING(snd_seq_free_queue, 0)
DOES_NOTHING(snd_seq_control_queue, 0)
DOES_NOTHING(snd_seq_drain_output, 0)
DOES_NOTHING(snd_seq_drop_input, 0)
DOES_NOTHING(snd_seq_drop_output, 0)
DOES_NOTHING(snd_seq_event_input_pending, 0)
DOES_NOTHING(snd_seq_event_output, 0)
DOES_NOTHING(snd_seq_event_output_direct, 0)
DOES_NOTHING(snd_seq_free_event, 0)
DOES_NOTHING(snd_seq_get_any_client_info, -ENOENT)
DOES_NOTHING(snd_seq_get_any_port_info, -ENOENT)
DOES_NOTHING(snd_seq_get_port_info, 0)
DOES_NOTHING(snd_seq_get_queue_status, 0)
DOES_NOTHING(snd_seq_get_queue_tempo, 0)
DOES_NOTHING(snd_seq_query_next_client, -ENOENT)
DOES_NOTHING(snd_seq_query_next_port, -ENOENT)
DOES_NOTHING(snd_seq_query_port_subscribers, -ENOENT)
DOES_NOTHING(snd_seq_remove_events, 0)
DOES_NOTHING(snd_seq_set_port_info, 0)
DOES_NOTHING(snd_seq_set_queue_tempo, 0)
DOES_NOTHING(snd_seq_set_queue_timer, 0)
DOES_NOTHING(snd_seq_subscribe_port, 0)
DOES_NOTHING(snd_seq_unsubscribe_port, 0)
