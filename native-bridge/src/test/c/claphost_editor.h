/* Editors in a window of the host's: opened, clicked, resized, closed and opened again. Speaks to X11 by itself. */
#ifndef ARIOSO_CLAPHOST_EDITOR_H
#define ARIOSO_CLAPHOST_EDITOR_H

#include "claphost.h"
#include "claphost_checks.h"

typedef unsigned long xid;

typedef struct {
    void *display;
    xid root, parent;
    void *(*open)(const char *);
    xid (*default_root)(void *);
    xid (*create)(void *, xid, int, int, unsigned, unsigned, unsigned, unsigned long, unsigned long);
    int (*map)(void *, xid), (*destroy)(void *, xid), (*sync)(void *, int), (*free)(void *);
    int (*resize)(void *, xid, unsigned, unsigned);
    int (*tree)(void *, xid, xid *, xid *, xid **, unsigned *);
    int (*geometry)(void *, xid, xid *, int *, int *, unsigned *, unsigned *, unsigned *, unsigned *);
} screen;

static screen open_screen(void) {
    screen screen = {0};
    void *x11 = dlopen("libX11.so.6", RTLD_NOW);
    if (!x11) {
        fprintf(stderr, "%s\n", dlerror());
        exit(2);
    }
    *(void **) &screen.open = dlsym(x11, "XOpenDisplay");
    *(void **) &screen.default_root = dlsym(x11, "XDefaultRootWindow");
    *(void **) &screen.create = dlsym(x11, "XCreateSimpleWindow");
    *(void **) &screen.map = dlsym(x11, "XMapWindow");
    *(void **) &screen.destroy = dlsym(x11, "XDestroyWindow");
    *(void **) &screen.sync = dlsym(x11, "XSync");
    *(void **) &screen.free = dlsym(x11, "XFree");
    *(void **) &screen.resize = dlsym(x11, "XResizeWindow");
    *(void **) &screen.tree = dlsym(x11, "XQueryTree");
    *(void **) &screen.geometry = dlsym(x11, "XGetGeometry");
    screen.display = screen.open(NULL);
    if (!screen.display) {
        fprintf(stderr, "no display\n");
        exit(2);
    }
    screen.root = screen.default_root(screen.display);
    return screen;
}

/* The size of the largest window inside one, as far down as they go; 0 while there is none. */
static unsigned largest_inside(screen *screen, xid window, unsigned *width, unsigned *height) {
    xid root, above, *below = NULL;
    unsigned count = 0, border, depth, wide, high, area = 0;
    int x, y;
    if (!screen->tree(screen->display, window, &root, &above, &below, &count)) return 0;
    for (unsigned i = 0; i < count; i++) {
        unsigned inner_width, inner_height;
        if (!screen->geometry(screen->display, below[i], &root, &x, &y, &wide, &high, &border, &depth)) continue;
        /* A toolkit's window for the keyboard's focus has one pixel. */
        if (largest_inside(screen, below[i], &inner_width, &inner_height) > 1) wide = inner_width, high = inner_height;
        if (wide * high > area) area = wide * high, *width = wide, *height = high;
    }
    if (below) screen->free(below);
    return area;
}

/* Serves the plug-in for a while, as a DAW's main loop does. */
static void run_loop(rig *rig, double time) {
    for (double end = seconds() + time; seconds() < end; usleep(5000)) {
        serve(rig);
        if (atomic_exchange(&rig->host->flushes, 0) > 0) {
            flush(rig);
            for (uint32_t e = 0; e < rig->answers.count; e++) {
                any_event *event = &rig->answers.events[e];
                double value = event->header.type == CLAP_PARAM_VALUE ? event->value.value : 0;
                printf("edit %d of %u: %g\n", event->header.type, event->value.parameter, value);
            }
        }
    }
}

/* Waits until a window of that size is in another one. */
static bool wait_for_size(rig *rig, screen *screen, xid outer, unsigned width, unsigned height) {
    unsigned now_width = 0, now_height = 0;
    for (double end = seconds() + 60; seconds() < end; run_loop(rig, 0.1))
        if (largest_inside(screen, outer, &now_width, &now_height) && now_width == width && now_height == height)
            return true;
    failed("the editor is %u x %u and not %u x %u", now_width, now_height, width, height);
    return false;
}

