/*
 *   lv2uihost BUNDLE LIBRARY PLUGIN-URI SECONDS model|access|floating|headless
 *
 * Shows the X11UI of a plug-in in a window of its own for some seconds
 * and prints what it does: "widget ID", "write PORT VALUE", "touch PORT 0|1", "resize W H", "closed".
 * model: without access to an instance; access: with it; floating: without a parent, by ui:showInterface;
 * headless: expects that there is no editor. Its window's name is "lv2uihost" and, from the first write on, "lv2uihost
 * written"; three seconds after the last write it ends.
 */
#include <X11/Xlib.h>
#include <dlfcn.h>
#include <lv2/core/lv2.h>
#include <lv2/instance-access/instance-access.h>
#include <lv2/ui/ui.h>
#include <lv2/urid/urid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TICKS_A_SECOND = 30, MOST_QUIET = 3 * TICKS_A_SECOND };

static Display *display;
static Window window;
static int quiet = -1;

static LV2_URID map_uri(LV2_URID_Map_Handle handle, const char *uri)
{
    static char *known[256];
    uint32_t i = 0;
    (void) handle;
    while (known[i] && strcmp(known[i], uri) != 0) i++;
    if (!known[i]) known[i] = strdup(uri);
    return i + 1;
}

static void write_port(LV2UI_Controller controller, uint32_t port, uint32_t size, uint32_t protocol, const void *value)
{
    (void) controller;
    if (size == 4 && protocol == 0) printf("write %u %.9g\n", port, *(const float *) value);
    if (display && quiet < 0) {
        XStoreName(display, window, "lv2uihost written");
        XFlush(display);
    }
    quiet = 0;
}

static void touch_port(LV2UI_Feature_Handle handle, uint32_t port, bool grabbed)
{
    (void) handle;
    printf("touch %u %d\n", port, grabbed);
}

static int resize(LV2UI_Feature_Handle handle, int width, int height)
{
    (void) handle;
    printf("resize %d %d\n", width, height);
    if (display) {
        XResizeWindow(display, window, (unsigned) width, (unsigned) height);
        XFlush(display);
    }
    return 0;
}

static void pause_ms(long milliseconds)
{
    nanosleep(&(struct timespec) {milliseconds / 1000, milliseconds % 1000 * 1000000}, NULL);
}

static void open_window(void)
{
    display = XOpenDisplay(NULL);
    if (!display) exit(3);
    window = XCreateSimpleWindow(display, DefaultRootWindow(display), 50, 50, 400, 300, 0, 0, 0);
    XStoreName(display, window, "lv2uihost");
    XMapWindow(display, window);
    XSync(display, False);
}

int main(int count, char **arguments)
{
    if (count < 6) return 2;
    const char *bundle = arguments[1], *uri = arguments[3], *mode = arguments[5];
    void *library = dlopen(arguments[2], RTLD_NOW);
    if (!library) return 2;
    LV2_Descriptor_Function plugins = (LV2_Descriptor_Function) dlsym(library, "lv2_descriptor");
    LV2UI_DescriptorFunction uis = (LV2UI_DescriptorFunction) dlsym(library, "lv2ui_descriptor");
    uint32_t index = 0;
    const LV2_Descriptor *plugin;
    while ((plugin = plugins(index)) && strcmp(plugin->URI, uri) != 0) index++;
    const LV2UI_Descriptor *ui = uis(index / 2);
    if (!plugin || !ui) return 2;

    LV2_URID_Map map = {NULL, map_uri};
    LV2UI_Touch touch = {NULL, touch_port};
    LV2UI_Resize resizing = {NULL, resize};
    LV2_Feature map_feature = {LV2_URID__map, &map};
    const LV2_Feature *plugin_features[] = {&map_feature, NULL};
    LV2_Handle instance = plugin->instantiate(plugin, 48000, bundle, plugin_features);
    bool embedded = strcmp(mode, "model") == 0 || strcmp(mode, "access") == 0;
    if (embedded) open_window();
    LV2_Feature features[] = {
        map_feature, {LV2_UI__touch, &touch}, {LV2_UI__resize, &resizing},
        {embedded ? LV2_UI__parent : "urn:nothing", (void *) (uintptr_t) window},
        {strcmp(mode, "access") == 0 ? LV2_INSTANCE_ACCESS_URI : "urn:nothing", instance},
    };
    const LV2_Feature *all[] = {&features[0], &features[1], &features[2], &features[3], &features[4], NULL};

    LV2UI_Widget widget = NULL;
    LV2UI_Handle handle = ui->instantiate(ui, uri, bundle, write_port, NULL, &widget, all);
    if (!handle) {
        printf("none\n");
        plugin->cleanup(instance);
        return strcmp(mode, "headless") == 0 ? 0 : 1;
    }
    printf("widget %lu\n", (unsigned long) (uintptr_t) widget);
    if (embedded && (widget == NULL || (Window) (uintptr_t) widget == window)) return 4;
    const LV2UI_Show_Interface *showing = ui->extension_data(LV2_UI__showInterface);
    if (!embedded) printf("show %d\n", showing->show(handle));
    const LV2UI_Idle_Interface *idle = ui->extension_data(LV2_UI__idleInterface);
    for (int i = 0; i < atoi(arguments[4]) * TICKS_A_SECOND && quiet < MOST_QUIET; i++) {
        if (idle->idle(handle)) {
            printf("closed\n");
            break;
        }
        if (quiet >= 0) quiet++;
        pause_ms(1000 / TICKS_A_SECOND);
    }
    ui->cleanup(handle);
    plugin->cleanup(instance);
    if (display) XCloseDisplay(display);
    printf("end\n");
    return 0;
}
