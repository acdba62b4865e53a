#include "x11child.h"

#include <dlfcn.h>
#include <stdlib.h>

enum {
    STRUCTURE_NOTIFY = 1 << 17, EVENT_MASK = 1 << 11, CONFIGURE_NOTIFY = 22, WIDTH = 4, HEIGHT = 8, INPUT_OUTPUT = 1
};

typedef struct { uint32_t sequence; } cookie;

/* xcb_configure_notify_event_t, what is used of it. */
typedef struct {
    uint8_t type, unused[3];
    uint32_t event, window, above;
    int16_t x, y;
    uint16_t width, height;
} configured;

typedef struct {
    void *(*connect)(const char *display, int *screen);
    int (*connection_has_error)(void *);
    uint32_t (*generate_id)(void *);
    cookie (*create_window)(void *, uint8_t depth, uint32_t id, uint32_t parent, int16_t x, int16_t y, uint16_t width,
        uint16_t height, uint16_t border, uint16_t class, uint32_t visual, uint32_t mask, const uint32_t *values);
    cookie (*map_window)(void *, uint32_t);
    cookie (*configure_window)(void *, uint32_t, uint16_t mask, const uint32_t *values);
    void *(*poll_for_event)(void *);
    int (*flush)(void *);
    void (*disconnect)(void *);
} xcb_calls;

struct x11child {
    xcb_calls xcb;
    void *connection;
    uint32_t window;
    int32_t width, height;
};

static bool load(xcb_calls *xcb)
{
    void *library = dlopen("libxcb.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
    const struct {
        const char *name;
        void *slot;
    } wanted[] = {
        {"xcb_connect", &xcb->connect}, {"xcb_connection_has_error", &xcb->connection_has_error},
        {"xcb_generate_id", &xcb->generate_id}, {"xcb_create_window", &xcb->create_window},
        {"xcb_map_window", &xcb->map_window}, {"xcb_configure_window", &xcb->configure_window},
        {"xcb_poll_for_event", &xcb->poll_for_event}, {"xcb_flush", &xcb->flush}, {"xcb_disconnect", &xcb->disconnect},
    };
    bool all = true;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        void *found = dlsym(library, wanted[i].name);
        *(void **) wanted[i].slot = found;
        all = all && found;
    }
    return all;
}

static uint16_t length(int32_t pixels)
{
    return (uint16_t) (pixels < 1 ? 1 : pixels > INT16_MAX ? INT16_MAX : pixels);
}

x11child *x11child_make(uint32_t parent, int32_t width, int32_t height)
{
    x11child *child = calloc(1, sizeof *child);
    if (!child || !load(&child->xcb)) {
        free(child);
        return NULL;
    }
    child->connection = child->xcb.connect(NULL, NULL);
    if (child->xcb.connection_has_error(child->connection)) {
        x11child_destroy(child);
        return NULL;
    }
    child->window = child->xcb.generate_id(child->connection);
    child->width = width;
    child->height = height;
    uint32_t events = STRUCTURE_NOTIFY;
    child->xcb.create_window(child->connection, 0, child->window, parent, 0, 0, length(width), length(height), 0,
        INPUT_OUTPUT, 0, EVENT_MASK, &events);
    child->xcb.map_window(child->connection, child->window);
    child->xcb.flush(child->connection);
    return child;
}

uint32_t x11child_window(const x11child *child)
{
    return child->window;
}

void x11child_resize(x11child *child, int32_t width, int32_t height)
{
    child->width = width;
    child->height = height;
    uint32_t size[] = {length(width), length(height)};
    child->xcb.configure_window(child->connection, child->window, WIDTH | HEIGHT, size);
    child->xcb.flush(child->connection);
}

bool x11child_resized(x11child *child, int32_t *width, int32_t *height)
{
    *width = child->width;
    *height = child->height;
    for (configured *event; (event = child->xcb.poll_for_event(child->connection)); free(event)) {
        if ((event->type & 0x7F) != CONFIGURE_NOTIFY || event->window != child->window) continue;
        *width = event->width;
        *height = event->height;
    }
    bool changed = *width != child->width || *height != child->height;
    child->width = *width;
    child->height = *height;
    return changed;
}

/* The server destroys the window with its connection, and the library stays loaded: others may use it. */
void x11child_destroy(x11child *child)
{
    child->xcb.disconnect(child->connection);
    free(child);
}
