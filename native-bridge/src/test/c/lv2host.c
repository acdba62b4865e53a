/*
 *   lv2host scan BUNDLE                   what the Turtle says; "java 1" if a virtual machine was started
 *   lv2host render BUNDLE URI setting...  renders once, see lv2host.h; prints every output: "meter SYMBOL VALUE"
 */
#include "lv2host.h"

static void print_outputs(const opened *host)
{
    for (uint32_t i = 0; i < host->ports; i++)
        if (is_a(host, i, control_class) && is_a(host, i, output_class))
            printf("meter %s %.9g\n", lilv_node_as_string(lilv_port_get_symbol(host->plugin,
                lilv_plugin_get_port_by_index(host->plugin, i))), host->controls[i]);
}

static int do_render(const char *uri, const settings *asked)
{
    opened *host = prepared(uri, asked);
    sound sound = read_sound(host, asked);
    render(host, asked, &sound);
    if (setting(asked, "twice", 0)) {
        lilv_instance_deactivate(host->instance);
        lilv_instance_activate(host->instance);
        render(host, asked, &sound);
    }
    print_outputs(host);
    if (setting(asked, "out", 0))
        write_all(setting(asked, "out", 0), sound.out, (size_t) sound.frames * host->outs * sizeof(float));
    if (setting(asked, "dump", 0)) printf("save %d\n", dump(host, setting(asked, "dump", 0)));
    if (setting(asked, "save", 0)) save_by_lilv(host, setting(asked, "save", 0));
    lilv_instance_deactivate(host->instance);
    close_plugin(host);
    return 0;
}

static void print_port(const LilvPlugin *plugin, uint32_t index, float low, float high, float initial)
{
    const LilvPort *port = lilv_plugin_get_port_by_index(plugin, index);
    const char *type = lilv_port_is_a(plugin, port, audio_class) ? "audio"
        : lilv_port_is_a(plugin, port, control_class) ? "control" : "atom";
    LilvNode *name = lilv_port_get_name(plugin, port);
    printf("port %u %s %s %s %.9g %.9g %.9g %s\n", index, lilv_node_as_string(lilv_port_get_symbol(plugin, port)),
        type, lilv_port_is_a(plugin, port, input_class) ? "in" : "out", low, high, initial, lilv_node_as_string(name));
    lilv_node_free(name);
}

static void print_presets(const LilvPlugin *plugin)
{
    LilvNode *class = lilv_new_uri(world, "http://lv2plug.in/ns/ext/presets#Preset");
    LilvNode *label = lilv_new_uri(world, "http://www.w3.org/2000/01/rdf-schema#label");
    LilvNodes *presets = lilv_plugin_get_related(plugin, class);
    LILV_FOREACH(nodes, i, presets) {
        const LilvNode *preset = lilv_nodes_get(presets, i);
        LilvNode *name = lilv_world_get(world, preset, label, NULL);
        printf("preset %s %s\n", lilv_node_as_uri(preset), lilv_node_as_string(name));
        lilv_node_free(name);
    }
    lilv_nodes_free(presets);
    lilv_node_free(label);
    lilv_node_free(class);
}

static bool java_runs(void)
{
    char line[4096];
    bool found = false;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps && fgets(line, sizeof line, maps)) found = found || strstr(line, "libjvm");
    if (maps) fclose(maps);
    return found;
}

static int do_scan(void)
{
    static float low[MOST_PORTS], high[MOST_PORTS], initial[MOST_PORTS];
    const LilvPlugins *plugins = lilv_world_get_all_plugins(world);
    LILV_FOREACH(plugins, i, plugins) {
        const LilvPlugin *plugin = lilv_plugins_get(plugins, i);
        LilvNode *name = lilv_plugin_get_name(plugin);
        printf("plugin %s %s %s\n", lilv_node_as_uri(lilv_plugin_get_uri(plugin)),
            lilv_node_as_uri(lilv_plugin_class_get_uri(lilv_plugin_get_class(plugin))), lilv_node_as_string(name));
        if (!lilv_plugin_verify(plugin)) die("does not verify", lilv_node_as_string(name));
        lilv_node_free(name);
        lilv_plugin_get_port_ranges_float(plugin, low, high, initial);
        for (uint32_t port = 0; port < lilv_plugin_get_num_ports(plugin); port++)
            print_port(plugin, port, low[port], high[port], initial[port]);
        print_presets(plugin);
    }
    printf("java %d\n", java_runs());
    return 0;
}

int main(int count, char **arguments)
{
    if (count < 3) die("too few arguments", "see lv2host.c");
    open_world(arguments[2]);
    if (strcmp(arguments[1], "scan") == 0) return do_scan();
    if (count < 4 || strcmp(arguments[1], "render") != 0) die("cannot do", arguments[1]);
    settings asked = settings_of(count - 4, arguments + 4);
    return do_render(arguments[3], &asked);
}
