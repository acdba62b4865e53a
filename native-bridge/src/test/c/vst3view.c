/*
 *   vst3view <vst3> <class> [times]
 *
 * Opens a plug-in's editor in a window of its own display, resizes it and takes it away, as often as asked. Exit code 0
 * if a window of the asked size appeared each time.
 */
#include "vst3rig.h"

#include <X11/Xlib.h>

enum { PATIENCE_SECONDS = 20 };

static const vst3_id FRAME_ID = VST3_ID(0x367FAF01, 0xAFA94693, 0x8D4DA2A0, 0xED0882A3);
static Display *display;
static _Atomic int window_errors;

static int count_error(Display *where, XErrorEvent *error) {
    (void) where, (void) error;
    window_errors++;
    return 0;
}

typedef struct {
    const vst3_view_table *table;
} view;

/* The host's side of the window; it grants every wish. */
typedef struct {
    const void *table;
    int wishes;
} frame;

static int32_t frame_query(void *self, const uint8_t *id, void **object) {
    if (!is_id(id, FRAME_ID) && !is_id(id, VST3_UNKNOWN_ID)) return host_query(self, id, object);
    *object = self;
    host_references++;
    return VST3_OK;
}

/* The size that the view has wished for and got; a view may wish at any time, also for what a test waits with. */
static vst3_rectangle granted;

static int32_t resize_view(void *self, view *view, vst3_rectangle *size) {
    ((frame *) self)->wishes++;
    granted = *size;
    EXPECT(pthread_equal(pthread_self(), main_thread), "resizeView off the main thread");
    return view->table->resized(view, size);
}

static const struct {
    VST3_UNKNOWN;
    int32_t (*resize)(void *self, view *view, vst3_rectangle *size);
} frame_table = {frame_query, host_add_ref, host_release, resize_view};

/* Whether the parent has a visible child of a size. */
static bool shows(Window parent, int width, int height) {
    Window root, above, *children = NULL;
    unsigned count = 0;
    bool found = false;
    if (!XQueryTree(display, parent, &root, &above, &children, &count)) return false;
    for (unsigned i = 0; i < count; i++) {
        XWindowAttributes child;
        if (!XGetWindowAttributes(display, children[i], &child) || child.map_state == IsUnmapped) continue;
        found = found || (child.width == width && child.height == height);
    }
    if (children) XFree(children);
    return found;
}

static void wait_for(Window parent, int width, int height) {
    double start = seconds();
    while (!shows(parent, width, height) && !(granted.right && shows(parent, granted.right, granted.bottom))) {
        if (seconds() - start > PATIENCE_SECONDS) {
            failed("no window of %d x %d after %d s", width, height, PATIENCE_SECONDS);
            return;
        }
        serve_main_thread();
        usleep(20000);
    }
    printf("%d x %d after %.2f s\n", width, height, seconds() - start);
}

static void resize(view *view, Window parent, int width, int height) {
    vst3_rectangle size = {0, 0, width, height};
    granted = (vst3_rectangle) {0};
    EXPECT(view->table->constrain(view, &size) == VST3_OK, "no constraint");
    XResizeWindow(display, parent, (unsigned) size.right, (unsigned) size.bottom);
    EXPECT(view->table->resized(view, &size) == VST3_OK, "onSize refused");
    wait_for(parent, size.right, size.bottom);
}

static void open_once(rig *rig, Window parent, frame *frame) {
    view *view = rig->controller->table->create_view(rig->controller, "editor");
    vst3_rectangle size;
    if (!view) {
        failed("no view");
        return;
    }
    vst3_view_scale_table **scale = query(view, VST3_VIEW_SCALE_ID);
    EXPECT(scale, "the view does not scale");
    if (scale) (*scale)->set_scale(scale, 1), (*scale)->release(scale);
    EXPECT(view->table->supports(view, "X11EmbedWindowID") == VST3_OK, "not for X11");
    EXPECT(view->table->supports(view, "HWND") != VST3_OK, "for Windows");
    EXPECT(view->table->size(view, &size) == VST3_OK && size.right > 0, "no size before it is attached");
    EXPECT(view->table->attach(view, NULL, "X11EmbedWindowID") != VST3_OK, "attached to nothing");
    EXPECT(view->table->attach(view, (void *) parent, "HWND") != VST3_OK, "attached to another system's window");
    view->table->set_frame(view, (vst3_unknown *) frame);
    granted = (vst3_rectangle) {0};
    XResizeWindow(display, parent, (unsigned) size.right, (unsigned) size.bottom);
    XSync(display, False);
    EXPECT(view->table->attach(view, (void *) parent, "X11EmbedWindowID") == VST3_OK, "not attached");
    EXPECT(view->table->attach(view, (void *) parent, "X11EmbedWindowID") != VST3_OK, "attached twice");
    wait_for(parent, size.right, size.bottom);
    resize(view, parent, size.right + 60, size.bottom + 40);
    resize(view, parent, 10, 10);
    EXPECT(view->table->remove(view) == VST3_OK, "not removed");
    EXPECT(view->table->remove(view) != VST3_OK, "removed twice");
    view->table->set_frame(view, NULL);
    EXPECT(view->table->release(view) == 0, "references to the view are left");
}

int main(int count, char **words) {
    if (count < 3) return 2;
    setvbuf(stdout, NULL, _IOLBF, 0);
    main_thread = pthread_self();
    display = XOpenDisplay(NULL);
    if (!display) {
        fprintf(stderr, "no display\n");
        return 2;
    }
    XSetErrorHandler(count_error);
    Window parent = XCreateSimpleWindow(display, DefaultRootWindow(display), 10, 10, 400, 300, 0, 0, 0);
    XMapWindow(display, parent);
    XSync(display, False);
    module module = open_module(words[1]);
    frame frame = {&frame_table, 0};
    rig rig;
    open_rig(&rig, &module, words[2]);
    for (int i = 0; i < (count > 3 ? atoi(words[3]) : 1); i++) open_once(&rig, parent, &frame);
    close_rig(&rig);
    close_module(&module);
    EXPECT(host_references == 0, "%d references to the host are left", (int) host_references);
    XDestroyWindow(display, parent);
    XCloseDisplay(display);
    return failures != 0;
}