static void show_editor(rig *rig, screen *screen, const clap_gui *gui, const char *script) {
    uint32_t width = 0, height = 0, wide = 1, high = 1;
    EXPECT(gui->create(rig->plugin, "x11", false), "no editor");
    EXPECT(!gui->create(rig->plugin, "x11", false), "an editor twice");
    EXPECT(gui->set_scale(rig->plugin, 1), "no scale");
    EXPECT(gui->get_size(rig->plugin, &width, &height) && width > 100 && height > 100, "size %u x %u", width, height);
    EXPECT(gui->can_resize(rig->plugin), "not resizable");
    clap_resize_hints hints = {0};
    EXPECT(gui->get_resize_hints(rig->plugin, &hints) && hints.horizontally && hints.vertically, "hints");
    EXPECT(gui->adjust_size(rig->plugin, &wide, &high) && wide > 1 && high > 1, "least size");
    screen->parent = screen->create(screen->display, screen->root, 0, 0, width, height, 0, 0, 0);
    screen->map(screen->display, screen->parent);
    screen->sync(screen->display, 0);
    clap_window window = {"x11", screen->parent};
    EXPECT(gui->set_parent(rig->plugin, &window) && gui->show(rig->plugin), "not embedded");
    double start = seconds();
    if (wait_for_size(rig, screen, screen->parent, width, height)) printf("shown after %.2f s\n", seconds() - start);
    run_loop(rig, 2);
    if (script && system(script)) printf("the script failed\n");
    run_loop(rig, 1);
    screen->resize(screen->display, screen->parent, width + 100, height + 60);
    EXPECT(gui->set_size(rig->plugin, width + 100, height + 60), "not resized");
    wait_for_size(rig, screen, screen->parent, width + 100, height + 60);
    EXPECT(gui->hide(rig->plugin) && gui->show(rig->plugin), "hide and show");
    run_loop(rig, 0.5);
    gui->destroy(rig->plugin);
    run_loop(rig, 0.5);
    screen->destroy(screen->display, screen->parent);
}

/* An editor in a window of its own, for hosts that cannot embed. */
static void float_editor(rig *rig, screen *screen, const clap_gui *gui) {
    unsigned width = 0, height = 0;
    EXPECT(gui->create(rig->plugin, "x11", true), "no floating editor");
    gui->suggest_title(rig->plugin, "Effect on track 1");
    EXPECT(!gui->set_parent(rig->plugin, &(clap_window) {"x11", screen->root}), "embedded though it floats");
    EXPECT(gui->show(rig->plugin), "not shown");
    double start = seconds();
    while (seconds() < start + 60 && (!largest_inside(screen, screen->root, &width, &height) || width < 300))
        run_loop(rig, 0.1);
    if (width < 300) failed("no window");
    else printf("shown after %.2f s\n", seconds() - start);
    EXPECT(gui->hide(rig->plugin) && gui->show(rig->plugin), "hide and show");
    run_loop(rig, 0.5);
    gui->destroy(rig->plugin);
}

/* Opens the editor twice, with a shell script in between that may click and take pictures; then lets it float. */
static int show(const library *library, const char *id, const char *script) {
    screen screen = open_screen();
    rig rig;
    open_rig(&rig, library, id);
    const clap_gui *gui = rig.plugin->get_extension(rig.plugin, "clap.gui");
    const char *api = NULL;
    bool floating = true;
    EXPECT(gui && gui->is_api_supported(rig.plugin, "x11", false), "no editor on x11");
    EXPECT(gui->get_preferred_api(rig.plugin, &api, &floating) && !strcmp(api, "x11") && !floating, "preferred api");
    show_editor(&rig, &screen, gui, script);
    show_editor(&rig, &screen, gui, NULL);
    float_editor(&rig, &screen, gui);
    close_rig(&rig);
    return failures != 0;
}

#endif
